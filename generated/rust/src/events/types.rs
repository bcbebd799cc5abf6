// Made by `cargo run generate` from spec/methods/events.yaml.
// Do not edit: change the source and run it again.

//! Types of the group "Events".

use crate::names::EventName;

shape! {
    /// An event of a longitudinal project.
    Event {
        new(event_name: text(String), arm_num: value(i64));
        /// Label of the event, as people see it.
        event_name: required text(String) = "event_name";
        /// Number of the arm that the event belongs to. An import into a project with one arm takes it as 1.
        arm_num: required value(i64) = "arm_num";
        /// Days from the start of the arm to the event. An import without it numbers the events in the given order. Not always there.
        day_offset: optional value(i64) = "day_offset";
        /// How many days before the offset the event may take place. Not always there.
        offset_min: optional value(i64) = "offset_min";
        /// How many days after the offset the event may take place. Not always there.
        offset_max: optional value(i64) = "offset_max";
        /// Unique name that REDCap derives from label and arm: lower case, blanks as underscores, other punctuation
        /// dropped, at most 18 characters, then `_arm_` and the arm number; a letter follows when the name is taken.
        /// On import, the event to change; left out or blank to add an event.
        unique_event_name: optional text(EventName) = "unique_event_name";
        /// Custom label of the event; often empty. *(since 6.11.0 or earlier)*
        custom_event_label: optional text(String) = "custom_event_label";
        /// Numeric id of the event. *(since about 13.4.0)* Not imported.
        event_id: read_only value(i64) = "event_id";
    }
}
