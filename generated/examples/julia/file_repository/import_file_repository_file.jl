# Import a File into the File Repository: Stores a new file in the File Repository.
# Rights needed: API Import/Update, File Repository. In REDCap since 13.1.0.

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
    "content" => "fileRepository",
    "action" => "import",
    # Id of the folder that gets the file.
    "folder_id" => "2025",
    # Format of error messages.
    "returnFormat" => "json",
    # The file, as a multipart part with a file name.
    "file" => HTTP.Multipart("protocol.txt", open("protocol.txt")),
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
