//! Files of records.

use redcap_sandbox::Server;
use redcap_sandbox::api::{Form, Upload};
use redcap_sandbox::project::{Field, FieldType, Project, User};

use crate::support::{Answer, TOKEN, ask, ask_as, at, project, send, with};

const MEMBER: &str = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

/// Uploads a file with a token.
pub fn upload_as(server: &Server, token: &str, fields: &[(&str, &str)], name: &str, bytes: &[u8]) -> Answer {
    let mut form = Form::default();
    form.add("token", token.to_owned());
    for (field, value) in fields {
        form.add(field, (*value).to_owned());
    }
    let upload = Upload { field: "file".into(), name: name.into(), mime: None, bytes: bytes.to_vec().into() };
    form.uploads.push(upload);
    send(server, form)
}

fn upload(server: &Server, fields: &[(&str, &str)], name: &str, bytes: &[u8]) -> Answer {
    let mut all = vec![("content", "file"), ("action", "import"), ("returnFormat", "csv")];
    all.extend(fields);
    upload_as(server, TOKEN, &all, name, bytes)
}

fn call(server: &Server, action: &str, fields: &[(&str, &str)]) -> Answer {
    let mut all = vec![("content", "file"), ("action", action), ("returnFormat", "csv")];
    all.extend(fields);
    ask(server, &all)
}

/// A classic project with a file field, a signature field and two groups.
fn classic() -> Project {
    let mut project = Project::new(1, "Files");
    let form = "my_first_instrument";
    for (name, validation, identifier) in
        [("scan", "", false), ("consent", "", true), ("signed", "signature", false)]
    {
        let field = Field::new(name, form, FieldType::File, name);
        project.fields.insert(name.into(), Field { validation: validation.into(), identifier, ..field });
    }
    let north = project.add_dag("North");
    let south = project.add_dag("South");
    project.record_mut("1").dag = Some(south);
    let mut member = User::new("member");
    member.dag = Some(north);
    member.tokens.push(MEMBER.into());
    for right in ["api_export", "api_import"] {
        member.rights.set(right, 1);
    }
    member.rights.forms_export.insert(form.into(), 3);
    project.users.insert("member".into(), member);
    project
}

#[test]
fn a_file_is_stored_sent_replaced_and_deleted() {
    let server = with(classic());
    let scan = [("record", "1"), ("field", "scan")];
    let done = Answer { status: 200, media: "text/html; charset=utf-8".into(), bytes: Vec::new() };
    assert_eq!(upload(&server, &scan, "C:\\docs\\first.txt", b"one\n"), done);
    let file = call(&server, "export", &scan);
    assert_eq!((file.status, file.media.as_str()), (200, "text/plain; name=\"first.txt\";charset=UTF-8"));
    assert_eq!(file.bytes, b"one\n");
    assert_eq!(upload(&server, &scan, "second.pdf", b""), done);
    let file = call(&server, "export", &scan);
    assert_eq!(
        (file.status, file.media.as_str(), file.bytes.len()),
        (200, "application/pdf; name=\"second.pdf\"", 0)
    );
    let slot = server.store.projects().remove(0);
    assert_eq!(slot.snapshot().project.documents.len(), 1, "the first file is gone");
    assert_eq!(call(&server, "delete", &scan), done);
    assert!(slot.snapshot().project.documents.is_empty());
    for action in ["export", "delete"] {
        let refused = call(&server, action, &scan);
        assert_eq!(
            (refused.status, refused.text()),
            (400, "ERROR: There is no file in the field 'scan'".into())
        );
    }
}

#[test]
fn names_with_quotes_signs_and_line_breaks_leave_the_header_whole() {
    let server = with(classic());
    let scan = [("record", "1"), ("field", "scan")];
    for (name, media) in [
        ("a \"b\".txt", "text/plain; name=\"a \"b\".txt\";charset=UTF-8"),
        ("été; x=1.csv", "text/csv; name=\"été; x=1.csv\";charset=UTF-8"),
        ("one\r\nSet-Cookie: a.bin", "application/octet-stream; name=\"oneSet-Cookie: a.bin\""),
        ("no_extension", "application/octet-stream; name=\"no_extension\""),
    ] {
        assert_eq!(upload(&server, &scan, name, b"x").status, 200, "{name}");
        assert_eq!(call(&server, "export", &scan).media, media);
    }
}

