# Export a Survey Access Code for a Participant: Exports the short code with which one record opens
# one survey.
# Rights needed: API Export, Survey Distribution Tools. In REDCap since 15.1.0.

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
    "content": "surveyAccessCode",
    # The record whose code is wanted.
    "record": "1",
    # The instrument that is enabled as a survey.
    "instrument": "contact",
    # Unique name of the event, not its label.
    "event": "enrollment_arm_1",
    # Format of error messages.
    "returnFormat": "json",
}

try:
    response = requests.post(url, data=fields, timeout=60, verify=True, allow_redirects=False)
except requests.RequestException as problem:
    sys.exit(f"The request failed: {problem}")
if not 200 <= response.status_code < 300 or response.text.startswith('{"error":'):
    sys.exit(f"REDCap answered with status {response.status_code}: {response.text}")

# The bare code, without quotes in every format.
print(response.text)
