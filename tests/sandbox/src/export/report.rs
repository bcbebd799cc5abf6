//! Reports as selections.

use std::collections::HashSet;

use super::selection::{Selection, understood};
use crate::api::{Call, Refusal};
use crate::project::{Project, Report};

/// The selection that a report makes.
///
/// # Errors
/// When its logic is not understood.
pub fn report(call: &Call<'_>, project: &Project, report: &Report) -> Result<Selection, Refusal> {
    let has = |name: &str| report.other.get(name).is_some_and(|value| value == "1");
    let logic = Some(report.filter_logic.trim()).filter(|text| !text.is_empty());
    let events: HashSet<u64> =
        report.filter_events.iter().filter_map(|name| project.event(name)).map(|event| event.id).collect();
    let dags: HashSet<u64> =
        report.filter_dags.iter().filter_map(|name| project.dag(name)).map(|dag| dag.id).collect();
    let mut order = report.order.clone();
    order.retain(|by| project.fields.contains_key(&by.field));
    if order.first().is_some_and(|by| by.field == project.record_id_field() && !by.descending)
        && order.len() == 1
    {
        // That is how records are sorted anyway.
        order.clear();
    }
    Ok(Selection {
        fields: Some(report.fields.iter().cloned().collect()),
        events: Some(events).filter(|_| !report.filter_events.is_empty() && project.is_longitudinal()),
        dags: Some(dags).filter(|_| !report.filter_dags.is_empty()),
        logic: logic.map(|text| understood(call, project, text)).transpose()?,
        whole_records: report.other.get("filter_type").is_some_and(|kind| kind == "RECORD"),
        order,
        columns_as_named: true,
        dag_column: has("output_dags"),
        survey_fields: has("output_survey_fields"),
        ..Selection::default()
    })
}
