# Import DAGs: Creates Data Access Groups or renames existing ones.
# Rights needed: API Import/Update, Data Access Groups. In REDCap since 10.8.0 or earlier.
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
    "content": "dag",
    "action": "import",
    # Format of the payload in `data`.
    "format": "json",
    # The groups to create or rename.
    "data": '[{"data_access_group_name":"Paris","unique_group_name":""}]',
    # Format of error messages, and of the count that an import of records answers.
    "returnFormat": "json",
}

try:
    response = requests.post(url, data=fields, timeout=60, verify=True, allow_redirects=False)
except requests.RequestException as problem:
    sys.exit(f"The request failed: {problem}")
if not 200 <= response.status_code < 300 or response.text.startswith('{"error":'):
    sys.exit(f"REDCap answered with status {response.status_code}: {response.text}")

# Number of groups added or updated.
print(response.text)
