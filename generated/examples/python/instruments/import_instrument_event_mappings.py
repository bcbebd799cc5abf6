# Import Instrument-Event Mappings: Replaces which instruments belong to which events of a
# longitudinal project.
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
    "content": "formEventMapping",
    # Format of the payload in `data`.
    "format": "json",
    # The complete new mapping.
    "data": '[{"arm_num":1,"unique_event_name":"enrollment_arm_1","form":"contact"},{"arm_num":1,"unique_event_name":"enrollment_arm_1","form":"enrollment"},{"arm_num":1,"unique_event_name":"week_1_arm_1","form":"visit"},{"arm_num":1,"unique_event_name":"week_1_arm_1","form":"diary"}]',
    # Format of error messages, and of the count that an import of records answers.
    "returnFormat": "json",
}

try:
    response = requests.post(url, data=fields, timeout=60, verify=True, allow_redirects=False)
except requests.RequestException as problem:
    sys.exit(f"The request failed: {problem}")
if not 200 <= response.status_code < 300 or response.text.startswith('{"error":'):
    sys.exit(f"REDCap answered with status {response.status_code}: {response.text}")

# Number of mappings imported.
print(response.text)
