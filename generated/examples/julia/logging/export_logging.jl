# Export Logging: Exports the log of who changed, exported or viewed what in the project, and when.
# Rights needed: API Export, Logging. In REDCap since 10.8.0.

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
    "content" => "log",
    # Format of the answer.
    "format" => "json",
    # Format of error messages, and of the count that an import of records answers.
    "returnFormat" => "json",
    # Only entries of this kind.
    "logtype" => "record",
    # Only entries after this time, in the time zone of the server.
    "beginTime" => "2026-01-01 00:00",
    # Only entries before this time, in the time zone of the server.
    "endTime" => "2026-01-15 23:59",
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

# The entries that pass all filters, newest first.
rows = DataFrame(Tables.dictrowtable(JSON3.read(body)))
show(stdout, MIME("text/plain"), rows; allrows=true, allcols=true, truncate=0)
println()
