// Made by `cargo run generate` from templates/rust-client/src/runtime/record_de.rs.
// Do not edit: change the source and run it again.

//! Reading the texts of a row into a type with serde.

use serde::de::value::{BorrowedStrDeserializer, U64Deserializer};
use serde::de::{Deserialize, DeserializeSeed, Deserializer, IntoDeserializer, MapAccess, Visitor};
use serde::forward_to_deserialize_any;

use super::cell::truth;
use super::columns::{Header, Texts};
use super::row::DecodeError;

/// How the columns of a header come to the fields of a type. It is made once
/// for many rows.
pub(super) enum Plan {
    /// Each column is handed over with its name.
    ByName,
    /// Structs have their fields numbered, which saves comparing each name with
    /// that of each field, row after row.
    ByNumber {
        /// Numbers of fields with places of columns, by place.
        fields: Vec<(u64, usize)>,
        /// A column that no field has, for structs that forbid those.
        stranger: Option<usize>,
    },
}

impl Plan {
    /// The plan for rows of `header` that become a `T`.
    pub(super) fn of<'de, T: Deserialize<'de>>(header: &Header) -> Result<Plan, DecodeError> {
        let mut probe = Probe::default();
        // Always fails; what counts is what `T` asked for until then.
        let _ = T::deserialize(&mut probe);
        if !probe.numbered {
            return Ok(Plan::ByName);
        }
        let mut fields = Vec::with_capacity(probe.names.len());
        for (number, name) in (0..).zip(probe.names) {
            match header.places(name) {
                [] => {}
                [place] => fields.push((number, *place)),
                _ => return Err(DecodeError::repeated().in_column(name)),
            }
        }
        fields.sort_unstable_by_key(|&(_, place)| place);
        let taken = fields.iter().enumerate().take_while(|&(index, &(_, place))| index == place).count();
        let stranger = (taken < header.names().len()).then_some(taken);
        Ok(Plan::ByNumber { fields, stranger })
    }
}

/// Finds out the fields of a type and whether their numbers are known to it.
///
/// Derived types know them, but aliases, which are in the list of names, have
/// none of their own. So numbers are used only if the last name of the list
/// has one: then there are as many numbers as names.
#[derive(Default)]
struct Probe {
    names: &'static [&'static str],
    numbered: bool,
}

fn probed() -> DecodeError {
    DecodeError::expected("to be read yet")
}

impl<'de> Deserializer<'de> for &mut Probe {
    type Error = DecodeError;

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        names: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, DecodeError> {
        self.names = names;
        match names.len().checked_sub(1) {
            Some(last) => visitor.visit_map(ProbeFields { probe: self, key: Some(last as u64) }),
            None => Err(probed()),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, DecodeError> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
        visitor.visit_some(self)
    }

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, DecodeError> {
        Err(probed())
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct
        seq tuple tuple_struct map enum identifier ignored_any
    }
}

struct ProbeFields<'a> {
    probe: &'a mut Probe,
    key: Option<u64>,
}

impl<'de> MapAccess<'de> for ProbeFields<'_> {
    type Error = DecodeError;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, DecodeError> {
        let key = self.key.take().ok_or_else(probed)?;
        seed.deserialize(U64Deserializer::new(key)).map(Some)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, DecodeError> {
        seed.deserialize(ProbeValue(self.probe))
    }
}

/// Notes whether the value of a field is wanted.
struct ProbeValue<'a>(&'a mut Probe);

impl<'de> Deserializer<'de> for ProbeValue<'_> {
    type Error = DecodeError;

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, DecodeError> {
        self.0.numbered = true;
        Err(probed())
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, DecodeError> {
        Err(probed())
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit
        unit_struct newtype_struct seq tuple tuple_struct map struct enum identifier
    }
}

/// A row that is read.
pub(super) struct RowReader<'de, 'p> {
    header: &'de Header,
    texts: &'de Texts,
    plan: &'p Plan,
}

impl<'de, 'p> RowReader<'de, 'p> {
    pub(super) fn new(header: &'de Header, texts: &'de Texts, plan: &'p Plan) -> RowReader<'de, 'p> {
        RowReader { header, texts, plan }
    }
}

