//! Projects as CDISC ODM 1.3.1 with REDCap's extensions ("project XML").
//!
//! [`read`] takes what servers and other ODM sources write; [`write`](fn@write)
//! produces the form that servers write. Users, tokens, the log, the file
//! repository, randomizations and some attributes have no place in that form;
//! [`carried`] shows what of a project survives the way through it.

mod carried;
mod groups;
mod read;
mod read_data;
mod read_globals;
mod read_metadata;
mod vocabulary;
mod write;
mod write_data;
mod write_globals;
mod write_metadata;
pub(crate) mod xml;
mod xml_out;

use std::collections::BTreeSet;

pub use carried::carried;
pub use read::{read, read_records};
pub use write::{Document, write};
pub use xml::{Limits, OdmError};

/// How project XML is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadOptions {
    /// Number of the new project.
    pub project_id: u64,
    /// `YYYY-MM-DD HH:MM:SS`, stored as creation time of project and records. Blank for the time that the document
    /// itself gives the project.
    pub now: String,
    /// Keep the values of calculated fields.
    pub calculated_values: bool,
    /// Keep survey timestamps and identifiers.
    pub survey_fields: bool,
    /// Write choices in the dictionary as `1, A|2, B`, without blanks around the bars.
    pub tight_choices: bool,
    /// Bounds on the document.
    pub limits: Limits,
}

impl Default for ReadOptions {
    /// Reads everything.
    fn default() -> ReadOptions {
        ReadOptions {
            project_id: 1,
            now: String::new(),
            calculated_values: true,
            survey_fields: true,
            tight_choices: false,
            limits: Limits::default(),
        }
    }
}

impl ReadOptions {
    /// Reads as a server does when it creates a project: without calculated
    /// values and survey timestamps, and with its own way to write choices.
    pub fn for_creation(project_id: u64, now: impl Into<String>) -> ReadOptions {
        ReadOptions {
            project_id,
            now: now.into(),
            calculated_values: false,
            survey_fields: false,
            tight_choices: true,
            ..ReadOptions::default()
        }
    }
}

/// What project XML is to contain. Metadata are always complete.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WriteOptions {
    /// `YYYY-MM-DD HH:MM:SS` for the document's time stamps.
    pub now: String,
    /// Version of the server that writes.
    pub version: String,
    /// Settings and metadata.
    pub metadata: bool,
    /// Records.
    pub data: bool,
    /// Only these records.
    pub records: Option<BTreeSet<String>>,
    /// Only these fields.
    pub fields: Option<BTreeSet<String>>,
    /// Only these events, by unique name.
    pub events: Option<BTreeSet<String>>,
    /// The group of each record.
    pub dags: bool,
    /// Survey timestamps and identifiers.
    pub survey_fields: bool,
    /// Uploaded files as base64.
    pub files: bool,
}

impl Default for WriteOptions {
    /// Writes everything.
    fn default() -> WriteOptions {
        WriteOptions {
            now: "2025-01-01 00:00:00".into(),
            version: "16.0.0".into(),
            metadata: true,
            data: true,
            records: None,
            fields: None,
            events: None,
            dags: true,
            survey_fields: true,
            files: true,
        }
    }
}
