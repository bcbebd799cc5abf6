# Export Records: Exports the data of records as rows, as single values or as a CDISC ODM document.
# Rights needed: API Export, Data Export Rights. In REDCap since 4.0.0 or earlier.

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
    "content" => "record",
    # Format of the answer.
    "format" => "json",
    # One row per record, event and instance (`flat`), or one row per stored value (`eav`).
    "type" => "flat",
    # Only these records.
    "records[0]" => "1",
    "records[1]" => "2",
    # Only these fields, in addition to those of `forms`.
    "fields[0]" => "record_id",
    "fields[1]" => "enrolled",
    "fields[2]" => "severity",
    # Only rows of these events, by unique name; longitudinal projects only.
    "events[0]" => "enrollment_arm_1",
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

# One row per record, event and instance, with the project's fields as columns.
rows = DataFrame(Tables.dictrowtable(JSON3.read(body)))
show(stdout, MIME("text/plain"), rows; allrows=true, allcols=true, truncate=0)
println()
