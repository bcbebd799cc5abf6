version 16
clear
python:
# Export PDF file of Data Collection Instruments (either as blank or with data): Exports instruments
# as a PDF file, blank or filled with the data of records.
# Rights needed: API Export, Data Export Rights. In REDCap since 6.4.0.

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
        ("content", "pdf"),
        # The record whose data fill the document.
        ("record", "1"),
        # Unique name of the only event to show.
        ("event", "enrollment_arm_1"),
        # Unique name of the only instrument to show.
        ("instrument", "enrollment"),
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
    except HTTPError as problem:
        raise RuntimeError(f"REDCap answered with status {problem.code}: {problem.read().decode()}") from None
    except OSError as problem:
        raise RuntimeError(f"The request failed: {problem}") from None
    # The document.
    name = "pdf.pdf"
    with open(name, "wb") as target:
        target.write(body)
    print("Saved as", name)

main()
end
