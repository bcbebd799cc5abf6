// Made by `cargo run generate` from spec/methods/field_names.yaml.
// Do not edit: change the source and run it again.

//! Types of the group "Field Names".

use crate::names::FieldName;

shape! {
    /// A column of record exports and imports with the field it belongs to.
    ExportFieldName {
        /// Name of the field in the data dictionary, or of a form status field.
        original_field_name: required text(FieldName) = "original_field_name";
        /// Code of the choice as the data dictionary has it, for columns of checkbox fields; otherwise empty.
        choice_value: read_only text(String) = "choice_value";
        /// Name of the column in record exports and imports.
        export_field_name: required text(String) = "export_field_name";
    }
}
