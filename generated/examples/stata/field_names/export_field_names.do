version 16
clear
python:
# Export List of Export Field Names (i.e. variables used during exports and imports): Exports the
# column names that record exports and imports use for each field.
# Rights needed: API Export. In REDCap since 6.4.0.

import json
import os
import ssl
import urllib.parse
import urllib.request
from urllib.error import HTTPError

from sfi import Data, SFIToolkit

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
        ("content", "exportFieldNames"),
        # Format of the answer.
        ("format", "json"),
        # Only the columns of this one field.
        ("field", "diary_meds"),
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
    # One item for each export column, of all fields or of the field asked for.
    rows = json.loads(body)
    names = list(rows[0]) if rows else []
    Data.setObsTotal(len(rows))
    for place, name in enumerate(names):
        Data.addVarStrL(SFIToolkit.makeVarName(name))
        for number, row in enumerate(rows):
            value = row.get(name, "")
            Data.storeAt(place, number, value if isinstance(value, str) else json.dumps(value, ensure_ascii=False))

main()
end
list, notrim
