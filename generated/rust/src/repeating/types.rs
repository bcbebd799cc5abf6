// Made by `cargo run generate` from spec/methods/repeating.yaml.
// Do not edit: change the source and run it again.

//! Types of the group "Repeating Instruments and Events".

use std::collections::BTreeMap;
use std::fmt;

use crate::names::{EventName, InstrumentName};
use crate::runtime::{DecodeError, FromRow, Row, ToRow, Value};

/// An instrument or an event that repeats.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct RepeatingSetup {
    /// Unique name of the event that repeats, or in which the instrument repeats. Needed in longitudinal projects. Not always there.
    pub event_name: Option<EventName>,
    /// Unique name of the instrument; empty when the whole event repeats.
    pub form_name: InstrumentName,
    /// Label by which the instances are told apart, with field names in square brackets for the values to
    /// show, such as `[ae_term]`. May be empty.
    pub custom_form_label: Option<String>,
    /// Columns that this crate does not know, by name.
    pub other: BTreeMap<String, Value>,
}

impl RepeatingSetup {
    /// An item to import, with what every item needs.
    #[must_use]
    pub fn new(form_name: impl Into<InstrumentName>) -> Self {
        Self {
            form_name: form_name.into(),
            event_name: None,
            custom_form_label: None,
            other: BTreeMap::new(),
        }
    }

    /// Sets \[`event_name`\](Self::event_name).
    #[must_use]
    pub fn event_name(mut self, event_name: impl Into<EventName>) -> Self {
        self.event_name = Some(event_name.into());
        self
    }

    /// Sets \[`custom_form_label`\](Self::custom_form_label).
    #[must_use]
    pub fn custom_form_label(mut self, custom_form_label: impl Into<String>) -> Self {
        self.custom_form_label = Some(custom_form_label.into());
        self
    }
}

impl FromRow for RepeatingSetup {
    fn from_row(mut row: Row) -> Result<Self, DecodeError> {
        Ok(Self {
            event_name: row.optional("event_name")?,
            form_name: row.required("form_name")?,
            custom_form_label: row.optional("custom_form_label")?,
            other: row.rest(),
        })
    }
}

impl ToRow for RepeatingSetup {
    fn to_row(&self) -> Row {
        let mut row = Row::new();
        row.put_optional("event_name", self.event_name.as_ref());
        row.put("form_name", &self.form_name);
        row.put_optional("custom_form_label", self.custom_form_label.as_ref());
        row
    }
}

impl fmt::Debug for RepeatingSetup {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("RepeatingSetup")
            .field("event_name", &self.event_name)
            .field("form_name", &self.form_name)
            .field("custom_form_label", &self.custom_form_label)
            .finish_non_exhaustive()
    }
}
