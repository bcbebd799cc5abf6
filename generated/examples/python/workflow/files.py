# Uploads a file to a file upload field, then downloads it again under the name that REDCap has for it.
#
#     python3 workflow/files.py [FILE [RECORD [FIELD [EVENT]]]]

import os
import re
import sys

import requests

try:
    url = os.environ["REDCAP_API_URL"]
    token = os.environ["REDCAP_API_TOKEN"]
except KeyError as missing:
    sys.exit(f"Set the environment variable {missing}.")
defaults = ["workflow/scan.txt", "2", "scan", "week_1_arm_1"]
given = sys.argv[1:]
# The event is for longitudinal projects only.
path, record, field, event = given + defaults[len(given) :]


def send(fields, **options):
    """Sends a form and gives the answer, unless REDCap refuses."""
    try:
        response = requests.post(
            url, data=fields, timeout=300, verify=True, allow_redirects=False, **options
        )
        if not 200 <= response.status_code < 300:
            sys.exit(f"REDCap answered with status {response.status_code}: {response.text}")
    except requests.RequestException as problem:
        sys.exit(f"The request failed: {problem}")
    return response


upload = {
    "token": token,
    "content": "file",
    "action": "import",
    "event": event,
    "field": field,
    "record": record,
    "returnFormat": "json",
}
try:
    with open(path, "rb") as file:
        send(upload, files={"file": (os.path.basename(path), file)})
except OSError as problem:
    sys.exit(f"The file cannot be read: {problem}")
print(f"Uploaded {path}")

download = {
    "token": token,
    "content": "file",
    "action": "export",
    "event": event,
    "field": field,
    "record": record,
    "returnFormat": "json",
}
# The body stays on the wire until it is asked for.
with send(download, stream=True) as response:
    # Content-Type: text/plain; name="scan.txt". No folder in the name counts.
    name = re.search(r'name="([^"]+)"', response.headers.get("Content-Type", ""))
    target = os.path.join("downloads", os.path.basename(name[1]) if name else "download")
    os.makedirs("downloads", exist_ok=True)
    try:
        with open(target, "wb") as file:
            for piece in response.iter_content(chunk_size=65536):
                file.write(piece)
    except (OSError, requests.RequestException) as problem:
        sys.exit(f"The download failed: {problem}")
print(f"Downloaded {target}")
