// Made by `cargo run generate` from spec/methods/records.yaml.
// Do not edit: change the source and run it again.

//! Types of the group "Records".

use std::collections::BTreeMap;
use std::fmt;

use crate::names::{EventName, FieldName, InstrumentName, RecordId};
use crate::runtime::{Cell, DecodeError, FromRow, Row, ToRow, Value};

/// A stored value of a record, as `type=eav` has it.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct RecordEav {
    /// Name of the record.
    pub record: RecordId,
    /// Unique name of the event; in a label export the label of the event. Not always there.
    pub redcap_event_name: Option<EventName>,
    /// Unique name of the repeating instrument; empty for repeating events and for values that do not repeat. *(since 7.0.0)* Not always there.
    pub redcap_repeat_instrument: Option<InstrumentName>,
    /// Number of the instance, from 1; empty for values that do not repeat. *(since 7.0.0)* Not always there.
    pub redcap_repeat_instance: Option<i64>,
    /// Name of the field. Exports name a checkbox by its field, once per checked choice; imports by
    /// `<field>___<code>`. The status of a form is `<form>_complete`.
    pub field_name: FieldName,
    /// The value. For a checked choice of a checkbox its code, or its label in a label export; for file fields
    /// the number of the document.
    pub value: String,
    /// Columns that this crate does not know, by name.
    pub other: BTreeMap<String, Value>,
}

impl RecordEav {
    /// An item to import, with what every item needs.
    #[must_use]
    pub fn new(
        record: impl Into<RecordId>,
        field_name: impl Into<FieldName>,
        value: impl Into<String>,
    ) -> Self {
        Self {
            record: record.into(),
            field_name: field_name.into(),
            value: value.into(),
            redcap_event_name: None,
            redcap_repeat_instrument: None,
            redcap_repeat_instance: None,
            other: BTreeMap::new(),
        }
    }

    /// Sets \[`redcap_event_name`\](Self::redcap_event_name).
    #[must_use]
    pub fn redcap_event_name(mut self, redcap_event_name: impl Into<EventName>) -> Self {
        self.redcap_event_name = Some(redcap_event_name.into());
        self
    }

    /// Sets \[`redcap_repeat_instrument`\](Self::redcap_repeat_instrument). *(since 7.0.0)*
    #[must_use]
    pub fn redcap_repeat_instrument(
        mut self,
        redcap_repeat_instrument: impl Into<InstrumentName>,
    ) -> Self {
        self.redcap_repeat_instrument = Some(redcap_repeat_instrument.into());
        self
    }

    /// Sets \[`redcap_repeat_instance`\](Self::redcap_repeat_instance). *(since 7.0.0)*
    #[must_use]
    pub fn redcap_repeat_instance(mut self, redcap_repeat_instance: i64) -> Self {
        self.redcap_repeat_instance = Some(redcap_repeat_instance);
        self
    }
}

impl FromRow for RecordEav {
    fn from_row(mut row: Row) -> Result<Self, DecodeError> {
        Ok(Self {
            record: row.required("record")?,
            redcap_event_name: row.optional("redcap_event_name")?,
            redcap_repeat_instrument: row.optional("redcap_repeat_instrument")?,
            redcap_repeat_instance: row.optional("redcap_repeat_instance")?,
            field_name: row.required("field_name")?,
            value: row.required("value")?,
            other: row.rest(),
        })
    }
}

impl ToRow for RecordEav {
    fn to_row(&self) -> Row {
        let mut row = Row::new();
        row.put("record", &self.record);
        row.put_optional("redcap_event_name", self.redcap_event_name.as_ref());
        row.put_optional(
            "redcap_repeat_instrument",
            self.redcap_repeat_instrument.as_ref(),
        );
        row.put_optional("redcap_repeat_instance", self.redcap_repeat_instance.as_ref());
        row.put("field_name", &self.field_name);
        row.put("value", &self.value);
        row
    }
}

impl fmt::Debug for RecordEav {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("RecordEav")
            .field("redcap_event_name", &self.redcap_event_name)
            .field("redcap_repeat_instrument", &self.redcap_repeat_instrument)
            .field("redcap_repeat_instance", &self.redcap_repeat_instance)
            .field("field_name", &self.field_name)
            .finish_non_exhaustive()
    }
}

