# Import Metadata (Data Dictionary): Replaces the whole data dictionary of a project in Development
# status.
# Rights needed: API Import/Update, Project Design and Setup. In REDCap since 6.11.0.
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
    "content" => "metadata",
    # Format of the payload in `data`.
    "format" => "json",
    # The complete new dictionary, with all columns, in the order in which the fields shall stand.
    "data" => "[{\"field_name\":\"record_id\",\"form_name\":\"contact\",\"section_header\":\"\",\"field_type\":\"text\", \"field_label\":\"Record ID\",\"select_choices_or_calculations\":\"\",\"field_note\":\"\", \"text_validation_type_or_show_slider_number\":\"\",\"text_validation_min\":\"\",\"text_validation_max\":\"\", \"identifier\":\"\",\"branching_logic\":\"\",\"required_field\":\"\",\"custom_alignment\":\"\",\"question_number\":\"\", \"matrix_group_name\":\"\",\"matrix_ranking\":\"\",\"field_annotation\":\"\"}, {\"field_name\":\"severity\",\"form_name\":\"enrollment\",\"section_header\":\"\",\"field_type\":\"radio\", \"field_label\":\"Severity\",\"select_choices_or_calculations\":\"1, Mild | 2, Severe\",\"field_note\":\"\", \"text_validation_type_or_show_slider_number\":\"\",\"text_validation_min\":\"\",\"text_validation_max\":\"\", \"identifier\":\"\",\"branching_logic\":\"\",\"required_field\":\"\",\"custom_alignment\":\"\",\"question_number\":\"\", \"matrix_group_name\":\"\",\"matrix_ranking\":\"\",\"field_annotation\":\"\"}, {\"field_name\":\"score\",\"form_name\":\"visit\",\"section_header\":\"\",\"field_type\":\"text\", \"field_label\":\"Score of the visit\",\"select_choices_or_calculations\":\"\",\"field_note\":\"\", \"text_validation_type_or_show_slider_number\":\"integer\",\"text_validation_min\":\"0\",\"text_validation_max\":\"100\", \"identifier\":\"\",\"branching_logic\":\"\",\"required_field\":\"y\",\"custom_alignment\":\"\",\"question_number\":\"\", \"matrix_group_name\":\"\",\"matrix_ranking\":\"\",\"field_annotation\":\"\"}]",
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

# Number of fields imported.
println(String(body))
