# Export a File: Exports the file that a record holds in a file upload or signature field.
# Rights needed: API Export, Data Export Rights. In REDCap since 4.0.0 or earlier.

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
    "content": "file",
    "action": "export",
    # Name of the record that holds the file.
    "record": "1",
    # Name of the file upload or signature field.
    "field": "scan",
    # Unique name of the event, not its label.
    "event": "week_1_arm_1",
    # Format of error messages.
    "returnFormat": "json",
}

try:
    response = requests.post(url, data=fields, timeout=60, verify=True, allow_redirects=False)
except requests.RequestException as problem:
    sys.exit(f"The request failed: {problem}")
if not 200 <= response.status_code < 300:
    sys.exit(f"REDCap answered with status {response.status_code}: {response.text}")

# The file, with its media type and original name.
with open("scan_1.txt", "wb") as file:
    file.write(response.content)
print("Saved as scan_1.txt")
