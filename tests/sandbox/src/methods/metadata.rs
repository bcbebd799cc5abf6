//! The data dictionary.

use std::sync::Arc;

use crate::api::{Call, Refusal, Reply};
use crate::dictionary::{DictionaryRow, fields_from_rows};
use crate::project::{Field, Project, ProjectError};

/// Lists the fields: all of them, or those that are named or stand on a named instrument.
pub fn export(call: &Call<'_>, project: &Arc<Project>) -> Result<Reply, Refusal> {
    let fields = call.arguments.list("fields");
    let forms = call.arguments.list("forms");
    check(call, "fields", fields, |name| project.fields.contains_key(name))?;
    check(call, "forms", forms, |name| project.instrument(name).is_some())?;
    let everything = fields.is_none() && forms.is_none();
    let listed = |names: Option<&[String]>, name: &String| names.is_some_and(|names| names.contains(name));
    let mut table = call.table("metadata_field", project);
    // Not recorded, but the help page of the time in which this and records were the only lists has one root.
    table.set_root("records");
    for field in project.fields.values() {
        if !everything && !listed(fields, &field.name) && !listed(forms, &field.form) {
            continue;
        }
        let cells = field.cells();
        table.row(|column| {
            let index = Field::COLUMNS.iter().position(|name| *name == column);
            index.map_or("", |index| &cells[index]).into()
        });
    }
    Ok(call.list(&table))
}

/// Refuses names that the project does not have.
fn check(
    call: &Call<'_>,
    parameter: &str,
    names: Option<&[String]>,
    known: impl Fn(&str) -> bool,
) -> Result<(), Refusal> {
    let unknown = names.unwrap_or_default().iter().filter(|name| !known(name));
    let unknown: Vec<String> = unknown.map(|name| format!("'{name}'")).collect();
    if unknown.is_empty() {
        return Ok(());
    }
    let parts = [("parameter", parameter), ("values", &unknown.join(", "))];
    Err(call.refuse("metadata_filter_unknown", &parts))
}

/// Replaces the dictionary.
pub fn import(call: &Call<'_>, project: &mut Project) -> Result<Reply, Refusal> {
    let rows = call.rows()?;
    // Empty imports are taken everywhere and change nothing.
    if rows.is_empty() {
        return Ok(call.count(0));
    }
    let text =
        |(name, entry): (&String, &crate::api::payload::Entry)| (name.clone(), entry.text().to_owned());
    let rows: Vec<DictionaryRow> = rows.iter().map(|row| row.iter().map(text).collect()).collect();
    let fields = fields_from_rows(&rows).map_err(ProjectError::Dictionary)?;
    Ok(call.count(project.replace_metadata(fields)?))
}
