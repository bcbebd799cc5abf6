version 16
clear
python:
# Import Repeating Instruments and Events: Replaces the setup of repeating instruments and events.
# Rights needed: API Import/Update, Project Design and Setup. In REDCap since 8.10.0.
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
        ("content", "repeatingFormsEvents"),
        # Format of the payload in 'data'.
        ("format", "json"),
        # All repeating instruments and events that the project is to have.
        ("data", "[{\"event_name\":\"week_1_arm_1\",\"form_name\":\"diary\",\"custom_form_label\":\"[diary_day]\"},{\"event_name\":\"week_1_arm_1\",\"form_name\":\"adverse_event\",\"custom_form_label\":\"[ae_term]\"},{\"event_name\":\"week_4_arm_1\",\"form_name\":\"visit\",\"custom_form_label\":\"\"}]"),
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
    # Number of repeating instruments and events imported.
    print(body.decode())

main()
end
