//! Data access groups.

use std::sync::Arc;

use crate::api::payload::text;
use crate::api::{Call, Cell, Refusal, Reply};
use crate::project::{DagInput, Project};

/// Lists the groups.
pub fn export(call: &Call<'_>, project: &Arc<Project>) -> Result<Reply, Refusal> {
    let mut table = call.table("dag", project);
    for dag in &project.dags {
        table.row(|column| match column {
            "data_access_group_name" => dag.name.as_str().into(),
            "unique_group_name" => dag.unique_name.as_str().into(),
            "data_access_group_id" => dag.id.into(),
            _ => Cell::Absent,
        });
    }
    Ok(call.list(&table))
}

/// Creates or renames groups.
pub fn import(call: &Call<'_>, project: &mut Project) -> Result<Reply, Refusal> {
    let rows = call.rows()?;
    let dags = rows.iter().map(|row| DagInput {
        name: text(row, "data_access_group_name").trim().to_owned(),
        unique_name: text(row, "unique_group_name").trim().to_owned(),
    });
    let dags: Vec<DagInput> = dags.collect();
    Ok(call.count(project.import_dags(&dags)?))
}

/// Deletes groups. Names that no group has are passed over.
pub fn delete(call: &Call<'_>, project: &mut Project) -> Result<Reply, Refusal> {
    let names = call.arguments.list("dags").unwrap_or_default();
    let known: Vec<String> = names.iter().filter(|name| project.dag(name).is_some()).cloned().collect();
    Ok(call.count(project.delete_dags(&known)?))
}

/// Moves the caller to another group.
pub fn switch(call: &Call<'_>, project: &mut Project) -> Result<Reply, Refusal> {
    project.switch_dag(&call.caller.username, call.arguments.required("dag"))?;
    Ok(call.done())
}

/// Lists every user with the group, blank for none.
pub fn export_assignments(call: &Call<'_>, project: &Arc<Project>) -> Result<Reply, Refusal> {
    let mut table = call.table("user_dag_assignment", project);
    for user in project.users_by_name() {
        let dag = user.dag.and_then(|id| project.dag_by_id(id));
        table.row(|column| match column {
            "username" => user.username.as_str().into(),
            _ => dag.map_or("", |dag| &dag.unique_name).into(),
        });
    }
    Ok(call.list(&table))
}

/// Puts users into groups, or out of them.
pub fn import_assignments(call: &Call<'_>, project: &mut Project) -> Result<Reply, Refusal> {
    let rows = call.rows()?;
    let cell = |row, column| text(row, column).trim().to_owned();
    let pairs = rows.iter().map(|row| (cell(row, "username"), cell(row, "redcap_data_access_group")));
    let pairs: Vec<(String, String)> = pairs.collect();
    Ok(call.count(project.assign_dags(&pairs)?))
}
