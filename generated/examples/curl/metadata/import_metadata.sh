#!/bin/sh
# Import Metadata (Data Dictionary): Replaces the whole data dictionary of a project in Development
# status.
# Rights needed: API Import/Update, Project Design and Setup. In REDCap since 6.11.0.
# Careful: what this deletes or replaces cannot be brought back.
set -eu

: "${REDCAP_API_URL:?Set the environment variable REDCAP_API_URL.}"
: "${REDCAP_API_TOKEN:?Set the environment variable REDCAP_API_TOKEN.}"

answer=$(mktemp)
trap 'rm -f "$answer"' EXIT

# The token goes through standard input, because everybody on this machine can see command lines.
# format: Format of the payload in `data`.
# data: The complete new dictionary, with all columns, in the order in which the fields shall stand.
# returnFormat: Format of error messages, and of the count that an import of records answers.
status=$(printf %s "$REDCAP_API_TOKEN" | curl --silent --show-error --max-time 60 \
    --no-insecure --no-location --output "$answer" --write-out '%{http_code}' \
    --data-urlencode 'token@-' \
    --data-urlencode 'content=metadata' \
    --data-urlencode 'format=json' \
    --data-urlencode 'data=[{"field_name":"record_id","form_name":"contact","section_header":"","field_type":"text", "field_label":"Record ID","select_choices_or_calculations":"","field_note":"", "text_validation_type_or_show_slider_number":"","text_validation_min":"","text_validation_max":"", "identifier":"","branching_logic":"","required_field":"","custom_alignment":"","question_number":"", "matrix_group_name":"","matrix_ranking":"","field_annotation":""}, {"field_name":"severity","form_name":"enrollment","section_header":"","field_type":"radio", "field_label":"Severity","select_choices_or_calculations":"1, Mild | 2, Severe","field_note":"", "text_validation_type_or_show_slider_number":"","text_validation_min":"","text_validation_max":"", "identifier":"","branching_logic":"","required_field":"","custom_alignment":"","question_number":"", "matrix_group_name":"","matrix_ranking":"","field_annotation":""}, {"field_name":"score","form_name":"visit","section_header":"","field_type":"text", "field_label":"Score of the visit","select_choices_or_calculations":"","field_note":"", "text_validation_type_or_show_slider_number":"integer","text_validation_min":"0","text_validation_max":"100", "identifier":"","branching_logic":"","required_field":"y","custom_alignment":"","question_number":"", "matrix_group_name":"","matrix_ranking":"","field_annotation":""}]' \
    --data-urlencode 'returnFormat=json' \
    "$REDCAP_API_URL")

if [ "$status" -lt 200 ] || [ "$status" -ge 300 ] || grep -q '^{"error":' "$answer"; then
    printf 'REDCap answered with status %s: %s\n' "$status" "$(cat "$answer")" >&2
    exit 1
fi

# Number of fields imported.
cat "$answer"
echo
