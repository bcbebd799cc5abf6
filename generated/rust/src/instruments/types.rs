// Made by `cargo run generate` from spec/methods/instruments.yaml.
// Do not edit: change the source and run it again.

//! Types of the group "Instruments".

use crate::names::{EventName, InstrumentName};

shape! {
    /// An instrument (data entry form) of the project.
    Instrument {
        /// Unique name, as other methods expect it.
        instrument_name: required text(InstrumentName) = "instrument_name";
        /// Label that people see. In CSV it is always quoted.
        instrument_label: required text(String) = "instrument_label";
    }
}

shape! {
    /// An instrument that belongs to an event.
    InstrumentEventMapping {
        new(arm_num: value(i64), unique_event_name: text(EventName), form: text(InstrumentName));
        /// Number of the arm of the event.
        arm_num: required value(i64) = "arm_num";
        /// Unique name of the event.
        unique_event_name: required text(EventName) = "unique_event_name";
        /// Unique name of the instrument.
        form: required text(InstrumentName) = "form";
    }
}
