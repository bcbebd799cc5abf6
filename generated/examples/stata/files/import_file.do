version 16
clear
python:
# Import a File: Stores a file in a file upload field of a record.
# Rights needed: API Import/Update. In REDCap since 4.0.0 or earlier.
# Careful: what this deletes or replaces cannot be brought back.

import os
import ssl
import urllib.parse
import urllib.request
import uuid
from urllib.error import HTTPError

class NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *args):
        return None

def main():
    url = os.environ.get("REDCAP_API_URL")
    token = os.environ.get("REDCAP_API_TOKEN")  # a secret: never write it into a do-file
    if not url:
        raise RuntimeError("Set the environment variable REDCAP_API_URL.")
    if not token:
        raise RuntimeError("Set the environment variable REDCAP_API_TOKEN.")
    fields = [
        ("token", token),
        ("content", "file"),
        ("action", "import"),
        # Name of the record that gets the file.
        ("record", "2"),
        # Name of the file upload field; not a signature field.
        ("field", "scan"),
        # Unique name of the event, not its label.
        ("event", "week_1_arm_1"),
        # Format of error messages.
        ("returnFormat", "json"),
    ]
    # The file, as a multipart part with a file name.
    file = "scan_2.txt"
    part = "file"
    # A form with a file, as browsers send it.
    boundary = uuid.uuid4().hex
    parts = []
    for name, value in fields:
        parts.append(f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode())
    with open(file, "rb") as source:
        head = f'Content-Disposition: form-data; name="{part}"; filename="{os.path.basename(file)}"'
        parts.append(f"--{boundary}\r\n{head}\r\nContent-Type: application/octet-stream\r\n\r\n".encode())
        parts.append(source.read() + f"\r\n--{boundary}--\r\n".encode())
    form = b"".join(parts)
    media = f"multipart/form-data; boundary={boundary}"
    request = urllib.request.Request(url, data=form, headers={"Content-Type": media})
    secure = urllib.request.HTTPSHandler(context=ssl.create_default_context())
    try:
        with urllib.request.build_opener(secure, NoRedirect).open(request, timeout=60) as response:
            body = response.read()
            headers = response.headers
        if body.startswith(b'{"error":'):
            raise RuntimeError(f"REDCap answered: {body.decode()}")
    except HTTPError as problem:
        raise RuntimeError(f"REDCap answered with status {problem.code}: {problem.read().decode()}") from None
    except OSError as problem:
        raise RuntimeError(f"The request failed: {problem}") from None
    # The file is stored.
    print("Done.")

main()
end
