# Export a File from the File Repository: Exports a file of the File Repository as bytes.
# Rights needed: API Export, File Repository. In REDCap since 13.1.0.

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
    "action" => "export",
    # Id of the file, from the list of files and folders.
    "doc_id" => "2024",
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
name = "protocol.txt"
write(name, body)
println("Saved as ", name)
