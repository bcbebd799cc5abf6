version 16
clear
python:
# Import Records: Creates records or changes values of existing ones.
# Rights needed: API Import/Update. In REDCap since 4.0.0 or earlier.
# Careful: what this deletes or replaces cannot be brought back.

import json
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
        ("content", "record"),
        # Format of the payload in 'data'.
        ("format", "json"),
        # Whether 'data' holds one row per record, event and instance ('flat') or one row per value
        # ('eav').
        ("type", "flat"),
        # Whether blank cells are passed over or erase what is stored.
        ("overwriteBehavior", "normal"),
        # The rows, in the format that 'format' names: a JSON array of objects, CSV with a header
        # line, XML with the root 'records' and one 'item' per row, or an ODM document.
        ("data", "[{\"record_id\":\"1\",\"redcap_event_name\":\"week_4_arm_1\",\"score\":\"35\"},{\"record_id\":\"2\",\"redcap_event_name\":\"week_4_arm_1\",\"score\":\"58\"}]"),
        # Format of error messages, and of the count that an import of records answers.
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
    # Number of different records in the data, not of rows.
    print(json.dumps(json.loads(body), indent=2, ensure_ascii=False))

main()
end
