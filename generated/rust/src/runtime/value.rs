// Made by `cargo run generate` from templates/rust-client/src/runtime/value.rs.
// Do not edit: change the source and run it again.

//! A JSON value of any kind.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde::ser::{Serialize, SerializeMap, Serializer};

/// A cell whose kind is not known beforehand.
///
/// Answers are read with numbers exactly as the server wrote them: `1.50` is not `1.5`. Going through other
/// serde formats keeps whole numbers exactly and fractions as the nearest `f64`.
///
/// `Debug` shows the kind of a value and never its content, which can be patient data; match on it to get the
/// content.
#[derive(Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum Value {
    /// Nothing.
    #[default]
    Null,
    /// True or false.
    Bool(bool),
    /// A number as it is written.
    Number(String),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Value>),
    /// Names with values, in the order they came.
    Object(Vec<(String, Value)>),
}

impl fmt::Debug for Value {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Value::Null => out.write_str("Null"),
            Value::Bool(_) => out.write_str("Bool(..)"),
            Value::Number(_) => out.write_str("Number(..)"),
            Value::Text(_) => out.write_str("Text(..)"),
            Value::List(items) => write!(out, "List({} values)", items.len()),
            Value::Object(cells) => write!(out, "Object({} values)", cells.len()),
        }
    }
}

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, target: S) -> Result<S::Ok, S::Error> {
        match self {
            Value::Null => target.serialize_unit(),
            Value::Bool(truth) => target.serialize_bool(*truth),
            Value::Number(digits) => serialize_number(digits, target),
            Value::Text(text) => target.serialize_str(text),
            Value::List(items) => target.collect_seq(items),
            Value::Object(cells) => {
                let mut map = target.serialize_map(Some(cells.len()))?;
                for (name, value) in cells {
                    map.serialize_entry(name, value)?;
                }
                map.end()
            }
        }
    }
}

fn serialize_number<S: Serializer>(digits: &str, target: S) -> Result<S::Ok, S::Error> {
    if let Ok(number) = digits.parse() {
        return target.serialize_i64(number);
    }
    if let Ok(number) = digits.parse() {
        return target.serialize_u64(number);
    }
    match digits.parse::<f64>() {
        Ok(number) if number.is_finite() => target.serialize_f64(number),
        _ => target.serialize_str(digits),
    }
}

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(source: D) -> Result<Value, D::Error> {
        source.deserialize_any(Anything)
    }
}

struct Anything;

impl<'de> Visitor<'de> for Anything {
    type Value = Value;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("any value")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_none<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, source: D) -> Result<Value, D::Error> {
        Value::deserialize(source)
    }

    fn visit_bool<E>(self, truth: bool) -> Result<Value, E> {
        Ok(Value::Bool(truth))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Value, E> {
        Ok(Value::Number(number.to_string()))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Value, E> {
        Ok(Value::Number(number.to_string()))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Value, E> {
        Ok(Value::Number(number.to_string()))
    }

    fn visit_str<E>(self, text: &str) -> Result<Value, E> {
        Ok(Value::Text(text.to_owned()))
    }

    fn visit_string<E>(self, text: String) -> Result<Value, E> {
        Ok(Value::Text(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Value, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = list.next_element()? {
            items.push(item);
        }
        Ok(Value::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value, A::Error> {
        let mut cells = Vec::new();
        while let Some(cell) = map.next_entry()? {
            cells.push(cell);
        }
        Ok(Value::Object(cells))
    }
}
