version 16
clear
python:
# Import Metadata (Data Dictionary): Replaces the whole data dictionary of a project in Development
# status.
# Rights needed: API Import/Update, Project Design and Setup. In REDCap since 6.11.0.
# Careful: what this deletes or replaces cannot be brought back.

import os
import ssl
import urllib.parse
import urllib.request
from urllib.error import HTTPError

class NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *args):
        return None

def main():
    url = os.environ.get("REDCAP_API_URL")
    token = os.environ.get("REDCAP_API_TOKEN")  # a secret: never write it into a do-file
    if not url:
        raise RuntimeError("Set the environment variable REDCAP_API_URL.")
    if not token:
        raise RuntimeError("Set the environment variable REDCAP_API_TOKEN.")
    fields = [
        ("token", token),
        ("content", "metadata"),
        # Format of the payload in 'data'.
        ("format", "json"),
        # The complete new dictionary, with all columns, in the order in which the fields shall
        # stand.
        ("data", "[{\"field_name\":\"record_id\",\"form_name\":\"contact\",\"section_header\":\"\",\"field_type\":\"text\", \"field_label\":\"Record ID\",\"select_choices_or_calculations\":\"\",\"field_note\":\"\", \"text_validation_type_or_show_slider_number\":\"\",\"text_validation_min\":\"\",\"text_validation_max\":\"\", \"identifier\":\"\",\"branching_logic\":\"\",\"required_field\":\"\",\"custom_alignment\":\"\",\"question_number\":\"\", \"matrix_group_name\":\"\",\"matrix_ranking\":\"\",\"field_annotation\":\"\"}, {\"field_name\":\"severity\",\"form_name\":\"enrollment\",\"section_header\":\"\",\"field_type\":\"radio\", \"field_label\":\"Severity\",\"select_choices_or_calculations\":\"1, Mild | 2, Severe\",\"field_note\":\"\", \"text_validation_type_or_show_slider_number\":\"\",\"text_validation_min\":\"\",\"text_validation_max\":\"\", \"identifier\":\"\",\"branching_logic\":\"\",\"required_field\":\"\",\"custom_alignment\":\"\",\"question_number\":\"\", \"matrix_group_name\":\"\",\"matrix_ranking\":\"\",\"field_annotation\":\"\"}, {\"field_name\":\"score\",\"form_name\":\"visit\",\"section_header\":\"\",\"field_type\":\"text\", \"field_label\":\"Score of the visit\",\"select_choices_or_calculations\":\"\",\"field_note\":\"\", \"text_validation_type_or_show_slider_number\":\"integer\",\"text_validation_min\":\"0\",\"text_validation_max\":\"100\", \"identifier\":\"\",\"branching_logic\":\"\",\"required_field\":\"y\",\"custom_alignment\":\"\",\"question_number\":\"\", \"matrix_group_name\":\"\",\"matrix_ranking\":\"\",\"field_annotation\":\"\"}]"),
        # Format of error messages, and of the count that an import of records answers.
        ("returnFormat", "json"),
    ]
    form = urllib.parse.urlencode(fields).encode()
    media = "application/x-www-form-urlencoded"
    request = urllib.request.Request(url, data=form, headers={"Content-Type": media})
    secure = urllib.request.HTTPSHandler(context=ssl.create_default_context())
    try:
        with urllib.request.build_opener(secure, NoRedirect).open(request, timeout=60) as response:
            body = response.read()
            headers = response.headers
        if body.startswith(b'{"error":'):
            raise RuntimeError(f"REDCap answered: {body.decode()}")
    except HTTPError as problem:
        raise RuntimeError(f"REDCap answered with status {problem.code}: {problem.read().decode()}") from None
    except OSError as problem:
        raise RuntimeError(f"The request failed: {problem}") from None
    # Number of fields imported.
    print(body.decode())

main()
end
