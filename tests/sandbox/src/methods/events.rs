//! Events.

use std::sync::Arc;

use crate::api::payload::{Row, cell, text};
use crate::api::{Call, Cell, Refusal, Reply};
use crate::project::{EventInput, Project, ProjectError};

/// Lists the events.
pub fn export(call: &Call<'_>, project: &Arc<Project>) -> Result<Reply, Refusal> {
    if !project.is_longitudinal() {
        return Err(call.refuse("events_of_classic_project", &[]));
    }
    let arms = call.arguments.numbers("arms");
    let mut table = call.table("event", project);
    for event in &project.events {
        if arms.as_ref().is_some_and(|arms| !arms.contains(&u64::from(event.arm))) {
            continue;
        }
        table.row(|column| match column {
            "event_name" => event.name.as_str().into(),
            "arm_num" => u64::from(event.arm).into(),
            "day_offset" => event.day_offset.to_string().into(),
            "offset_min" => event.offset_min.to_string().into(),
            "offset_max" => event.offset_max.to_string().into(),
            "unique_event_name" => event.unique_name.as_str().into(),
            "custom_event_label" => event.custom_label.as_str().into(),
            "event_id" => event.id.into(),
            _ => Cell::Absent,
        });
    }
    Ok(call.list(&table))
}

/// Adds or changes events.
pub fn import(call: &Call<'_>, project: &mut Project) -> Result<Reply, Refusal> {
    let replace = call.overrides(project)?;
    let mut events = Vec::new();
    for row in call.rows()? {
        events.push(EventInput {
            name: text(&row, "event_name").trim().to_owned(),
            arm: arm(project, &row)?,
            day_offset: offset(&row, "day_offset")?,
            offset_min: offset(&row, "offset_min")?,
            offset_max: offset(&row, "offset_max")?,
            unique_name: cell(&row, "unique_event_name").map(str::to_owned),
            custom_label: cell(&row, "custom_event_label").map(str::to_owned),
        });
    }
    Ok(call.count(project.import_events(&events, replace)?))
}

/// The arm of an event. Only a project with several arms must be told.
fn arm(project: &Project, row: &Row) -> Result<Option<u32>, ProjectError> {
    let sent = text(row, "arm_num").trim();
    if sent.is_empty() {
        let known = text(row, "unique_event_name").trim();
        return match project.arms.len() > 1 && project.event(known).is_none() {
            true => Err(ProjectError::BadArm(String::new())),
            false => Ok(None),
        };
    }
    sent.parse().map(Some).map_err(|_| ProjectError::BadArm(sent.to_owned()))
}

fn offset(row: &Row, column: &str) -> Result<Option<i64>, Refusal> {
    let wrong = |text| Refusal::bad(format!("The value '{text}' is not valid for '{column}'"));
    let sent = cell(row, column).filter(|text| !text.is_empty());
    sent.map(|text| text.parse().map_err(|_| wrong(text))).transpose()
}

/// Deletes events with all that is in them.
pub fn delete(call: &Call<'_>, project: &mut Project) -> Result<Reply, Refusal> {
    Ok(call.count(project.delete_events(call.arguments.list("events").unwrap_or_default())?))
}
