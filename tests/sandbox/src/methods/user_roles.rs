//! User roles.

use std::sync::Arc;

use super::privileges;
use crate::api::payload::{cell, text};
use crate::api::{Call, Refusal, Reply};
use crate::project::{LogKind, Project, RoleInput};

/// Lists the roles with their rights.
pub fn export(call: &Call<'_>, project: &Arc<Project>) -> Result<Reply, Refusal> {
    let mut table = call.table("user_role", project);
    for role in &project.roles {
        table.row(|column| match column {
            "unique_role_name" => role.unique_name.as_str().into(),
            "role_label" => role.label.as_str().into(),
            right => privileges::cell(call, project, &role.rights, right),
        });
    }
    Ok(call.list(&table))
}

/// Adds or changes roles.
pub fn import(call: &Call<'_>, project: &mut Project) -> Result<Reply, Refusal> {
    let mut roles = Vec::new();
    for row in call.rows()? {
        roles.push(RoleInput {
            unique_name: text(&row, "unique_role_name").trim().to_owned(),
            label: cell(&row, "role_label").map(str::to_owned),
            rights: privileges::read(call, project, "user_role", &row)?,
        });
    }
    let count = project.import_roles(&roles)?;
    for role in &roles {
        let verb = if role.unique_name.is_empty() { "Create" } else { "Edit" };
        let known = project.role(&role.unique_name).map(|role| role.label.as_str());
        log(call, verb, known.or(role.label.as_deref()).unwrap_or_default());
    }
    Ok(call.count(count))
}

/// Deletes roles.
pub fn delete(call: &Call<'_>, project: &mut Project) -> Result<Reply, Refusal> {
    let names = call.arguments.list("roles").unwrap_or_default();
    let labels = names.iter().filter_map(|name| project.role(name)).map(|role| role.label.clone());
    let labels: Vec<String> = labels.collect();
    let count = project.delete_roles(names)?;
    for label in labels {
        log(call, "Delete", &label);
    }
    Ok(call.count(count))
}

fn log(call: &Call<'_>, verb: &str, label: &str) {
    call.log(LogKind::User, format!("{verb} user role"), format!("role = '{label}'"));
}

/// Lists every user with the role, blank for none.
pub fn export_assignments(call: &Call<'_>, project: &Arc<Project>) -> Result<Reply, Refusal> {
    let mut table = call.table("user_role_assignment", project);
    for user in project.users_by_name() {
        let dag = user.dag.and_then(|id| project.dag_by_id(id));
        table.row(|column| match column {
            "username" => user.username.as_str().into(),
            "unique_role_name" => user.role.as_deref().unwrap_or_default().into(),
            _ => dag.map_or("", |dag| &dag.unique_name).into(),
        });
    }
    Ok(call.list(&table))
}

/// Puts users into roles, or out of them.
pub fn import_assignments(call: &Call<'_>, project: &mut Project) -> Result<Reply, Refusal> {
    let knows_groups = call.shape("user_role_assignment").column("data_access_group").is_some();
    let mut assignments = Vec::new();
    for row in call.rows()? {
        let dag = cell(&row, "data_access_group").filter(|_| knows_groups);
        assignments.push((
            text(&row, "username").trim().to_owned(),
            text(&row, "unique_role_name").trim().to_owned(),
            dag.map(str::to_owned),
        ));
    }
    let count = project.assign_roles(&assignments)?;
    for (user, role, _) in &assignments {
        match project.role(role) {
            Some(role) => {
                let details = format!("user = '{user}', role = '{}'", role.label);
                call.log(LogKind::User, "Assign user to role", details);
            }
            None => call.log(LogKind::User, "Remove user from role", format!("user = '{user}'")),
        }
    }
    Ok(call.count(count))
}
