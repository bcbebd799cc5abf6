# Import Records: Creates records or changes values of existing ones.
# Rights needed: API Import/Update. In REDCap since 4.0.0 or earlier.
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
    "content" => "record",
    # Format of the payload in `data`.
    "format" => "json",
    # Whether `data` holds one row per record, event and instance (`flat`) or one row per value
    # (`eav`).
    "type" => "flat",
    # Whether blank cells are passed over or erase what is stored.
    "overwriteBehavior" => "normal",
    # The rows, in the format that `format` names: a JSON array of objects, CSV with a header line,
    # XML with the root `records` and one `item` per row, or an ODM document.
    "data" => "[{\"record_id\":\"1\",\"redcap_event_name\":\"week_4_arm_1\",\"score\":\"35\"},{\"record_id\":\"2\",\"redcap_event_name\":\"week_4_arm_1\",\"score\":\"58\"}]",
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

# Number of different records in the data, not of rows.
answer = JSON3.read(body)
JSON3.pretty(answer)
println()
