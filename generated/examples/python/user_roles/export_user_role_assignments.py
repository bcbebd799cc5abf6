# Export User-Role Assignments: Exports which user is assigned to which role.
# Rights needed: API Export, User Rights. In REDCap since 11.3.0.

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
    "content": "userRoleMapping",
    # Format of the answer.
    "format": "json",
    # Format of error messages, and of the count that an import of records answers.
    "returnFormat": "json",
}

try:
    response = requests.post(url, data=fields, timeout=60, verify=True, allow_redirects=False)
except requests.RequestException as problem:
    sys.exit(f"The request failed: {problem}")
if not 200 <= response.status_code < 300 or response.text.startswith('{"error":'):
    sys.exit(f"REDCap answered with status {response.status_code}: {response.text}")

# One item per user of the project.
try:
    answer = response.json()
except requests.JSONDecodeError:
    sys.exit(f"The answer is not JSON: {response.text}")
rows = pd.DataFrame(answer)
print(rows.to_string(index=False))
