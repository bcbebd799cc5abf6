//! Rows, columns and cells of a record export.

use indexmap::{IndexMap, IndexSet};
use redcap_sandbox::project::{
    Choice, EventInput, Field, FieldType, Instrument, Project, RecordName, Repeating, RowKey, Slot, Survey,
    Value, checkbox_column, natural_cmp,
};

/// A project with a form for ids and two more, `two` with a checkbox.
pub fn three_forms() -> Project {
    let mut project = Project::empty(1, "Rows");
    for form in ["one", "two", "three"] {
        project.instruments.push(Instrument { name: form.into(), label: form.into(), survey: None });
    }
    let mut boxes = Field::new("boxes", "two", FieldType::Checkbox, "Boxes");
    boxes.choices = vec![Choice::new("-99", "None"), Choice::new("Aa", "Some")];
    let fields = [
        Field::new("id", "one", FieldType::Text, "Id"),
        Field::new("a", "one", FieldType::Text, "A"),
        boxes,
        Field::new("hint", "two", FieldType::Descriptive, "Hint"),
        Field::new("c", "three", FieldType::Text, "C"),
    ];
    project.fields = fields.into_iter().map(|field| (field.name.clone(), field)).collect();
    project
}

/// The same with events `first` and `second`; `three` is in the second only.
pub fn two_events() -> (Project, u64, u64) {
    let mut project = three_forms();
    let event = |name: &str| EventInput { name: name.into(), ..EventInput::default() };
    project.import_events(&[event("First"), event("Second")], true).expect("events");
    project.set_longitudinal(true);
    let (first, second) = (project.events[0].id, project.events[1].id);
    let set = |forms: &[&str]| forms.iter().map(|f| (*f).to_owned()).collect::<IndexSet<String>>();
    project.mappings.insert(first, set(&["one", "two"]));
    project.mappings.insert(second, set(&["one", "two", "three"]));
    (project, first, second)
}

pub fn repeat(project: &mut Project, event: u64, form: &str) {
    let setup = project.repeating.entry(event).or_insert(Repeating::Instruments(IndexMap::new()));
    if let Repeating::Instruments(forms) = setup {
        forms.insert(form.into(), String::new());
    }
}

#[test]
fn records_sort_as_people_count() {
    let mut names = ["331-2", "10", "331-10", "9", "b", "A", "0", "001017", "1017", "331-1"];
    names.sort_by(|a, b| natural_cmp(a, b));
    assert_eq!(names, ["0", "9", "10", "331-1", "331-2", "331-10", "001017", "1017", "A", "b"]);
    assert!(RecordName::new("01") != RecordName::new("1"));
}

#[test]
fn a_classic_record_always_has_its_plain_row() {
    let mut project = three_forms();
    let event = project.first_event(None);
    repeat(&mut project, event, "two");
    repeat(&mut project, event, "three");
    let record = project.record_mut("3");
    record.put(RowKey::form_instance(event, "three", 1), "c", Value::text("x"));
    record.put(RowKey::form_instance(event, "two", 2), "boxes", Value::checked(["Aa"]));
    record.put(RowKey::form_instance(event, "two", 1), "boxes", Value::checked(["Aa"]));
    let keys = project.row_keys(project.record("3").expect("record"));
    assert_eq!(
        keys,
        [
            RowKey::base(event),
            RowKey::form_instance(event, "two", 1),
            RowKey::form_instance(event, "two", 2),
            RowKey::form_instance(event, "three", 1),
        ]
    );
}

#[test]
fn plain_rows_of_all_events_come_before_what_repeats() {
    let (mut project, first, second) = two_events();
    repeat(&mut project, second, "two");
    project.repeating.insert(first, Repeating::Event);
    let record = project.record_mut("1");
    record.put(RowKey::form_instance(second, "two", 1), "boxes", Value::checked(["Aa"]));
    record.touch(RowKey::event_instance(first, 3));
    record.put(RowKey::event_instance(first, 1), "a", Value::text("x"));
    record.put(RowKey::base(second), "a", Value::text("x"));
    let keys = project.row_keys(project.record("1").expect("record"));
    assert_eq!(
        keys,
        [
            RowKey::base(second),
            RowKey::event_instance(first, 1),
            RowKey::event_instance(first, 3),
            RowKey::form_instance(second, "two", 1),
        ]
    );
}

