"""Calls every public method of PyCap's Project against a sandbox and checks the answers.

Usage: driver.py URL SUPER_TOKEN FIXTURE_DIR

The projects are made from the XML files that PyCap's own live tests and doctests use, and most of the
answers expected here are the ones those tests and doctests expect of a real server.
"""

import io
import re
import sys
from datetime import datetime
from pathlib import Path

import pandas as pd
import requests
import semantic_version
from redcap import Project, RedcapError

URL, SUPER_TOKEN, FIXTURES = sys.argv[1], sys.argv[2], Path(sys.argv[3])

FAILURES = []
CALLED = set()
CREATE = (
    '<?xml version="1.0" encoding="UTF-8" ?><item><project_title>{}</project_title><purpose>0</purpose>'
    "<purpose_other></purpose_other><project_notes></project_notes></item>"
)


def check(what, got, wanted):
    """Notes an answer that is not the one wanted."""
    if got != wanted:
        FAILURES.append(f"{what}\n    wanted: {wanted!r}\n    got:    {got!r}")


def holds(what, condition, got=""):
    """Notes a condition that does not hold."""
    if not condition:
        FAILURES.append(f"{what}\n    got:    {got!r}")


def refused(what, call, *words):
    """Notes a call that should fail and does not, or fails with other words."""
    try:
        got = call()
    except RedcapError as error:
        holds(what, all(word in str(error) for word in words), str(error))
    else:
        FAILURES.append(f"{what}: should be refused\n    got:    {got!r}")


class Watched:
    """A project that remembers what was used of it."""

    def __init__(self, project):
        self.project = project

    def __getattr__(self, name):
        CALLED.add(name)
        return getattr(self.project, name)


def create(file):
    """Creates a project from a file, as PyCap's own tests do."""
    answer = requests.post(
        URL,
        data={
            "token": SUPER_TOKEN,
            "content": "project",
            "format": "xml",
            "data": CREATE.format(file),
            "odm": (FIXTURES / f"{file}.xml").read_text(encoding="utf-8"),
        },
        timeout=60,
    )
    check(f"create {file}: status", answer.status_code, 200)
    holds(f"create {file}: token", re.fullmatch(r"[0-9A-F]{32}", answer.text), answer.text)
    project = Watched(Project(URL, answer.text))
    user = project.export_users()[0]
    for right in ("record_delete", "record_rename", "lock_records_all_forms", "lock_records"):
        check(f"create {file}: {right} is missing at first", user[right], 0)
        user[right] = 1
    check(f"create {file}: import_users", project.import_users([user]), 1)
    return project


def doctests(proj):
    """What PyCap's docstrings show."""
    check("field_names", proj.field_names, ["record_id", "field_1", "checkbox_field", "upload_field"])
    check("is_longitudinal", proj.is_longitudinal, True)
    check("def_field", proj.def_field, "record_id")
    check("forms", proj.forms, ["form_1"])
    check("metadata", len(proj.metadata), 4)
    check("url", proj.url, URL)
    check("token", len(proj.token), 32)
    holds("export_version", proj.export_version() >= semantic_version.Version("12.0.1"))
    check("redcap_version", proj.redcap_version, proj.export_version())
    structure(proj)
    groups(proj)
    people(proj)
    files(proj)
    repository(proj)
    surveys(proj)
    records(proj)
    metadata(proj)


