# Import Repeating Instruments and Events: Replaces the setup of repeating instruments and events.
# Rights needed: API Import/Update, Project Design and Setup. In REDCap since 8.10.0.
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
    "content" => "repeatingFormsEvents",
    # Format of the payload in `data`.
    "format" => "json",
    # All repeating instruments and events that the project is to have.
    "data" => "[{\"event_name\":\"week_1_arm_1\",\"form_name\":\"diary\",\"custom_form_label\":\"[diary_day]\"},{\"event_name\":\"week_1_arm_1\",\"form_name\":\"adverse_event\",\"custom_form_label\":\"[ae_term]\"},{\"event_name\":\"week_4_arm_1\",\"form_name\":\"visit\",\"custom_form_label\":\"\"}]",
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

# Number of repeating instruments and events imported.
println(String(body))
