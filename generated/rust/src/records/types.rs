// Made by `cargo run generate` from spec/methods/records.yaml.
// Do not edit: change the source and run it again.

//! Types of the group "Records".

use crate::names::{EventName, FieldName, InstrumentName, RecordId};

shape! {
    /// A stored value of a record, as `type=eav` has it.
    RecordEav {
        new(record: text(RecordId), field_name: text(FieldName), value: text(String));
        /// Name of the record.
        record: required text(RecordId) = "record", hidden;
        /// Unique name of the event; in a label export the label of the event. Not always there.
        redcap_event_name: optional text(EventName) = "redcap_event_name";
        /// Unique name of the repeating instrument; empty for repeating events and for values that do not repeat. *(since 7.0.0)* Not always there.
        redcap_repeat_instrument: optional text(InstrumentName) = "redcap_repeat_instrument";
        /// Number of the instance, from 1; empty for values that do not repeat. *(since 7.0.0)* Not always there.
        redcap_repeat_instance: optional value(i64) = "redcap_repeat_instance";
        /// Name of the field. Exports name a checkbox by its field, once per checked choice; imports by
        /// `<field>___<code>`. The status of a form is `<form>_complete`.
        field_name: required text(FieldName) = "field_name";
        /// The value. For a checked choice of a checkbox its code, or its label in a label export; for file fields
        /// the number of the document.
        value: required text(String) = "value", hidden;
    }
}

shape! {
    /// The number of records that an import took in.
    ImportCount {
        /// Number of different records in the data, not of rows.
        count: required value(i64) = "count";
    }
}

shape! {
    /// Whether records were queued for an import in the background.
    BackgroundImport {
        /// Whether queueing worked. It says nothing about the data themselves.
        success: required value(bool) = "success";
    }
}

shape! {
    /// The allocation of a record by one randomization.
    RandomizationResult {
        /// Number of the randomization.
        randomization_id: required value(i64) = "randomization_id";
        /// Name of the record.
        record: required text(RecordId) = "record", hidden;
        /// The value that the target field now has, i.e. the code of the group for open allocation.
        target_field: required text(String) = "target_field", hidden;
        /// The randomization number for open allocation, `*` for concealed allocation. Only with `returnAlt`. Not always there.
        target_field_alt: read_only text(String) = "target_field_alt", hidden;
    }
}

choices! {
    /// Chooses how values are arranged in rows.
    RecordType {
        /// `flat`: One row per record, event and instance, with a column per field.
        Flat = "flat",
        /// `eav`: One row per stored value.
        Eav = "eav",
    }
}

choices! {
    /// Chooses how old servers named events in exports.
    EventNameForm {
        /// `label`: The event's label.
        Label = "label",
        /// `unique`: The event's unique name.
        Unique = "unique",
    }
}

choices! {
    /// Chooses what blank cells of an import do.
    OverwriteBehavior {
        /// `normal`: Blank cells are passed over.
        Normal = "normal",
        /// `overwrite`: Blank cells erase the stored value.
        Overwrite = "overwrite",
    }
}

choices! {
    /// Chooses how dates of an import are written.
    DateFormat {
        /// `YMD`: Year, month, day with hyphens: 2024-03-31.
        Ymd = "YMD",
        /// `MDY`: Month, day, year with slashes: 03/31/2024.
        Mdy = "MDY",
        /// `DMY`: Day, month, year with slashes: 31/03/2024.
        Dmy = "DMY",
    }
}

choices! {
    /// Chooses what the answer of a record import holds.
    ReturnContent {
        /// `count`: The number of records.
        Count = "count",
        /// `ids`: The names of the records.
        Ids = "ids",
        /// `auto_ids`: New and sent name of each record. Only together with `forceAutoNumber`. *(since 8.5.0 or earlier)*
        AutoIds = "auto_ids",
        /// `nothing`: Nothing. No longer on the help page, but servers still take it.
        Nothing = "nothing",
    }
}