#[test]
fn an_event_with_only_instances_has_no_plain_row() {
    let (mut project, _, second) = two_events();
    repeat(&mut project, second, "three");
    project.record_mut("1").put(RowKey::form_instance(second, "three", 1), "c", Value::text("x"));
    let keys = project.row_keys(project.record("1").expect("record"));
    assert_eq!(keys, [RowKey::form_instance(second, "three", 1)]);
}

#[test]
fn columns_follow_the_dictionary() {
    let mut project = three_forms();
    let names = |project: &Project, surveys| -> Vec<String> {
        project.columns(surveys).iter().map(redcap_sandbox::project::Column::name).collect()
    };
    let plain =
        ["id", "a", "one_complete", "boxes____99", "boxes___aa", "two_complete", "c", "three_complete"];
    assert_eq!(names(&project, true), plain);
    project.settings.surveys_enabled = true;
    project.instruments[0].survey = Some(Survey::default());
    project.instruments[2].survey = Some(Survey::default());
    let surveys = names(&project, true);
    assert_eq!(surveys[..3], ["id", "one_timestamp", "a"]);
    assert_eq!(surveys[7..], ["three_timestamp", "c", "three_complete"]);
    assert_eq!(names(&project, false), plain);
    assert_eq!(checkbox_column("field", "-99"), "field____99");
}

#[test]
fn the_next_record_is_one_more_than_the_highest_number() {
    let mut project = three_forms();
    assert_eq!(project.next_record_name(None), "1");
    for name in ["abc", "12-7", "12-x"] {
        project.record_mut(name);
    }
    assert_eq!(project.next_record_name(None), "1");
    assert_eq!(project.next_record_name(Some(12)), "12-8");
    assert_eq!(project.next_record_name(Some(13)), "13-1");
    project.record_mut("5");
    project.record_mut("99999999999999999999999999");
    assert_eq!(project.next_record_name(None), "6");
}

#[test]
fn the_next_instance_is_one_more_than_the_highest() {
    let (mut project, first, second) = two_events();
    project.repeating.insert(first, Repeating::Event);
    repeat(&mut project, second, "two");
    assert_eq!(project.next_instance("1", first, "one"), 1);
    project.record_mut("1").touch(RowKey::event_instance(first, 4));
    project.record_mut("1").touch(RowKey::form_instance(second, "two", 2));
    assert_eq!(project.next_instance("1", first, "two"), 5);
    assert_eq!(project.next_instance("1", second, "two"), 3);
    assert_eq!(project.next_instance("1", second, "three"), 1);
}

#[test]
fn a_setup_change_moves_data_between_plain_row_and_first_instance() {
    let (mut project, first, _) = two_events();
    project.record_mut("1").put(RowKey::base(first), "boxes", Value::checked(["Aa"]));
    let entry = |form: &str| redcap_sandbox::project::RepeatingInput {
        event: "first_arm_1".into(),
        form: form.into(),
        label: String::new(),
    };
    let slots = |project: &Project| -> Vec<Slot> {
        project.row_keys(&project.records[&RecordName::new("1")]).into_iter().map(|key| key.slot).collect()
    };
    project.import_repeating(&[entry("two")]).expect("setup");
    assert_eq!(slots(&project), [Slot::FormInstance("two".into(), 1)]);
    project.import_repeating(&[entry("")]).expect("setup");
    assert_eq!(slots(&project), [Slot::EventInstance(1)]);
    project.import_repeating(&[]).expect("setup");
    assert_eq!(slots(&project), [Slot::Base]);
    let value = project.record("1").and_then(|r| r.value(&RowKey::base(first), "boxes"));
    assert_eq!(value, Some(&Value::checked(["Aa"])));
}
