//! Files of records.

use std::sync::Arc;

use redcap_generator::model::Version;

use super::place::{Place, place, record};
use super::stored_file;
use crate::api::{Call, Refusal, Reply, missing};
use crate::project::{ExportRight, Field, Project, ProjectError, Record, RecordName, RowKey, Value};

/// Sends the file of a field.
pub fn export(call: &Call<'_>, project: &Arc<Project>) -> Result<Reply, Refusal> {
    let field = field(call, project)?;
    let (name, record) = record(call, project)?;
    if !may_leave(call, field) {
        return Err(missing(call.catalogue(), call.method, "data_export"));
    }
    let at = place(call, project, name, &field.form)?;
    let (_, id) = stored(project, record, field, at)?;
    let document = project.documents.get(&id).ok_or_else(|| no_file(field))?;
    Ok(stored_file::reply(document))
}

/// Stores a file in a field.
pub fn import(call: &Call<'_>, project: &mut Project) -> Result<Reply, Refusal> {
    let field = field(call, project)?.clone();
    if field.validation == "signature" {
        return Err(Refusal::bad(format!(
            "The field '{}' is a signature field. Signatures cannot be imported.",
            field.name
        )));
    }
    let name = call.arguments.required("record").to_owned();
    let before = project.record(&name).map(|record| record.dag);
    if before.is_none() && !RecordName::is_usable(&name) {
        return Err(ProjectError::BadRecordName.into());
    }
    if before.is_some_and(|dag| !call.caller.sees(dag)) {
        return Err(call.refuse("record_unknown", &[("record", &name)]));
    }
    let at = place(call, project, &name, &field.form)?;
    let document = stored_file::uploaded(call)?;
    let id = project.add_document(document);
    let key = project.row_of(at.event, &field.form, at.instance);
    let record = project.record_mut(&name);
    if before.is_none() {
        record.dag = call.caller.dag;
        record.created.clone_from(&call.now);
    }
    record.modified.clone_from(&call.now);
    let old = record.value(&key, &field.name).cloned();
    record.put(key, &field.name, Value::File(id));
    let dag = record.dag;
    if let Some(Value::File(old)) = old {
        project.documents.remove(&old);
    }
    let change = format!("{} = '{id}'", field.name);
    let details = match before {
        Some(_) => change,
        None => format!("{} = '{name}', {change}", project.record_id_field()),
    };
    call.log_change(before.is_none(), details, &name, dag);
    Ok(call.empty())
}

/// Removes the file of a field.
pub fn delete(call: &Call<'_>, project: &mut Project) -> Result<Reply, Refusal> {
    let field = field(call, project)?.clone();
    let (name, record) = record(call, project)?;
    let name = name.to_owned();
    let at = place(call, project, &name, &field.form)?;
    let (key, id) = stored(project, record, &field, at)?;
    project.documents.remove(&id);
    let record = project.record_mut(&name);
    record.put(key, &field.name, Value::text(""));
    record.modified.clone_from(&call.now);
    let dag = record.dag;
    call.log_change(false, format!("{} = ''", field.name), &name, dag);
    Ok(call.empty())
}

/// The file field that `field` names.
fn field<'a>(call: &Call<'_>, project: &'a Project) -> Result<&'a Field, Refusal> {
    let name = call.arguments.required("field");
    let field = project.fields.get(name).filter(|field| field.is_file());
    field.ok_or_else(|| call.refuse("field_not_a_file_field", &[("field", name)]))
}

/// Export rights count for files since they count for the API at all.
fn may_leave(call: &Call<'_>, field: &Field) -> bool {
    match call.caller.rights.export(&field.form) {
        _ if call.catalogue().version < Version(6, 0, 0) => true,
        ExportRight::Full => true,
        ExportRight::Deidentified | ExportRight::NoIdentifiers => !field.identifier,
        ExportRight::None => false,
    }
}

/// The row that holds the file, and the number of its document.
fn stored(project: &Project, record: &Record, field: &Field, at: Place) -> Result<(RowKey, u64), Refusal> {
    let key = project.row_of(at.event, &field.form, at.instance);
    match record.value(&key, &field.name) {
        Some(Value::File(id)) => Ok((key, *id)),
        _ => Err(no_file(field)),
    }
}

fn no_file(field: &Field) -> Refusal {
    Refusal::bad(format!("There is no file in the field '{}'", field.name))
}
