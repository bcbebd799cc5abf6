// Made by `cargo run generate` from templates/rust-client/src/runtime/document.rs.
// Do not edit: change the source and run it again.

//! An answer in one of REDCap's formats, taken as it is.

use std::borrow::Cow;
use std::fmt;

use super::answer::readable;

/// A format in which REDCap answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// Lines with cells, the first one with the names.
    Csv,
    /// A list of objects.
    Json,
    /// REDCap's own XML.
    Xml,
    /// CDISC ODM.
    Odm,
}

impl Format {
    /// The value of the parameter `format`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Format::Csv => "csv",
            Format::Json => "json",
            Format::Xml => "xml",
            Format::Odm => "odm",
        }
    }
}

/// A whole answer in a format of one's choice. It is complete, and it is not an error; only of CSV without
/// rows of records nothing but HTTP tells where it ends. `Debug` shows its size only.
#[derive(Clone, PartialEq, Eq)]
pub struct Document {
    format: Format,
    bytes: Vec<u8>,
}

impl Document {
    pub(super) fn new(format: Format, bytes: Vec<u8>) -> Document {
        Document { format, bytes }
    }

    /// Its format.
    pub fn format(&self) -> Format {
        self.format
    }

    /// Its bytes as the server sent them.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Its bytes, without copying them.
    pub fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }

    /// Its text without a byte order mark; bytes that are not UTF-8 are replaced by U+FFFD.
    pub fn text(&self) -> Cow<'_, str> {
        readable(&self.bytes)
    }

    /// Whether all of it is UTF-8, so that [`text`](Document::text) replaces nothing.
    pub fn is_utf8(&self) -> bool {
        str::from_utf8(&self.bytes).is_ok()
    }
}

impl fmt::Debug for Document {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Document")
            .field("format", &self.format)
            .field("length", &self.bytes.len())
            .finish_non_exhaustive()
    }
}
