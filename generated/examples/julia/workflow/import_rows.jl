# Imports the rows of a CSV file, whose columns are fields: import_rows.jl [FILE]. What REDCap refuses is shown as REDCap
# says it: record, field, value and reason.

using CSV, DataFrames, HTTP, JSON3

function fail(message)
    println(stderr, message)
    exit(1)
end

url = get(ENV, "REDCAP_API_URL", "")
token = get(ENV, "REDCAP_API_TOKEN", "")  # a secret: never write it into a program
isempty(url) && fail("Set the environment variable REDCAP_API_URL.")
isempty(token) && fail("Set the environment variable REDCAP_API_TOKEN.")

rows = CSV.read(get(ARGS, 1, "rows.csv"), DataFrame; types=String)
data = [Dict(name => coalesce(row[name], "") for name in names(rows)) for row in eachrow(rows)]
fields = [
    "token" => token,
    "content" => "record",
    "data" => JSON3.write(data),
    "format" => "json",
    "overwriteBehavior" => "normal",
    "returnFormat" => "json",
    "type" => "flat",
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

println(JSON3.read(body).count, " records imported")
