// Made by `cargo run generate` from spec/methods/repeating.yaml.
// Do not edit: change the source and run it again.

//! Types of the group "Repeating Instruments and Events".

use crate::names::{EventName, InstrumentName};

shape! {
    /// An instrument or an event that repeats.
    RepeatingSetup {
        new(form_name: text(InstrumentName));
        /// Unique name of the event that repeats, or in which the instrument repeats. Needed in longitudinal projects. Not always there.
        event_name: optional text(EventName) = "event_name";
        /// Unique name of the instrument; empty when the whole event repeats.
        form_name: required text(InstrumentName) = "form_name";
        /// Label by which the instances are told apart, with field names in square brackets for the values to
        /// show, such as `[ae_term]`. May be empty.
        custom_form_label: optional text(String) = "custom_form_label";
    }
}
