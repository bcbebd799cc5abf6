# Imports the rows of a CSV file whose first line names the fields. REDCap takes all of them or none.
#
#     python3 workflow/import_rows.py [FILE]

import os
import sys

import pandas as pd
import requests

try:
    url = os.environ["REDCAP_API_URL"]
    token = os.environ["REDCAP_API_TOKEN"]
except KeyError as missing:
    sys.exit(f"Set the environment variable {missing}.")
file = sys.argv[1] if len(sys.argv) > 1 else "workflow/rows.csv"

# A table of your own program can be sent in the same way. Text, so that 007 does not become 7.
try:
    table = pd.read_csv(file, dtype=str, keep_default_na=False, encoding="utf-8-sig")
except (OSError, ValueError) as problem:
    sys.exit(f"The rows cannot be read: {problem}")

fields = {
    "token": token,
    "content": "record",
    "data": table.to_json(orient="records"),
    "format": "json",
    "overwriteBehavior": "normal",
    "returnContent": "count",
    "returnFormat": "json",
    "type": "flat",
}
try:
    response = requests.post(url, data=fields, timeout=300, verify=True, allow_redirects=False)
except requests.RequestException as problem:
    sys.exit(f"The request failed: {problem}")

try:
    answer = response.json()
except requests.JSONDecodeError:
    answer = {"error": response.text}
if not 200 <= response.status_code < 300 or "count" not in answer:
    # For each value that does not fit, a line with record, field, value and reason.
    reason = answer.get("error", response.text)
    sys.exit(f"REDCap refused the rows (status {response.status_code}).\n{reason}")
print(f"Imported records: {answer['count']}")
