// Made by `cargo run generate` from spec/methods/field_names.yaml.
// Do not edit: change the source and run it again.

//! Types of the group "Field Names".

use std::collections::BTreeMap;
use std::fmt;

use crate::names::FieldName;
use crate::runtime::{DecodeError, FromRow, Row, Value};

/// A column of record exports and imports with the field it belongs to.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct ExportFieldName {
    /// Name of the field in the data dictionary, or of a form status field.
    pub original_field_name: FieldName,
    /// Code of the choice as the data dictionary has it, for columns of checkbox fields; otherwise empty.
    pub choice_value: Option<String>,
    /// Name of the column in record exports and imports.
    pub export_field_name: String,
    /// Columns that this crate does not know, by name.
    pub other: BTreeMap<String, Value>,
}

impl FromRow for ExportFieldName {
    fn from_row(mut row: Row) -> Result<Self, DecodeError> {
        Ok(Self {
            original_field_name: row.required("original_field_name")?,
            choice_value: row.optional("choice_value")?,
            export_field_name: row.required("export_field_name")?,
            other: row.rest(),
        })
    }
}

impl fmt::Debug for ExportFieldName {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("ExportFieldName")
            .field("original_field_name", &self.original_field_name)
            .field("choice_value", &self.choice_value)
            .field("export_field_name", &self.export_field_name)
            .finish_non_exhaustive()
    }
}
