# Create A New Project: Creates a project with a super token and returns a token for it.
# In REDCap since 6.11.0.

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
    "content" => "project",
    # Format of the payload in `data`.
    "format" => "json",
    # Title, purpose and first settings of the project.
    "data" => "[{\"project_title\":\"Migraine Diary\",\"purpose\":1,\"purpose_other\":\"Method comparison\",\"is_longitudinal\":1,\"record_autonumbering_enabled\":0}]",
    # Format of error messages, and of the count that an import of records answers.
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
if !(200 <= response.status < 300) || startswith(String(copy(body)), "{\"error\":")
    fail("REDCap answered with status $(response.status): $(String(body))")
end

# The token of the caller for the new project, 32 characters in every format.
println(String(body))
