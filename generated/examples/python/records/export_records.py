# Export Records: Exports the data of records as rows, as single values or as a CDISC ODM document.
# Rights needed: API Export, Data Export Rights. In REDCap since 4.0.0 or earlier.

import os
import sys

import pandas as pd
import requests

try:
    url = os.environ["REDCAP_API_URL"]
    token = os.environ["REDCAP_API_TOKEN"]  # a secret: never write it into a program
except KeyError as missing:
    sys.exit(f"Set the environment variable {missing}.")

fields = {
    "token": token,
    "content": "record",
    # Format of the answer.
    "format": "json",
    # One row per record, event and instance (`flat`), or one row per stored value (`eav`).
    "type": "flat",
    # Only these records.
    "records[0]": "1",
    "records[1]": "2",
    # Only these fields, in addition to those of `forms`.
    "fields[0]": "record_id",
    "fields[1]": "enrolled",
    "fields[2]": "severity",
    # Only rows of these events, by unique name; longitudinal projects only.
    "events[0]": "enrollment_arm_1",
    # Format of error messages, and of the count that an import of records answers.
    "returnFormat": "json",
}

try:
    response = requests.post(url, data=fields, timeout=60, verify=True, allow_redirects=False)
except requests.RequestException as problem:
    sys.exit(f"The request failed: {problem}")
if not 200 <= response.status_code < 300 or response.text.startswith('{"error":'):
    sys.exit(f"REDCap answered with status {response.status_code}: {response.text}")

# One row per record, event and instance, with the project's fields as columns.
try:
    answer = response.json()
except requests.JSONDecodeError:
    sys.exit(f"The answer is not JSON: {response.text}")
rows = pd.DataFrame(answer)
print(rows.to_string(index=False))