def structure(proj):
    """Arms, events, mappings, instruments, repeats."""
    check("export_arms", proj.export_arms(), [{"arm_num": 1, "name": "Arm 1"}])
    check("import_arms", proj.import_arms([{"arm_num": 2, "name": "Arm 2"}]), 1)
    check("delete_arms", proj.delete_arms([2]), 1)
    event = proj.export_events()[0]
    event.pop("event_id")
    wanted = {"event_name": "Event 1", "arm_num": 1, "unique_event_name": "event_1_arm_1", "custom_event_label": ""}
    check("export_events", {key: event[key] for key in wanted}, wanted)
    check("import_events", proj.import_events([{"event_name": "Event 2", "arm_num": "1"}]), 1)
    # The file has an event of that name already.
    names = [one["unique_event_name"] for one in proj.export_events()]
    check("export_events: names", names, ["event_1_arm_1", "event_2_arm_1", "event_2_arm_1b"])
    check("delete_events", proj.delete_events(["event_2_arm_1"]), 1)
    check(
        "export_instruments",
        proj.export_instruments(),
        [{"instrument_name": "form_1", "instrument_label": "Form 1"}],
    )
    mapping = [{"arm_num": 1, "unique_event_name": "event_1_arm_1", "form": "form_1"}]
    check("export_instrument_event_mappings", proj.export_instrument_event_mappings(), mapping)
    check("import_instrument_event_mappings", proj.import_instrument_event_mappings(mapping), 1)
    check(
        "export_repeating_instruments_events",
        proj.export_repeating_instruments_events(),
        [{"event_name": "event_1_arm_1", "form_name": "", "custom_form_label": ""}],
    )
    for form in ("csv", "json", "xml", "df"):
        setup = proj.export_repeating_instruments_events(format_type=form)
        got = proj.import_repeating_instruments_events(setup, import_format=form)
        check(f"import_repeating_instruments_events: {form}", got, 1)
    check(
        "export_field_names",
        [(one["original_field_name"], one["choice_value"], one["export_field_name"]) for one in proj.export_field_names()],
        [
            ("record_id", "", "record_id"),
            ("field_1", "", "field_1"),
            ("checkbox_field", "1", "checkbox_field___1"),
            ("checkbox_field", "2", "checkbox_field___2"),
            ("form_1_complete", "", "form_1_complete"),
        ],
    )
    info = proj.export_project_info()
    holds("export_project_info", info["project_id"] > 0 and info["is_longitudinal"] == 1, info)
    body, headers = proj.export_pdf()
    holds("export_pdf", body.startswith(b"%PDF-1.3\n3 0 obj\n"), body[:30])
    holds("export_pdf: headers", isinstance(headers, dict), headers)


def groups(proj):
    """Data access groups."""
    group = proj.export_dags()[0]
    holds("export_dags: number", group.pop("data_access_group_id") > 0, group)
    check("export_dags", group, {"data_access_group_name": "Test DAG", "unique_group_name": "test_dag"})
    check("import_dags", proj.import_dags([{"data_access_group_name": "New DAG", "unique_group_name": ""}]), 1)
    check("delete_dags", proj.delete_dags(["new_dag"]), 1)
    own = proj.export_users()[0]["username"]
    check(
        "export_user_dag_assignment",
        proj.export_user_dag_assignment(),
        [{"username": own, "redcap_data_access_group": ""}],
    )
    new = "pandeharris@gmail.com"
    check("import_users: a name", proj.import_users([{"username": new}]), 1)
    mapping = [{"username": new, "redcap_data_access_group": "test_dag"}]
    check("import_user_dag_assignment", proj.import_user_dag_assignment(mapping), 1)
    got = {one["username"]: one["redcap_data_access_group"] for one in proj.export_user_dag_assignment()}
    check("export_user_dag_assignment: two", got, {new: "test_dag", own: ""})
    check("delete_users", proj.delete_users([new]), 1)
    refused("switch_dag: not enabled", lambda: proj.switch_dag("test_dag"))


def people(proj):
    """Users and roles."""
    user = proj.export_users()[0]
    wanted = {"expiration": "", "data_access_group": "", "design": 1, "alerts": 1, "user_rights": 1, "reports": 1}
    check("export_users", {key: user[key] for key in wanted}, wanted)
    test_user = {
        "username": "pandeharris@gmail.com", "email": "pandeharris@gmail.com", "firstname": "REDCap Trial",
        "lastname": "User", "expiration": "", "data_access_group": "", "data_access_group_id": "", "design": 0,
        "user_rights": 0, "data_export": 2, "reports": 1, "stats_and_charts": 1, "calendar": 1,
        "file_repository": 1, "record_create": 1, "forms": {"form_1": 3},
    }
    check("import_users", proj.import_users([test_user]), 1)
    check("delete_users: xml", proj.delete_users([test_user["username"]], return_format_type="xml"), "1")
    role = proj.export_user_roles()[0]
    wanted = {
        "role_label": "Test role", "design": "0", "alerts": "0", "data_access_groups": "0", "api_import": "0",
        "forms": {"form_1": 2}, "forms_export": {"form_1": 0},
    }
    check("export_user_roles", {key: role[key] for key in wanted}, wanted)
    check("import_user_roles", proj.import_user_roles([role]), 1)
    check("import_user_roles: new", proj.import_user_roles([{"role_label": "New Role"}]), 1)
    new = [one["unique_role_name"] for one in proj.export_user_roles() if one["role_label"] == "New Role"]
    check("delete_user_roles", proj.delete_user_roles(new), 1)
    assigned = proj.export_user_role_assignment()
    check("export_user_role_assignment", [one["unique_role_name"] for one in assigned], [""])
    check("import_user_role_assignment", proj.import_user_role_assignment(assigned), 1)


