// Made by `cargo run generate` from spec/methods/events.yaml.
// Do not edit: change the source and run it again.

//! Types of the group "Events".

use std::collections::BTreeMap;
use std::fmt;

use crate::names::EventName;
use crate::runtime::{DecodeError, FromRow, Row, ToRow, Value};

/// An event of a longitudinal project.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Event {
    /// Label of the event, as people see it.
    pub event_name: String,
    /// Number of the arm that the event belongs to. An import into a project with one arm takes it as 1.
    pub arm_num: i64,
    /// Days from the start of the arm to the event. An import without it numbers the events in the given order. Not always there.
    pub day_offset: Option<i64>,
    /// How many days before the offset the event may take place. Not always there.
    pub offset_min: Option<i64>,
    /// How many days after the offset the event may take place. Not always there.
    pub offset_max: Option<i64>,
    /// Unique name that REDCap derives from label and arm: lower case, blanks as underscores, other punctuation
    /// dropped, at most 18 characters, then `_arm_` and the arm number; a letter follows when the name is taken.
    /// On import, the event to change; left out or blank to add an event.
    pub unique_event_name: Option<EventName>,
    /// Custom label of the event; often empty. *(since 6.11.0 or earlier)*
    pub custom_event_label: Option<String>,
    /// Numeric id of the event. *(since about 13.4.0)* Not imported.
    pub event_id: Option<i64>,
    /// Columns that this crate does not know, by name.
    pub other: BTreeMap<String, Value>,
}

impl Event {
    /// An item to import, with what every item needs.
    #[must_use]
    pub fn new(event_name: impl Into<String>, arm_num: i64) -> Self {
        Self {
            event_name: event_name.into(),
            arm_num,
            day_offset: None,
            offset_min: None,
            offset_max: None,
            unique_event_name: None,
            custom_event_label: None,
            event_id: None,
            other: BTreeMap::new(),
        }
    }

    /// Sets \[`day_offset`\](Self::day_offset).
    #[must_use]
    pub fn day_offset(mut self, day_offset: i64) -> Self {
        self.day_offset = Some(day_offset);
        self
    }

    /// Sets \[`offset_min`\](Self::offset_min).
    #[must_use]
    pub fn offset_min(mut self, offset_min: i64) -> Self {
        self.offset_min = Some(offset_min);
        self
    }

    /// Sets \[`offset_max`\](Self::offset_max).
    #[must_use]
    pub fn offset_max(mut self, offset_max: i64) -> Self {
        self.offset_max = Some(offset_max);
        self
    }

    /// Sets \[`unique_event_name`\](Self::unique_event_name).
    #[must_use]
    pub fn unique_event_name(mut self, unique_event_name: impl Into<EventName>) -> Self {
        self.unique_event_name = Some(unique_event_name.into());
        self
    }

    /// Sets \[`custom_event_label`\](Self::custom_event_label). *(since 6.11.0 or earlier)*
    #[must_use]
    pub fn custom_event_label(mut self, custom_event_label: impl Into<String>) -> Self {
        self.custom_event_label = Some(custom_event_label.into());
        self
    }
}

impl FromRow for Event {
    fn from_row(mut row: Row) -> Result<Self, DecodeError> {
        Ok(Self {
            event_name: row.required("event_name")?,
            arm_num: row.required("arm_num")?,
            day_offset: row.optional("day_offset")?,
            offset_min: row.optional("offset_min")?,
            offset_max: row.optional("offset_max")?,
            unique_event_name: row.optional("unique_event_name")?,
            custom_event_label: row.optional("custom_event_label")?,
            event_id: row.optional("event_id")?,
            other: row.rest(),
        })
    }
}

impl ToRow for Event {
    fn to_row(&self) -> Row {
        let mut row = Row::new();
        row.put("event_name", &self.event_name);
        row.put("arm_num", &self.arm_num);
        row.put_optional("day_offset", self.day_offset.as_ref());
        row.put_optional("offset_min", self.offset_min.as_ref());
        row.put_optional("offset_max", self.offset_max.as_ref());
        row.put_optional("unique_event_name", self.unique_event_name.as_ref());
        row.put_optional("custom_event_label", self.custom_event_label.as_ref());
        row
    }
}

impl fmt::Debug for Event {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Event")
            .field("event_name", &self.event_name)
            .field("arm_num", &self.arm_num)
            .field("day_offset", &self.day_offset)
            .field("offset_min", &self.offset_min)
            .field("offset_max", &self.offset_max)
            .field("unique_event_name", &self.unique_event_name)
            .field("custom_event_label", &self.custom_event_label)
            .field("event_id", &self.event_id)
            .finish_non_exhaustive()
    }
}
