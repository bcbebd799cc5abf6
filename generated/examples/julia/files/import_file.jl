# Import a File: Stores a file in a file upload field of a record.
# Rights needed: API Import/Update. In REDCap since 4.0.0 or earlier.
# Careful: what this deletes or replaces cannot be brought back.

using HTTP

function fail(message)
    println(stderr, message)
    exit(1)
end

url = get(ENV, "REDCAP_API_URL", "")
token = get(ENV, "REDCAP_API_TOKEN", "")  # a secret: never write it into a program
isempty(url) && fail("Set the environment variable REDCAP_API_URL.")
isempty(token) && fail("Set the environment variable REDCAP_API_TOKEN.")

fields = [
    "token" => token,
    "content" => "file",
    "action" => "import",
    # Name of the record that gets the file.
    "record" => "2",
    # Name of the file upload field; not a signature field.
    "field" => "scan",
    # Unique name of the event, not its label.
    "event" => "week_1_arm_1",
    # Format of error messages.
    "returnFormat" => "json",
    # The file, as a multipart part with a file name.
    "file" => HTTP.Multipart("scan_2.txt", open("scan_2.txt")),
]

response = try
    HTTP.post(
        url, [], HTTP.Form(fields);
        connect_timeout=30, readtimeout=60, require_ssl_verification=true,
        redirect=false, retry=false, status_exception=false,
    )
catch problem
    # What is thrown holds the request with the token, so only its kind is shown.
    fail("The request failed: $(nameof(typeof(problem)))")
end
body = response.body
if !(200 <= response.status < 300) || startswith(String(copy(body)), "{\"error\":")
    fail("REDCap answered with status $(response.status): $(String(body))")
end

# The file is stored.
println("Done.")
