//! PDFs of instruments.

use redcap_sandbox::Server;
use redcap_sandbox::project::{Project, RowKey, User, Value};

use crate::support::{Answer, ask, ask_as, at, project, with};

fn pdf(server: &Server, fields: &[(&str, &str)]) -> Answer {
    let mut all = vec![("content", "pdf"), ("returnFormat", "csv")];
    all.extend(fields);
    ask(server, &all)
}

/// The lines that the pages show, in their order.
fn lines(server: &Server, fields: &[(&str, &str)]) -> Vec<String> {
    let answer = pdf(server, fields);
    assert_eq!(answer.status, 200, "{}", String::from_utf8_lossy(&answer.bytes));
    assert!(answer.bytes.starts_with(b"%PDF-1.3\n"), "{:?}", &answer.bytes[..10]);
    let file = lopdf::Document::load_mem(&answer.bytes).expect("a PDF");
    let pages = file.get_pages();
    let mut lines = Vec::new();
    for number in pages.keys() {
        let text = file.extract_text(&[*number]).expect("text");
        lines.extend(text.lines().map(|line| line.trim_end().to_owned()));
    }
    lines
}

#[test]
fn blank_instruments_show_labels_and_choices_without_data() {
    let server = with(project("test_simple_project"));
    let blank = pdf(&server, &[]);
    assert_eq!(blank.media, "text/html; charset=UTF-8");
    let shown = lines(&server, &[]);
    for line in ["Basic Demography Form", "Gender", "    [ ] Female", "First Name: ____"] {
        assert!(shown.iter().any(|one| one == line), "{line}: {shown:?}");
    }
    assert!(!shown.iter().any(|line| line.starts_with("Record ")), "{shown:?}");
    assert_eq!(lines(&server, &[("instrument", "demographics")]), shown);
}

#[test]
fn records_show_their_values_and_compact_ones_leave_out_the_rest() {
    let server = with(project("test_simple_project"));
    let one = lines(&server, &[("record", "1")]);
    assert!(one.iter().any(|line| line == "Record 1"), "{one:?}");
    assert!(one.iter().any(|line| line.starts_with("    [x] ")), "{one:?}");
    let compact = lines(&server, &[("record", "1"), ("compactDisplay", "TRUE")]);
    assert!(compact.len() < one.len() && !compact.iter().any(|line| line.contains("[ ]")), "{compact:?}");
    let all = lines(&server, &[("allRecords", "")]);
    for record in ["Record 1", "Record 2", "Record 3"] {
        assert!(all.iter().any(|line| line == record), "{record}");
    }
    assert_eq!(lines(&server, &[("allrecords", "false")]), all, "presence counts");
}

#[test]
fn events_instruments_and_instances_narrow_a_record() {
    let mut doctest = project("doctest_project");
    let event = doctest.event("event_1_arm_1").expect("the event").id;
    let row = RowKey::event_instance(event, 2);
    doctest.record_mut("1").put(row, "field_1", Value::text("1"));
    let server = with(doctest);
    let shown = |fields: &[(&str, &str)]| lines(&server, &[&[("record", "1")], fields].concat());
    let instances = |lines: Vec<String>| lines.iter().filter(|line| line.starts_with("Instance ")).count();
    assert_eq!(instances(shown(&[])), 2);
    assert_eq!(instances(shown(&[("instrument", "form_1")])), 1);
    let second = shown(&[("instrument", "form_1"), ("repeat_instance", "2")]);
    assert!(second.iter().any(|line| line == "Instance 2"), "{second:?}");
    let refused = |fields: &[(&str, &str)]| {
        let answer = pdf(&server, fields);
        (answer.status, answer.text())
    };
    for (fields, message) in [
        ([("record", "-1")], "The record \"-1\" does not exist"),
        ([("instrument", "other")], "The instrument \"other\" does not exist in the project."),
        ([("event", "other_arm_1")], "The event \"other_arm_1\" does not exist in the project."),
    ] {
        assert_eq!(refused(&fields), (400, format!("ERROR: {message}")));
    }
}

#[test]
fn long_texts_are_broken_into_lines_and_pages() {
    let mut project = Project::new(1, "Über (long) \\ text");
    let event = project.first_event(None);
    let field = redcap_sandbox::project::Field::new(
        "story",
        "my_first_instrument",
        redcap_sandbox::project::FieldType::Notes,
        "<b>Story</b>",
    );
    project.fields.insert("story".into(), field);
    let text = format!("{}\n{}", "word ".repeat(2000), "x".repeat(500));
    project.record_mut("1").put(RowKey::base(event), "story", Value::text(text));
    let server = with(project);
    let shown = lines(&server, &[("record", "1")]);
    assert_eq!(shown[0], "Über (long) \\ text");
    assert!(shown.iter().all(|line| line.chars().count() <= 95), "{shown:?}");
    let words: usize = shown.iter().map(|line| line.matches("word").count()).sum();
    assert_eq!(words, 2000);
    let file = lopdf::Document::load_mem(&pdf(&server, &[("record", "1")]).bytes).expect("a PDF");
    assert_eq!(file.get_pages().len(), 3);
}

#[test]
fn export_rights_and_groups_count() {
    let mut project = project("test_simple_project");
    let dag = project.dags[0].id;
    project.record_mut("2").dag = Some(dag);
    let mut member = User::new("member");
    member.dag = Some(dag);
    member.tokens.push("DDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDD".into());
    member.rights.set("api_export", 1);
    member.rights.forms_export.insert("demographics".into(), 2);
    project.fields["first_name"].identifier = true;
    let base = RowKey::base(project.first_event(None));
    project.record_mut("2").put(base, "first_name", Value::text("Zebulon"));
    project.users.insert("member".into(), member);
    let server = with(project);
    let ask = |fields: &[(&str, &str)]| {
        ask_as(&server, "DDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDD", &[&[("content", "pdf")], fields].concat())
    };
    assert_eq!(ask(&[("record", "1")]).status, 400);
    let own = String::from_utf8_lossy(&ask(&[("allRecords", "1")]).bytes).into_owned();
    assert!(own.contains("Record 2") && !own.contains("Record 1"));
    assert!(!own.contains("Zebulon"), "{own}");
    let owner = String::from_utf8_lossy(&pdf(&server, &[("allRecords", "1")]).bytes).into_owned();
    assert!(owner.contains("Record 1") && owner.contains("Zebulon"));
}

#[test]
fn the_first_version_knows_only_the_first_spelling() {
    let server = at(Some("6.4.0"), project("test_simple_project"));
    let shown = |name| lines(&server, &[(name, "1")]).iter().any(|line| line == "Record 1");
    assert_eq!((shown("allrecords"), shown("allRecords")), (true, false));
}
