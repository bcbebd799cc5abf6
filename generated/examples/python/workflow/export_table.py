# Exports all records of a project into a table and saves it as CSV: a job for cron or the Task Scheduler.
#
#     python3 workflow/export_table.py [FILE]

import io
import os
import sys

import pandas as pd
import requests

try:
    url = os.environ["REDCAP_API_URL"]
    token = os.environ["REDCAP_API_TOKEN"]
except KeyError as missing:
    sys.exit(f"Set the environment variable {missing}.")
file = sys.argv[1] if len(sys.argv) > 1 else "records.csv"

fields = {
    "token": token,
    "content": "record",
    "format": "csv",
    "rawOrLabel": "raw",
    "returnFormat": "json",
    "type": "flat",
}
try:
    response = requests.post(url, data=fields, timeout=300, verify=True, allow_redirects=False)
except requests.RequestException as problem:
    sys.exit(f"The request failed: {problem}")
if not 200 <= response.status_code < 300 or response.text.startswith('{"error":'):
    sys.exit(f"REDCap answered with status {response.status_code}: {response.text}")

# Everything stays text, as REDCap stores it: the record 007 does not become 7. Turn the columns that
# you need into numbers or dates: table["score"] = pd.to_numeric(table["score"])
if response.text.strip():
    table = pd.read_csv(io.BytesIO(response.content), dtype=str, keep_default_na=False)
else:
    table = pd.DataFrame()
print(f"{len(table)} rows with {len(table.columns)} columns")

# Whoever reads the file meanwhile sees the old one or the new one, whole.
table.to_csv(f"{file}.part", index=False)
os.replace(f"{file}.part", file)
print(f"Saved as {file}")
