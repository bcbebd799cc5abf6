// Made by `cargo run generate` from templates/rust-client/src/runtime/record.rs.
// Do not edit: change the source and run it again.

//! A row of record data.

use std::collections::HashMap;
use std::fmt;
use std::sync::Arc;

use serde::de::Deserialize;
use serde::ser::{Serialize, Serializer};

use super::cell::Cell;
use super::columns::{Header, Texts};
use super::error::{Error, ErrorKind};
use super::json;
use super::record_de::Reader;
use super::row::{DecodeError, FromRow, Row, ToRow};
use super::value::Value;

/// A row of record data: names of fields with their values as text, in order.
///
/// All values are text, as they are in REDCap; `001017` stays `001017`. A
/// blank value is the empty text. `Debug` shows the names only, because the
/// values are patient data.
///
/// The rows of an export share their names, so that one is hardly more than
/// its text.
///
/// ```
/// use redcap::runtime::Record;
///
/// let record = Record::new().set("record_id", "1").set("age", "42");
/// assert_eq!(record.get("age"), Some("42"));
/// ```
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Record {
    header: Arc<Header>,
    /// One for every name.
    texts: Texts,
}

impl Record {
    /// A record without fields.
    pub fn new() -> Record {
        Record::default()
    }

    pub(super) fn from_parts(header: Arc<Header>, texts: Texts) -> Record {
        Record { header, texts }
    }

    /// The record with a field added, or changed in its place.
    #[must_use]
    pub fn set(mut self, name: impl Into<String>, value: impl Into<String>) -> Record {
        let (name, value) = (name.into(), value.into());
        match self.header.names().iter().position(|known| **known == *name) {
            Some(place) => self.texts.set(place, &value),
            None => {
                Arc::make_mut(&mut self.header).push(&name);
                self.texts.push(&value);
            }
        }
        self
    }

    /// The value of a field; nothing if the record does not have the field.
    ///
    /// Exports with labels as names can have a name several times. Then this
    /// is the first of the values, and [`iter`](Record::iter) gives all.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.texts.get(*self.header.places(name).first()?)
    }

    /// All fields with their values, in order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        let names = self.header.names().iter().enumerate();
        names.filter_map(|(place, name)| Some((&**name, self.texts.get(place)?)))
    }

    /// The number of fields.
    pub fn len(&self) -> usize {
        self.texts.len()
    }

    /// Whether there is no field.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Reads the record into a type of your own: a struct whose fields are
    /// named like those of the project, or a map.
    ///
    /// The texts are read as REDCap writes them. A blank is `None` for an
    /// `Option`. Numbers may have white space around them and must have a
    /// decimal point, not a comma. Truth values are `0`, `1`, `true` and
    /// `false`. An enum without data is the code of a choice, a `String` is
    /// exactly the text. Fields the type does not have are ignored, unless it
    /// says `deny_unknown_fields`. Behind `flatten` and in untagged enums all
    /// values are texts, because serde does not say there what it expects.
    ///
    /// ```
    /// use redcap::runtime::Record;
    /// use serde::Deserialize;
    ///
    /// #[derive(Deserialize)]
    /// struct Visit {
    ///     record_id: String,
    ///     weight: Option<f64>,
    /// }
    ///
    /// let visit: Visit = Record::from([("record_id", "007"), ("weight", "")]).decode()?;
    /// assert_eq!((visit.record_id.as_str(), visit.weight), ("007", None));
    /// # Ok::<(), redcap::runtime::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Of kind [`Decode`](ErrorKind::Decode) if a field is missing or holds
    /// something else than expected. The error names the field, never the
    /// value.
    pub fn decode<'a, T: Deserialize<'a>>(&'a self) -> Result<T, Error> {
        let read = self.read(&mut Reader::default());
        read.map_err(|error| Error::new(ErrorKind::Decode, error.to_string()))
    }

    pub(super) fn read<'a, T: Deserialize<'a>>(&'a self, reader: &mut Reader) -> Result<T, DecodeError> {
        reader.read(&self.header, &self.texts)
    }

    /// Makes a record of a type of your own, to import it.
    ///
    /// The type is a struct or a map of texts, numbers, truth values, which
    /// become `1` and `0`, and enums without data. `None` is left out, as is a
    /// fraction that is no finite number, and so stays as it is on the server.
    /// An empty text is a blank.
    ///
    /// # Errors
    ///
    /// Of kind [`InvalidRequest`](ErrorKind::InvalidRequest) if a field is
    /// something that cannot stand in one cell, such as a list. The error
    /// names the field.
    pub fn encode<T: Serialize + ?Sized>(row: &T) -> Result<Record, Error> {
        // JSON has the same fields; the text serde_json gives for an error can
        // hold a value.
        let text = serde_json::to_string(row)
            .map_err(|_| unfit(&DecodeError::expected("a value that can be sent")))?;
        let Ok(Value::Object(cells)) = json::parse(&text) else {
            return Err(unfit(&DecodeError::expected("a struct or a map")));
        };
        let mut fields = Vec::with_capacity(cells.len());
        for (name, value) in cells {
            let text = match value {
                Value::Null => continue,
                Value::Bool(truth) => if truth { "1" } else { "0" }.to_owned(),
                Value::Number(text) => without_exponent(text),
                Value::Text(text) => text,
                Value::List(_) | Value::Object(_) => {
                    return Err(unfit(&DecodeError::expected("a single value").in_column(&name)));
                }
            };
            fields.push((name, text));
        }
        Ok(fields.into_iter().collect())
    }
}

