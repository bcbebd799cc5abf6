"""The sandbox, and what a document says should be sent to it."""

import csv
import io
import json
import os
from pathlib import Path
from urllib.parse import urljoin
from xml.sax.saxutils import escape

import urllib3

URL = os.environ["REDCAP_API_URL"]
TOKEN = os.environ["REDCAP_API_TOKEN"]
SUPER_TOKEN = os.environ["REDCAP_SUPER_TOKEN"]
POOL = urllib3.PoolManager()
MULTIPART = "multipart/form-data"


def document(name="latest/openapi.json"):
    return json.loads(Path("generated/openapi", name).read_text())


def operations(of):
    """The operations with the media type and the description of their form."""
    for path in of["paths"].values():
        operation = path["post"]
        ((media, body),) = operation["requestBody"]["content"].items()
        yield operation, media, body


def reset():
    POOL.request("POST", urljoin(URL, "/_sandbox/reset"))


def journal():
    """The requests since the last reset."""
    return POOL.request("GET", urljoin(URL, "/_sandbox/journal")).json()


def token_for(form):
    """The token that is as long as the one in a form."""
    return SUPER_TOKEN if len(form.get("token", "")) == 64 else TOKEN


def text(value):
    return str(value).lower() if isinstance(value, bool) else str(value)


def send(form, media, files=()):
    """Sends a form as the document describes it: items of lists one by one, files as parts with a name."""
    fields = []
    for name, value in form.items():
        if name in files:
            fields.append((name, ("example.txt", text(value))))
        else:
            fields += [(name, text(item)) for item in (value if isinstance(value, list) else [value])]
    return POOL.request("POST", URL, fields=fields, encode_multipart=media == MULTIPART, redirect=False)


def as_csv(rows):
    names = list(dict.fromkeys(name for row in rows for name in row))
    out = io.StringIO()
    writer = csv.DictWriter(out, names, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def as_xml(rows):
    cells = lambda row: "".join(f"<{name}>{escape(text(value))}</{name}>" for name, value in row.items())
    return "<records>" + "".join(f"<item>{cells(row)}</item>" for row in rows) + "</records>"
