//! What references mean in the rows of a project.

mod support;

use std::collections::BTreeMap;

use redcap_sandbox::logic::parse;
use redcap_sandbox::project::{
    Choice, EventInput, Field, FieldType, MappingInput, Project, RecordName, RepeatingInput, RowKey, Value,
};
use redcap_sandbox::scope::Evaluation;

/// Two events; instrument `visits` repeats in the second one.
fn project() -> Project {
    let mut project = Project::empty(7, "Scopes");
    let mut sex = Field::new("sex", "basics", FieldType::Radio, "Sex");
    sex.choices = vec![Choice::new("0", "Female"), Choice::new("1", "Male")];
    let mut gym = Field::new("gym", "basics", FieldType::Checkbox, "Gym");
    gym.choices = vec![Choice::new("0", "Monday"), Choice::new("1", "Tuesday")];
    let mut dose = Field::new("dose", "basics", FieldType::Text, "Dose");
    dose.validation = "number_comma_decimal".into();
    let fields = vec![
        Field::new("record_id", "basics", FieldType::Text, "Record ID"),
        sex,
        gym,
        dose,
        Field::new("weight", "visits", FieldType::Text, "Weight"),
    ];
    project.replace_metadata(fields).expect("a dictionary");
    let event = |name: &str| EventInput { name: name.into(), arm: Some(1), ..EventInput::default() };
    project.import_events(&[event("Start"), event("End")], true).expect("events");
    project.set_longitudinal(true);
    let mapping =
        |event: &str, form: &str| MappingInput { arm: Some(1), event: event.into(), form: form.into() };
    let mappings =
        [mapping("start_arm_1", "basics"), mapping("end_arm_1", "basics"), mapping("end_arm_1", "visits")];
    project.import_mappings(&mappings).expect("mappings");
    let repeating = RepeatingInput { event: "end_arm_1".into(), form: "visits".into(), label: String::new() };
    project.import_repeating(&[repeating]).expect("repeats");
    let (start, end) = (project.events[0].id, project.events[1].id);
    let record = project.record_mut("10");
    record.put(RowKey::base(start), "sex", Value::text("1"));
    record.put(RowKey::base(start), "gym", Value::checked(["1"]));
    record.put(RowKey::base(end), "dose", Value::text("1,5"));
    record.put(RowKey::form_instance(end, "visits", 1), "weight", Value::text("70"));
    record.put(RowKey::form_instance(end, "visits", 3), "weight", Value::text("75"));
    project
}

#[test]
fn references_reach_events_instances_choices_and_labels() {
    let project = project();
    let (start, end) = (project.events[0].id, project.events[1].id);
    let name = RecordName::new("10");
    let record = project.record("10").expect("the record");
    let evaluation = Evaluation::new(&project, "2026-02-03 04:05:06", "jdoe", None);
    let rows = BTreeMap::from([
        ("start", RowKey::base(start)),
        ("end", RowKey::base(end)),
        ("third", RowKey::form_instance(end, "visits", 3)),
    ]);
    for (row, logic, expected) in [
        ("start", "[sex]", "1"),
        ("start", "[sex:label]", "Male"),
        ("start", "[gym(1)]", "1"),
        ("start", "[gym(0)]", "0"),
        ("start", "[record_id] = 10", "1"),
        ("start", "[basics_complete] = '0'", "1"),
        ("end", "[sex]", ""),
        ("end", "[start_arm_1][sex]", "1"),
        ("end", "[previous-event-name][sex]", "1"),
        ("start", "[next-event-name][dose] * 2", "3"),
        ("end", "[weight]", ""),
        ("end", "[weight][1]", "70"),
        ("end", "[weight][last-instance]", "75"),
        ("third", "[weight]", "75"),
        ("third", "[weight][first-instance]", "70"),
        ("third", "[weight][previous-instance]", ""),
        ("third", "[dose] + 1", "2.5"),
        ("third", "[current-instance]", "3"),
        ("start", "[event-name]", "start_arm_1"),
        ("start", "[record-name]", "10"),
        ("start", "[user-name]", "jdoe"),
        ("start", "year('today')", "2026"),
    ] {
        let value = parse(logic).expect(logic).value(&evaluation.row(&name, record, &rows[row]));
        assert_eq!(value.to_string(), expected, "{logic} in {row}");
    }
}

#[test]
fn unknown_names_are_told() {
    let project = project();
    let evaluation = Evaluation::new(&project, "2026-02-03 04:05:06", "jdoe", None);
    let logic = parse("[nothing] = 1 and [never_arm_1][sex] = 1 and [basics_complete] = 2").expect("logic");
    assert_eq!(evaluation.unknown(&logic), ["nothing", "never_arm_1"]);
}
