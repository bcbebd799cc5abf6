# Import a File into the File Repository: Stores a new file in the File Repository.
# Rights needed: API Import/Update, File Repository. In REDCap since 13.1.0.

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
    "action": "import",
    # Id of the folder that gets the file.
    "folder_id": "2025",
    # Format of error messages.
    "returnFormat": "json",
}

# The file, as a multipart part with a file name.
try:
    with open("protocol.txt", "rb") as file:
        files = {"file": file}
        response = requests.post(
            url, data=fields, files=files, timeout=60, verify=True, allow_redirects=False
        )
except (OSError, requests.RequestException) as problem:
    sys.exit(f"The request failed: {problem}")
if not 200 <= response.status_code < 300 or response.text.startswith('{"error":'):
    sys.exit(f"REDCap answered with status {response.status_code}: {response.text}")

# The file is stored.
print("Done.")
