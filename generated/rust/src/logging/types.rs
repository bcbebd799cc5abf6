// Made by `cargo run generate` from spec/methods/logging.yaml.
// Do not edit: change the source and run it again.

//! Types of the group "Logging".

use crate::names::{RecordId, Username};

shape! {
    /// An entry of the project's log.
    LogEntry {
        /// When it happened, in the time zone of the server. Written `YYYY-MM-DD HH:MM`.
        timestamp: required text(String) = "timestamp";
        /// Who did it. Two names stand for no user: `[survey respondent]`, and `SYSTEM` for the server itself.
        username: required text(Username) = "username";
        /// What was done, as free text, often with the record behind it, e.g. `Update record (API) 101`.
        /// Some servers leave a blank at the end.
        action: required text(String) = "action", hidden;
        /// What exactly was changed, such as `weight = '71.5'`, several changes separated by commas. May hold
        /// data and line breaks.
        details: read_only text(String) = "details", hidden;
        /// The record concerned; empty for entries about the project as a whole. *(since about 13.4.0)*
        record: read_only text(RecordId) = "record", hidden;
    }
}

choices! {
    /// Chooses the kind of log entries.
    LogType {
        /// `export`: Exports of data.
        Export = "export",
        /// `manage`: Changes of the project's setup and design.
        Manage = "manage",
        /// `user`: Users or roles added, changed or removed.
        User = "user",
        /// `record`: Any change of a record: created, updated or deleted.
        Record = "record",
        /// `record_add`: Records created.
        RecordAdd = "record_add",
        /// `record_edit`: Records updated.
        RecordEdit = "record_edit",
        /// `record_delete`: Records deleted.
        RecordDelete = "record_delete",
        /// `lock_record`: Records locked or unlocked and e-signatures.
        LockRecord = "lock_record",
        /// `page_view`: Pages viewed.
        PageView = "page_view",
    }
}
