# Export a File from the File Repository: Exports a file of the File Repository as bytes.
# Rights needed: API Export, File Repository. In REDCap since 13.1.0.

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
    "action": "export",
    # Id of the file, from the list of files and folders.
    "doc_id": "2024",
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
with open("protocol.txt", "wb") as file:
    file.write(response.content)
print("Saved as protocol.txt")
