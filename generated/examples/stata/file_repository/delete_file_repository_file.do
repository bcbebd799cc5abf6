version 16
clear
python:
# Delete a File from the File Repository: Moves a file of the File Repository to the recycle bin.
# Rights needed: API Import/Update, File Repository. In REDCap since 13.1.0.
# Careful: what this deletes or replaces cannot be brought back.

import os
import ssl
import urllib.parse
import urllib.request
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
        ("content", "fileRepository"),
        ("action", "delete"),
        # Id of the file, from the list of files and folders.
        ("doc_id", "2024"),
        # Format of error messages.
        ("returnFormat", "json"),
    ]
    form = urllib.parse.urlencode(fields).encode()
    media = "application/x-www-form-urlencoded"
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
    # The file is in the recycle bin.
    print("Done.")

main()
end
