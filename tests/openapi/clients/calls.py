"""Calls of the Python client that openapi-generator makes, on the sandbox."""

import json
import os

import redcap_client
import sandbox

token = os.environ["REDCAP_API_TOKEN"]
client = redcap_client.ApiClient(redcap_client.Configuration(host=os.environ["REDCAP_API_URL"].rstrip("/")))
records, files, arms = (api(client) for api in (redcap_client.RecordsApi, redcap_client.FilesApi, redcap_client.ArmsApi))
sandbox.reset()

# Both records come only if the list is on the wire as REDCap takes it: of repeated plain names it takes the last, and a
# list joined with commas would have more names.
rows = records.export_records(token, "record", format="json", records=["1", "2", "no, such"], fields=["record_id"])
assert {row["record_id"] for row in rows} == {"1", "2"}, rows
assert [arm.arm_num for arm in arms.export_arms(token, "arm", format="json", arms=[1, 2])] == [1, 2]

# Other formats are texts, which have no type of their own.
raw = records.export_records_without_preload_content(token, "record", format="csv", records=["1"])
assert raw.data.decode().startswith("record_id,"), raw.data

data = json.dumps([{"record_id": "1", "redcap_event_name": "week_4_arm_1", "score": "35"}])
answer = records.import_records(token, "record", data, format="json", return_format="json")
assert answer == {"count": 1}, answer

call = json.loads(os.environ["UPLOAD"])
files.import_file(token, "file", "import", call["record"], call["field"], ("scan.txt", b"bytes"), event=call.get("event"))
kept = files.export_file(token, "file", "export", call["record"], call["field"], event=call.get("event"))
assert bytes(kept) == b"bytes", kept

try:
    records.export_records("F" * 32, "record", format="json", return_format="json")
    raise AssertionError("a wrong token is taken")
except redcap_client.ApiException as error:
    assert error.status == 403 and "permissions" in error.body, error

assert str(records.delete_records(token, "record", "delete", ["3", "4"])) == "2"
left = records.export_records(token, "record", format="json", fields=["record_id"])
assert {row["record_id"] for row in left}.isdisjoint({"3", "4"}), left
print("8 calls")
