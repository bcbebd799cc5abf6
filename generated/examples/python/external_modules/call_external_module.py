# Call an External Module action: Passes a call on to an external module and returns what the module
# answers.
# Rights needed: External Modules API. In REDCap since 14.6.4.
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
    "content": "externalModule",
    # Unique prefix of the module, a short name without blanks.
    "prefix": "sandbox_echo",
    # An action that the module offers, or one of `__version`, `__actions` and `__info`.
    "action": "echo",
    # Format in which the module should answer.
    "format": "json",
    # Format in which errors should come.
    "returnFormat": "json",
    "record": "1",
}

try:
    response = requests.post(url, data=fields, timeout=60, verify=True, allow_redirects=False)
except requests.RequestException as problem:
    sys.exit(f"The request failed: {problem}")
if not 200 <= response.status_code < 300 or response.text.startswith('{"error":'):
    sys.exit(f"REDCap answered with status {response.status_code}: {response.text}")

# The text or file that the module answers.
try:
    answer = response.json()
except requests.JSONDecodeError:
    sys.exit(f"The answer is not JSON: {response.text}")
print(answer)
