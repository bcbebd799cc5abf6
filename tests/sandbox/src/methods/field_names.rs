//! Export field names.

use std::sync::Arc;

use crate::api::{Call, Refusal, Reply};
use crate::project::{FieldType, Project, checkbox_column, status_field};

/// Lists the columns of record exports with the fields they belong to.
pub fn export(call: &Call<'_>, project: &Arc<Project>) -> Result<Reply, Refusal> {
    let wanted = call.arguments.text("field");
    let all = columns(project);
    if let Some(field) = wanted.filter(|field| !is_field(project, field)) {
        // The text for other lists of fields; the one for this parameter is not known.
        return Err(Refusal::bad(format!(
            "The following values in the parameter \"field\" are not valid: '{field}'"
        )));
    }
    let mut table = call.table("export_field_name", project);
    for (original, choice, export) in all {
        if wanted.is_some_and(|field| field != original) {
            continue;
        }
        table.row(|column| match column {
            "original_field_name" => original.as_str().into(),
            "choice_value" => choice.as_str().into(),
            _ => export.as_str().into(),
        });
    }
    Ok(call.list(&table))
}

fn is_field(project: &Project, name: &str) -> bool {
    project.fields.contains_key(name)
        || project.instruments.iter().any(|form| status_field(&form.name) == name)
}

/// Field, choice and column. Files and descriptive texts have none.
fn columns(project: &Project) -> Vec<(String, String, String)> {
    let mut columns = Vec::new();
    for form in &project.instruments {
        for field in project.fields_of(&form.name) {
            match field.kind {
                FieldType::Descriptive | FieldType::File => {}
                FieldType::Checkbox => columns.extend(field.choices.iter().map(|choice| {
                    (field.name.clone(), choice.code.clone(), checkbox_column(&field.name, &choice.code))
                })),
                _ => columns.push((field.name.clone(), String::new(), field.name.clone())),
            }
        }
        let status = status_field(&form.name);
        columns.push((status.clone(), String::new(), status));
    }
    columns
}
