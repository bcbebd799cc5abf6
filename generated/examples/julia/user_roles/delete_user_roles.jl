# Delete User Roles: Deletes user roles by their unique names.
# Rights needed: API Import/Update, User Rights. In REDCap since 11.3.0.
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
    "content" => "userRole",
    "action" => "delete",
    # Unique names of the roles to delete.
    "roles[0]" => "U-HJIRO3NZV2",
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
if !(200 <= response.status < 300) || startswith(String(copy(body)), "{\"error\":")
    fail("REDCap answered with status $(response.status): $(String(body))")
end

# Number of roles deleted.
println(String(body))
