# Export PDF file of Data Collection Instruments (either as blank or with data): Exports instruments
# as a PDF file, blank or filled with the data of records.
# Rights needed: API Export, Data Export Rights. In REDCap since 6.4.0.

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
    "content": "pdf",
    # The record whose data fill the document.
    "record": "1",
    # Unique name of the only event to show.
    "event": "enrollment_arm_1",
    # Unique name of the only instrument to show.
    "instrument": "enrollment",
    # Format of error messages.
    "returnFormat": "json",
}

try:
    response = requests.post(url, data=fields, timeout=60, verify=True, allow_redirects=False)
except requests.RequestException as problem:
    sys.exit(f"The request failed: {problem}")
if not 200 <= response.status_code < 300:
    sys.exit(f"REDCap answered with status {response.status_code}: {response.text}")

# The document.
with open("pdf.pdf", "wb") as file:
    file.write(response.content)
print("Saved as pdf.pdf")
