# Export a File: Exports the file that a record holds in a file upload or signature field.
# Rights needed: API Export, Data Export Rights. In REDCap since 4.0.0 or earlier.

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
    "action" => "export",
    # Name of the record that holds the file.
    "record" => "1",
    # Name of the file upload or signature field.
    "field" => "scan",
    # Unique name of the event, not its label.
    "event" => "week_1_arm_1",
    # Format of error messages.
    "returnFormat" => "json",
]

response = try
    HTTP.post(
        url, ["Content-Type" => "application/x-www-form-urlencoded"], HTTP.escapeuri(fields);
        connect_timeout=30, readtimeout=60, require_ssl_verification=true,
        redirect=false, retry=false, status_exception=false,
    )
catch problem
    # What is thrown holds the request with the token, so only its kind is shown.
    fail("The request failed: $(nameof(typeof(problem)))")
end
body = response.body
if !(200 <= response.status < 300)
    fail("REDCap answered with status $(response.status): $(String(body))")
end

# The file, with its media type and original name.
name = "scan_1.txt"
write(name, body)
println("Saved as ", name)
