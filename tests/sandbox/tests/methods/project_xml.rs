//! Export of the whole project as XML.

use redcap_sandbox::odm::{ReadOptions, carried, read};
use redcap_sandbox::project::{Document, FieldType, RowKey, User, Value};

use crate::support::{ask, ask_as, both, project, text, with};
use crate::worlds::Builder;

const ALL: [(&str, &str); 4] = [
    ("content", "project_xml"),
    ("exportFiles", "true"),
    ("exportSurveyFields", "true"),
    ("exportDataAccessGroups", "true"),
];

#[test]
fn what_was_exported_makes_the_same_project() {
    for name in ["test_simple_project", "test_long_project", "doctest_project"] {
        let before = project(name);
        let server = with(before.clone());
        let answer = ask(&server, &ALL);
        assert_eq!((answer.status, answer.media.as_str()), (200, "text/xml; charset=utf-8"));
        let after = read(&answer.text(), &ReadOptions::default()).expect("it is read");
        assert_eq!(carried(&after), carried(&before), "{name}");
    }
}

fn world() -> Builder {
    let mut world = Builder::classic(&["one", "two"]);
    world.field("one", "t").fields("two", "scan", |field| field.kind = FieldType::File);
    world.fields("one", "secret", |field| field.identifier = true);
    let north = world.project.add_dag("North");
    for name in ["1", "2"] {
        world.set(name, "", 0, &[("t", name), ("secret", "hidden"), ("one_complete", "2")]);
    }
    world.project.record_mut("2").dag = Some(north);
    let document = Document { name: "a.txt".into(), mime: "text/plain".into(), bytes: b"hello".to_vec() };
    let id = world.project.add_document(document);
    let key = RowKey::base(world.event(""));
    world.project.record_mut("1").put(key, "scan", Value::File(id));
    world
}

#[test]
fn parameters_limit_the_data_and_not_the_structure() {
    let server = with(world().project);
    let of = |more: &[(&str, &str)]| {
        let mut fields = vec![("content", "project_xml")];
        fields.extend(more);
        let xml = text(&server, &fields);
        assert!(xml.contains("<Study ") && xml.contains("redcap:Variable=\"secret\""));
        xml
    };
    let plain = of(&[]);
    assert!(plain.contains("SubjectKey=\"1\"") && plain.contains("ItemOID=\"t\" Value=\"2\""));
    assert!(!plain.contains("ItemDataBase64Binary") && !plain.contains("redcap_data_access_group\" Value"));
    let bare = of(&[("returnMetadataOnly", "true")]);
    assert!(!bare.contains("ClinicalData") && bare.ends_with("</ODM>"));
    assert!(of(&[("exportFiles", "true")]).contains("<![CDATA[aGVsbG8=]]></ItemDataBase64Binary>"));
    assert!(of(&[("exportDataAccessGroups", "true")]).contains("redcap_data_access_group\" Value=\"north\""));
    let one = of(&[("records[0]", "2"), ("fields[0]", "t"), ("fields[1]", "record_id")]);
    assert!(
        one.contains("ItemOID=\"t\" Value=\"2\"")
            && !one.contains("SubjectKey=\"1\"")
            && !one.contains("hidden")
    );
    let filtered = of(&[("filterLogic", "[t] = '1'")]);
    assert!(filtered.contains("SubjectKey=\"1\"") && !filtered.contains("SubjectKey=\"2\""));
    let (status, body) =
        both(&server, &[("content", "project_xml"), ("fields[0]", "nothing"), ("returnFormat", "csv")]);
    assert_eq!(
        (status, body.as_str()),
        (400, "ERROR: The following values in the parameter \"fields\" are not valid: 'nothing'")
    );
}

#[test]
fn rights_and_group_of_the_caller_hold() {
    let mut project = world().project;
    let mut user = User::new("other");
    user.rights.set("api_export", 1);
    user.rights.forms_export = [("one".to_owned(), 3), ("two".to_owned(), 0)].into_iter().collect();
    user.dag = project.dag("north").map(|dag| dag.id);
    user.tokens.push("00000000000000000000000000000002".into());
    project.users.insert("other".into(), user);
    let server = with(project);
    let xml = ask_as(&server, "00000000000000000000000000000002", &[("content", "project_xml")]).text();
    assert!(xml.contains("SubjectKey=\"2\"") && !xml.contains("SubjectKey=\"1\""));
    assert!(xml.contains("ItemOID=\"t\" Value=\"2\"") && !xml.contains("hidden"));
    let refused = ask_as(
        &server,
        "00000000000000000000000000000002",
        &[("content", "project_xml"), ("exportDataAccessGroups", "true"), ("returnFormat", "csv")],
    );
    assert_eq!(refused.status, 400);
}
