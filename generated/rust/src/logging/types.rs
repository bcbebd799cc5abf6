// Made by `cargo run generate` from spec/methods/logging.yaml.
// Do not edit: change the source and run it again.

//! Types of the group "Logging".

use std::collections::BTreeMap;
use std::fmt;

use crate::names::{RecordId, Username};
use crate::runtime::{Cell, DecodeError, FromRow, Row, Value};

/// An entry of the project's log.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct LogEntry {
    /// When it happened, in the time zone of the server. Written `YYYY-MM-DD HH:MM`.
    pub timestamp: String,
    /// Who did it. Two names stand for no user: `[survey respondent]`, and `SYSTEM` for the server itself.
    pub username: Username,
    /// What was done, as free text, often with the record behind it, e.g. `Update record (API) 101`.
    /// Some servers leave a blank at the end.
    pub action: String,
    /// What exactly was changed, such as `weight = '71.5'`, several changes separated by commas. May hold
    /// data and line breaks.
    pub details: Option<String>,
    /// The record concerned; empty for entries about the project as a whole. *(since about 13.4.0)*
    pub record: Option<RecordId>,
    /// Columns that this crate does not know, by name.
    pub other: BTreeMap<String, Value>,
}

impl FromRow for LogEntry {
    fn from_row(mut row: Row) -> Result<Self, DecodeError> {
        Ok(Self {
            timestamp: row.required("timestamp")?,
            username: row.required("username")?,
            action: row.required("action")?,
            details: row.optional("details")?,
            record: row.optional("record")?,
            other: row.rest(),
        })
    }
}

impl fmt::Debug for LogEntry {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("LogEntry")
            .field("timestamp", &self.timestamp)
            .field("username", &self.username)
            .finish_non_exhaustive()
    }
}

/// Chooses the kind of log entries.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum LogType {
    /// `export`: Exports of data.
    Export,
    /// `manage`: Changes of the project's setup and design.
    Manage,
    /// `user`: Users or roles added, changed or removed.
    User,
    /// `record`: Any change of a record: created, updated or deleted.
    Record,
    /// `record_add`: Records created.
    RecordAdd,
    /// `record_edit`: Records updated.
    RecordEdit,
    /// `record_delete`: Records deleted.
    RecordDelete,
    /// `lock_record`: Records locked or unlocked and e-signatures.
    LockRecord,
    /// `page_view`: Pages viewed.
    PageView,
    /// A value that this crate does not know, as the server sent it.
    Other(String),
}

impl LogType {
    /// The value as on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Export => "export",
            Self::Manage => "manage",
            Self::User => "user",
            Self::Record => "record",
            Self::RecordAdd => "record_add",
            Self::RecordEdit => "record_edit",
            Self::RecordDelete => "record_delete",
            Self::LockRecord => "lock_record",
            Self::PageView => "page_view",
            Self::Other(text) => text,
        }
    }
}

impl From<String> for LogType {
    fn from(text: String) -> Self {
        match text.as_str() {
            "export" => Self::Export,
            "manage" => Self::Manage,
            "user" => Self::User,
            "record" => Self::Record,
            "record_add" => Self::RecordAdd,
            "record_edit" => Self::RecordEdit,
            "record_delete" => Self::RecordDelete,
            "lock_record" => Self::LockRecord,
            "page_view" => Self::PageView,
            _ => Self::Other(text),
        }
    }
}

impl From<&str> for LogType {
    fn from(text: &str) -> Self {
        Self::from(text.to_owned())
    }
}

impl fmt::Display for LogType {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl Cell for LogType {
    fn from_value(value: Value) -> Result<Self, DecodeError> {
        String::from_value(value).map(Self::from)
    }

    fn to_value(&self) -> Value {
        Value::Text(self.as_str().to_owned())
    }
}
