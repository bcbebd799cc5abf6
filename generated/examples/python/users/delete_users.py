# Delete Users: Removes users from a project together with their rights.
# Rights needed: API Import/Update, User Rights. In REDCap since 11.3.0.
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
    "content": "user",
    "action": "delete",
    # Names of the users to remove.
    "users[0]": "berta_berlin",
    # Format of error messages.
    "returnFormat": "json",
}

try:
    response = requests.post(url, data=fields, timeout=60, verify=True, allow_redirects=False)
except requests.RequestException as problem:
    sys.exit(f"The request failed: {problem}")
if not 200 <= response.status_code < 300 or response.text.startswith('{"error":'):
    sys.exit(f"REDCap answered with status {response.status_code}: {response.text}")

# Number of users removed.
print(response.text)
