// Made by `cargo run generate` from spec/methods/arms.yaml.
// Do not edit: change the source and run it again.

//! Types of the group "Arms".

use std::collections::BTreeMap;
use std::fmt;

use crate::runtime::{DecodeError, FromRow, Row, ToRow, Value};

/// An arm of a longitudinal project.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Arm {
    /// Number of the arm, from 1.
    pub arm_num: i64,
    /// Name of the arm.
    pub name: String,
    /// Columns that this crate does not know, by name.
    pub other: BTreeMap<String, Value>,
}

impl Arm {
    /// An item to import, with what every item needs.
    #[must_use]
    pub fn new(arm_num: i64, name: impl Into<String>) -> Self {
        Self {
            arm_num,
            name: name.into(),
            other: BTreeMap::new(),
        }
    }
}

impl FromRow for Arm {
    fn from_row(mut row: Row) -> Result<Self, DecodeError> {
        Ok(Self {
            arm_num: row.required("arm_num")?,
            name: row.required("name")?,
            other: row.rest(),
        })
    }
}

impl ToRow for Arm {
    fn to_row(&self) -> Row {
        let mut row = Row::new();
        row.put("arm_num", &self.arm_num);
        row.put("name", &self.name);
        row
    }
}

impl fmt::Debug for Arm {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Arm")
            .field("arm_num", &self.arm_num)
            .field("name", &self.name)
            .finish_non_exhaustive()
    }
}
