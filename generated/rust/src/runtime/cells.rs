// Made by `cargo run generate` from templates/rust-client/src/runtime/cells.rs.
// Do not edit: change the source and run it again.

//! The cells that an import was refused for.

use std::fmt;

/// A cell that REDCap refused, with the reason.
///
/// `Debug` shows the field only: names of records and values are data of patients, and reasons can quote
/// them.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct RefusedCell {
    /// Name of the record.
    pub record: String,
    /// Name of the field.
    pub field: String,
    /// The value that was sent.
    pub value: String,
    /// What is wrong with it, in REDCap's words.
    pub message: String,
}

impl fmt::Debug for RefusedCell {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("RefusedCell").field("field", &self.field).finish_non_exhaustive()
    }
}

/// Reads a refusal that has a line `"record","field","value","message"` for each cell. Nothing if it is of
/// another kind.
pub(super) fn refused(message: &str) -> Vec<RefusedCell> {
    message.lines().filter_map(cell).collect()
}

/// REDCap does not say how it writes quotes inside of values, so the parts are found from both ends.
fn cell(line: &str) -> Option<RefusedCell> {
    let inside = line.trim().strip_prefix('"')?;
    let inside = inside.strip_suffix('"').unwrap_or(inside);
    let (record, rest) = inside.split_once("\",\"")?;
    let (field, rest) = rest.split_once("\",\"")?;
    let (value, message) = rest.rsplit_once("\",\"")?;
    let [record, field, value, message] = [record, field, value, message].map(str::to_owned);
    Some(RefusedCell { record, field, value, message })
}
