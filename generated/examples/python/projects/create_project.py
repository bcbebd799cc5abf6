# Create A New Project: Creates a project with a super token and returns a token for it.
# In REDCap since 6.11.0.

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
    "content": "project",
    # Format of the payload in `data`.
    "format": "json",
    # Title, purpose and first settings of the project.
    "data": '[{"project_title":"Migraine Diary","purpose":1,"purpose_other":"Method comparison","is_longitudinal":1,"record_autonumbering_enabled":0}]',
    # Format of error messages, and of the count that an import of records answers.
    "returnFormat": "json",
}

try:
    response = requests.post(url, data=fields, timeout=60, verify=True, allow_redirects=False)
except requests.RequestException as problem:
    sys.exit(f"The request failed: {problem}")
if not 200 <= response.status_code < 300 or response.text.startswith('{"error":'):
    sys.exit(f"REDCap answered with status {response.status_code}: {response.text}")

# The token of the caller for the new project, 32 characters in every format.
print(response.text)
