//! What of a project survives the way through project XML.

use std::collections::BTreeMap;
use std::sync::Arc;

use indexmap::IndexMap;

use super::groups::{dags_in_order, readable};
use crate::project::{
    Dag, Document, Event, Field, FieldType, Project, Record, Response, RowKey, Settings, Slot, Value,
    status_field,
};

/// The part of a project that project XML carries, with all numbers given
/// anew. Two projects with equal answers are the same to whoever reads them.
pub fn carried(project: &Project) -> Project {
    let project = &*readable(project);
    let mut result = Project::empty(0, project.title.clone());
    result.settings = settings(project);
    result.instruments.clone_from(&project.instruments);
    // Fields follow their instruments, whatever order the dictionary mixed them in.
    for instrument in &project.instruments {
        let fields = project.fields_of(&instrument.name).map(|one| (one.name.clone(), field(one)));
        result.fields.extend(fields);
    }
    if let Some(index) = result.fields.get_index_of(project.record_id_field()) {
        result.fields.move_index(index, 0);
    }
    let mut events: BTreeMap<u64, u64> = BTreeMap::new();
    if project.is_longitudinal() {
        result.events.clear();
        result.arms = project.used_arms().map(|arm| (arm.number, arm.clone())).collect();
        for event in &project.events {
            let id = result.next_number();
            events.insert(event.id, id);
            result.events.push(Event { id, ..event.clone() });
        }
    } else {
        events.insert(project.first_event(None), result.first_event(None));
    }
    for (event, id) in &events {
        let forms = project.instruments_of_event(*event).map(|i| i.name.clone()).collect();
        result.mappings.insert(*id, forms);
        if let Some(setup) = project.repeating.get(event) {
            result.repeating.insert(*id, setup.clone());
        }
    }
    result.mappings.retain(|_, forms| !forms.is_empty());
    let mut dags: BTreeMap<u64, u64> = BTreeMap::new();
    for dag in dags_in_order(project) {
        let id = result.next_number();
        dags.insert(dag.id, id);
        result.dags.push(Dag { id, ..dag.clone() });
    }
    result.roles.clone_from(&project.roles);
    for role in &mut result.roles {
        role.rights.flags.sort_keys();
        role.rights.other.sort_keys();
    }
    result.survey_queue.clone_from(&project.survey_queue);
    for report in &project.reports {
        let id = result.next_number();
        let mut report = report.clone();
        report.id = id;
        report.other.sort_keys();
        result.reports.push(report);
    }
    for (name, record) in &project.records {
        let mut kept = Record { dag: record.dag.and_then(|id| dags.get(&id).copied()), ..Record::default() };
        for key in project.row_keys(record) {
            let place = RowKey { event: events[&key.event], slot: key.slot.clone() };
            kept.touch(place.clone());
            carry_row(project, record, &key, &mut kept, &place, &mut result);
        }
        if !kept.rows.is_empty() {
            result.records.insert(name.clone(), Arc::new(kept));
        }
    }
    result.last_number = 0;
    result
}

fn settings(project: &Project) -> Settings {
    let old = &project.settings;
    Settings {
        purpose: old.purpose,
        purpose_other: old.purpose_other.clone(),
        notes: old.notes.clone(),
        custom_record_label: old.custom_record_label.clone(),
        secondary_unique_field: old.secondary_unique_field.clone(),
        longitudinal: project.is_longitudinal(),
        surveys_enabled: old.surveys_enabled,
        scheduling_enabled: old.scheduling_enabled,
        record_autonumbering_enabled: old.record_autonumbering_enabled,
        randomization_enabled: old.randomization_enabled,
        display_today_now_button: old.display_today_now_button,
        missing_data_codes: old.missing_data_codes.clone(),
        other: sorted(&old.other),
        other_groups: old.other_groups.clone(),
        ..Settings::default()
    }
}

/// Only these types have something beside their choices that the document knows.
fn field(field: &Field) -> Field {
    let mut kept = field.clone();
    // How the choices were written.
    kept.choices_cell.clear();
    if !matches!(kept.kind, FieldType::Calc | FieldType::Sql | FieldType::Slider) {
        kept.formula.clear();
    }
    kept
}

fn sorted(map: &IndexMap<String, String>) -> IndexMap<String, String> {
    let mut map = map.clone();
    map.sort_keys();
    map
}

fn carry_row(
    project: &Project,
    record: &Record,
    key: &RowKey,
    kept: &mut Record,
    place: &RowKey,
    result: &mut Project,
) {
    for instrument in project.instruments.iter().filter(|i| project.belongs(key, &i.name)) {
        for field in project.fields_of(&instrument.name) {
            let skipped = field.name == project.record_id_field() || field.kind == FieldType::Descriptive;
            match record.value(key, &field.name) {
                _ if skipped => {}
                None => {}
                // Left from the time before the field became one for files.
                Some(Value::Text(_)) if field.kind == FieldType::File => {}
                Some(Value::File(id)) => {
                    if let Some(document) = project.documents.get(id) {
                        let id = result.add_document(Document::clone(document));
                        kept.put(place.clone(), &field.name, Value::File(id));
                    }
                }
                // A choice that a newer dictionary lacks has no column.
                Some(Value::Checked(codes)) => {
                    let known = |code: &&String| field.choices.iter().any(|choice| choice.code == **code);
                    for code in codes.iter().filter(known) {
                        kept.check(place.clone(), &field.name, code, true);
                    }
                }
                Some(value) => kept.put(place.clone(), &field.name, value.clone()),
            }
        }
        let status = status_field(&instrument.name);
        if let Some(value) = record.value(key, &status) {
            kept.put(place.clone(), &status, value.clone());
        }
        let Some(response) = record.responses.get(&project.response_key(key, &instrument.name)) else {
            continue;
        };
        if !response.timestamp().is_empty() || response.identifier.is_some() {
            let mut response_key = project.response_key(key, &instrument.name);
            response_key.event = place.event;
            // Links and codes belong to the server that made them.
            let response = Response {
                started: response.started || response.completed.is_some(),
                completed: response.completed.clone(),
                identifier: response.identifier.clone(),
                ..Response::default()
            };
            kept.responses.insert(response_key, response);
        }
    }
    debug_assert!(!matches!(key.slot, Slot::FormInstance(_, 0) | Slot::EventInstance(0)));
}
