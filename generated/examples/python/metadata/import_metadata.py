# Import Metadata (Data Dictionary): Replaces the whole data dictionary of a project in Development
# status.
# Rights needed: API Import/Update, Project Design and Setup. In REDCap since 6.11.0.
# Careful: what this deletes or replaces cannot be brought back.

import os
import sys

import requests

try:
    url = os.environ["REDCAP_API_URL"]
    token = os.environ["REDCAP_API_TOKEN"]  # a secret: never write it into a program
except KeyError as missing:
    sys.exit(f"Set the environment variable {missing}.")

fields = {
    "token": token,
    "content": "metadata",
    # Format of the payload in `data`.
    "format": "json",
    # The complete new dictionary, with all columns, in the order in which the fields shall stand.
    "data": '[{"field_name":"record_id","form_name":"contact","section_header":"","field_type":"text", "field_label":"Record ID","select_choices_or_calculations":"","field_note":"", "text_validation_type_or_show_slider_number":"","text_validation_min":"","text_validation_max":"", "identifier":"","branching_logic":"","required_field":"","custom_alignment":"","question_number":"", "matrix_group_name":"","matrix_ranking":"","field_annotation":""}, {"field_name":"severity","form_name":"enrollment","section_header":"","field_type":"radio", "field_label":"Severity","select_choices_or_calculations":"1, Mild | 2, Severe","field_note":"", "text_validation_type_or_show_slider_number":"","text_validation_min":"","text_validation_max":"", "identifier":"","branching_logic":"","required_field":"","custom_alignment":"","question_number":"", "matrix_group_name":"","matrix_ranking":"","field_annotation":""}, {"field_name":"score","form_name":"visit","section_header":"","field_type":"text", "field_label":"Score of the visit","select_choices_or_calculations":"","field_note":"", "text_validation_type_or_show_slider_number":"integer","text_validation_min":"0","text_validation_max":"100", "identifier":"","branching_logic":"","required_field":"y","custom_alignment":"","question_number":"", "matrix_group_name":"","matrix_ranking":"","field_annotation":""}]',
    # Format of error messages, and of the count that an import of records answers.
    "returnFormat": "json",
}

try:
    response = requests.post(url, data=fields, timeout=60, verify=True, allow_redirects=False)
except requests.RequestException as problem:
    sys.exit(f"The request failed: {problem}")
if not 200 <= response.status_code < 300 or response.text.startswith('{"error":'):
    sys.exit(f"REDCap answered with status {response.status_code}: {response.text}")

# Number of fields imported.
print(response.text)
