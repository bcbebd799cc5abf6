//! Users.

use std::sync::Arc;

use super::privileges;
use crate::api::payload::{cell, text};
use crate::api::{Call, Cell, Refusal, Reply};
use crate::project::{LogKind, Project, UserInput};

/// Lists the users with the rights that count for them.
pub fn export(call: &Call<'_>, project: &Arc<Project>) -> Result<Reply, Refusal> {
    let mut table = call.table("user", project);
    let groups_by_number = !call.since(6, 11, 0);
    if groups_by_number {
        table.set_root("records");
    }
    for user in project.users_by_name() {
        let rights = project.effective_rights(user);
        let dag = user.dag.and_then(|id| project.dag_by_id(id));
        table.row(|column| match column {
            "username" => user.username.as_str().into(),
            "email" => user.email.as_str().into(),
            "firstname" => user.firstname.as_str().into(),
            "lastname" => user.lastname.as_str().into(),
            "expiration" => user.expiration.as_str().into(),
            "data_access_group" if !groups_by_number => dag.map_or("", |dag| &dag.unique_name).into(),
            "data_access_group" | "data_access_group_id" => {
                dag.map_or_else(|| Cell::from(""), |dag| dag.id.into())
            }
            "data_access_group_label" => dag.map_or("", |dag| &dag.name).into(),
            right => privileges::cell(call, project, rights, right),
        });
    }
    Ok(call.list(&table))
}

/// Adds or changes users.
pub fn import(call: &Call<'_>, project: &mut Project) -> Result<Reply, Refusal> {
    let mut users = Vec::new();
    for row in call.rows()? {
        users.push(UserInput {
            username: text(&row, "username").trim().to_owned(),
            expiration: expiration(cell(&row, "expiration"))?,
            dag: cell(&row, "data_access_group").map(str::to_owned),
            role: cell(&row, "unique_role_name").map(str::to_owned),
            rights: privileges::read(call, project, "user", &row)?,
        });
    }
    let known: Vec<bool> = users.iter().map(|user| project.users.contains_key(&user.username)).collect();
    let count = project.import_users(&users)?;
    for (user, known) in users.iter().zip(known) {
        let verb = if known { "Edit" } else { "Add" };
        log(call, &format!("{verb} user {}", user.username), &user.username);
    }
    Ok(call.count(count))
}

/// Removes users.
pub fn delete(call: &Call<'_>, project: &mut Project) -> Result<Reply, Refusal> {
    let names = call.arguments.list("users").unwrap_or_default();
    let count = project.delete_users(names)?;
    for name in names {
        log(call, &format!("Delete user {name}"), name);
    }
    Ok(call.count(count))
}

fn log(call: &Call<'_>, action: &str, username: &str) {
    call.log(LogKind::User, action, format!("user = '{username}'"));
}

/// A date, or a blank for no end.
fn expiration(sent: Option<&str>) -> Result<Option<String>, Refusal> {
    match sent {
        Some(text) if !text.is_empty() && text.parse::<jiff::civil::Date>().is_err() => Err(Refusal::bad(
            format!("The expiration date '{text}' is not valid. Its format must be YYYY-MM-DD."),
        )),
        other => Ok(other.map(str::to_owned)),
    }
}