/// A number written out. REDCap refuses `1e20`, or takes it for a name.
fn without_exponent(text: String) -> String {
    let written = |number: f64| number.is_finite().then(|| number.to_string());
    text.contains(['e', 'E']).then(|| text.parse().ok().and_then(written)).flatten().unwrap_or(text)
}

fn unfit(problem: &DecodeError) -> Error {
    Error::new(ErrorKind::InvalidRequest, problem.to_string())
}

/// A map of texts, in the order of the fields.
impl Serialize for Record {
    fn serialize<S: Serializer>(&self, target: S) -> Result<S::Ok, S::Error> {
        target.collect_map(self.iter())
    }
}

impl fmt::Debug for Record {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Record ")?;
        out.debug_list().entries(self.header.names()).finish()
    }
}

/// Of fields with the same name the last value counts.
impl<K: Into<String>, V: Into<String>> FromIterator<(K, V)> for Record {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(fields: I) -> Record {
        // Projects can have tens of thousands of fields, too many to search
        // all of them for every new one.
        let mut places = HashMap::new();
        let (mut names, mut values) = (Vec::new(), Vec::new());
        for (name, value) in fields {
            let (name, value) = (name.into().into_boxed_str(), value.into());
            match places.get(&name) {
                Some(&place) => values[place] = value,
                None => {
                    places.insert(name.clone(), names.len());
                    names.push(name);
                    values.push(value);
                }
            }
        }
        let mut texts = Texts::default();
        texts.reserve(values.len(), values.iter().map(String::len).sum());
        values.iter().for_each(|value| texts.push(value));
        Record { header: Arc::new(Header::new(names)), texts }
    }
}

impl<K: Into<String>, V: Into<String>, const N: usize> From<[(K, V); N]> for Record {
    fn from(fields: [(K, V); N]) -> Record {
        fields.into_iter().collect()
    }
}

impl FromRow for Record {
    fn from_row(row: Row) -> Result<Record, DecodeError> {
        let (mut header, mut texts) = (Header::default(), Texts::default());
        for (name, value) in row.into_cells() {
            let text = String::from_value(value).map_err(|error| error.in_column(&name))?;
            header.push(&name);
            texts.push(&text);
        }
        Ok(Record { header: Arc::new(header), texts })
    }
}

impl ToRow for Record {
    fn to_row(&self) -> Row {
        let cells = self.iter().map(|(name, value)| (name.to_owned(), Value::Text(value.to_owned())));
        Row::from_cells(cells.collect())
    }
}
