//! Names that have to work in code, in paths and in anchors.

use heck::{ToPascalCase, ToSnakeCase};

/// Type names that generated clients use for themselves.
const TAKEN_TYPES: [&str; 18] = [
    "Cell",
    "Client",
    "ClientBuilder",
    "DecodeError",
    "Error",
    "ErrorKind",
    "File",
    "FromRow",
    "Method",
    "Record",
    "Request",
    "Result",
    "Row",
    "Self",
    "ToRow",
    "Token",
    "Upload",
    "Value",
];

/// Setter names that generated clients use for themselves.
const TAKEN_SETTERS: [&str; 4] = ["clone", "fmt", "new", "send"];

/// The name for code that a wire name gives: `returnFormat` → `return_format`.
#[must_use]
pub fn ident_of(wire: &str) -> String {
    wire.to_snake_case()
}

/// Name of a type made from an id: `export_arms` → `ExportArms`.
#[must_use]
pub fn type_name(id: &str) -> String {
    id.to_pascal_case()
}

/// Why an id cannot be used, if so: ids are lower_snake_case, start with a letter, and name files.
#[must_use]
pub fn bad_id(id: &str) -> Option<&'static str> {
    let shape = id.starts_with(|first: char| first.is_ascii_lowercase())
        && id.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_')
        && !id.contains("__")
        && !id.ends_with('_');
    if !shape {
        return Some("an id is lower_snake_case: small letters, digits and single underscores");
    }
    if id.len() > 60 {
        return Some("an id has at most 60 characters");
    }
    bad_ident(id)
}

/// Why a name cannot be a name in code, if so.
#[must_use]
pub fn bad_ident(ident: &str) -> Option<&'static str> {
    let plain = ident.starts_with(|first: char| first.is_ascii_lowercase())
        && ident.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_');
    if !plain {
        return Some("a name for code is lower_snake_case and starts with a letter");
    }
    // syn knows the keywords of Rust, among them nearly all that other languages reserve.
    if syn::parse_str::<syn::Ident>(ident).is_err() {
        return Some("this is a keyword in generated code");
    }
    if TAKEN_SETTERS.contains(&ident) {
        return Some("generated clients use this name for themselves");
    }
    None
}

/// True when generated clients use the type name for themselves.
#[must_use]
pub fn is_taken_type(name: &str) -> bool {
    TAKEN_TYPES.contains(&name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wire_names_become_snake_case() {
        assert_eq!(ident_of("exportDataAccessGroups"), "export_data_access_groups");
        assert_eq!(ident_of("allRecords"), "all_records");
        assert_eq!(type_name("user_dag_assignment"), "UserDagAssignment");
    }

    #[test]
    fn keywords_and_path_tricks_are_no_ids() {
        for bad in ["type", "../x", "Arms", "a-b", "1st", "a__b", "a_", "async", "", "send", "a/b"] {
            assert!(bad_id(bad).is_some(), "{bad}");
        }
        assert_eq!(bad_id("export_arms"), None);
    }
}
