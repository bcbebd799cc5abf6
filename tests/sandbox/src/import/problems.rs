//! Refusals of single cells.

use crate::api::{Call, Refusal};

/// All that is wrong with a document, one line for each cell.
pub struct Problems<'c> {
    call: &'c Call<'c>,
    lines: Vec<String>,
}

/// A cell: record, field and value.
pub type Place<'a> = (&'a str, &'a str, &'a str);

impl<'c> Problems<'c> {
    /// Nothing is wrong yet.
    pub fn new(call: &'c Call<'c>) -> Problems<'c> {
        Problems { call, lines: Vec::new() }
    }

    /// Adds a problem that the spec knows, with its further variable parts.
    pub fn known(&mut self, id: &str, place: Place<'_>, parts: &[(&str, &str)]) {
        let (record, field, value) = place;
        let (record, value) = (record.replace('"', "\"\""), value.replace('"', "\"\""));
        let mut all = parts.to_vec();
        all.extend([("field", field), ("record", record.as_str()), ("value", value.as_str())]);
        self.lines.push(self.call.refuse(id, &all).message);
    }

    /// Adds a problem in words.
    pub fn worded(&mut self, (record, field, value): Place<'_>, text: &str) {
        let quoted = |part: &str| format!("\"{}\"", part.replace('"', "\"\""));
        self.lines.push([record, field, value, text].map(quoted).join(","));
    }

    /// A refusal, if anything is wrong.
    pub fn finish(self) -> Result<(), Refusal> {
        if self.lines.is_empty() { Ok(()) } else { Err(Refusal::bad(self.lines.join("\n"))) }
    }
}
