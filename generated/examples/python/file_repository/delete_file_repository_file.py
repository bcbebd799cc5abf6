# Delete a File from the File Repository: Moves a file of the File Repository to the recycle bin.
# Rights needed: API Import/Update, File Repository. In REDCap since 13.1.0.
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
    "content": "fileRepository",
    "action": "delete",
    # Id of the file, from the list of files and folders.
    "doc_id": "2024",
    # Format of error messages.
    "returnFormat": "json",
}

try:
    response = requests.post(url, data=fields, timeout=60, verify=True, allow_redirects=False)
except requests.RequestException as problem:
    sys.exit(f"The request failed: {problem}")
if not 200 <= response.status_code < 300 or response.text.startswith('{"error":'):
    sys.exit(f"REDCap answered with status {response.status_code}: {response.text}")

# The file is in the recycle bin.
print("Done.")