/// The number of records that an import took in.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct ImportCount {
    /// Number of different records in the data, not of rows.
    pub count: i64,
    /// Columns that this crate does not know, by name.
    pub other: BTreeMap<String, Value>,
}

impl FromRow for ImportCount {
    fn from_row(mut row: Row) -> Result<Self, DecodeError> {
        Ok(Self {
            count: row.required("count")?,
            other: row.rest(),
        })
    }
}

impl fmt::Debug for ImportCount {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("ImportCount")
            .field("count", &self.count)
            .finish_non_exhaustive()
    }
}

/// Whether records were queued for an import in the background.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct BackgroundImport {
    /// Whether queueing worked. It says nothing about the data themselves.
    pub success: bool,
    /// Columns that this crate does not know, by name.
    pub other: BTreeMap<String, Value>,
}

impl FromRow for BackgroundImport {
    fn from_row(mut row: Row) -> Result<Self, DecodeError> {
        Ok(Self {
            success: row.required("success")?,
            other: row.rest(),
        })
    }
}

impl fmt::Debug for BackgroundImport {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("BackgroundImport")
            .field("success", &self.success)
            .finish_non_exhaustive()
    }
}

/// The allocation of a record by one randomization.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct RandomizationResult {
    /// Number of the randomization.
    pub randomization_id: i64,
    /// Name of the record.
    pub record: RecordId,
    /// The value that the target field now has, i.e. the code of the group for open allocation.
    pub target_field: String,
    /// The randomization number for open allocation, `*` for concealed allocation. Only with `returnAlt`. Not always there.
    pub target_field_alt: Option<String>,
    /// Columns that this crate does not know, by name.
    pub other: BTreeMap<String, Value>,
}

impl FromRow for RandomizationResult {
    fn from_row(mut row: Row) -> Result<Self, DecodeError> {
        Ok(Self {
            randomization_id: row.required("randomization_id")?,
            record: row.required("record")?,
            target_field: row.required("target_field")?,
            target_field_alt: row.optional("target_field_alt")?,
            other: row.rest(),
        })
    }
}

impl fmt::Debug for RandomizationResult {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("RandomizationResult")
            .field("randomization_id", &self.randomization_id)
            .finish_non_exhaustive()
    }
}

/// Chooses how values are arranged in rows.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum RecordType {
    /// `flat`: One row per record, event and instance, with a column per field.
    Flat,
    /// `eav`: One row per stored value.
    Eav,
    /// A value that this crate does not know, as the server sent it.
    Other(String),
}

impl RecordType {
    /// The value as on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Flat => "flat",
            Self::Eav => "eav",
            Self::Other(text) => text,
        }
    }
}

impl From<String> for RecordType {
    fn from(text: String) -> Self {
        match text.as_str() {
            "flat" => Self::Flat,
            "eav" => Self::Eav,
            _ => Self::Other(text),
        }
    }
}

impl From<&str> for RecordType {
    fn from(text: &str) -> Self {
        Self::from(text.to_owned())
    }
}

impl fmt::Display for RecordType {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl Cell for RecordType {
    fn from_value(value: Value) -> Result<Self, DecodeError> {
        String::from_value(value).map(Self::from)
    }

    fn to_value(&self) -> Value {
        Value::Text(self.as_str().to_owned())
    }
}

/// Chooses how old servers named events in exports.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum EventNameForm {
    /// `label`: The event's label.
    Label,
    /// `unique`: The event's unique name.
    Unique,
    /// A value that this crate does not know, as the server sent it.
    Other(String),
}

impl EventNameForm {
    /// The value as on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Label => "label",
            Self::Unique => "unique",
            Self::Other(text) => text,
        }
    }
}

impl From<String> for EventNameForm {
    fn from(text: String) -> Self {
        match text.as_str() {
            "label" => Self::Label,
            "unique" => Self::Unique,
            _ => Self::Other(text),
        }
    }
}

impl From<&str> for EventNameForm {
    fn from(text: &str) -> Self {
        Self::from(text.to_owned())
    }
}

