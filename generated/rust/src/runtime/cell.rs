// Made by `cargo run generate` from templates/rust-client/src/runtime/cell.rs.
// Do not edit: change the source and run it again.

//! What stands in one column, read leniently: REDCap writes the same thing as number in one method and as
//! text in another.

use std::collections::BTreeMap;

use super::row::DecodeError;
use super::value::Value;

/// A type that can stand in a column.
pub trait Cell: Sized {
    /// Reads the cell.
    ///
    /// # Errors
    ///
    /// If the value cannot be read as this type.
    fn from_value(value: Value) -> Result<Self, DecodeError>;

    /// The value to send.
    fn to_value(&self) -> Value;
}

/// Reads texts and numbers; `null` is the empty text.
impl Cell for String {
    fn from_value(value: Value) -> Result<String, DecodeError> {
        match value {
            Value::Text(text) | Value::Number(text) => Ok(text),
            Value::Null => Ok(String::new()),
            _ => Err(DecodeError::expected("a text")),
        }
    }

    fn to_value(&self) -> Value {
        Value::Text(self.clone())
    }
}

/// Reads numbers and texts that hold one.
impl Cell for i64 {
    fn from_value(value: Value) -> Result<i64, DecodeError> {
        let number = match &value {
            Value::Number(digits) => digits.parse().ok(),
            Value::Text(text) => text.trim().parse().ok(),
            _ => None,
        };
        number.ok_or_else(|| DecodeError::expected("a whole number"))
    }

    fn to_value(&self) -> Value {
        Value::Number(self.to_string())
    }
}

/// Reads 0 and 1, as numbers or texts, and true and false; writes 0 and 1, which every version of REDCap
/// understands.
impl Cell for bool {
    fn from_value(value: Value) -> Result<bool, DecodeError> {
        let truth = match &value {
            Value::Bool(truth) => Some(*truth),
            Value::Number(text) | Value::Text(text) => self::truth(text),
            _ => None,
        };
        truth.ok_or_else(|| DecodeError::expected("0 or 1"))
    }

    fn to_value(&self) -> Value {
        Value::Number(if *self { "1" } else { "0" }.to_owned())
    }
}

/// The truth value that a text stands for.
pub(super) fn truth(text: &str) -> Option<bool> {
    match text.trim() {
        "0" => Some(false),
        "1" => Some(true),
        word if word.eq_ignore_ascii_case("false") => Some(false),
        word if word.eq_ignore_ascii_case("true") => Some(true),
        _ => None,
    }
}

/// Reads an object, or the form it has in CSV: `form_1:1,form_2:0`, which is empty text for an empty map. An
/// empty list is an empty map, too, because PHP does not tell them apart.
impl<C: Cell> Cell for BTreeMap<String, C> {
    fn from_value(value: Value) -> Result<Self, DecodeError> {
        match value {
            Value::Object(cells) => {
                cells.into_iter().map(|(name, value)| Ok((name, C::from_value(value)?))).collect()
            }
            Value::List(items) if items.is_empty() => Ok(BTreeMap::new()),
            Value::Text(text) => {
                text.split(',').map(str::trim).filter(|entry| !entry.is_empty()).map(entry).collect()
            }
            _ => Err(no_map()),
        }
    }

    fn to_value(&self) -> Value {
        let cells = self.iter().map(|(name, cell)| (name.clone(), cell.to_value()));
        Value::Object(cells.collect())
    }
}

/// Reads `name:value`.
fn entry<C: Cell>(text: &str) -> Result<(String, C), DecodeError> {
    let (name, value) = text.rsplit_once(':').ok_or_else(no_map)?;
    let cell = C::from_value(Value::Text(value.trim().to_owned()))?;
    Ok((name.trim().to_owned(), cell))
}

fn no_map() -> DecodeError {
    DecodeError::expected("an object or a list such as form_1:1,form_2:0")
}

/// Takes anything as it is.
impl Cell for Value {
    fn from_value(value: Value) -> Result<Value, DecodeError> {
        Ok(value)
    }

    fn to_value(&self) -> Value {
        self.clone()
    }
}