def files(proj):
    """Files of records."""
    place = {"field": "upload_field", "event": "event_1_arm_1"}
    check(
        "export_file",
        proj.export_file(record="1", **place),
        (b"test upload\n", {"name": "test_upload.txt", "charset": "UTF-8"}),
    )
    for name, content in (("myupload.txt", b""), ("r\u00e9sum\u00e9.txt", b"text"), ("picture.png", bytes(range(256)))):
        got = proj.import_file(record="2", file_name=name, file_object=io.BytesIO(content), **place)
        check(f"import_file: {name}", got, [{}])
        body, headers = proj.export_file(record="2", **place)
        check(f"export_file: {name}", body, content)
        # Headers are bytes, and requests reads them as Latin-1.
        check(f"export_file: header of {name}", headers["name"].encode("latin-1").decode(), name)
    check("delete_file", proj.delete_file(record="2", **place), [{}])
    refused("export_file after delete", lambda: proj.export_file(record="2", **place))
    refused("export_file: unknown record", lambda: proj.export_file(record="-1", **place), 'The record "-1" does not exist')


def repository(proj):
    """The file repository."""
    folder = proj.create_folder_in_repository(name="New Folder")[0]["folder_id"]
    holds("create_folder_in_repository", folder > 0, folder)
    for name, inside in (("test.txt", None), ("test_in_folder.txt", folder)):
        got = proj.import_file_into_repository(name, io.BytesIO(b"hello"), folder_id=inside)
        check("import_file_into_repository", got, [{}])
    top = proj.export_file_repository()
    check("export_file_repository", top[0], {"folder_id": folder, "name": "New Folder"})
    document = [one for one in top if one["name"] == "test.txt"].pop()["doc_id"]
    check(
        "export_file_from_repository",
        proj.export_file_from_repository(doc_id=document),
        (b"hello", {"name": "test.txt", "charset": "UTF-8"}),
    )
    inside = proj.export_file_repository(folder_id=folder)
    check("export_file_repository: folder", [one["name"] for one in inside], ["test_in_folder.txt"])
    check("delete_file_from_repository", proj.delete_file_from_repository(doc_id=inside[0]["doc_id"]), [{}])
    check("export_file_repository: empty", proj.export_file_repository(folder_id=folder), [])


def surveys(proj):
    """Survey links, codes and participants."""
    place = {"record": "1", "instrument": "form_1", "event": "event_1_arm_1"}
    base = URL.removesuffix("api/")
    link = proj.export_survey_link(**place)
    holds("export_survey_link", link.startswith(f"{base}surveys/?s="), link)
    queue = proj.export_survey_queue_link(record="1")
    holds("export_survey_queue_link", queue.startswith(f"{base}surveys/?sq="), queue)
    check("export_survey_access_code", len(proj.export_survey_access_code(**place)), 9)
    check("export_survey_return_code", len(proj.export_survey_return_code(**place)), 8)
    people = proj.export_survey_participant_list(instrument="form_1", event="event_1_arm_1")
    check("export_survey_participant_list", [one["email"] for one in people], ["", "", ""])
    holds("export_survey_participant_list: codes", all(one["survey_access_code"] for one in people), people)
    table = proj.export_survey_participant_list(instrument="form_1", event="event_1_arm_1", format_type="df")
    check("export_survey_participant_list: df", len(table), 3)


