//! Rows of an import, whatever format and arrangement they come in.

use super::columns::{Column, Columns};
use crate::api::payload::{Row, text};
use crate::project::{Project, Value};

/// A row of an import.
#[derive(Default)]
pub struct Incoming {
    /// Name of the record as it was sent.
    pub record: String,
    /// Unique event name, blank if none was sent.
    pub event: String,
    /// Content of `redcap_repeat_instrument`.
    pub instrument: String,
    /// Content of `redcap_repeat_instance`.
    pub instance: String,
    /// Content of `redcap_data_access_group`, if it was sent.
    pub dag: Option<String>,
    /// Values by the position of their column.
    pub cells: Vec<(usize, String)>,
}

/// The rows of an import with their columns.
pub struct Document {
    /// Columns.
    pub columns: Vec<Column>,
    /// Rows.
    pub rows: Vec<Incoming>,
}

/// Why a document cannot be read as rows of an import.
#[derive(Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// Columns that are no fields of the project.
    Columns(Vec<String>),
    /// A column without which rows mean nothing.
    Lacks(String),
}

const DAG: &str = "redcap_data_access_group";

/// Reads rows with a column for each field. Servers before 7.0.0 know no columns for repetition.
pub fn flat(rows: Vec<Row>, project: &Project, repeats: bool) -> Result<Document, Unreadable> {
    let id = project.record_id_field();
    let mut columns = Columns::new(project, false);
    if rows.iter().any(|row| !row.is_empty()) && !rows.iter().any(|row| row.contains_key(id)) {
        return Err(Unreadable::Lacks(id.to_owned()));
    }
    let mut incoming = Vec::with_capacity(rows.len());
    for row in rows {
        let mut one = Incoming { cells: Vec::with_capacity(row.len()), ..Incoming::default() };
        for (name, entry) in row {
            let value = entry.into_text();
            match name.as_str() {
                name if name == id => one.record = value,
                "redcap_event_name" => one.event = value,
                "redcap_repeat_instrument" if repeats => one.instrument = value,
                "redcap_repeat_instance" if repeats => one.instance = value,
                DAG => one.dag = Some(value),
                name => one.cells.extend(columns.position(name).map(|position| (position, value))),
            }
        }
        incoming.push(one);
    }
    finish(columns, incoming)
}

/// Reads rows with one value each.
pub fn eav(rows: &[Row], project: &Project) -> Result<Document, Unreadable> {
    let mut columns = Columns::new(project, true);
    for column in ["record", "field_name"] {
        if !rows.is_empty() && !rows.iter().any(|row| row.contains_key(column)) {
            return Err(Unreadable::Lacks(column.to_owned()));
        }
    }
    let mut incoming = Vec::with_capacity(rows.len());
    for row in rows {
        let of = |column: &str| text(row, column).to_owned();
        let mut one = Incoming {
            record: of("record"),
            event: of("redcap_event_name"),
            instrument: of("redcap_repeat_instrument"),
            instance: of("redcap_repeat_instance"),
            ..Incoming::default()
        };
        match text(row, "field_name") {
            name if name == project.record_id_field() => {}
            DAG => one.dag = Some(of("value")),
            name => one.cells.extend(columns.position(name).map(|position| (position, of("value")))),
        }
        incoming.push(one);
    }
    finish(columns, incoming)
}

/// Takes the records that were read from an ODM document. Checkboxes come with their checked options.
pub fn odm(read: &Project, project: &Project) -> Result<Document, Unreadable> {
    let mut columns = Columns::new(project, true);
    let mut incoming = Vec::new();
    for (name, record) in &read.records {
        let dag = record.dag.and_then(|id| project.dag_by_id(id)).map(|dag| dag.unique_name.clone());
        for (key, row) in &record.rows {
            let event = project.event_by_id(key.event).map(|event| event.unique_name.clone());
            let mut one = Incoming {
                record: name.as_str().to_owned(),
                event: event.unwrap_or_default(),
                instrument: key.repeat_instrument().to_owned(),
                instance: key.instance().map(|number| number.to_string()).unwrap_or_default(),
                dag: dag.clone(),
                cells: Vec::with_capacity(row.len()),
            };
            for (field, value) in row {
                let Some(position) = columns.position(field) else { continue };
                match value {
                    Value::Text(text) => one.cells.push((position, text.clone())),
                    Value::Checked(codes) => {
                        one.cells.extend(codes.iter().map(|code| (position, code.clone())));
                    }
                    // Files are no part of an import of records.
                    Value::File(_) => {}
                }
            }
            incoming.push(one);
        }
    }
    finish(columns, incoming)
}

fn finish(columns: Columns<'_>, rows: Vec<Incoming>) -> Result<Document, Unreadable> {
    if columns.unknown.is_empty() {
        Ok(Document { columns: columns.list, rows })
    } else {
        Err(Unreadable::Columns(columns.unknown))
    }
}
