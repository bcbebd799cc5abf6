//! Instruments and their events.

use std::sync::Arc;

use crate::api::payload::text;
use crate::api::{Call, Refusal, Reply};
use crate::project::{MappingInput, Project, ProjectError};

/// Lists the instruments.
pub fn export(call: &Call<'_>, project: &Arc<Project>) -> Result<Reply, Refusal> {
    let mut table = call.table("instrument", project);
    for form in &project.instruments {
        table.row(|column| match column {
            "instrument_name" => form.name.as_str().into(),
            _ => form.label.as_str().into(),
        });
    }
    Ok(call.list(&table))
}

/// Lists which instruments belong to which events.
pub fn export_mappings(call: &Call<'_>, project: &Arc<Project>) -> Result<Reply, Refusal> {
    if !project.is_longitudinal() {
        return Err(call.refuse("mappings_of_classic_project", &[]));
    }
    // Before 5.9.15 the filter was ignored.
    let arms = call.arguments.numbers("arms").filter(|_| call.since(5, 9, 15));
    let mut table = call.table("instrument_event_mapping", project);
    for (event, form) in project.mapping_list() {
        if arms.as_ref().is_some_and(|arms| !arms.contains(&u64::from(event.arm))) {
            continue;
        }
        table.row(|column| match column {
            "arm_num" => u64::from(event.arm).into(),
            "unique_event_name" => event.unique_name.as_str().into(),
            _ => form.name.as_str().into(),
        });
    }
    Ok(call.list(&table))
}

/// Replaces which instruments belong to which events.
pub fn import_mappings(call: &Call<'_>, project: &mut Project) -> Result<Reply, Refusal> {
    let mut mappings = Vec::new();
    for row in call.rows()? {
        let arm = text(&row, "arm_num").trim();
        let parsed = arm.parse().map_err(|_| ProjectError::BadArm(arm.to_owned()));
        mappings.push(MappingInput {
            arm: if arm.is_empty() { None } else { Some(parsed?) },
            event: text(&row, "unique_event_name").trim().to_owned(),
            form: text(&row, "form").trim().to_owned(),
        });
    }
    Ok(call.count(project.import_mappings(&mappings)?))
}
