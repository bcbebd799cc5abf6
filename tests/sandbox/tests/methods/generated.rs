//! Projects of generated records: everything reads them, nothing changes them.

use redcap_sandbox::api::{Body, Form, answer};
use redcap_sandbox::project::Project;

use crate::records_export::export;
use crate::support::{TOKEN, both, text, with};

#[test]
fn generated_records_are_exported_and_found() {
    let server = with(Project::generate(1000, 4));
    let csv = export(&server, &[("format", "csv")]);
    let lines: Vec<&str> = csv.lines().collect();
    assert_eq!(lines[0], "record_id,field_1,field_2,field_3,form_1_complete");
    assert_eq!(lines.len(), 1001);
    assert!(lines[1].starts_with("1,20") && lines[1000].starts_with("1000,20"));
    let some = export(
        &server,
        &[("format", "csv"), ("records[0]", "1000"), ("records[1]", "007"), ("records[2]", "7")],
    );
    assert_eq!(
        some.lines().map(|line| line.split(',').next()).collect::<Vec<_>>(),
        [Some("record_id"), Some("7"), Some("1000")]
    );
    let chosen = export(
        &server,
        &[("format", "csv"), ("fields[0]", "record_id"), ("filterLogic", "[record_id] > 998")],
    );
    assert_eq!(chosen, "record_id\n999\n1000\n");
    assert_eq!(export(&server, &[("format", "csv"), ("records[0]", "1001")]), "\n");
}

#[test]
fn the_same_size_gives_the_same_records() {
    assert_eq!(Project::generate(50, 80), Project::generate(50, 80));
    let project = Project::generate(2, 80);
    assert_eq!((project.fields.len(), project.instruments.len()), (80, 4));
    assert_eq!(project.next_record_name(None), "3");
}

#[test]
fn a_generated_project_cannot_be_changed() {
    let server = with(Project::generate(5, 3));
    let refused =
        (400, "ERROR: The records of this project are generated, so it cannot be changed.".to_owned());
    let import = [("content", "record"), ("format", "csv"), ("data", "record_id,field_1\n1,2020-01-01\n")];
    assert_eq!(both(&server, &import), refused);
    let delete = [("content", "record"), ("action", "delete"), ("records[0]", "1"), ("returnFormat", "csv")];
    assert_eq!(both(&server, &delete), refused);
}

#[test]
fn small_answers_are_whole_and_large_ones_streamed() {
    let server = with(Project::generate(5000, 10));
    let body = |format: &str, kind: &str, record: Option<&str>| {
        let mut form = Form::default();
        for (name, value) in [("token", TOKEN), ("content", "record"), ("format", format), ("type", kind)] {
            form.add(name, value.to_owned());
        }
        if let Some(record) = record {
            form.add("records[0]", record.to_owned());
        }
        answer(&server, form).0.body
    };
    for (format, kind) in
        [("csv", "flat"), ("json", "flat"), ("xml", "flat"), ("csv", "eav"), ("json", "eav"), ("odm", "flat")]
    {
        assert!(matches!(body(format, kind, Some("5")), Body::Whole(_)), "{format} {kind}");
        let Body::Streamed(writer) = body(format, kind, None) else { panic!("{format} {kind} is streamed") };
        let mut bytes = Vec::new();
        writer(&mut bytes).expect("memory takes everything");
        assert!(bytes.len() > 64 * 1024, "{format} {kind}");
    }
    let json: serde_json::Value =
        serde_json::from_str(&text(&server, &[("content", "record"), ("format", "json")])).expect("JSON");
    assert_eq!(json.as_array().map(Vec::len), Some(5000));
}
