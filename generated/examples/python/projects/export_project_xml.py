# Export Entire Project as REDCap XML File (containing metadata and data): Exports the structure of
# the project, with or without its data, as one ODM document.
# Rights needed: API Export, Data Export Rights. In REDCap since 6.12.0.

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
    "content": "project_xml",
    # Leave the data out.
    "returnMetadataOnly": "true",
    # Format of error messages.
    "returnFormat": "json",
}

try:
    response = requests.post(url, data=fields, timeout=60, verify=True, allow_redirects=False)
except requests.RequestException as problem:
    sys.exit(f"The request failed: {problem}")
if not 200 <= response.status_code < 300 or response.text.startswith('{"error":'):
    sys.exit(f"REDCap answered with status {response.status_code}: {response.text}")

# The project as an ODM document.
print(response.text)
