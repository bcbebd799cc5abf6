//! Deleting, renaming, numbering and randomizing records.

use redcap_sandbox::Server;
use redcap_sandbox::project::{Allocation, Project, Randomization, Rights, RowKey, Stratum, User, Value};

use crate::support::{ask_as, both, project, text, with};

/// A record of the long project, as it is now.
fn record(server: &Server, name: &str) -> Option<redcap_sandbox::project::Record> {
    server.store.projects()[0].snapshot().project.record(name).cloned()
}

/// Deletes parts of records and gives status and text.
fn delete(server: &Server, more: &[(&str, &str)]) -> (u16, String) {
    let mut fields = vec![("content", "record"), ("action", "delete"), ("returnFormat", "json")];
    fields.extend_from_slice(more);
    both(server, &fields)
}

/// A classic project with these records.
fn classic(names: &[&str]) -> Project {
    let mut project = Project::new(1, "Classic");
    for name in names {
        project.record_mut(name);
    }
    project
}

/// The long project with three instances of its repeating instrument in record 1.
fn with_instances() -> Project {
    let mut project = project("test_long_project");
    let event = project.event("enrollment_arm_1").expect("the event").id;
    for number in 1..=3 {
        let key = RowKey::form_instance(event, "baseline_data", number);
        project.record_mut("1").put(key, "height2", Value::text("150"));
    }
    project
}

/// The instances that record 1 has left.
fn instances(server: &Server) -> Vec<u32> {
    let record = record(server, "1").expect("the record");
    record.rows.keys().filter_map(RowKey::instance).collect()
}

/// A second user with a token of its own, in a group.
fn add_user(project: &mut Project, dag: Option<u64>) -> &'static str {
    let token = "FEDCBA9876543210FEDCBA9876543210";
    let mut user = User { dag, tokens: vec![token.to_owned()], ..User::new("member") };
    let mut rights = Rights::default();
    for right in ["api_export", "api_import", "record_create", "record_rename", "record_delete"] {
        rights.set(right, 1);
    }
    user.rights = rights;
    project.users.insert("member".to_owned(), user);
    token
}

#[test]
fn whole_records_are_deleted_and_counted() {
    let server = with(classic(&["1", "2", "3"]));
    for format in ["json", "csv", "xml"] {
        let fields = [("content", "record"), ("action", "delete"), ("returnFormat", format)];
        let name = match format {
            "json" => "1",
            "csv" => "2",
            _ => "3",
        };
        assert_eq!(text(&server, &[&fields[..], &[("records[0]", name)]].concat()), "1");
        assert!(record(&server, name).is_none());
    }
}

#[test]
fn one_unknown_record_stops_everything() {
    let server = with(classic(&["1", "2"]));
    let message = "{\"error\":\"One or more of the records provided cannot be deleted because they do not exist in \
                   the project. The following records do not exist: 9, 8\"}";
    let records = [("records[0]", "9"), ("records[1]", "1"), ("records[2]", "8")];
    assert_eq!(delete(&server, &records), (400, message.to_owned()));
    assert!(record(&server, "1").is_some());
    let empty = "{\"error\":\"The 'records' parameter is an empty array. The parameter must be an array containing one \
                 or more record names to delete.\"}";
    assert_eq!(delete(&server, &[("records[]", "")]), (400, empty.to_owned()));
    let (status, text) = delete(&server, &[("records", "1")]);
    assert_eq!((status, text.contains("is either missing or is not an array")), (400, true), "{text}");
}

#[test]
fn an_arm_or_an_event_is_deleted_from_a_record() {
    let mut project = project("test_long_project");
    let second = project.event("enrollment_arm_2").expect("the event").id;
    project.record_mut("1").touch(RowKey::base(second));
    let server = with(project);
    assert_eq!(delete(&server, &[("records[0]", "1"), ("arm", "2")]), (200, "1".to_owned()));
    let left = record(&server, "1").expect("arm 1 is still there");
    assert!(left.rows.keys().all(|key| key.event != second));
    let events = left.rows.len();
    let event = [("records[0]", "1"), ("event", "enrollment_arm_1")];
    assert_eq!(delete(&server, &event), (200, "1".to_owned()));
    assert!(record(&server, "1").is_none_or(|record| record.rows.len() < events));
    let unknown = [("records[0]", "2"), ("event", "nowhere_arm_1")];
    assert_eq!(delete(&server, &unknown).0, 400);
}

