# Export PDF file of Data Collection Instruments (either as blank or with data): Exports instruments
# as a PDF file, blank or filled with the data of records.
# Rights needed: API Export, Data Export Rights. In REDCap since 6.4.0.

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
    "content" => "pdf",
    # The record whose data fill the document.
    "record" => "1",
    # Unique name of the only event to show.
    "event" => "enrollment_arm_1",
    # Unique name of the only instrument to show.
    "instrument" => "enrollment",
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
if !(200 <= response.status < 300)
    fail("REDCap answered with status $(response.status): $(String(body))")
end

# The document.
name = "pdf.pdf"
write(name, body)
println("Saved as ", name)
