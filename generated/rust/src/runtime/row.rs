// Made by `cargo run generate` from templates/rust-client/src/runtime/row.rs.
// Do not edit: change the source and run it again.

//! One item of an answer, or of a list to import: columns with values.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::error::Error as StdError;
use std::fmt;

use serde::de::{self, Expected, Unexpected};

use super::cell::Cell;
use super::value::Value;

/// Columns with their values, in order.
///
/// Reading takes columns out one by one; what is left are columns this client
/// does not know, which newer servers add all the time. `Debug` shows the
/// names only.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Row {
    cells: Vec<(String, Value)>,
}

impl Row {
    /// A row without columns.
    pub fn new() -> Row {
        Row::default()
    }

    pub(super) fn from_cells(cells: Vec<(String, Value)>) -> Row {
        Row { cells }
    }

    pub(super) fn into_cells(self) -> Vec<(String, Value)> {
        self.cells
    }

    pub(super) fn cells(&self) -> &[(String, Value)] {
        &self.cells
    }

    /// Writes a column, in its old place if it is there already.
    pub fn put<C: Cell>(&mut self, column: &str, cell: &C) {
        let value = cell.to_value();
        match self.cells.iter_mut().find(|(name, _)| name == column) {
            Some((_, old)) => *old = value,
            None => self.cells.push((column.to_owned(), value)),
        }
    }

    /// Writes a column if there is something to write. A column that is left
    /// out stays as it is on the server.
    pub fn put_optional<C: Cell>(&mut self, column: &str, cell: Option<&C>) {
        if let Some(cell) = cell {
            self.put(column, cell);
        }
    }

    /// Takes out a column that every such row has.
    ///
    /// # Errors
    ///
    /// If the column is missing or does not hold a `C`. An empty text is a
    /// text, but not a number or a truth value.
    pub fn required<C: Cell>(&mut self, column: &str) -> Result<C, DecodeError> {
        match self.take(column) {
            Some(value) => C::from_value(value).map_err(|error| error.in_column(column)),
            None => Err(DecodeError::missing().in_column(column)),
        }
    }

    /// Takes out a column that may be missing or blank; `null` and the empty
    /// text are blank.
    ///
    /// # Errors
    ///
    /// If the column is there and does not hold a `C`.
    pub fn optional<C: Cell>(&mut self, column: &str) -> Result<Option<C>, DecodeError> {
        match self.take(column) {
            None | Some(Value::Null) => Ok(None),
            Some(Value::Text(text)) if text.is_empty() => Ok(None),
            Some(value) => C::from_value(value).map(Some).map_err(|error| error.in_column(column)),
        }
    }

    /// The columns nobody asked for.
    pub fn rest(self) -> BTreeMap<String, Value> {
        self.cells.into_iter().collect()
    }

    fn take(&mut self, column: &str) -> Option<Value> {
        let place = self.cells.iter().position(|(name, _)| name == column)?;
        Some(self.cells.remove(place).1)
    }
}

impl fmt::Debug for Row {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names = self.cells.iter().map(|(name, _)| name);
        out.write_str("Row ")?;
        out.debug_list().entries(names).finish()
    }
}

/// Something that can be read from a row.
pub trait FromRow: Sized {
    /// Reads the row.
    ///
    /// # Errors
    ///
    /// If a column is missing or holds something else than expected.
    fn from_row(row: Row) -> Result<Self, DecodeError>;
}

/// Something that can be sent as a row.
pub trait ToRow {
    /// The row to send.
    fn to_row(&self) -> Row;
}

impl FromRow for Row {
    fn from_row(row: Row) -> Result<Row, DecodeError> {
        Ok(row)
    }
}

impl ToRow for Row {
    fn to_row(&self) -> Row {
        self.clone()
    }
}

impl<T: ToRow + ?Sized> ToRow for &T {
    fn to_row(&self) -> Row {
        (**self).to_row()
    }
}

/// A value of another kind than expected. It names the column and the kind,
/// and never the value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DecodeError {
    column: Option<Box<str>>,
    problem: Problem,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Problem {
    Missing,
    Unknown,
    Repeated,
    /// It is not this.
    Not(Cow<'static, str>),
}

impl DecodeError {
    /// A value is there, but it is not what `expected` says, such as
    /// `"a whole number"`.
    pub fn expected(expected: &'static str) -> DecodeError {
        DecodeError { column: None, problem: Problem::Not(Cow::Borrowed(expected)) }
    }

    fn missing() -> DecodeError {
        DecodeError { column: None, problem: Problem::Missing }
    }

    pub(super) fn unknown() -> DecodeError {
        DecodeError { column: None, problem: Problem::Unknown }
    }

    pub(super) fn repeated() -> DecodeError {
        DecodeError { column: None, problem: Problem::Repeated }
    }

    pub(super) fn in_column(mut self, column: &str) -> DecodeError {
        self.column.get_or_insert_with(|| column.into());
        self
    }

    /// The column, if the value stands in one.
    pub fn column(&self) -> Option<&str> {
        self.column.as_deref()
    }
}

impl fmt::Display for DecodeError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.column {
            Some(column) => write!(out, "column `{column}` ")?,
            None if matches!(self.problem, Problem::Not(_)) => out.write_str("this ")?,
            None => out.write_str("a column ")?,
        }
        match &self.problem {
            Problem::Missing => out.write_str("is missing"),
            Problem::Unknown => out.write_str("is unknown"),
            Problem::Repeated => out.write_str("is there twice"),
            Problem::Not(expected) => write!(out, "is not {expected}"),
        }
    }
}

impl StdError for DecodeError {}

/// What serde has to say, without the values it would quote.
impl de::Error for DecodeError {
    fn custom<T: fmt::Display>(_: T) -> DecodeError {
        DecodeError::expected("a value that its type accepts")
    }

    fn invalid_type(_: Unexpected<'_>, expected: &dyn Expected) -> DecodeError {
        DecodeError { column: None, problem: Problem::Not(Cow::Owned(expected.to_string())) }
    }

    fn invalid_value(found: Unexpected<'_>, expected: &dyn Expected) -> DecodeError {
        DecodeError::invalid_type(found, expected)
    }

    fn invalid_length(_: usize, _: &dyn Expected) -> DecodeError {
        DecodeError::expected("of the right length")
    }

    fn unknown_variant(_: &str, known: &'static [&'static str]) -> DecodeError {
        let expected = format!("one of {}", known.join(", "));
        DecodeError { column: None, problem: Problem::Not(Cow::Owned(expected)) }
    }

    fn unknown_field(_: &str, _: &'static [&'static str]) -> DecodeError {
        DecodeError::unknown()
    }

    fn missing_field(name: &'static str) -> DecodeError {
        DecodeError::missing().in_column(name)
    }

    fn duplicate_field(name: &'static str) -> DecodeError {
        DecodeError::repeated().in_column(name)
    }
}
