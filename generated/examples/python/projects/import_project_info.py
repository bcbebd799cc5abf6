# Import Project Information: Changes settings of the project, such as its title, purpose or
# modules.
# Rights needed: API Import/Update, Project Design and Setup. In REDCap since 7.0.0 or earlier.

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
    "content": "project_settings",
    # Format of the payload in `data`.
    "format": "json",
    # The settings to change, in one item.
    "data": '[{"project_title":"Headache Trial II","project_irb_number":"IRB-2026-014"}]',
    # Format of error messages, and of the count that an import of records answers.
    "returnFormat": "json",
}

try:
    response = requests.post(url, data=fields, timeout=60, verify=True, allow_redirects=False)
except requests.RequestException as problem:
    sys.exit(f"The request failed: {problem}")
if not 200 <= response.status_code < 300 or response.text.startswith('{"error":'):
    sys.exit(f"REDCap answered with status {response.status_code}: {response.text}")

# Number of settings taken from the item, unchanged ones included.
print(response.text)