def records(proj):
    """Records, in the order of the docstrings."""
    check("delete_records: three", proj.delete_records(["3"]), 1)
    rows = proj.export_records()
    wanted = [
        {
            "record_id": "1", "redcap_event_name": "event_1_arm_1", "redcap_repeat_instrument": "",
            "redcap_repeat_instance": 1, "field_1": "1", "checkbox_field___1": "0", "checkbox_field___2": "1",
            "upload_field": "test_upload.txt", "form_1_complete": "2",
        },
        {
            "record_id": "2", "redcap_event_name": "event_1_arm_1", "redcap_repeat_instrument": "",
            "redcap_repeat_instance": 1, "field_1": "0", "checkbox_field___1": "0", "checkbox_field___2": "0",
            "upload_field": "", "form_1_complete": "0",
        },
    ]
    check("export_records", rows, wanted)
    check("export_records: filter", proj.export_records(filter_logic="[field_1] = 1"), wanted[:1])
    csv = proj.export_records(format_type="csv", fields=["field_1", "checkbox_field"], raw_or_label="label")
    header = (
        "record_id,redcap_event_name,redcap_repeat_instrument,redcap_repeat_instance,field_1,"
        "checkbox_field___1,checkbox_field___2"
    )
    check("export_records: csv", csv.split("\n")[0], header)
    table = proj.export_records(format_type="df")
    check("export_records: df", (list(table.index.names), len(table)), (["record_id", "redcap_event_name"], 2))
    check("generate_next_record_name", proj.generate_next_record_name(), "3")
    new = [{"record_id": 3, "redcap_repeat_instance": 1, "field_1": 1}, {"record_id": 4, "redcap_repeat_instance": 1}]
    check("import_records: two", proj.import_records(new), {"count": 2})
    check("delete_records: two", proj.delete_records(["3", "4"]), 2)
    both = [
        {"record_id": 3, "redcap_event_name": "event_1_arm_1", "redcap_repeat_instance": number, "field_1": 2 - number}
        for number in (1, 2)
    ]
    check("import_records: instances", proj.import_records(both), {"count": 1})
    check("delete_records: instance", proj.delete_records(["3"], event="event_1_arm_1", repeat_instance=2), 1)
    left = proj.export_records(records=["3"])
    check("export_records: instance", [(one["redcap_repeat_instance"], one["field_1"]) for one in left], [(1, "1")])
    check("import_records: auto", proj.import_records([{"record_id": 9, "field_1": 1}], return_content="auto_ids", force_auto_number=True), ["4,9"])
    check("import_records: ids", proj.import_records(left, return_content="ids"), ["3"])
    check("import_records: df", proj.import_records(table.reset_index(), import_format="df"), {"count": 2})
    refused("import_records: bad value", lambda: proj.import_records([{"record_id": 1, "field_1": "perhaps"}]), "field_1")
    check("delete_records: rest", proj.delete_records(["3", "4"], return_format_type="xml"), "2")
    refused("delete_records: unknown", lambda: proj.delete_records(["77"]), "do not exist in the project")


def metadata(proj):
    """The dictionary, the log and reports."""
    table = proj.export_metadata(format_type="df")
    check("export_metadata: df", list(table.index), ["record_id", "field_1", "checkbox_field", "upload_field"])
    for form in ("csv", "json", "xml", "df"):
        dictionary = proj.export_metadata(format_type=form)
        dictionary = dictionary.reset_index() if form == "df" else dictionary
        check(f"import_metadata: {form}", proj.import_metadata(dictionary, import_format=form), 4)
    log = proj.export_logging()
    holds("export_logging", log and log[-1]["action"] == "Manage/Design ", log[-1:])
    check("export_logging: old", proj.export_logging(end_time=datetime(1999, 1, 1)), [])
    holds("export_logging: df", len(proj.export_logging(format_type="df", log_type="record")) > 0)
    refused("export_report: unknown", lambda: proj.export_report(report_id="999999"))


