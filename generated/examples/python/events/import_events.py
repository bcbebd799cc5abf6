# Import Events: Adds events to a longitudinal project or changes existing ones.
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
    "content": "event",
    "action": "import",
    # Delete all events before importing.
    "override": "0",
    # Format of the payload in `data`.
    "format": "json",
    # The events to add or change.
    "data": '[{"event_name":"Month 12","arm_num":1}]',
    # Format of error messages, and of the count that an import of records answers.
    "returnFormat": "json",
}

try:
    response = requests.post(url, data=fields, timeout=60, verify=True, allow_redirects=False)
except requests.RequestException as problem:
    sys.exit(f"The request failed: {problem}")
if not 200 <= response.status_code < 300 or response.text.startswith('{"error":'):
    sys.exit(f"REDCap answered with status {response.status_code}: {response.text}")

# Number of events imported.
print(response.text)
