# Call an External Module action: Passes a call on to an external module and returns what the module
# answers.
# Rights needed: External Modules API. In REDCap since 14.6.4.
# Careful: what this deletes or replaces cannot be brought back.

using HTTP
using JSON3

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
    "content" => "externalModule",
    # Unique prefix of the module, a short name without blanks.
    "prefix" => "sandbox_echo",
    # An action that the module offers, or one of `__version`, `__actions` and `__info`.
    "action" => "echo",
    # Format in which the module should answer.
    "format" => "json",
    # Format in which errors should come.
    "returnFormat" => "json",
    "record" => "1",
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

# The text or file that the module answers.
answer = JSON3.read(body)
JSON3.pretty(answer)
println()
