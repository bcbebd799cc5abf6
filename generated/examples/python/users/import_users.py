# Import Users: Adds users to a project or changes the rights of users who are in it.
# Rights needed: API Import/Update, User Rights. In REDCap since 6.11.0.

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
    "content": "user",
    # Format of the payload in `data`.
    "format": "json",
    # The users to add or change.
    "data": '[{"username":"berta_berlin","expiration":"2027-06-30","data_access_group":"berlin","calendar":1,"api_export":1}]',
    # Format of error messages, and of the count that an import of records answers.
    "returnFormat": "json",
}

try:
    response = requests.post(url, data=fields, timeout=60, verify=True, allow_redirects=False)
except requests.RequestException as problem:
    sys.exit(f"The request failed: {problem}")
if not 200 <= response.status_code < 300 or response.text.startswith('{"error":'):
    sys.exit(f"REDCap answered with status {response.status_code}: {response.text}")

# Number of users added or changed.
print(response.text)
