# Export List of Export Field Names (i.e. variables used during exports and imports): Exports the
# column names that record exports and imports use for each field.
# Rights needed: API Export. In REDCap since 6.4.0.

using HTTP
using DataFrames, JSON3, Tables

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
    "content" => "exportFieldNames",
    # Format of the answer.
    "format" => "json",
    # Only the columns of this one field.
    "field" => "diary_meds",
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

# One item for each export column, of all fields or of the field asked for.
rows = DataFrame(Tables.dictrowtable(JSON3.read(body)))
show(stdout, MIME("text/plain"), rows; allrows=true, allcols=true, truncate=0)
println()
