# Switch DAG: Moves the token owner to another of the Data Access Groups assigned to them.
# Rights needed: API Import/Update. In REDCap since 11.3.1.

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
    "action": "switch",
    # Unique name of the group to switch to.
    "dag": "lyon",
    # Format of error messages.
    "returnFormat": "json",
}

try:
    response = requests.post(url, data=fields, timeout=60, verify=True, allow_redirects=False)
except requests.RequestException as problem:
    sys.exit(f"The request failed: {problem}")
if not 200 <= response.status_code < 300 or response.text.startswith('{"error":'):
    sys.exit(f"REDCap answered with status {response.status_code}: {response.text}")

# The token owner now works in the chosen group.
print(response.text)