#[test]
fn instances_are_deleted_one_by_one_and_keep_their_numbers() {
    let server = with(with_instances());
    let one = [
        ("records[0]", "1"),
        ("event", "enrollment_arm_1"),
        ("instrument", "baseline_data"),
        ("repeat_instance", "2"),
    ];
    assert_eq!(delete(&server, &one), (200, "1".to_owned()));
    assert_eq!(instances(&server), [1, 3]);
    // Without a number only the first instance goes.
    assert_eq!(delete(&server, &one[..3]), (200, "1".to_owned()));
    assert_eq!(instances(&server), [3]);
}

#[test]
fn deleting_leaves_a_line_in_the_log_or_takes_all_lines_with_it() {
    let server = with(classic(&["1", "2"]));
    assert_eq!(delete(&server, &[("records[0]", "1")]).0, 200);
    let log = server.store.projects()[0].snapshot().log;
    let last = log.last().expect("a line");
    assert_eq!((last.action.as_str(), last.details.as_str()), ("Delete record (API) 1", "record_id = '1'"));
    let row =
        [("content", "record"), ("format", "json"), ("data", r#"[{"record_id":"2"},{"record_id":"3"}]"#)];
    assert_eq!(both(&server, &row).0, 200);
    assert_eq!(delete(&server, &[("records[0]", "3"), ("delete_logging", "1")]).0, 200);
    let log = server.store.projects()[0].snapshot().log;
    let actions: Vec<&str> =
        log.iter().filter(|one| one.record == "3").map(|one| one.action.as_str()).collect();
    assert_eq!(actions, ["Delete record (API) 3"]);
}

#[test]
fn records_are_renamed() {
    let server = with(classic(&["1", "2"]));
    let rename = |old, new| {
        let fields = [
            ("content", "record"),
            ("action", "rename"),
            ("record", old),
            ("new_record_name", new),
            ("returnFormat", "csv"),
        ];
        both(&server, &fields)
    };
    assert_eq!(rename("1", "101"), (200, "1".to_owned()));
    assert!(record(&server, "1").is_none() && record(&server, "101").is_some());
    assert_eq!(rename("101", "2"), (400, "ERROR: The record \"2\" already exists".to_owned()));
    assert_eq!(rename("1", "5"), (400, "ERROR: The record \"1\" does not exist".to_owned()));
}

#[test]
fn a_record_is_renamed_in_one_arm() {
    let mut project = project("test_long_project");
    let second = project.event("enrollment_arm_2").expect("the event").id;
    project.record_mut("1").touch(RowKey::base(second));
    let server = with(project);
    let fields = [
        ("content", "record"),
        ("action", "rename"),
        ("record", "1"),
        ("new_record_name", "b1"),
        ("arm", "2"),
    ];
    assert_eq!(both(&server, &fields), (200, "1".to_owned()));
    let (old, new) = (record(&server, "1").expect("arm 1"), record(&server, "b1").expect("arm 2"));
    assert!(old.rows.keys().all(|key| key.event != second));
    assert_eq!(new.rows.keys().collect::<Vec<_>>(), [&RowKey::base(second)]);
}

#[test]
fn the_next_name_is_one_more_than_the_highest() {
    let next = [("content", "generateNextRecordName")];
    assert_eq!(text(&with(classic(&["5", "10", "a99"])), &next), "11");
    assert_eq!(text(&with(classic(&["a", "b"])), &next), "1");
    let mut project = classic(&["5"]);
    let dag = project.add_dag("Site A");
    project.record_mut(&format!("{dag}-4")).dag = Some(dag);
    let token = add_user(&mut project, Some(dag));
    let server = with(project);
    assert_eq!(ask_as(&server, token, &next).text(), format!("{dag}-5"));
}

#[test]
fn records_of_other_groups_are_not_there() {
    let mut project = classic(&["1", "2"]);
    let dag = project.add_dag("Site A");
    project.record_mut("2").dag = Some(dag);
    let token = add_user(&mut project, Some(dag));
    let server = with(project);
    let call = |fields: &[(&str, &str)]| ask_as(&server, token, fields).status;
    assert_eq!(call(&[("content", "record"), ("action", "delete"), ("records[0]", "1")]), 400);
    let rename = [("content", "record"), ("action", "rename"), ("record", "1"), ("new_record_name", "9")];
    assert_eq!(call(&rename), 400);
    assert_eq!(call(&[("content", "record"), ("action", "delete"), ("records[0]", "2")]), 200);
    assert!(record(&server, "1").is_some() && record(&server, "2").is_none());
}

/// A classic project with a randomization over one stratum: two rows for women, one for men.
fn randomized(blinded: bool) -> Project {
    let mut project = project("test_simple_project");
    let event = project.first_event(None);
    for (name, sex) in [("a", "0"), ("b", "0"), ("c", "0"), ("d", "1"), ("e", "")] {
        project.record_mut(name).put(RowKey::base(event), "sex", Value::text(sex));
    }
    project.settings.randomization_enabled = true;
    let row = |target: &str, alternative: &str, sex: &str| Allocation {
        target: target.to_owned(),
        alternative: alternative.to_owned(),
        strata: vec![sex.to_owned()],
        dag: None,
        record: None,
    };
    project.randomizations.push(Randomization {
        id: 12,
        target_field: "race".to_owned(),
        target_event: None,
        strata: vec![Stratum { field: "sex".to_owned(), event: None }],
        by_dag: false,
        blinded,
        allocations: vec![row("2", "1004", "0"), row("1", "1001", "1"), row("3", "1002", "0")],
    });
    project
}

/// Randomizes a record by model 12.
fn randomize(server: &Server, record: &str, more: &[(&str, &str)]) -> (u16, String) {
    let mut fields = vec![
        ("content", "record"),
        ("action", "randomize"),
        ("record", record),
        ("randomization_id", "12"),
        ("format", "json"),
    ];
    fields.extend_from_slice(more);
    both(server, &fields)
}

#[test]
fn allocations_of_a_stratum_are_used_in_their_order() {
    let server = with(randomized(false));
    let first = r#"{"randomization_id":12,"record":"a","target_field":"2"}"#;
    assert_eq!(randomize(&server, "a", &[]), (200, first.to_owned()));
    let stored = record(&server, "a").expect("the record");
    assert_eq!(stored.rows.values().next().and_then(|row| row.get("race")), Some(&Value::text("2")));
    let second = r#"{"randomization_id":12,"record":"b","target_field":"3","target_field_alt":"1002"}"#;
    assert_eq!(randomize(&server, "b", &[("returnAlt", "true")]), (200, second.to_owned()));
    assert_eq!(randomize(&server, "a", &[]).0, 400);
    let (status, text) = randomize(&server, "c", &[]);
    assert_eq!((status, text.contains("no free row")), (400, true));
    let (status, text) = randomize(&server, "e", &[]);
    assert_eq!((status, text.contains("no value: sex")), (400, true));
    assert_eq!(randomize(&server, "nobody", &[]).0, 400);
    let unknown = "{\"error\":\"The value of the parameter \\\"randomization_id\\\" is not valid\"}";
    let fields = [
        ("content", "record"),
        ("action", "randomize"),
        ("record", "d"),
        ("randomization_id", "13"),
        ("format", "json"),
    ];
    assert_eq!(both(&server, &fields), (400, unknown.to_owned()));
}

#[test]
fn a_randomization_is_answered_in_each_format() {
    let server = with(randomized(true));
    let csv = "randomization_id,record,target_field,target_field_alt\n12,a,2,*\n";
    assert_eq!(randomize(&server, "a", &[("format", "csv"), ("returnAlt", "true")]), (200, csv.to_owned()));
    let xml = "<?xml version=\"1.0\" encoding=\"UTF-8\" ?><item><randomization_id>12</randomization_id>\
               <record><![CDATA[d]]></record><target_field>1</target_field></item>";
    assert_eq!(randomize(&server, "d", &[("format", "xml")]), (200, xml.to_owned()));
}

#[test]
fn a_group_is_a_stratum_too() {
    let mut project = randomized(false);
    let dag = project.add_dag("Site A");
    project.randomizations[0].by_dag = true;
    project.randomizations[0].allocations[2].dag = Some(dag);
    project.record_mut("a").dag = Some(dag);
    let server = with(project);
    let answer = r#"{"randomization_id":12,"record":"a","target_field":"3"}"#;
    assert_eq!(randomize(&server, "a", &[]), (200, answer.to_owned()));
    assert_eq!(randomize(&server, "b", &[]).0, 400);
}
