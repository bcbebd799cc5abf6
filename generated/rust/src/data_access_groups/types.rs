// Made by `cargo run generate` from spec/methods/data_access_groups.yaml.
// Do not edit: change the source and run it again.

//! Types of the group "Data Access Groups".

use std::collections::BTreeMap;
use std::fmt;

use crate::names::{DagName, Username};
use crate::runtime::{DecodeError, FromRow, Row, ToRow, Value};

/// A Data Access Group.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Dag {
    /// Label of the group, as people see it.
    pub data_access_group_name: String,
    /// Unique name that REDCap derives from the label: lower case, blanks as underscores, other punctuation
    /// dropped, at most 18 characters. On import, the group to rename; blank to create a group.
    pub unique_group_name: Option<DagName>,
    /// Numeric id of the group. It is also the prefix of record names that the server numbers for its users. *(since about 13.1.0)* Not imported.
    pub data_access_group_id: Option<i64>,
    /// Columns that this crate does not know, by name.
    pub other: BTreeMap<String, Value>,
}

impl Dag {
    /// An item to import, with what every item needs.
    #[must_use]
    pub fn new(data_access_group_name: impl Into<String>) -> Self {
        Self {
            data_access_group_name: data_access_group_name.into(),
            unique_group_name: None,
            data_access_group_id: None,
            other: BTreeMap::new(),
        }
    }

    /// Sets \[`unique_group_name`\](Self::unique_group_name).
    #[must_use]
    pub fn unique_group_name(mut self, unique_group_name: impl Into<DagName>) -> Self {
        self.unique_group_name = Some(unique_group_name.into());
        self
    }
}

impl FromRow for Dag {
    fn from_row(mut row: Row) -> Result<Self, DecodeError> {
        Ok(Self {
            data_access_group_name: row.required("data_access_group_name")?,
            unique_group_name: row.optional("unique_group_name")?,
            data_access_group_id: row.optional("data_access_group_id")?,
            other: row.rest(),
        })
    }
}

impl ToRow for Dag {
    fn to_row(&self) -> Row {
        let mut row = Row::new();
        row.put("data_access_group_name", &self.data_access_group_name);
        row.put_optional("unique_group_name", self.unique_group_name.as_ref());
        row
    }
}

impl fmt::Debug for Dag {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Dag")
            .field("data_access_group_name", &self.data_access_group_name)
            .field("unique_group_name", &self.unique_group_name)
            .field("data_access_group_id", &self.data_access_group_id)
            .finish_non_exhaustive()
    }
}

/// A user with the Data Access Group they are in.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct UserDagAssignment {
    /// Name by which the user logs in.
    pub username: Username,
    /// Unique name of the user's group; empty for none. A blank or missing group in an import takes the user out.
    pub redcap_data_access_group: Option<DagName>,
    /// Columns that this crate does not know, by name.
    pub other: BTreeMap<String, Value>,
}

impl UserDagAssignment {
    /// An item to import, with what every item needs.
    #[must_use]
    pub fn new(username: impl Into<Username>) -> Self {
        Self {
            username: username.into(),
            redcap_data_access_group: None,
            other: BTreeMap::new(),
        }
    }

    /// Sets \[`redcap_data_access_group`\](Self::redcap_data_access_group).
    #[must_use]
    pub fn redcap_data_access_group(
        mut self,
        redcap_data_access_group: impl Into<DagName>,
    ) -> Self {
        self.redcap_data_access_group = Some(redcap_data_access_group.into());
        self
    }
}

impl FromRow for UserDagAssignment {
    fn from_row(mut row: Row) -> Result<Self, DecodeError> {
        Ok(Self {
            username: row.required("username")?,
            redcap_data_access_group: row.optional("redcap_data_access_group")?,
            other: row.rest(),
        })
    }
}

impl ToRow for UserDagAssignment {
    fn to_row(&self) -> Row {
        let mut row = Row::new();
        row.put("username", &self.username);
        row.put_optional(
            "redcap_data_access_group",
            self.redcap_data_access_group.as_ref(),
        );
        row
    }
}

impl fmt::Debug for UserDagAssignment {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("UserDagAssignment")
            .field("username", &self.username)
            .field("redcap_data_access_group", &self.redcap_data_access_group)
            .finish_non_exhaustive()
    }
}
