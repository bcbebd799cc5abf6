* Uploads a file to a field of a record, and downloads it again, under its name, into a folder.
version 16
python:
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
    file = "scan.txt"
    part = "file"
    folder = "downloads"
    fields = [
        ("token", token),
        ("content", "file"),
        ("action", "import"),
        ("event", "week_1_arm_1"),
        ("field", "scan"),
        ("record", "1"),
        ("returnFormat", "json"),
    ]
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
    print(file, "is stored")
    fields = [
        ("token", token),
        ("content", "file"),
        ("action", "export"),
        ("event", "week_1_arm_1"),
        ("field", "scan"),
        ("record", "1"),
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
    # A name without any folder, so that it cannot lead elsewhere.
    name = os.path.basename((headers.get_param("name") or "file").replace("\\", "/"))
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, name), "wb") as target:
        target.write(body)
    print(os.path.join(folder, name), len(body), "bytes")

main()
end
