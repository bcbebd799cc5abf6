//! Records: rows of values, keyed by event and instance.

use std::collections::{BTreeMap, BTreeSet};

use indexmap::IndexMap;
use serde::{Deserialize, Serialize};

use super::survey::{Response, ResponseKey};

/// Which of an event's rows a row is.
///
/// The derived order is the order of rows within an event: the plain row, the
/// instances of the event, then the instances of instruments.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Slot {
    /// The row that does not repeat.
    Base,
    /// An instance of a repeating event.
    EventInstance(u32),
    /// An instance of a repeating instrument.
    FormInstance(String, u32),
}

/// The place of a row within a record.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct RowKey {
    /// Event number; a classic project has one event.
    pub event: u64,
    /// Row within the event.
    pub slot: Slot,
}

impl RowKey {
    /// The non-repeating row of an event.
    pub fn base(event: u64) -> RowKey {
        RowKey { event, slot: Slot::Base }
    }

    /// An instance of a repeating event.
    pub fn event_instance(event: u64, instance: u32) -> RowKey {
        RowKey { event, slot: Slot::EventInstance(instance) }
    }

    /// An instance of a repeating instrument.
    pub fn form_instance(event: u64, form: impl Into<String>, instance: u32) -> RowKey {
        RowKey { event, slot: Slot::FormInstance(form.into(), instance) }
    }

    /// The content of the repeat-instrument column.
    pub fn repeat_instrument(&self) -> &str {
        match &self.slot {
            Slot::FormInstance(form, _) => form,
            Slot::Base | Slot::EventInstance(_) => "",
        }
    }

    /// The content of the repeat-instance column; none for a blank.
    pub fn instance(&self) -> Option<u32> {
        match self.slot {
            Slot::Base => None,
            Slot::EventInstance(number) | Slot::FormInstance(_, number) => Some(number),
        }
    }
}

/// A stored value. Blank values are not stored.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Value {
    /// Anything that is one text.
    Text(String),
    /// The codes of the checked options.
    Checked(BTreeSet<String>),
    /// The number of a stored document.
    File(u64),
}

impl Value {
    /// A text value.
    pub fn text(text: impl Into<String>) -> Value {
        Value::Text(text.into())
    }

    /// Checked options.
    pub fn checked<I: IntoIterator<Item = S>, S: Into<String>>(codes: I) -> Value {
        Value::Checked(codes.into_iter().map(Into::into).collect())
    }

    /// True for an empty text and for no checked option.
    pub fn is_blank(&self) -> bool {
        match self {
            Value::Text(text) => text.is_empty(),
            Value::Checked(codes) => codes.is_empty(),
            Value::File(_) => false,
        }
    }

    /// The text, if the value is one.
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Value::Text(text) => Some(text),
            Value::Checked(_) | Value::File(_) => None,
        }
    }
}

/// Stored values by field name, instrument status included, in the order in which they were first stored.
pub type Row = IndexMap<String, Value>;

/// A record.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Record {
    /// Number of the record's group.
    pub dag: Option<u64>,
    /// Rows that exist. An empty row exists too: its record id was stored.
    #[serde(with = "pairs")]
    pub rows: BTreeMap<RowKey, Row>,
    /// Survey responses.
    #[serde(with = "pairs")]
    pub responses: BTreeMap<ResponseKey, Response>,
    /// `YYYY-MM-DD HH:MM:SS`, or blank if not known.
    pub created: String,
    /// `YYYY-MM-DD HH:MM:SS`, or blank if not known.
    pub modified: String,
}

impl Record {
    /// A stored value.
    pub fn value(&self, key: &RowKey, field: &str) -> Option<&Value> {
        self.rows.get(key)?.get(field)
    }

    /// Stores a value, or removes it if it is blank; the row exists afterwards.
    pub fn put(&mut self, key: RowKey, field: &str, value: Value) {
        let row = self.rows.entry(key).or_default();
        if value.is_blank() {
            row.shift_remove(field);
        } else {
            row.insert(field.to_owned(), value);
        }
    }

    /// Checks or unchecks one option.
    pub fn check(&mut self, key: RowKey, field: &str, code: &str, on: bool) {
        let row = self.rows.entry(key).or_default();
        let mut codes = match row.get_mut(field) {
            Some(Value::Checked(codes)) => std::mem::take(codes),
            _ => BTreeSet::new(),
        };
        if on {
            codes.insert(code.to_owned());
        } else {
            codes.remove(code);
        }
        if codes.is_empty() {
            row.shift_remove(field);
        } else {
            row.insert(field.to_owned(), Value::Checked(codes));
        }
    }

    /// Makes a row exist.
    pub fn touch(&mut self, key: RowKey) {
        self.rows.entry(key).or_default();
    }

    /// The documents the record's values point to.
    pub fn documents(&self) -> impl Iterator<Item = u64> + '_ {
        self.rows.values().flat_map(Row::values).filter_map(|value| match value {
            Value::File(id) => Some(*id),
            Value::Text(_) | Value::Checked(_) => None,
        })
    }
}

/// Maps with structured keys, as lists of pairs: JSON allows only text keys.
mod pairs {
    use std::collections::BTreeMap;

    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    pub fn serialize<S, K, V>(map: &BTreeMap<K, V>, serializer: S) -> Result<S::Ok, S::Error>
    where
        S: Serializer,
        K: Serialize,
        V: Serialize,
    {
        serializer.collect_seq(map)
    }

    pub fn deserialize<'de, D, K, V>(deserializer: D) -> Result<BTreeMap<K, V>, D::Error>
    where
        D: Deserializer<'de>,
        K: Deserialize<'de> + Ord,
        V: Deserialize<'de>,
    {
        Ok(Vec::<(K, V)>::deserialize(deserializer)?.into_iter().collect())
    }
}