impl fmt::Display for EventNameForm {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl Cell for EventNameForm {
    fn from_value(value: Value) -> Result<Self, DecodeError> {
        String::from_value(value).map(Self::from)
    }

    fn to_value(&self) -> Value {
        Value::Text(self.as_str().to_owned())
    }
}

/// Chooses what blank cells of an import do.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum OverwriteBehavior {
    /// `normal`: Blank cells are passed over.
    Normal,
    /// `overwrite`: Blank cells erase the stored value.
    Overwrite,
    /// A value that this crate does not know, as the server sent it.
    Other(String),
}

impl OverwriteBehavior {
    /// The value as on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Normal => "normal",
            Self::Overwrite => "overwrite",
            Self::Other(text) => text,
        }
    }
}

impl From<String> for OverwriteBehavior {
    fn from(text: String) -> Self {
        match text.as_str() {
            "normal" => Self::Normal,
            "overwrite" => Self::Overwrite,
            _ => Self::Other(text),
        }
    }
}

impl From<&str> for OverwriteBehavior {
    fn from(text: &str) -> Self {
        Self::from(text.to_owned())
    }
}

impl fmt::Display for OverwriteBehavior {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl Cell for OverwriteBehavior {
    fn from_value(value: Value) -> Result<Self, DecodeError> {
        String::from_value(value).map(Self::from)
    }

    fn to_value(&self) -> Value {
        Value::Text(self.as_str().to_owned())
    }
}

/// Chooses how dates of an import are written.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum DateFormat {
    /// `YMD`: Year, month, day with hyphens: 2024-03-31.
    Ymd,
    /// `MDY`: Month, day, year with slashes: 03/31/2024.
    Mdy,
    /// `DMY`: Day, month, year with slashes: 31/03/2024.
    Dmy,
    /// A value that this crate does not know, as the server sent it.
    Other(String),
}

impl DateFormat {
    /// The value as on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Ymd => "YMD",
            Self::Mdy => "MDY",
            Self::Dmy => "DMY",
            Self::Other(text) => text,
        }
    }
}

impl From<String> for DateFormat {
    fn from(text: String) -> Self {
        match text.as_str() {
            "YMD" => Self::Ymd,
            "MDY" => Self::Mdy,
            "DMY" => Self::Dmy,
            _ => Self::Other(text),
        }
    }
}

impl From<&str> for DateFormat {
    fn from(text: &str) -> Self {
        Self::from(text.to_owned())
    }
}

impl fmt::Display for DateFormat {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl Cell for DateFormat {
    fn from_value(value: Value) -> Result<Self, DecodeError> {
        String::from_value(value).map(Self::from)
    }

    fn to_value(&self) -> Value {
        Value::Text(self.as_str().to_owned())
    }
}

/// Chooses what the answer of a record import holds.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum ReturnContent {
    /// `count`: The number of records.
    Count,
    /// `ids`: The names of the records.
    Ids,
    /// `auto_ids`: New and sent name of each record. Only together with `forceAutoNumber`. *(since 8.5.0 or earlier)*
    AutoIds,
    /// `nothing`: Nothing. No longer on the help page, but servers still take it.
    Nothing,
    /// A value that this crate does not know, as the server sent it.
    Other(String),
}

impl ReturnContent {
    /// The value as on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Count => "count",
            Self::Ids => "ids",
            Self::AutoIds => "auto_ids",
            Self::Nothing => "nothing",
            Self::Other(text) => text,
        }
    }
}

impl From<String> for ReturnContent {
    fn from(text: String) -> Self {
        match text.as_str() {
            "count" => Self::Count,
            "ids" => Self::Ids,
            "auto_ids" => Self::AutoIds,
            "nothing" => Self::Nothing,
            _ => Self::Other(text),
        }
    }
}

impl From<&str> for ReturnContent {
    fn from(text: &str) -> Self {
        Self::from(text.to_owned())
    }
}

impl fmt::Display for ReturnContent {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl Cell for ReturnContent {
    fn from_value(value: Value) -> Result<Self, DecodeError> {
        String::from_value(value).map(Self::from)
    }

    fn to_value(&self) -> Value {
        Value::Text(self.as_str().to_owned())
    }
}
