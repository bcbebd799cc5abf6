// Made by `cargo run generate` from spec/methods/data_access_groups.yaml.
// Do not edit: change the source and run it again.

//! Types of the group "Data Access Groups".

use crate::names::{DagName, Username};

shape! {
    /// A Data Access Group.
    Dag {
        new(data_access_group_name: text(String));
        /// Label of the group, as people see it.
        data_access_group_name: required text(String) = "data_access_group_name";
        /// Unique name that REDCap derives from the label: lower case, blanks as underscores, other punctuation
        /// dropped, at most 18 characters. On import, the group to rename; blank to create a group.
        unique_group_name: optional text(DagName) = "unique_group_name";
        /// Numeric id of the group. It is also the prefix of record names that the server numbers for its users. *(since about 13.1.0)* Not imported.
        data_access_group_id: read_only value(i64) = "data_access_group_id";
    }
}

shape! {
    /// A user with the Data Access Group they are in.
    UserDagAssignment {
        new(username: text(Username));
        /// Name by which the user logs in.
        username: required text(Username) = "username";
        /// Unique name of the user's group; empty for none. A blank or missing group in an import takes the user out.
        redcap_data_access_group: optional text(DagName) = "redcap_data_access_group";
    }
}
