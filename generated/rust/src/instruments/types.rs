// Made by `cargo run generate` from spec/methods/instruments.yaml.
// Do not edit: change the source and run it again.

//! Types of the group "Instruments".

use std::collections::BTreeMap;
use std::fmt;

use crate::names::{EventName, InstrumentName};
use crate::runtime::{DecodeError, FromRow, Row, ToRow, Value};

/// An instrument (data entry form) of the project.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Instrument {
    /// Unique name, as other methods expect it.
    pub instrument_name: InstrumentName,
    /// Label that people see. In CSV it is always quoted.
    pub instrument_label: String,
    /// Columns that this crate does not know, by name.
    pub other: BTreeMap<String, Value>,
}

impl FromRow for Instrument {
    fn from_row(mut row: Row) -> Result<Self, DecodeError> {
        Ok(Self {
            instrument_name: row.required("instrument_name")?,
            instrument_label: row.required("instrument_label")?,
            other: row.rest(),
        })
    }
}

impl fmt::Debug for Instrument {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Instrument")
            .field("instrument_name", &self.instrument_name)
            .field("instrument_label", &self.instrument_label)
            .finish_non_exhaustive()
    }
}

/// An instrument that belongs to an event.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct InstrumentEventMapping {
    /// Number of the arm of the event.
    pub arm_num: i64,
    /// Unique name of the event.
    pub unique_event_name: EventName,
    /// Unique name of the instrument.
    pub form: InstrumentName,
    /// Columns that this crate does not know, by name.
    pub other: BTreeMap<String, Value>,
}

impl InstrumentEventMapping {
    /// An item to import, with what every item needs.
    #[must_use]
    pub fn new(
        arm_num: i64,
        unique_event_name: impl Into<EventName>,
        form: impl Into<InstrumentName>,
    ) -> Self {
        Self {
            arm_num,
            unique_event_name: unique_event_name.into(),
            form: form.into(),
            other: BTreeMap::new(),
        }
    }
}

impl FromRow for InstrumentEventMapping {
    fn from_row(mut row: Row) -> Result<Self, DecodeError> {
        Ok(Self {
            arm_num: row.required("arm_num")?,
            unique_event_name: row.required("unique_event_name")?,
            form: row.required("form")?,
            other: row.rest(),
        })
    }
}

impl ToRow for InstrumentEventMapping {
    fn to_row(&self) -> Row {
        let mut row = Row::new();
        row.put("arm_num", &self.arm_num);
        row.put("unique_event_name", &self.unique_event_name);
        row.put("form", &self.form);
        row
    }
}

impl fmt::Debug for InstrumentEventMapping {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("InstrumentEventMapping")
            .field("arm_num", &self.arm_num)
            .field("unique_event_name", &self.unique_event_name)
            .field("form", &self.form)
            .finish_non_exhaustive()
    }
}
