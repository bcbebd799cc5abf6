# Import Records: Creates records or changes values of existing ones.
# Rights needed: API Import/Update. In REDCap since 4.0.0 or earlier.
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
    "content": "record",
    # Format of the payload in `data`.
    "format": "json",
    # Whether `data` holds one row per record, event and instance (`flat`) or one row per value
    # (`eav`).
    "type": "flat",
    # Whether blank cells are passed over or erase what is stored.
    "overwriteBehavior": "normal",
    # The rows, in the format that `format` names: a JSON array of objects, CSV with a header line,
    # XML with the root `records` and one `item` per row, or an ODM document.
    "data": '[{"record_id":"1","redcap_event_name":"week_4_arm_1","score":"35"},{"record_id":"2","redcap_event_name":"week_4_arm_1","score":"58"}]',
    # Format of error messages, and of the count that an import of records answers.
    "returnFormat": "json",
}

try:
    response = requests.post(url, data=fields, timeout=60, verify=True, allow_redirects=False)
except requests.RequestException as problem:
    sys.exit(f"The request failed: {problem}")
if not 200 <= response.status_code < 300 or response.text.startswith('{"error":'):
    sys.exit(f"REDCap answered with status {response.status_code}: {response.text}")

# Number of different records in the data, not of rows.
try:
    answer = response.json()
except requests.JSONDecodeError:
    sys.exit(f"The answer is not JSON: {response.text}")
print(answer)
