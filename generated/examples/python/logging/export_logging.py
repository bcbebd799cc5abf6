# Export Logging: Exports the log of who changed, exported or viewed what in the project, and when.
# Rights needed: API Export, Logging. In REDCap since 10.8.0.

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
    "content": "log",
    # Format of the answer.
    "format": "json",
    # Format of error messages, and of the count that an import of records answers.
    "returnFormat": "json",
    # Only entries of this kind.
    "logtype": "record",
    # Only entries after this time, in the time zone of the server.
    "beginTime": "2026-01-01 00:00",
    # Only entries before this time, in the time zone of the server.
    "endTime": "2026-01-15 23:59",
}

try:
    response = requests.post(url, data=fields, timeout=60, verify=True, allow_redirects=False)
except requests.RequestException as problem:
    sys.exit(f"The request failed: {problem}")
if not 200 <= response.status_code < 300 or response.text.startswith('{"error":'):
    sys.exit(f"REDCap answered with status {response.status_code}: {response.text}")

# The entries that pass all filters, newest first.
try:
    answer = response.json()
except requests.JSONDecodeError:
    sys.exit(f"The answer is not JSON: {response.text}")
rows = pd.DataFrame(answer)
print(rows.to_string(index=False))
