//! Generated projects: writing and reading must lose nothing.

use std::collections::BTreeSet;

use indexmap::{IndexMap, IndexSet};
use proptest::prelude::*;
use redcap_sandbox::dictionary::{Header, read_csv, write_csv};
use redcap_sandbox::odm::{ReadOptions, WriteOptions, carried, read, write};
use redcap_sandbox::project::{
    Choice, DagInput, DeleteRequest, Document, EventInput, Field, FieldType, Instrument, Project, Repeating,
    RepeatingInput, Response, Survey, Value, status_field,
};

/// Text with everything that needs care in XML and CSV.
fn text() -> impl Strategy<Value = String> {
    "[ -~\\n\\t\u{e4}\u{20ac}\u{1F600}<>&\"']{0,12}"
}

/// Cells that REDCap would trim are generated without blanks at the ends.
fn cell() -> impl Strategy<Value = String> {
    "[a-z0-9<>&\"',;.\\[\\]=]{0,8}"
}

fn kind() -> impl Strategy<Value = FieldType> {
    prop::sample::select(FieldType::ALL.to_vec())
}

#[derive(Debug, Clone)]
struct FieldSeed(FieldType, String, String, Vec<String>, bool, bool);

fn field_seed() -> impl Strategy<Value = FieldSeed> {
    (kind(), text(), cell(), prop::collection::vec("[a-z ,]{1,5}", 1..4), any::<bool>(), any::<bool>())
        .prop_map(|(kind, label, extra, labels, a, b)| FieldSeed(kind, label, extra, labels, a, b))
}

fn field(name: &str, form: &str, seed: FieldSeed) -> Field {
    let FieldSeed(kind, label, extra, labels, identifier, required) = seed;
    let mut field = Field::new(name, form, kind, &label);
    if kind.lists_choices() {
        let choices = labels.iter().enumerate();
        field.choices = choices.map(|(i, label)| Choice::new(format!("{i}"), label.trim())).collect();
    } else if matches!(kind, FieldType::Calc | FieldType::Sql | FieldType::Slider) {
        field.formula = extra.clone();
    }
    if kind == FieldType::Text {
        field.validation = if identifier { "integer" } else { "date_dmy" }.into();
        field.validation_min.clone_from(&extra);
    }
    field.section_header = if required { label } else { String::new() };
    field.note.clone_from(&extra);
    field.branching_logic.clone_from(&extra);
    field.annotation = extra;
    field.matrix_ranking = identifier && required;
    (field.identifier, field.required) = (identifier, required);
    field
}

/// Everything random about a project.
#[derive(Debug, Clone)]
struct Seed {
    title: String,
    notes: String,
    longitudinal: bool,
    forms: Vec<(String, Vec<FieldSeed>, bool)>,
    events: Vec<(u32, String, Vec<bool>, u8)>,
    dags: Vec<String>,
    data: Vec<(String, u8, u8, u32, String, u8)>,
}

fn seed() -> impl Strategy<Value = Seed> {
    let form = (text(), prop::collection::vec(field_seed(), 0..4), any::<bool>());
    let event = (1_u32..3, "[A-Za-z]{1,6}", prop::collection::vec(any::<bool>(), 3), 0_u8..3);
    let datum = ("[A-Za-z0-9-]{1,4}", any::<u8>(), any::<u8>(), 1_u32..4, text(), any::<u8>());
    (
        text(),
        text(),
        any::<bool>(),
        prop::collection::vec(form, 1..4),
        prop::collection::vec(event, 1..4),
        prop::collection::vec("[A-Z][a-z]{1,8}", 0..3),
        prop::collection::vec(datum, 0..20),
    )
        .prop_map(|(title, notes, longitudinal, forms, events, dags, data)| Seed {
            title,
            notes,
            longitudinal,
            forms,
            events,
            dags,
            data,
        })
}

