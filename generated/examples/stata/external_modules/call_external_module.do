version 16
clear
python:
# Call an External Module action: Passes a call on to an external module and returns what the module
# answers.
# Rights needed: External Modules API. In REDCap since 14.6.4.
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
        ("content", "externalModule"),
        # Unique prefix of the module, a short name without blanks.
        ("prefix", "sandbox_echo"),
        # An action that the module offers, or one of '__version', '__actions' and '__info'.
        ("action", "echo"),
        # Format in which the module should answer.
        ("format", "json"),
        # Format in which errors should come.
        ("returnFormat", "json"),
        ("record", "1"),
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
    # The text or file that the module answers.
    print(json.dumps(json.loads(body), indent=2, ensure_ascii=False))

main()
end
