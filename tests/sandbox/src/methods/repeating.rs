//! Repeating instruments and events.

use std::sync::Arc;

use crate::api::payload::text;
use crate::api::{Call, Cell, Refusal, Reply};
use crate::project::{Project, RepeatingInput};

/// Lists what repeats.
pub fn export(call: &Call<'_>, project: &Arc<Project>) -> Result<Reply, Refusal> {
    if !project.has_repeating() {
        return Err(call.refuse("repeating_not_set_up", &[]));
    }
    let mut table = call.table("repeating_setup", project);
    for (event, form, label) in project.repeating_list() {
        table.row(|column| match column {
            "event_name" => event.map_or("", |event| &event.unique_name).into(),
            "form_name" => form.map_or("", |form| &form.name).into(),
            "custom_form_label" => label.into(),
            _ => Cell::Absent,
        });
    }
    Ok(call.list(&table))
}

/// Replaces what repeats.
pub fn import(call: &Call<'_>, project: &mut Project) -> Result<Reply, Refusal> {
    let rows = call.rows()?;
    let entries = rows.iter().map(|row| RepeatingInput {
        event: text(row, "event_name").trim().to_owned(),
        form: text(row, "form_name").trim().to_owned(),
        label: text(row, "custom_form_label").to_owned(),
    });
    let entries: Vec<RepeatingInput> = entries.collect();
    if let Some(entry) = entries.iter().find(|entry| !project.is_longitudinal() && !entry.event.is_empty()) {
        return Err(call.refuse("repeating_event_not_available", &[("event", &entry.event)]));
    }
    Ok(call.count(project.import_repeating(&entries)?))
}
