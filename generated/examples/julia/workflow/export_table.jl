# Exports records into a data frame and saves them as CSV: export_table.jl [FILE]

using CSV, DataFrames, HTTP

function fail(message)
    println(stderr, message)
    exit(1)
end

url = get(ENV, "REDCAP_API_URL", "")
token = get(ENV, "REDCAP_API_TOKEN", "")  # a secret: never write it into a program
isempty(url) && fail("Set the environment variable REDCAP_API_URL.")
isempty(token) && fail("Set the environment variable REDCAP_API_TOKEN.")

file = get(ARGS, 1, "records.csv")
fields = [
    "token" => token,
    "content" => "record",
    "format" => "csv",
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

# Texts remain texts, so that 001 does not become 1.
records = CSV.read(body, DataFrame; types=String)
CSV.write(file, records)
println(describe(records, :nmissing))
println(nrow(records), " rows saved as ", file)
