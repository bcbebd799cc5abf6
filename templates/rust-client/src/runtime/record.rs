//! A row of record data.

use std::collections::HashMap;
use std::fmt;

use super::cell::Cell;
use super::row::{DecodeError, FromRow, Row, ToRow};
use super::value::Value;

/// A row of record data: names of fields with their values as text, in order.
///
/// All values are text, as they are in REDCap; `001017` stays `001017`. A
/// blank value is the empty text. `Debug` shows the names only, because the
/// values are patient data.
///
/// ```
/// use redcap::runtime::Record;
///
/// let record = Record::new().set("record_id", "1").set("age", "42");
/// assert_eq!(record.get("age"), Some("42"));
/// ```
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Record {
    cells: Vec<(String, String)>,
}

impl Record {
    /// A record without fields.
    pub fn new() -> Record {
        Record::default()
    }

    /// The record with a field added, or changed in its place.
    #[must_use]
    pub fn set(mut self, name: impl Into<String>, value: impl Into<String>) -> Record {
        let (name, value) = (name.into(), value.into());
        match self.cells.iter_mut().find(|(known, _)| *known == name) {
            Some((_, old)) => *old = value,
            None => self.cells.push((name, value)),
        }
        self
    }

    /// The value of a field; nothing if the record does not have the field.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.iter().find_map(|(known, value)| (known == name).then_some(value))
    }

    /// All fields with their values, in order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.cells.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// The number of fields.
    pub fn len(&self) -> usize {
        self.cells.len()
    }

    /// Whether there is no field.
    pub fn is_empty(&self) -> bool {
        self.cells.is_empty()
    }
}

impl fmt::Debug for Record {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names = self.cells.iter().map(|(name, _)| name);
        out.write_str("Record ")?;
        out.debug_list().entries(names).finish()
    }
}

/// Of fields with the same name the last value counts.
impl<K: Into<String>, V: Into<String>> FromIterator<(K, V)> for Record {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(fields: I) -> Record {
        // Projects can have tens of thousands of fields, too many to search
        // all of them for every new one.
        let mut places = HashMap::new();
        let mut cells: Vec<(String, String)> = Vec::new();
        for (name, value) in fields {
            let (name, value) = (name.into(), value.into());
            match places.get(&name) {
                Some(&place) => {
                    let (_, old): &mut (String, String) = &mut cells[place];
                    *old = value;
                }
                None => {
                    places.insert(name.clone(), cells.len());
                    cells.push((name, value));
                }
            }
        }
        Record { cells }
    }
}

impl<K: Into<String>, V: Into<String>, const N: usize> From<[(K, V); N]> for Record {
    fn from(fields: [(K, V); N]) -> Record {
        fields.into_iter().collect()
    }
}

impl FromRow for Record {
    fn from_row(row: Row) -> Result<Record, DecodeError> {
        let mut cells = Vec::with_capacity(row.cells().len());
        for (name, value) in row.into_cells() {
            let text = String::from_value(value).map_err(|error| error.in_column(&name))?;
            cells.push((name, text));
        }
        Ok(Record { cells })
    }
}

impl ToRow for Record {
    fn to_row(&self) -> Row {
        let cells = self.cells.iter().map(|(name, value)| (name.clone(), Value::Text(value.clone())));
        Row::from_cells(cells.collect())
    }
}
