# Export a List of Files/Folders from the File Repository: Exports the files and folders at one
# level of the File Repository.
# Rights needed: API Export, File Repository. In REDCap since 13.1.0.

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
    "content": "fileRepository",
    "action": "list",
    # Format of the answer.
    "format": "json",
    # Id of the folder to list.
    "folder_id": "2025",
    # Format of error messages, and of the count that an import of records answers.
    "returnFormat": "json",
}

try:
    response = requests.post(url, data=fields, timeout=60, verify=True, allow_redirects=False)
except requests.RequestException as problem:
    sys.exit(f"The request failed: {problem}")
if not 200 <= response.status_code < 300 or response.text.startswith('{"error":'):
    sys.exit(f"REDCap answered with status {response.status_code}: {response.text}")

# The files and folders directly in the folder.
try:
    answer = response.json()
except requests.JSONDecodeError:
    sys.exit(f"The answer is not JSON: {response.text}")
rows = pd.DataFrame(answer)
print(rows.to_string(index=False))