def simple(proj):
    """A classic project, as PyCap's live tests use it."""
    check("simple: is_longitudinal", proj.is_longitudinal, False)
    check("simple: metadata", (len(proj.metadata), len(proj.export_field_names())), (15, 16))
    for form in ("json", "csv", "xml"):
        for call in (proj.export_arms, proj.export_events, proj.export_instrument_event_mappings):
            refused(f"simple: {call.__name__} {form}", lambda call=call, form=form: call(format_type=form), "classic projects")
    rows = proj.export_records()
    check("simple: export_records", [row["record_id"] if "record_id" in row else row[proj.def_field] for row in rows], ["1", "2", "3"])
    check("simple: eav", len(proj.export_records(format_type="df", record_type="eav")), 30)
    identifier = proj.def_field
    new = [{identifier: number} for number in (4, 5, 6)]
    check("simple: import csv", proj.import_records(f"{identifier}\n4\n5\n6\n", import_format="csv", return_format_type="xml"), '<?xml version="1.0" encoding="UTF-8" ?><count>3</count>')
    check("simple: import df", proj.import_records(pd.DataFrame(new).set_index(identifier), import_format="df", return_content="ids"), ["4", "5", "6"])
    check("simple: import nothing", proj.import_records(new, return_content="nothing"), [{}])
    check("simple: delete", proj.delete_records(["4", "5", "6"], return_format_type="xml"), "3")
    check("simple: dags", proj.export_dags(format_type="df")["unique_group_name"].to_list(), ["test_dag"])
    check("simple: roles", proj.export_user_roles(format_type="df")["role_label"].to_list(), ["Example Role"])
    info = proj.export_project_info()
    check("simple: info", (info["is_longitudinal"], info["record_autonumbering_enabled"]), (0, 0))
    before = proj.export_project_info(format_type="csv")
    holds("simple: info csv", before.startswith("project_id,"), before[:40])


def long(proj):
    """A longitudinal project, as PyCap's live tests use it."""
    check("long: is_longitudinal", proj.is_longitudinal, True)
    check("long: arms", [arm["arm_num"] for arm in proj.export_arms()], [1, 2])
    check("long: arm 2", [arm["name"] for arm in proj.export_arms(arms=["2"])], ["Drug B"])
    check("long: events", len(proj.export_events()), 16)
    check("long: instruments", len(proj.export_instruments()), 9)
    mappings = proj.export_instrument_event_mappings()
    check("long: mappings", len(mappings), 44)
    first = [{"arm_num": "1", "unique_event_name": "enrollment_arm_1", "form": "demographics"}]
    check("long: import one mapping", proj.import_instrument_event_mappings(first), 1)
    check("long: one mapping", len(proj.export_instrument_event_mappings()), 1)
    check("long: restore mappings", proj.import_instrument_event_mappings(mappings), 44)
    check("long: repeats", len(proj.export_repeating_instruments_events(format_type="df")), 1)
    refused("long: report", lambda: proj.export_report(report_id="x"))
    check("long: rename arm", proj.import_arms([{"arm_num": 1, "name": "Drug Alpha"}]), 1)
    check("long: renamed arm", proj.export_arms()[0]["name"], "Drug Alpha")
    place = {"instrument": "contact_info", "event": "enrollment_arm_1"}
    check("long: return code", len(proj.export_survey_return_code(record="1", **place)), 8)
    body, _ = proj.export_pdf(record="1", event="enrollment_arm_1", instrument="demographics", compact_display=True)
    full, _ = proj.export_pdf(all_records=True)
    holds("long: pdf", body.startswith(b"%PDF-1.3") and len(body) < len(full), (len(body), len(full)))


def main():
    """Runs everything and tells what went wrong."""
    stages = [(doctests, "doctest_project"), (simple, "test_simple_project"), (long, "test_long_project")]
    for stage, file in stages:
        project = create(file)
        try:
            stage(project)
        except Exception as error:  # what is left can still be checked
            trace = error.__traceback__
            while trace.tb_next and trace.tb_next.tb_frame.f_code.co_filename == __file__:
                trace = trace.tb_next
            FAILURES.append(f"{stage.__name__}: line {trace.tb_lineno}: {type(error).__name__}: {error}")
    public = {name for name in dir(Project) if not name.startswith("_")}
    for name in sorted(public - CALLED):
        FAILURES.append(f"{name} was not called")
    for failure in FAILURES:
        print(failure)
    print(f"{len(public)} public names of Project, {len(FAILURES)} failures")
    sys.exit(1 if FAILURES else 0)


main()
