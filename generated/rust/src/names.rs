// Made by `cargo run generate` from spec/common.yaml.
// Do not edit: change the source and run it again.

//! Names: texts with a meaning of their own.
//!
//! They convert from text, so `"1".into()` or a plain `"1"` will do as an argument.

name! {
    /// Name of a record: the value of the project's first field. Any text, also when it looks like a number;
    /// leading zeros count.
    RecordId, hidden
}

name! {
    /// Unique name of an event, made by REDCap from its label and the number of its arm. Not the label that people see.
    EventName
}

name! {
    /// Variable name of a field as in the data dictionary. Not the label, and not the column of a single checkbox
    /// choice such as `symptoms___1`.
    FieldName
}

name! {
    /// Unique name of an instrument (data entry form), in lower case with underscores. Not its label.
    InstrumentName
}

name! {
    /// Unique name of a Data Access Group, made by REDCap from its label. Not the label, and not the number of the group.
    DagName
}

name! {
    /// Name with which a user logs in to REDCap. Not the full name of the person.
    Username, hidden
}

name! {
    /// Unique name of a user role, made by REDCap, starting with `U-`. Not the label that people see.
    RoleName
}

name! {
    /// Secret that stands for one user in one project (32 characters), or for one user who may create projects
    /// (64 characters).
    ApiToken, hidden
}
