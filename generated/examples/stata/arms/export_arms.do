version 16
clear
python:
# Export Arms: Exports the arms of a longitudinal project.
# Rights needed: API Export. In REDCap since 4.7.0 or earlier.

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
        ("content", "arm"),
        # Format of the answer.
        ("format", "json"),
        # Only these arm numbers.
        ("arms[0]", "1"),
        ("arms[1]", "2"),
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
    # The arms that have at least one event.
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
