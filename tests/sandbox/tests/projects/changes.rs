//! Deletion, renaming, imports of structure and of people.

use redcap_sandbox::project::{
    ArmInput, DagInput, DeleteRequest, Document, EventInput, Field, FieldType, FormRight, MappingInput,
    Project, ProjectError, RepeatingInput, Rights, RoleInput, RowKey, User, UserInput, Value, status_field,
    unique_event_name, unique_group_name,
};

use super::project;
use super::rows::{repeat, three_forms, two_events};

fn names(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

fn delete(records: &[&str]) -> DeleteRequest {
    DeleteRequest { records: names(records), ..DeleteRequest::default() }
}

#[test]
fn unique_names_are_made_as_the_server_makes_them() {
    let event = |label: &str, arm| unique_event_name(label, arm, |_| false);
    assert_eq!(event("Deadline to opt out of study", 2), "deadline_to_opt_ou_arm_2");
    assert_eq!(event("Screening & Enrollment", 1), "screening__enrollm_arm_1");
    assert_eq!(event("21 Day Follow-Up", 1), "21_day_followup_arm_1");
    assert_eq!(event("integration_event_2026x", 3), "integration_event_arm_3");
    let taken = |name: &str| name == "x_arm_1" || name == "x_arm_1b";
    assert_eq!(unique_event_name("X", 1, taken), "x_arm_1c");
    assert_eq!(unique_group_name("Integration Test DAG", |_| false), "integration_test_d");
    assert_eq!(unique_group_name("dag-a", |_| false), "daga");
}

#[test]
fn one_unknown_record_stops_a_deletion() {
    let mut project = project("test_simple_project");
    let refused = project.delete_records(&delete(&["1", "99", "98"])).expect_err("refused");
    assert_eq!(
        refused.to_string(),
        "One or more of the records provided cannot be deleted because they do not exist in the project. \
         The following records do not exist: 99, 98"
    );
    assert_eq!(project.records.len(), 3);
    assert_eq!(project.delete_records(&delete(&["1", "1", "2"])), Ok(2));
    assert_eq!(project.records.len(), 1);
}

#[test]
fn deletion_reaches_every_level() {
    let original = project("test_long_project");
    let first = original.first_event(None);
    let mut project = original.clone();
    let request = DeleteRequest { event: Some("visit_1_arm_1".into()), ..delete(&["1"]) };
    assert_eq!(project.delete_records(&request), Ok(1));
    assert_eq!(project.record("1").map(|r| r.rows.len()), original.record("1").map(|r| r.rows.len() - 1));

    let mut project = original.clone();
    assert_eq!(project.delete_records(&DeleteRequest { arm: Some(2), ..delete(&["1", "2"]) }), Ok(2));
    assert!(project.record("1").is_some() && project.record("2").is_none());

    let mut project = original.clone();
    let form = "patient_morale_questionnaire";
    let request = DeleteRequest { instrument: Some(form.into()), ..delete(&["1"]) };
    assert_eq!(project.delete_records(&request), Ok(1));
    let record = project.record("1").expect("the record stays");
    assert!(
        record.rows.values().all(|row| !row.contains_key("pmq3") && !row.contains_key(&status_field(form)))
    );
    // The form was all that this event had.
    let dose = original.event("dose_1_arm_1").map(|event| RowKey::base(event.id)).expect("event");
    assert!(!record.rows.contains_key(&dose));

    let mut project = original.clone();
    project.record_mut("1").touch(RowKey::form_instance(first, "baseline_data", 2));
    let request = DeleteRequest {
        event: Some("enrollment_arm_1".into()),
        instrument: Some("baseline_data".into()),
        ..delete(&["1"])
    };
    assert_eq!(project.delete_records(&request), Ok(1));
    let record = project.record("1").expect("the record stays");
    assert!(!record.rows.contains_key(&RowKey::form_instance(first, "baseline_data", 1)));
    assert!(record.rows.contains_key(&RowKey::form_instance(first, "baseline_data", 2)));
    let unknown = DeleteRequest { event: Some("nope".into()), ..delete(&["1"]) };
    assert_eq!(project.delete_records(&unknown), Err(ProjectError::NoSuchEvent("nope".into())));
}

#[test]
fn an_instance_of_an_event_goes_alone() {
    let mut project = project("doctest_project");
    let event = project.first_event(None);
    project.record_mut("1").touch(RowKey::event_instance(event, 2));
    let request = DeleteRequest { event: Some("event_1_arm_1".into()), instance: Some(1), ..delete(&["1"]) };
    assert_eq!(project.delete_records(&request), Ok(1));
    let rows: Vec<&RowKey> = project.record("1").expect("record").rows.keys().collect();
    assert_eq!(rows, [&RowKey::event_instance(event, 2)]);
    // The uploaded file went with its row.
    assert!(project.documents.is_empty());
}

#[test]
fn a_classic_record_outlives_its_instances() {
    let mut project = three_forms();
    let event = project.first_event(None);
    repeat(&mut project, event, "three");
    for number in [1, 2, 3] {
        project.record_mut("1").put(RowKey::form_instance(event, "three", number), "c", Value::text("x"));
    }
    for number in [1, 3] {
        let request =
            DeleteRequest { instrument: Some("three".into()), instance: Some(number), ..delete(&["1"]) };
        assert_eq!(project.delete_records(&request), Ok(1));
    }
    let keys = project.row_keys(project.record("1").expect("record"));
    assert_eq!(keys, [RowKey::base(event), RowKey::form_instance(event, "three", 2)]);
}

#[test]
fn a_renamed_record_keeps_its_data() {
    let mut project = project("test_simple_project");
    let before = project.record("1").cloned();
    assert_eq!(project.rename_record("1", "A-1"), Ok(()));
    assert_eq!(project.record("A-1").cloned(), before);
    assert_eq!(project.rename_record("1", "x"), Err(ProjectError::NoSuchRecord("1".into())));
    assert_eq!(project.rename_record("A-1", "2"), Err(ProjectError::RecordExists("2".into())));
    for unusable in ["", " ", "\u{1b}", "2\u{1b}", "\u{fffe}"] {
        assert_eq!(project.rename_record("A-1", unusable), Err(ProjectError::BadRecordName));
    }
    assert_eq!(ProjectError::NoSuchRecord("-1".into()).to_string(), "The record \"-1\" does not exist");
}

#[test]
fn a_new_dictionary_replaces_the_old_one() {
    let mut project = project("test_long_project");
    let mut fields: Vec<Field> =
        project.fields.values().filter(|f| f.form == "demographics").cloned().collect();
    fields.push(Field::new("extra", "new_form", FieldType::Text, "Extra"));
    for field in &mut fields {
        if field.name == "gym" {
            field.kind = FieldType::Text;
        }
    }
    let event = RowKey::base(project.first_event(None));
    project.record_mut("1").put(event.clone(), "gym", Value::checked(["3", "1"]));
    let count = fields.len();
    assert_eq!(project.replace_metadata(fields), Ok(count));
    let labels: Vec<&str> = project.instruments.iter().map(|i| i.label.as_str()).collect();
    assert_eq!(labels, ["Demographics", "New Form"]);
    assert!(!project.has_repeating());
    assert_eq!(project.mapping_list().len(), 2);
    assert_eq!(project.record("1").and_then(|r| r.value(&event, "gym")), Some(&Value::text("1")));
    let refused = project.replace_metadata(Vec::new());
    assert!(matches!(refused, Err(ProjectError::Dictionary(_))));
    assert_eq!(project.fields.len(), count);
}

#[test]
fn a_field_that_held_a_file_keeps_its_number() {
    for (kind, kept) in [(FieldType::Text, Value::text("7")), (FieldType::Checkbox, Value::checked(["7"]))] {
        let mut project = project("test_simple_project");
        let event = RowKey::base(project.first_event(None));
        project.record_mut("1").put(event.clone(), "email", Value::File(7));
        let mut fields: Vec<Field> = project.fields.values().cloned().collect();
        fields.iter_mut().filter(|field| field.name == "email").for_each(|field| field.kind = kind);
        project.replace_metadata(fields).expect("the dictionary is sound");
        assert_eq!(project.record("1").and_then(|record| record.value(&event, "email")), Some(&kept));
    }
}

#[test]
fn the_secondary_unique_field_has_the_name_of_a_field() {
    let mut project = project("test_simple_project");
    for name in ["\u{1}\r{", " email", "E-mail"] {
        let refused = project.set_attribute("secondary_unique_field", name);
        assert!(matches!(refused, Err(ProjectError::BadAttribute { .. })), "{name:?}");
    }
    assert_eq!(project.set_attribute("secondary_unique_field", "email"), Ok(()));
    assert_eq!(project.set_attribute("secondary_unique_field", ""), Ok(()));
}

#[test]
fn arms_and_events_come_and_go() {
    let mut project = project("test_long_project");
    let arm = |number, name: &str| ArmInput { number, name: name.into() };
    let event = |name: &str, arm| EventInput { name: name.into(), arm: Some(arm), ..EventInput::default() };
    assert_eq!(project.import_arms(&[arm(3, "Drug C")], false), Ok(1));
    assert_eq!(project.used_arms().count(), 2);
    assert_eq!(project.import_events(&[event("new_event", 3)], false), Ok(1));
    assert_eq!(project.used_arms().count(), 3);
    assert_eq!(project.import_arms(&[arm(1, "Drug Alpha")], false), Ok(1));
    assert_eq!(project.arms[&1].name, "Drug Alpha");
    assert_eq!(project.delete_arms(&[3]), Ok(1));
    assert_eq!(project.events.len(), 16);
    assert_eq!(project.delete_arms(&[]), Ok(0));
    assert_eq!(project.delete_arms(&[9]), Err(ProjectError::NoSuchArm(9)));

    // What was exported comes back after a wipe.
    let sent: Vec<EventInput> = project
        .events
        .iter()
        .map(|e| EventInput { unique_name: Some(e.unique_name.clone()), ..event(&e.name, e.arm) })
        .collect();
    let pairs: Vec<MappingInput> = project
        .mapping_list()
        .iter()
        .map(|(e, i)| MappingInput { arm: Some(e.arm), event: e.unique_name.clone(), form: i.name.clone() })
        .collect();
    let unique: Vec<String> = project.events.iter().map(|e| e.unique_name.clone()).collect();
    assert_eq!(project.import_arms(&[arm(1, "Drug A"), arm(2, "Drug B")], true), Ok(2));
    assert!(project.events.is_empty() && !project.is_longitudinal());
    assert_eq!(project.import_events(&sent, false), Ok(16));
    assert_eq!(project.events.iter().map(|e| e.unique_name.clone()).collect::<Vec<_>>(), unique);
    assert_eq!(project.import_mappings(&pairs), Ok(44));
    assert_eq!(project.import_mappings(&pairs[..1]), Ok(1));
    assert_eq!(project.mapping_list().len(), 1);
    let bad = MappingInput { arm: Some(1), event: "nope".into(), form: "nope".into() };
    let refused = project.import_mappings(&[bad]).expect_err("refused").to_string();
    assert_eq!(refused.lines().count(), 2);
    assert_eq!(project.import_events(&[event("XYZ", 2)], false), Ok(1));
    assert_eq!(project.delete_events(&names(&["xyz_arm_2"])), Ok(1));
    assert_eq!(project.import_events(&[event(" ", 1)], false), Err(ProjectError::BlankEventName));
}

#[test]
fn a_renamed_event_keeps_its_data() {
    let (mut project, first, _) = two_events();
    project.record_mut("1").put(RowKey::base(first), "a", Value::text("x"));
    let update = EventInput {
        name: "Renamed".into(),
        unique_name: Some("first_arm_1".into()),
        day_offset: Some(9),
        ..EventInput::default()
    };
    assert_eq!(project.import_events(&[update], false), Ok(1));
    let event = project.event_by_id(first).expect("event");
    assert_eq!((event.unique_name.as_str(), event.day_offset), ("renamed_arm_1", 9));
    assert!(project.record("1").and_then(|r| r.value(&RowKey::base(first), "a")).is_some());
}

#[test]
fn events_of_a_classic_project_do_not_touch_its_data() {
    let mut project = project("test_simple_project");
    let event = |name: &str| EventInput { name: name.into(), ..EventInput::default() };
    assert_eq!(project.import_events(&[event("A"), event("B"), event("C")], true), Ok(3));
    let unique: Vec<String> = project.events.iter().map(|e| e.unique_name.clone()).collect();
    let key = RowKey::base(project.first_event(None));
    assert_eq!(project.record("1").and_then(|r| r.value(&key, "first_name")), Some(&Value::text("PyCap")));
    assert_eq!(project.delete_events(&unique), Ok(3));
    assert_eq!(project.row_keys(project.record("1").expect("record")), [RowKey::base(0)]);
    assert_eq!(project.import_events(&[event("D")], false), Ok(1));
    project.set_longitudinal(true);
    assert!(project.is_longitudinal());
    let key = RowKey::base(project.first_event(None));
    assert!(project.record("1").and_then(|r| r.value(&key, "first_name")).is_some());
    assert!(project.is_designated(key.event, "demographics"));
}

#[test]
fn the_repeating_setup_is_replaced() {
    let mut project = project("test_long_project");
    let entry = |event: &str, form: &str| RepeatingInput {
        event: event.into(),
        form: form.into(),
        label: "[x]".into(),
    };
    let refused = project.import_repeating(&[entry("event_1_arm_1", "")]).expect_err("refused");
    assert_eq!(refused.to_string(), "event 'event_1_arm_1' is not available in project");
    let entries = [entry("dose_1_arm_1", ""), entry("enrollment_arm_1", "contact_info")];
    assert_eq!(project.import_repeating(&entries), Ok(2));
    let list = project.repeating_list();
    assert_eq!(list.len(), 2);
    assert_eq!(list[0].1.map(|i| i.name.as_str()), Some("contact_info"));
    assert_eq!(list[0].2, "[x]");
    assert_eq!(project.import_repeating(&[]), Ok(0));
    assert!(!project.has_repeating());
}

#[test]
fn groups_are_renamed_and_removed() {
    let mut project = project("test_simple_project");
    let dag = |name: &str, unique: &str| DagInput { name: name.into(), unique_name: unique.into() };
    assert_eq!(project.import_dags(&[dag("New DAG", ""), dag("A different name", "test_dag")]), Ok(2));
    let unique: Vec<&str> = project.dags.iter().map(|d| d.unique_name.as_str()).collect();
    assert_eq!(unique, ["a_different_name", "new_dag"]);
    assert!(project.import_dags(&[dag("x", "nope")]).is_err());
    assert_eq!(project.delete_dags(&names(&["a_different_name"])), Ok(1));
    assert_eq!(project.record("3").and_then(|r| r.dag), None);
}

#[test]
fn users_and_roles_are_updated_in_part() {
    let mut project = project("test_simple_project");
    let user = |name: &str| UserInput { username: name.into(), ..UserInput::default() };
    let mut first =
        UserInput { dag: Some("test_dag".into()), expiration: Some("2030-01-01".into()), ..user("u") };
    first.rights.set("calendar", 1);
    first.rights.set("design", 1);
    first.role = Some("U-573AEYRNR8".into());
    assert_eq!(project.import_users(&[first]), Ok(1));
    assert_eq!(project.users["u"].dag, Some(project.dags[0].id));
    // The role hides the user's own rights.
    assert!(!project.effective_rights(&project.users["u"]).has("design"));
    let mut second = user("u");
    second.rights.set("calendar", 0);
    assert_eq!(project.import_users(&[second]), Ok(1));
    let stored = &project.users["u"];
    assert!(stored.rights.has("design") && !stored.rights.has("calendar"));
    assert_eq!((stored.dag, stored.role.is_some()), (None, true));
    assert!(stored.is_expired("2030-01-01") && !stored.is_expired("2029-12-31"));

    let assign = [("u".to_owned(), String::new(), None)];
    assert_eq!(project.assign_roles(&assign), Ok(1));
    assert!(project.effective_rights(&project.users["u"]).has("design"));
    assert_eq!(project.assign_dags(&[("u".into(), "test_dag".into())]), Ok(1));
    assert!(project.assign_dags(&[("u".into(), "nope".into())]).is_err());
    assert_eq!(project.delete_users(&names(&["u"])), Ok(1));

    let role = |unique: &str, label: &str| RoleInput {
        unique_name: unique.into(),
        label: Some(label.into()),
        rights: Rights::default(),
    };
    assert_eq!(project.import_roles(&[role("", "New"), role("U-573AEYRNR8", "Renamed")]), Ok(2));
    assert_eq!(project.roles[0].label, "Renamed");
    let made = project.roles[1].unique_name.clone();
    assert!(made.starts_with("U-") && made.len() == 12);
    let mut bad = role("U-573AEYRNR8", "Bad");
    bad.rights.forms.insert("nope".into(), 1);
    assert_eq!(
        project.import_roles(&[bad]).expect_err("refused").to_string(),
        "The form named \"nope\" is incorrect for the user role \"U-573AEYRNR8\" \
         The form does not exist in this project."
    );
    assert_eq!(project.delete_roles(&[made]), Ok(1));
}

#[test]
fn a_user_switches_only_to_enabled_groups() {
    let mut project = project("test_simple_project");
    let other = project.add_dag("Other");
    project.users.insert("u".into(), User { switchable_dags: vec![other], ..User::new("u") });
    assert_eq!(project.switch_dag("u", "other"), Ok(()));
    assert_eq!(project.users["u"].dag, Some(other));
    assert!(matches!(project.switch_dag("u", "test_dag"), Err(ProjectError::DagNotEnabled { .. })));
    assert!(matches!(project.switch_dag("u", ""), Err(ProjectError::NoSuchDag(_))));
}

#[test]
fn both_number_schemes_of_form_rights_are_read() {
    let right = FormRight::from_code;
    assert!(!right(0).view && !right(128).view);
    assert!(right(2).view && !right(2).edit && right(129) == right(2));
    assert!(right(1) == right(130) && right(3) == right(138));
    assert!(right(146).delete && !right(146).edit_responses && right(154).edit_responses);
}

#[test]
fn new_projects_are_alike_but_for_their_numbers() {
    let project = Project::new(4, "New");
    assert_eq!(project.record_id_field(), "record_id");
    assert!(!project.is_longitudinal() && project.settings.record_autonumbering_enabled);
    assert_eq!(project, Project::new(4, "New"));
    assert_ne!(project.first_event(None), Project::new(5, "New").first_event(None));
    let mut twice = (project.clone(), project);
    assert_eq!(twice.0.next_code(16), twice.1.next_code(16));
    let document = Document { name: "a".into(), mime: "b".into(), bytes: vec![0, 255] };
    let id = twice.0.add_document(document.clone());
    assert_eq!(*twice.0.documents[&id], document);
}

#[test]
fn group_names_hold_nothing_that_cannot_be_printed() {
    let mut project = Project::new(1, "Groups");
    let id = project.add_dag("North\u{b}\tClinic");
    let dag = project.dag_by_id(id).expect("the group");
    assert_eq!((dag.name.as_str(), dag.unique_name.as_str()), ("NorthClinic", "northclinic"));
    let blank = [DagInput { name: "\u{b}".into(), unique_name: String::new() }];
    assert_eq!(project.import_dags(&blank), Err(ProjectError::BlankDagName));
}
