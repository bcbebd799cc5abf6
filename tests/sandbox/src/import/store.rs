//! Turning a plan into changed records and lines of the log.

use std::sync::Arc;

use super::calc::Calculations;
use super::plan::{Change, RecordPlan};
use crate::api::Call;
use crate::project::{Project, Record, RecordName, RowKey, Slot, Value};

/// Makes the changed records of a plan and notes them in the log.
pub fn changed<'p>(
    call: &Call<'_>,
    project: &Project,
    plans: impl Iterator<Item = &'p RecordPlan<'p>>,
) -> Vec<(RecordName, Arc<Record>)> {
    // Servers before 6.3.0 did not compute anything when data were imported.
    let calculations = call.since(6, 3, 0).then(|| Calculations::of(project, call));
    let mut records = Vec::new();
    for plan in plans {
        let (mut record, details) = apply(call, project, plan);
        log(call, plan, &record, &details);
        if let Some(calculations) = &calculations {
            let fields = plan.rows.values().flatten().map(|(field, _)| field.as_str());
            calculations.compute(&plan.name, &mut record, fields, plan.before.is_none());
        }
        records.push((plan.name.clone(), Arc::new(record)));
    }
    records
}

/// The record after the change, and what changed in the words of the log.
fn apply(call: &Call<'_>, project: &Project, plan: &RecordPlan<'_>) -> (Record, Vec<String>) {
    let mut record = plan.before.cloned().unwrap_or_default();
    let mut details = Vec::new();
    if plan.before.is_none() {
        details.push(format!("{} = '{}'", project.record_id_field(), plan.name));
        record.created.clone_from(&call.now);
    }
    if !project.is_longitudinal() && record.rows.is_empty() {
        record.touch(RowKey::base(project.first_event(None)));
    }
    if let Some(dag) = plan.dag {
        if dag != record.dag && plan.before.is_some() {
            let name = dag.and_then(|id| project.dag_by_id(id)).map_or("", |dag| &dag.unique_name);
            details.push(format!("redcap_data_access_group = '{name}'"));
        }
        record.dag = dag;
    }
    for (key, changes) in &plan.rows {
        record.touch(key.clone());
        let mut noted = matches!(key.slot, Slot::Base);
        for (field, change) in changes {
            let Some(detail) = store(&mut record, key, field, change) else { continue };
            if !noted {
                details.push(format!("[instance = {}]", key.instance().unwrap_or(1)));
                noted = true;
            }
            details.push(detail);
        }
    }
    if !details.is_empty() {
        record.modified.clone_from(&call.now);
    }
    (record, details)
}

/// Stores one value; tells what changed, if anything did.
fn store(record: &mut Record, key: &RowKey, field: &str, change: &Change) -> Option<String> {
    let before = record.value(key, field);
    match change {
        Change::Put(value) => {
            let same = match before {
                None => value.is_empty(),
                Some(before) => before.as_text() == Some(value),
            };
            if same {
                return None;
            }
            record.put(key.clone(), field, Value::text(value.as_str()));
            Some(format!("{field} = '{}'", value.replace(['\n', '\r'], " ")))
        }
        Change::Check(code, on) => {
            let was = matches!(before, Some(Value::Checked(codes)) if codes.contains(code));
            let replaces = *on && matches!(before, Some(Value::Text(_)));
            if was == *on && !replaces {
                return None;
            }
            record.check(key.clone(), field, code, *on);
            Some(format!("{field}({code}) = {}", if *on { "checked" } else { "unchecked" }))
        }
    }
}

fn log(call: &Call<'_>, plan: &RecordPlan<'_>, record: &Record, details: &[String]) {
    if details.is_empty() {
        return;
    }
    call.log_change(plan.before.is_none(), details.join(", "), plan.name.as_str(), record.dag);
}
