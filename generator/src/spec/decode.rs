//! A tree node to a Rust type, through serde.
//!
//! Runs after [`super::check`], so a mismatch here is a disagreement between the types and their
//! own schema; it is reported, never a panic.

use std::fmt;

use serde::de::value::StrDeserializer;
use serde::de::{self, DeserializeSeed, Deserializer, IntoDeserializer, MapAccess, SeqAccess, Visitor};

use super::loc::{LOC, SCALAR};
use super::tree::{Entry, Kind, Node, Reading};
use crate::diagnostics::Span;

/// Decodes a node.
///
/// # Errors
/// When the node does not fit the type.
pub fn decode<T: de::DeserializeOwned>(node: &Node) -> Result<T, DecodeError> {
    T::deserialize(NodeDeserializer { node })
}

/// A node that does not fit its type.
#[derive(Debug)]
pub struct DecodeError {
    /// What is wrong.
    pub message: String,
    /// The innermost place known.
    pub span: Option<Span>,
}

impl DecodeError {
    fn or_at(mut self, span: Span) -> Self {
        self.span.get_or_insert(span);
        self
    }
}

impl fmt::Display for DecodeError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.message)
    }
}

impl std::error::Error for DecodeError {}

impl de::Error for DecodeError {
    fn custom<T: fmt::Display>(message: T) -> Self {
        DecodeError { message: message.to_string(), span: None }
    }
}

#[derive(Clone, Copy)]
struct NodeDeserializer<'a> {
    node: &'a Node,
}

impl<'de> Deserializer<'de> for NodeDeserializer<'de> {
    type Error = DecodeError;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
        let result = match &self.node.kind {
            Kind::List(items) => visitor.visit_seq(Items { items: items.iter() }),
            Kind::Map(entries) => visitor.visit_map(Entries { entries: entries.iter(), value: None }),
            Kind::Scalar { text, .. } => match self.node.reading() {
                Some(Reading::Boolean(value)) => visitor.visit_bool(value),
                Some(Reading::Integer(value)) => visitor.visit_i64(value),
                Some(Reading::Null) => visitor.visit_unit(),
                _ => visitor.visit_str(text),
            },
        };
        result.map_err(|error| error.or_at(self.node.span))
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
        visitor.visit_some(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, DecodeError> {
        let text = match &self.node.kind {
            Kind::Scalar { text, .. } => text.as_str(),
            _ => "",
        };
        let deserializer: StrDeserializer<'_, DecodeError> = text.into_deserializer();
        visitor.visit_enum(deserializer).map_err(|error| error.or_at(self.node.span))
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        _len: usize,
        visitor: V,
    ) -> Result<V::Value, DecodeError> {
        if name == LOC {
            return visitor.visit_seq(Located { node: self.node, part: 0 });
        }
        self.deserialize_any(visitor)
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, DecodeError> {
        match &self.node.kind {
            Kind::Scalar { text, .. } if name == SCALAR => visitor.visit_str(text),
            _ => self.deserialize_any(visitor),
        }
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf
        unit newtype_struct seq tuple map struct identifier ignored_any
    }
}

/// The four parts of a [`super::loc::Loc`]: file, start, end, value.
struct Located<'a> {
    node: &'a Node,
    part: usize,
}

impl<'de> SeqAccess<'de> for Located<'de> {
    type Error = DecodeError;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, DecodeError> {
        let span = self.node.span;
        self.part += 1;
        let number = match self.part {
            1 => span.file.0,
            2 => span.start,
            3 => span.end,
            4 => return seed.deserialize(NodeDeserializer { node: self.node }).map(Some),
            _ => return Ok(None),
        };
        seed.deserialize(number.into_deserializer()).map(Some)
    }
}

struct Items<'a> {
    items: std::slice::Iter<'a, Node>,
}

impl<'de> SeqAccess<'de> for Items<'de> {
    type Error = DecodeError;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, DecodeError> {
        self.items.next().map(|node| seed.deserialize(NodeDeserializer { node })).transpose()
    }
}

struct Entries<'a> {
    entries: std::slice::Iter<'a, Entry>,
    value: Option<&'a Node>,
}

impl<'de> MapAccess<'de> for Entries<'de> {
    type Error = DecodeError;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, DecodeError> {
        let Some(entry) = self.entries.next() else { return Ok(None) };
        self.value = Some(&entry.value);
        seed.deserialize(NodeDeserializer { node: &entry.key }).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, DecodeError> {
        match self.value.take() {
            Some(node) => seed.deserialize(NodeDeserializer { node }),
            None => Err(de::Error::custom("a value without key")),
        }
    }
}
