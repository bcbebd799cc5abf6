//! Arms.

use std::sync::Arc;

use crate::api::payload::text;
use crate::api::{Call, Cell, Refusal, Reply};
use crate::project::{ArmInput, Project, ProjectError};

/// Lists the arms that own an event.
pub fn export(call: &Call<'_>, project: &Arc<Project>) -> Result<Reply, Refusal> {
    if !project.is_longitudinal() {
        return Err(call.refuse("arms_of_classic_project", &[]));
    }
    let wanted = call.arguments.numbers("arms");
    let mut table = call.table("arm", project);
    for arm in project.used_arms() {
        if wanted.as_ref().is_some_and(|wanted| !wanted.contains(&u64::from(arm.number))) {
            continue;
        }
        table.row(|column| match column {
            "arm_num" => u64::from(arm.number).into(),
            "name" => arm.name.as_str().into(),
            _ => Cell::Absent,
        });
    }
    Ok(call.list(&table))
}

/// Adds or renames arms.
pub fn import(call: &Call<'_>, project: &mut Project) -> Result<Reply, Refusal> {
    let replace = call.overrides(project)?;
    let mut arms = Vec::new();
    for row in call.rows()? {
        let number = text(&row, "arm_num").trim();
        let parsed = number.parse().map_err(|_| ProjectError::BadArm(number.to_owned()))?;
        arms.push(ArmInput { number: parsed, name: text(&row, "name").to_owned() });
    }
    Ok(call.count(project.import_arms(&arms, replace)?))
}

/// Deletes arms with all that is in them.
pub fn delete(call: &Call<'_>, project: &mut Project) -> Result<Reply, Refusal> {
    let numbers = call.arguments.numbers("arms").unwrap_or_default();
    let numbers: Vec<u32> = numbers.into_iter().filter_map(|number| number.try_into().ok()).collect();
    Ok(call.count(project.delete_arms(&numbers)?))
}