fn build(seed: Seed) -> Project {
    let mut project = Project::empty(3, seed.title);
    project.settings.notes = seed.notes;
    project.settings.surveys_enabled = true;
    let id = Field::new("id", "form_0", FieldType::Text, "Id");
    project.fields.insert("id".into(), id);
    for (index, (label, fields, survey)) in seed.forms.into_iter().enumerate() {
        let name = format!("form_{index}");
        for (number, seed) in fields.into_iter().enumerate() {
            let field = field(&format!("f{index}_{number}"), &name, seed);
            project.fields.insert(field.name.clone(), field);
        }
        let settings = IndexMap::from([("title".to_owned(), label.clone())]);
        let survey = survey.then_some(Survey { settings });
        project.instruments.push(Instrument { name, label, survey });
    }
    let forms: Vec<String> = project.instruments.iter().map(|i| i.name.clone()).collect();
    let inputs: Vec<EventInput> = seed
        .events
        .iter()
        .map(|(arm, name, ..)| EventInput { name: name.clone(), arm: Some(*arm), ..EventInput::default() })
        .collect();
    if seed.longitudinal {
        project.import_arms(&[], true).expect("no arms");
        project.import_events(&inputs, true).expect("events");
        project.set_longitudinal(true);
    }
    for (event, (_, _, picks, repeats)) in project.event_ids().into_iter().zip(&seed.events) {
        let own: IndexSet<String> = forms
            .iter()
            .zip(picks)
            .filter(|(_, pick)| **pick || !seed.longitudinal)
            .map(|(form, _)| form.clone())
            .collect();
        if *repeats == 1 && seed.longitudinal {
            project.repeating.insert(event, Repeating::Event);
        } else if *repeats == 2
            && let Some(form) = own.last()
        {
            let forms = IndexMap::from([(form.clone(), "[label]".to_owned())]);
            project.repeating.insert(event, Repeating::Instruments(forms));
        }
        if !own.is_empty() {
            project.mappings.insert(event, own);
        }
    }
    if seed.longitudinal {
        project.mappings.retain(|_, forms| !forms.is_empty());
    }
    let dags: BTreeSet<String> = seed.dags.into_iter().collect();
    for dag in &dags {
        project.add_dag(dag);
    }
    for datum in seed.data {
        add(&mut project, datum);
    }
    project
}

fn add(project: &mut Project, (name, event, pick, instance, text, kind): (String, u8, u8, u32, String, u8)) {
    let events = project.event_ids();
    let event = events[usize::from(event) % events.len()];
    let fields: Vec<Field> = project.fields.values().skip(1).cloned().collect();
    let form = match fields.get(usize::from(pick) % (fields.len() + 1)) {
        Some(field) => field.form.clone(),
        None => "form_0".to_owned(),
    };
    if !project.is_designated(event, &form) {
        return;
    }
    let key = project.row_of(event, &form, instance);
    let dag = project.dags.get(usize::from(kind) % 4).map(|dag| dag.id);
    let response_key = project.response_key(&key, &form);
    let is_survey = project.instrument(&form).is_some_and(|i| i.survey.is_some());
    let field = fields.get(usize::from(pick) % (fields.len() + 1));
    let value = match field.map(|field| field.kind) {
        Some(FieldType::Checkbox) => Value::checked(["0"]),
        Some(FieldType::File) => {
            let document =
                Document { name: "a b.txt".into(), mime: "text/plain".into(), bytes: text.clone().into() };
            Value::File(project.add_document(document))
        }
        Some(FieldType::Descriptive) | None => Value::text(""),
        Some(_) => Value::text(text),
    };
    let record = project.record_mut(&name);
    record.dag = dag;
    record.touch(key.clone());
    if kind % 3 == 0 {
        record.put(key.clone(), &status_field(&form), Value::text("2"));
    }
    if kind % 5 == 0 && is_survey {
        let completed = (kind % 2 == 0).then(|| "2025-01-02 03:04:05".to_owned());
        record.responses.insert(response_key, Response { started: true, completed, ..Response::default() });
    }
    if let Some(field) = field {
        record.put(key, &field.name, value);
    }
}

