// Made by `cargo run generate` from templates/rust-client/src/runtime/json.rs.
// Do not edit: change the source and run it again.

//! JSON in and out. Numbers keep the text they have, which neither integers nor floating point could promise.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::row::Row;
use super::value::Value;

/// Deepest nesting that is read. REDCap needs three levels.
const DEEPEST: usize = 32;

/// Why a text is not readable JSON. Nothing of the text is kept.
pub(super) enum Fault {
    /// It ends too early.
    CutOff,
    /// It is wrong at this place.
    Syntax {
        /// Counted from 1.
        line: usize,
        /// Counted from 1.
        column: usize,
    },
    /// It is well formed but has something in it that cannot be kept.
    Content,
}

/// Whether `text` can be meant as JSON.
pub(super) fn begins_like_json(text: &str) -> bool {
    let text = text.trim();
    match text.bytes().next() {
        Some(b'[' | b'{' | b'"' | b'-' | b'0'..=b'9') => true,
        // A whole word, or any sentence could pass.
        _ => matches!(text, "true" | "false" | "null"),
    }
}

/// Reads the whole of `text`.
pub(super) fn parse(text: &str) -> Result<Value, Fault> {
    value(checked(text)?)
}

/// The elements of `text` if it is a list. They are checked, but not yet read, so that a long list is never
/// held twice.
pub(super) fn elements(text: &str) -> Result<Option<Vec<&RawValue>>, Fault> {
    if text.trim_start().starts_with('[') {
        serde_json::from_str(text).map(Some).map_err(|error| fault(&error))
    } else {
        checked(text).map(|_| None)
    }
}

/// Reads a part of a text that is already known to be well formed.
pub(super) fn value(raw: &RawValue) -> Result<Value, Fault> {
    nested(raw, DEEPEST).map_err(|_| Fault::Content)
}

fn checked(text: &str) -> Result<&RawValue, Fault> {
    serde_json::from_str(text).map_err(|error| fault(&error))
}

fn fault(error: &serde_json::Error) -> Fault {
    if error.is_eof() {
        return Fault::CutOff;
    }
    Fault::Syntax { line: error.line(), column: error.column() }
}

fn nested(raw: &RawValue, levels: usize) -> Result<Value, serde_json::Error> {
    use serde::de::Error;

    let text = raw.get();
    let levels = levels.checked_sub(1).ok_or_else(|| serde_json::Error::custom("too many levels"))?;
    Ok(match text.as_bytes().first() {
        Some(b'"') => Value::Text(serde_json::from_str(text)?),
        Some(b'[') => {
            let items: Vec<&RawValue> = serde_json::from_str(text)?;
            let items = items.into_iter().map(|item| nested(item, levels));
            Value::List(items.collect::<Result<_, _>>()?)
        }
        Some(b'{') => {
            let Cells(cells) = serde_json::from_str(text)?;
            let cells = cells.into_iter().map(|(name, cell)| Ok((name, nested(cell, levels)?)));
            Value::Object(cells.collect::<Result<_, serde_json::Error>>()?)
        }
        Some(b't') => Value::Bool(true),
        Some(b'f') => Value::Bool(false),
        Some(b'n') => Value::Null,
        _ => Value::Number(text.to_owned()),
    })
}

/// The cells of an object in the order they are written.
struct Cells<'a>(Vec<(String, &'a RawValue)>);

impl<'de> Deserialize<'de> for Cells<'de> {
    fn deserialize<D: Deserializer<'de>>(source: D) -> Result<Self, D::Error> {
        struct InOrder;

        impl<'de> Visitor<'de> for InOrder {
            type Value = Cells<'de>;

            fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Cells<'de>, A::Error> {
                let mut cells = Vec::new();
                while let Some(cell) = map.next_entry()? {
                    cells.push(cell);
                }
                Ok(Cells(cells))
            }
        }

        source.deserialize_map(InOrder)
    }
}

/// A JSON list of objects.
pub(super) fn write_rows(rows: &[Row]) -> String {
    let mut out = String::new();
    join(&mut out, ['[', ']'], rows, |out, row| {
        write_cells(out, row.cells());
    });
    out
}

/// The JSON text of a value.
pub(super) fn write(value: &Value) -> String {
    let mut out = String::new();
    write_value(&mut out, value);
    out
}

fn write_value(out: &mut String, value: &Value) {
    match value {
        Value::Null => out.push_str("null"),
        Value::Bool(truth) => out.push_str(if *truth { "true" } else { "false" }),
        Value::Number(digits) if is_number(digits) => out.push_str(digits),
        Value::Number(text) | Value::Text(text) => write_text(out, text),
        Value::List(items) => join(out, ['[', ']'], items, write_value),
        Value::Object(cells) => write_cells(out, cells),
    }
}

fn write_cells(out: &mut String, cells: &[(String, Value)]) {
    join(out, ['{', '}'], cells, |out, (name, value)| {
        write_text(out, name);
        out.push(':');
        write_value(out, value);
    });
}

fn write_text(out: &mut String, text: &str) {
    out.push_str(&serde_json::Value::from(text).to_string());
}

/// Writes `items` between brackets with commas.
fn join<T>(out: &mut String, [open, close]: [char; 2], items: &[T], write: impl Fn(&mut String, &T)) {
    out.push(open);
    for (index, item) in items.iter().enumerate() {
        if index > 0 {
            out.push(',');
        }
        write(out, item);
    }
    out.push(close);
}

/// Whether `text` can stand in JSON as a number.
pub(super) fn is_number(text: &str) -> bool {
    text.starts_with(|first: char| first == '-' || first.is_ascii_digit())
        && serde_json::from_str::<&RawValue>(text).is_ok_and(|raw| raw.get() == text)
}
