//! What is exported can be imported into an empty copy of the project and comes out the same again.

use std::sync::LazyLock;

use proptest::prelude::*;
use redcap_sandbox::Server;
use redcap_sandbox::project::{Project, Repeating};
use serde_json::{Value as Json, json};

use crate::support::{both, project, text, with};

/// The long project without records, with a repeating event and a group.
static EMPTY: LazyLock<Project> = LazyLock::new(|| {
    let mut project = project("test_long_project");
    project.records.clear();
    project.documents.clear();
    project.participants.clear();
    let event = project.event("visit_1_arm_1").expect("the event").id;
    project.repeating.insert(event, Repeating::Event);
    project.add_dag("Site A");
    project
});

fn export(server: &Server, format: &str, arrangement: &str) -> String {
    let groups = if arrangement == "flat" { "true" } else { "false" };
    text(
        server,
        &[
            ("content", "record"),
            ("format", format),
            ("type", arrangement),
            ("exportDataAccessGroups", groups),
        ],
    )
}

fn import(server: &Server, format: &str, arrangement: &str, data: &str) -> (u16, String) {
    both(
        server,
        &[
            ("content", "record"),
            ("format", format),
            ("type", arrangement),
            ("data", data),
            ("returnFormat", "json"),
        ],
    )
}

/// Texts without control characters, which XML has no place for.
fn words() -> impl Strategy<Value = String> {
    prop_oneof!["[ -~]{0,12}", "[a-zäöü日\n\"',;<&>]{0,8}"]
}

/// A row of one kind or another, with values that the project takes.
fn row() -> impl Strategy<Value = Json> {
    let record = prop::sample::select(vec!["1", "2", "10", "b-7", "0", "007"]);
    let first = (record.clone(), words(), any::<[bool; 3]>(), 0..3_u8, "(19|20)[0-9]{2}-0[1-9]-[12][0-8]")
        .prop_map(|(record, name, [a, b, in_group], status, born)| {
            json!({
                "study_id": record, "redcap_event_name": "enrollment_arm_1", "first_name": name, "dob": born,
                "gym___0": u8::from(a), "gym___3": u8::from(b), "height": "150", "weight": "70",
                "demographics_complete": status,
                "redcap_data_access_group": if in_group { "site_a" } else { "" },
            })
        });
    let instance = (record.clone(), 1..4_u32, 100..200_u32).prop_map(|(record, number, height)| {
        json!({
            "study_id": record, "redcap_event_name": "enrollment_arm_1",
            "redcap_repeat_instrument": "baseline_data", "redcap_repeat_instance": number,
            "height2": height.to_string(), "baseline_data_complete": "2",
        })
    });
    let visit = (record.clone(), 1..4_u32, 0..100_u32).prop_map(|(record, number, level)| {
        json!({
            "study_id": record, "redcap_event_name": "visit_1_arm_1", "redcap_repeat_instance": number,
            "vld1": level.to_string(),
        })
    });
    let second_arm = (record, words()).prop_map(|(record, name)| {
        json!({ "study_id": record, "redcap_event_name": "enrollment_arm_2", "last_name": name })
    });
    prop_oneof![first, instance, visit, second_arm]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn an_export_fills_an_empty_copy(rows in prop::collection::vec(row(), 1..12)) {
        let source = with(EMPTY.clone());
        let (status, answer) = import(&source, "json", "flat", &Json::Array(rows).to_string());
        prop_assert_eq!(status, 200, "{}", answer);
        for arrangement in ["flat", "eav"] {
            for format in ["json", "csv", "xml"] {
                let data = export(&source, format, arrangement);
                let copy = with(EMPTY.clone());
                let answer = import(&copy, format, arrangement, &data);
                prop_assert_eq!(answer.0, 200, "{}: {}", format, answer.1);
                prop_assert_eq!(export(&copy, format, arrangement), data);
            }
        }
    }
}