/// One edit; refusals are fine.
fn edit(project: &mut Project, action: u8, first: usize, second: usize) {
    fn pick(list: &[String], index: usize) -> String {
        if list.is_empty() { "none".into() } else { list[index % list.len()].clone() }
    }
    let records: Vec<String> = project.records.keys().map(ToString::to_string).collect();
    let events: Vec<String> = project.events.iter().map(|event| event.unique_name.clone()).collect();
    let forms: Vec<String> = project.instruments.iter().map(|i| i.name.clone()).collect();
    let dags: Vec<String> = project.dags.iter().map(|dag| dag.unique_name.clone()).collect();
    let (record, event, form) = (pick(&records, first), pick(&events, second), pick(&forms, first));
    let delete = |event: Option<String>, instrument: Option<String>, instance: Option<u32>| DeleteRequest {
        records: vec![record.clone()],
        event,
        instrument,
        instance,
        ..DeleteRequest::default()
    };
    let repeating =
        |form: &str| RepeatingInput { event: event.clone(), form: form.into(), label: String::new() };
    let new_event = |name: &str| EventInput {
        name: format!("{name}{first}"),
        arm: Some(u32::try_from(second % 3).unwrap_or(1)),
        unique_name: Some(event.clone()),
        ..EventInput::default()
    };
    let dag = DagInput { name: format!("G{second}"), unique_name: pick(&dags, first) };
    let _ = match action {
        0 => project.delete_records(&delete(None, None, None)),
        1 => project.delete_records(&delete(Some(event), None, None)),
        2 => project.delete_records(&delete(None, Some(form), None)),
        3 => project.delete_records(&delete(Some(event), Some(form), Some(2))),
        4 => project.delete_events(&[event]),
        5 => project.import_repeating(&[repeating(&form)]),
        6 => project.import_repeating(&[repeating("")]),
        7 => project.import_events(&[new_event("Event")], second.is_multiple_of(4)),
        8 => project.rename_record(&record, &format!("r{second}")).map(|()| 1),
        9 => project.import_dags(&[dag]),
        10 => project.replace_metadata(project.fields.values().take(first % 5 + 1).cloned().collect()),
        _ => {
            project.set_longitudinal(first.is_multiple_of(2));
            Ok(1)
        }
    };
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn project_xml_loses_nothing(seed in seed()) {
        let project = build(seed);
        let text = write(&project, &WriteOptions::default());
        let back = read(&text, &ReadOptions::default()).expect("what was written is read");
        prop_assert_eq!(carried(&project), carried(&back), "{}", text);
        // Comparing maps does not compare their order.
        prop_assert!(project.fields.keys().eq(back.fields.keys()));
    }

    #[test]
    fn a_state_file_loses_nothing(seed in seed()) {
        let project = build(seed);
        let text = serde_json::to_string(&project).expect("the project is written");
        prop_assert_eq!(serde_json::from_str::<Project>(&text).expect("the project is read"), project);
    }

    #[test]
    fn a_dictionary_loses_nothing(seed in seed()) {
        let project = build(seed);
        let text = write_csv(project.fields.values(), Header::Api);
        let back = read_csv(text.as_bytes()).expect("the dictionary is read");
        prop_assert!(project.fields.values().eq(&back));
    }

    #[test]
    fn edits_never_panic_or_lose_their_way(
        seed in seed(),
        edits in prop::collection::vec((0_u8..12, any::<u8>(), any::<u8>()), 0..12),
    ) {
        let mut project = build(seed);
        for (action, first, second) in edits {
            edit(&mut project, action, usize::from(first), usize::from(second));
            let text = write(&project, &WriteOptions::default());
            let back = read(&text, &ReadOptions::default()).expect("what was written is read");
            prop_assert_eq!(carried(&project), carried(&back), "action {} gave {}", action, text);
        }
    }

    #[test]
    fn no_text_makes_the_reader_panic(text in "[<>/a-zODM &;\"'=\\[\\]!?-]{0,40}", cut in 0_usize..17_000) {
        let _ = read(&text, &ReadOptions::default());
        let whole = super::fixture("doctest_project");
        let cut = (0..=cut).rev().find(|at| whole.is_char_boundary(*at)).unwrap_or(0);
        prop_assert!(read(&whole[..cut], &ReadOptions::default()).is_err());
    }
}
