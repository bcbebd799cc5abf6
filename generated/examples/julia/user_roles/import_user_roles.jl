# Import User Roles: Adds user roles to a project or changes the rights of existing ones.
# Rights needed: API Import/Update, User Rights. In REDCap since 11.3.0.

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
    "content" => "userRole",
    # Format of the payload in `data`.
    "format" => "json",
    # The roles to add or change.
    "data" => "[{\"unique_role_name\":\"\",\"role_label\":\"Data entry\",\"calendar\":\"1\",\"record_create\":\"1\",\"forms\":{\"visit\":1}}]",
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

# Number of roles added or changed.
println(String(body))
