# Import Repeating Instruments and Events: Replaces the setup of repeating instruments and events.
# Rights needed: API Import/Update, Project Design and Setup. In REDCap since 8.10.0.
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
    "content": "repeatingFormsEvents",
    # Format of the payload in `data`.
    "format": "json",
    # All repeating instruments and events that the project is to have.
    "data": '[{"event_name":"week_1_arm_1","form_name":"diary","custom_form_label":"[diary_day]"},{"event_name":"week_1_arm_1","form_name":"adverse_event","custom_form_label":"[ae_term]"},{"event_name":"week_4_arm_1","form_name":"visit","custom_form_label":""}]',
    # Format of error messages, and of the count that an import of records answers.
    "returnFormat": "json",
}

try:
    response = requests.post(url, data=fields, timeout=60, verify=True, allow_redirects=False)
except requests.RequestException as problem:
    sys.exit(f"The request failed: {problem}")
if not 200 <= response.status_code < 300 or response.text.startswith('{"error":'):
    sys.exit(f"REDCap answered with status {response.status_code}: {response.text}")

# Number of repeating instruments and events imported.
print(response.text)
