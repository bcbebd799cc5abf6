//! Imports of records under load and with nonsense in them.

use std::sync::LazyLock;
use std::thread;

use proptest::prelude::*;
use redcap_sandbox::project::{Field, FieldType, Project, Value, parse_choices};

use crate::support::{both, project, with};

/// A project with one form of twenty fields.
fn twenty_fields() -> Project {
    let mut project = Project::new(1, "Wide");
    for number in 1..20 {
        let name = format!("field_{number}");
        let kind = if number % 5 == 0 { FieldType::Radio } else { FieldType::Text };
        let mut field = Field::new(&name, "my_first_instrument", kind, &name);
        field.choices = parse_choices(if number % 5 == 0 { "1, One | 2, Two" } else { "" });
        field.validation = if number % 3 == 0 && number % 5 != 0 { "integer" } else { "" }.to_owned();
        project.fields.insert(name, field);
    }
    project
}

#[test]
fn imports_at_the_same_time_lose_nothing() {
    let server = with(twenty_fields());
    thread::scope(|scope| {
        for worker in 1..20_u32 {
            let server = &server;
            scope.spawn(move || {
                for turn in 0..20 {
                    // Every worker writes its own field of one record, and records of its own.
                    let data = format!(
                        "[{{\"record_id\":\"shared\",\"field_{worker}\":\"{}\"}},{{\"record_id\":\"{worker}-{turn}\"}}]",
                        turn % 2 + 1
                    );
                    let fields = [("content", "record"), ("format", "json"), ("data", data.as_str())];
                    assert_eq!(both(server, &fields), (200, "{\"count\":2}".to_owned()));
                }
            });
        }
    });
    let stored = server.store.projects()[0].snapshot();
    assert_eq!(stored.project.records.len(), 1 + 19 * 20);
    let row = stored.project.record("shared").and_then(|record| record.rows.values().next()).cloned();
    assert_eq!(row.map(|row| row.values().filter(|value| **value == Value::text("2")).count()), Some(19));
    let created = stored.log.iter().filter(|line| line.action.starts_with("Create record")).count();
    assert_eq!(created, 1 + 19 * 20);
}

#[test]
fn automatic_names_are_given_out_once() {
    let server = with(twenty_fields());
    thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| {
                for _ in 0..10 {
                    let fields = [
                        ("content", "record"),
                        ("format", "json"),
                        ("forceAutoNumber", "true"),
                        ("data", "[{\"record_id\":\"a\"},{\"record_id\":\"b\"}]"),
                    ];
                    assert_eq!(both(&server, &fields).0, 200);
                }
            });
        }
    });
    assert_eq!(server.store.projects()[0].snapshot().project.records.len(), 160);
}

/// The long project, read once.
static LONG: LazyLock<Project> = LazyLock::new(|| project("test_long_project"));

/// What an import may answer.
fn well_formed((status, text): &(u16, String)) -> bool {
    match status {
        200 => text.starts_with("{\"count\":"),
        400 => text.starts_with("{\"error\":\"") || text == "The data is not in the specified format.",
        _ => false,
    }
}

/// Names of columns that mean something in the long project, and others.
fn column() -> impl Strategy<Value = String> {
    let known = prop::sample::select(vec![
        "study_id",
        "record",
        "field_name",
        "value",
        "redcap_event_name",
        "redcap_repeat_instrument",
        "redcap_repeat_instance",
        "redcap_data_access_group",
        "first_name",
        "dob",
        "sex",
        "gym___0",
        "gym",
        "specify_mood",
        "height2",
        "demographics_complete",
        "age",
    ]);
    prop_oneof![9 => known.prop_map(str::to_owned), 1 => "\\PC{0,6}"]
}

/// Values that mean something, and others.
fn cell() -> impl Strategy<Value = String> {
    let known = prop::sample::select(vec![
        "",
        "0",
        "1",
        "2",
        "new",
        "4294967295",
        "99999999999999999999",
        "enrollment_arm_1",
        "visit_1_arm_2",
        "baseline_data",
        "2024-02-29",
        "{value}",
        "a\"b,\n<c>",
    ]);
    prop_oneof![4 => known.prop_map(str::to_owned), 1 => "\\PC{0,8}"]
}

/// Rows of columns and values.
fn rows() -> impl Strategy<Value = Vec<Vec<(String, String)>>> {
    prop::collection::vec(prop::collection::vec((column(), cell()), 0..6), 0..5)
}

/// Writes rows in a format; CSV takes the columns of the first row.
fn document(format: &str, rows: &[Vec<(String, String)>]) -> String {
    let escape = |text: &str| text.replace('&', "&amp;").replace('<', "&lt;");
    match format {
        "json" => {
            let objects = rows.iter().map(|row| {
                let object: serde_json::Map<_, _> =
                    row.iter().map(|(name, value)| (name.clone(), value.as_str().into())).collect();
                serde_json::Value::Object(object)
            });
            serde_json::Value::Array(objects.collect()).to_string()
        }
        "csv" => {
            let quoted = |text: &String| format!("\"{}\"", text.replace('"', "\"\""));
            let line = |cells: Vec<String>| cells.iter().map(quoted).collect::<Vec<_>>().join(",");
            let header = rows.first().map(|row| line(row.iter().map(|(name, _)| name.clone()).collect()));
            let lines = rows.iter().map(|row| line(row.iter().map(|(_, value)| value.clone()).collect()));
            header.into_iter().chain(lines).collect::<Vec<_>>().join("\n")
        }
        _ => {
            let cell = |(name, value): &(String, String)| format!("<{name}>{}</{name}>", escape(value));
            let items =
                rows.iter().map(|row| format!("<item>{}</item>", row.iter().map(cell).collect::<String>()));
            format!("<records>{}</records>", items.collect::<String>())
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 120, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_data_get_a_proper_answer(
        format in prop::sample::select(vec!["json", "csv", "xml", "odm"]),
        arrangement in prop::sample::select(vec!["flat", "eav"]),
        overwrite in prop::sample::select(vec!["normal", "overwrite"]),
        number in prop::sample::select(vec!["true", "false"]),
        rows in rows(),
        noise in prop_oneof![3 => Just(None), 1 => "\\PC{0,40}".prop_map(Some)],
    ) {
        let data = noise.unwrap_or_else(|| document(format, &rows));
        let server = with(LONG.clone());
        let before = server.store.projects()[0].snapshot().project;
        let fields = [
            ("content", "record"),
            ("format", format),
            ("type", arrangement),
            ("overwriteBehavior", overwrite),
            ("forceAutoNumber", number),
            ("returnFormat", "json"),
            ("data", data.as_str()),
        ];
        let answer = both(&server, &fields);
        prop_assert!(well_formed(&answer), "{answer:?}");
        if answer.0 != 200 {
            prop_assert_eq!(&server.store.projects()[0].snapshot().project, &before);
        }
    }
}