#[test]
fn a_file_makes_its_record_and_its_instance() {
    let server = with(project("doctest_project"));
    let fields = |instance| {
        [
            ("record", "77"),
            ("field", "upload_field"),
            ("event", "event_1_arm_1"),
            ("repeat_instance", instance),
        ]
    };
    for (instance, name) in [("1", "one.txt"), ("4", "four.txt"), ("new", "five.txt")] {
        assert_eq!(upload(&server, &fields(instance), name, name.as_bytes()).status, 200);
    }
    for (instance, name) in [("1", "one.txt"), ("4", "four.txt"), ("5", "five.txt")] {
        assert_eq!(call(&server, "export", &fields(instance)).text(), name);
    }
    assert_eq!(call(&server, "export", &fields("1")[..3]).text(), "one.txt", "the first is the default");
    for (instance, message) in [
        ("2", "ERROR: There is no file in the field 'upload_field'"),
        ("0", "ERROR: The value of the parameter \"repeat_instance\" is not valid"),
    ] {
        assert_eq!(call(&server, "export", &fields(instance)).text(), message);
    }
    let slot = server.store.projects().remove(0);
    let log: Vec<(String, String)> = slot
        .snapshot()
        .log
        .iter()
        .take(2)
        .map(|entry| (entry.action.clone(), entry.details.clone()))
        .collect();
    let project = slot.snapshot().project;
    let numbers: Vec<u64> = project.record("77").expect("the record is there").documents().collect();
    assert_eq!(
        log,
        [
            (
                "Create record (API) 77".to_owned(),
                format!("record_id = '77', upload_field = '{}'", numbers[0])
            ),
            ("Update record (API) 77".to_owned(), format!("upload_field = '{}'", numbers[1])),
        ]
    );
}

#[test]
fn the_word_new_is_no_instance_before_its_version() {
    let server = at(Some("17.3.7"), project("doctest_project"));
    let fields =
        [("record", "1"), ("field", "upload_field"), ("event", "event_1_arm_1"), ("repeat_instance", "new")];
    let refused = upload(&server, &fields, "a.txt", b"");
    assert_eq!(refused.text(), "ERROR: The value of the parameter \"repeat_instance\" is not valid");
}

#[test]
fn the_event_must_be_named_known_and_have_the_instrument() {
    let server = with(project("test_long_project"));
    let file = |event| {
        let fields = [("record", "1"), ("field", "patient_document"), ("event", event)];
        call(&server, "export", &fields[..if event.is_empty() { 2 } else { 3 }]).text()
    };
    assert_eq!(file(""), "ERROR: The parameter 'event' is missing");
    assert_eq!(file("nowhere_arm_1"), "ERROR: The event \"nowhere_arm_1\" does not exist in the project.");
    assert_eq!(
        file("final_visit_arm_1"),
        "ERROR: The instrument 'demographics' is not designated for the event 'final_visit_arm_1'"
    );
}

#[test]
fn wrong_records_fields_and_forms_are_refused_in_the_words_of_servers() {
    let server = with(classic());
    for action in ["export", "delete"] {
        let refused = call(&server, action, &[("record", "-1"), ("field", "scan")]);
        assert_eq!(
            (refused.status, refused.text()),
            (400, "ERROR: The record \"-1\" does not exist".to_owned())
        );
    }
    for field in ["mugshotttttt", "record_id"] {
        let text = format!("ERROR: The field '{field}' does not exist or is not a 'file' field");
        assert_eq!(call(&server, "export", &[("record", "1"), ("field", field)]).text(), text);
        assert_eq!(upload(&server, &[("record", "1"), ("field", field)], "a.txt", b"").text(), text);
    }
    let signed = upload(&server, &[("record", "1"), ("field", "signed")], "a.png", b"");
    assert_eq!(
        (signed.status, signed.text()),
        (400, "ERROR: The field 'signed' is a signature field. Signatures cannot be imported.".to_owned())
    );
    let nothing = call(&server, "import", &[("record", "1"), ("field", "scan")]);
    assert_eq!((nothing.status, nothing.text()), (400, "ERROR: No valid file was uploaded".to_owned()));
    assert!(server.store.projects()[0].snapshot().project.documents.is_empty());
}

#[test]
fn export_rights_and_groups_count() {
    let server = with(classic());
    let member = |action, record, field| {
        let fields = [("content", "file"), ("action", action), ("record", record), ("field", field)];
        ask_as(&server, MEMBER, &[&fields[..], &[("returnFormat", "csv")]].concat())
    };
    upload(&server, &[("record", "1"), ("field", "scan")], "a.txt", b"south");
    let hidden = (400, "ERROR: The record \"1\" does not exist".to_owned());
    for action in ["export", "delete"] {
        let refused = member(action, "1", "scan");
        assert_eq!((refused.status, refused.text()), hidden);
    }
    let put = |record, field| {
        let fields = [("content", "file"), ("action", "import"), ("record", record), ("field", field)];
        upload_as(&server, MEMBER, &[&fields[..], &[("returnFormat", "csv")]].concat(), "b.txt", b"north")
    };
    assert_eq!((put("1", "scan").status, put("1", "scan").text()), hidden);
    assert_eq!((put("2", "scan").status, put("2", "consent").status), (200, 200));
    assert_eq!(member("export", "2", "scan").text(), "north", "the new record is in the caller's group");
    let refused = member("export", "2", "consent");
    assert_eq!(
        (refused.status, refused.text()),
        (403, "ERROR: You do not have Data Export privileges".to_owned())
    );
}

#[test]
fn old_servers_say_success() {
    let server = at(Some("5.8.2"), classic());
    let scan = [("record", "1"), ("field", "scan")];
    let stored = upload(&server, &scan, "a.txt", b"x");
    assert_eq!((stored.status, stored.text()), (201, "success".to_owned()));
    let deleted = call(&server, "delete", &scan);
    assert_eq!((deleted.status, deleted.text()), (200, "success".to_owned()));
}
