"""What schemathesis cannot know: the token is a field of the form, and calls change the project."""

from urllib.parse import parse_qsl

import schemathesis

import sandbox

# REDCap sends this text as it is, whatever media type it declares; no schema can say that a body is no JSON.
BARE = "The data is not in the specified format."


@schemathesis.hook
def before_call(context, case, kwargs):
    # Each call sees the project as it is seeded, so that a failure can be repeated alone.
    sandbox.reset()
    if not isinstance(case.body, dict):
        return
    # A wrong form with a wrong token would be refused at the door.
    create = case.operation.definition.raw["operationId"] == "create_project"
    case.body["token"] = sandbox.SUPER_TOKEN if create else sandbox.TOKEN
    # What is behind `#` selects the method. With another value in the form it is a call of another method.
    for name, value in parse_qsl(case.operation.path.partition("#")[2], keep_blank_values=True):
        if value or name not in case.body:
            case.body[name] = value


@schemathesis.hook
def after_call(context, case, response):
    if response.status_code == 400 and response.text == BARE:
        response.headers["content-type"] = ["text/html"]
