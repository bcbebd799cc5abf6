"""Every method in every format, on the project as it is seeded: status, media type and body are as documented."""

import json
import sys
from xml.etree import ElementTree

from jsonschema import Draft202012Validator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

import sandbox

FORMATS = ["format", "returnFormat", "returnContent"]


def values(of, schema):
    """The values that a parameter may have."""
    for part in schema.get("allOf", []):
        schema = of["components"]["schemas"][part["$ref"].rsplit("/", 1)[1]]
    return schema.get("enum", [])


def variants(of, body, example):
    """An example in each format that its method has, with errors in each format, and with each content of an answer."""
    properties = body["schema"]["properties"]
    yield example
    for name in [name for name in FORMATS if name in properties]:
        for value in values(of, properties[name]):
            form = {**example, name: value}
            # A document in the form has the format too.
            if name == "format" and "data" in form and example.get("format") == "json" and value != "json":
                rows = json.loads(form["data"])
                flat = isinstance(rows, list) and not any(isinstance(cell, dict) for row in rows for cell in row.values())
                if value not in ("csv", "xml") or not flat:
                    continue
                form["data"] = (sandbox.as_csv if value == "csv" else sandbox.as_xml)(rows)
            elif name == "format" and "data" in form and value != example.get("format"):
                continue
            yield form


class Check:
    def __init__(self, name):
        self.document = sandbox.document(name)
        resource = Resource.from_contents(self.document, default_specification=DRAFT202012)
        self.registry = Registry().with_resource("", resource)
        self.seen = set()
        self.sent = 0
        self.wrong = []

    def look(self, operation, form, answer):
        """Compares one answer with the document."""
        self.sent += 1
        method, status = operation["operationId"], str(answer.status)
        said = {name: form.get(name) for name in FORMATS if name in form}
        problem = lambda words: self.wrong.append(f"{method} {said}: {words}\n    {answer.data[:300]!r}")
        response = operation["responses"].get(status)
        if response is None:
            return problem(f"status {status} is not documented")
        if "$ref" in response:
            response = self.document["components"]["responses"][response["$ref"].rsplit("/", 1)[1]]
        media = answer.headers.get("content-type", "").split(";")[0].strip()
        content = response.get("content", {})
        described = content.get(media, content.get("*/*"))
        if described is None:
            return problem(f"{status} with {media or 'no media type'} is not documented, but {', '.join(content)} is")
        self.seen.add((method, status, media))
        if "json" in media:
            schema = Draft202012Validator(described["schema"], registry=self.registry, _resolver=self.registry.resolver())
            for error in schema.iter_errors(json.loads(answer.data)):
                problem(f"{error.json_path}: {error.message[:300]}")
        elif "xml" in media:
            ElementTree.fromstring(answer.data)


def main():
    wrong, sent = [], 0
    for name in ["latest/openapi.json", "latest/openapi-3.0.json"]:
        check = Check(name)
        for operation, media, body in sandbox.operations(check.document):
            files = {name for name, one in body["schema"]["properties"].items() if one.get("format") == "binary"}
            success = {status for status in operation["responses"] if status < "300"}
            for number, example in enumerate(body["examples"].values()):
                for form in variants(check.document, body, example["value"]):
                    sandbox.reset()
                    answer = sandbox.send({**form, "token": sandbox.token_for(form)}, media, files)
                    check.look(operation, form, answer)
                    # The first example works; what later ones need is told beside them.
                    if number == 0 and str(answer.status) not in success:
                        check.wrong.append(f"{operation['operationId']} {form}: {answer.status} {answer.data[:300]!r}")
            first = next(iter(body["examples"].values()))["value"]
            for format in ["json", "xml", "csv"]:
                form = {**first, "token": "F" * 32, "returnFormat": format}
                answer = sandbox.send(form, media, files)
                check.look(operation, form, answer)
                if str(answer.status) in success:
                    check.wrong.append(f"{operation['operationId']}: a wrong token is taken")
        said = {
            (operation["operationId"], status, media)
            for operation, _, _ in sandbox.operations(check.document)
            for status, response in operation["responses"].items()
            if status < "300"
            for media in response.get("content", {})
            if media != "*/*"
        }
        for method, status, media in sorted(said - check.seen):
            check.wrong.append(f"{method}: {status} with {media} is documented and never came")
        wrong += [f"{name}: {words}" for words in check.wrong]
        sent += check.sent
    print("\n".join(wrong))
    print(f"RESULT {sent} answers")
    return 1 if wrong else 0


sys.exit(main())
