"""The Postman collection fits Postman's schema of collections 2.1, which a crate ships with its tests."""

import json
import subprocess
import sys
from pathlib import Path

from jsonschema.validators import validator_for

here = Path(__file__).parent
told = subprocess.run(
    ["cargo", "metadata", "--locked", "--format-version", "1", "--manifest-path", here / "progenitor/Cargo.toml"],
    check=True, capture_output=True, text=True,
)
(crate,) = (one for one in json.loads(told.stdout)["packages"] if one["name"] == "postman_collection")
path = Path(crate["manifest_path"]).parent / "tests/fixtures/schema/postman-collection-v2.1.0.json"
schema = json.loads(path.read_text())

collection = json.loads(Path("generated/postman/collection.json").read_text())
validator = validator_for(schema)(schema)


def faults(of):
    return [f"{error.json_path}: {error.message[:300]}" for error in validator.iter_errors(of)]


found = faults(collection)
print("\n".join(found))
# A schema that takes anything would be no proof.
broken = json.loads(json.dumps(collection))
del broken["item"][0]["item"][0]["request"]
broken["info"].pop("name")
assert len(faults(broken)) >= 2, "the schema takes a collection that is broken"
print(f"RESULT {len(collection['item'])} folders")
sys.exit(bool(found))