impl<'de> Deserializer<'de> for RowReader<'de, '_> {
    type Error = DecodeError;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
        visitor.visit_map(ByName { row: self, next: 0 })
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, DecodeError> {
        match self.plan {
            Plan::ByName => self.deserialize_any(visitor),
            Plan::ByNumber { fields, stranger } => visitor.visit_map(ByNumber {
                row: self,
                fields: fields.iter(),
                stranger: *stranger,
                place: 0,
            }),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, DecodeError> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
        visitor.visit_unit()
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct
        seq tuple tuple_struct map enum identifier
    }
}

impl<'de> RowReader<'de, '_> {
    fn key<S: DeserializeSeed<'de>>(&self, place: usize, seed: S) -> Result<S::Value, DecodeError> {
        let name = self.header.name(place);
        seed.deserialize(BorrowedStrDeserializer::new(name))
            .map_err(|error: DecodeError| error.in_column(name))
    }

    fn value<S: DeserializeSeed<'de>>(&self, place: usize, seed: S) -> Result<S::Value, DecodeError> {
        let text = self.texts.get(place).unwrap_or("");
        seed.deserialize(CellReader(text)).map_err(|error| error.in_column(self.header.name(place)))
    }
}

struct ByName<'de, 'p> {
    row: RowReader<'de, 'p>,
    next: usize,
}

impl<'de> MapAccess<'de> for ByName<'de, '_> {
    type Error = DecodeError;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, DecodeError> {
        if self.next >= self.row.texts.len() {
            return Ok(None);
        }
        self.next += 1;
        self.row.key(self.next - 1, seed).map(Some)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, DecodeError> {
        self.row.value(self.next.saturating_sub(1), seed)
    }
}

struct ByNumber<'de, 'p> {
    row: RowReader<'de, 'p>,
    fields: std::slice::Iter<'p, (u64, usize)>,
    stranger: Option<usize>,
    place: usize,
}

impl<'de> MapAccess<'de> for ByNumber<'de, '_> {
    type Error = DecodeError;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, DecodeError> {
        if let Some(&(number, place)) = self.fields.next() {
            self.place = place;
            return seed.deserialize(U64Deserializer::new(number)).map(Some);
        }
        match self.stranger.take() {
            Some(place) => {
                self.place = place;
                self.row.key(place, seed).map(Some)
            }
            None => Ok(None),
        }
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, DecodeError> {
        self.row.value(self.place, seed)
    }
}

/// A text that is read as whatever the type wants.
struct CellReader<'de>(&'de str);

macro_rules! numbers {
    ($($read:ident $visit:ident $number:ty;)*) => {
        $(fn $read<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
            match self.0.trim().parse::<$number>() {
                Ok(number) => visitor.$visit(number),
                Err(_) => Err(DecodeError::expected(concat!("a whole number (", stringify!($number), ")"))),
            }
        })*
    };
}

impl CellReader<'_> {
    /// The number, which may be none of the words `inf` and `nan`.
    fn fraction(&self) -> Result<f64, DecodeError> {
        let number = self.0.trim().parse().ok().filter(|number: &f64| number.is_finite());
        number.ok_or_else(|| DecodeError::expected("a number"))
    }
}

impl<'de> Deserializer<'de> for CellReader<'de> {
    type Error = DecodeError;

    numbers! {
        deserialize_i8 visit_i8 i8;
        deserialize_i16 visit_i16 i16;
        deserialize_i32 visit_i32 i32;
        deserialize_i64 visit_i64 i64;
        deserialize_i128 visit_i128 i128;
        deserialize_u8 visit_u8 u8;
        deserialize_u16 visit_u16 u16;
        deserialize_u32 visit_u32 u32;
        deserialize_u64 visit_u64 u64;
        deserialize_u128 visit_u128 u128;
    }

    fn deserialize_f32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
        visitor.visit_f64(self.fraction()?)
    }

    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
        visitor.visit_f64(self.fraction()?)
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
        visitor.visit_bool(truth(self.0).ok_or_else(|| DecodeError::expected("0 or 1"))?)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
        if self.0.is_empty() { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_unit<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
        if self.0.is_empty() { visitor.visit_unit() } else { Err(DecodeError::expected("blank")) }
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, DecodeError> {
        self.deserialize_unit(visitor)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, DecodeError> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, DecodeError> {
        visitor.visit_enum(self.0.into_deserializer())
    }

    fn deserialize_bytes<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
        visitor.visit_borrowed_bytes(self.0.as_bytes())
    }

    fn deserialize_byte_buf<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
        self.deserialize_bytes(visitor)
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
        visitor.visit_unit()
    }

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
        visitor.visit_borrowed_str(self.0)
    }

    forward_to_deserialize_any! { char str string seq tuple tuple_struct map struct identifier }
}
