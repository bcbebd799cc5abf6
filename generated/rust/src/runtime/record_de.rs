// Made by `cargo run generate` from templates/rust-client/src/runtime/record_de.rs.
// Do not edit: change the source and run it again.

//! Reading the texts of a row into a type with serde.

use std::slice::Iter;
use std::sync::Arc;

use serde::de::value::{BorrowedStrDeserializer, U64Deserializer};
use serde::de::{
    Deserialize, DeserializeSeed, Deserializer, IntoDeserializer, MapAccess, SeqAccess, Visitor,
};
use serde::forward_to_deserialize_any;

use super::cell::truth;
use super::columns::{Header, Texts};
use super::row::DecodeError;

/// Reads rows into a type, with a plan for those of the same header.
#[derive(Default)]
pub(super) struct Reader(Option<(Arc<Header>, Plan)>);

impl Reader {
    pub(super) fn read<'de, T: Deserialize<'de>>(
        &mut self,
        header: &'de Arc<Header>,
        texts: &'de Texts,
    ) -> Result<T, DecodeError> {
        let (_, plan) = match self.0.take().filter(|(known, _)| Arc::ptr_eq(known, header)) {
            Some(known) => self.0.insert(known),
            None => self.0.insert((Arc::clone(header), Plan::of::<T>(header)?)),
        };
        T::deserialize(RowReader { header, texts, plan })
    }
}

/// How the columns of a header come to the fields of a type. It is made once
/// for many rows, because comparing each name with that of each field, row
/// after row, takes longer than everything else.
enum Plan {
    /// Each column is handed over with its name.
    ByName,
    /// For structs of which a field has no column: numbers of fields with
    /// places of columns.
    ByNumber(Vec<(u64, usize)>),
    /// For structs that have a column for each field: its place.
    InOrder(Vec<usize>),
}

impl Plan {
    /// The plan for rows of `header` that become a `T`.
    fn of<'de, T: Deserialize<'de>>(header: &'de Header) -> Result<Plan, DecodeError> {
        // Derived types know the numbers of their fields, but aliases, which
        // are in the list of names, have none of their own. If the last name
        // of the list has one, there are as many numbers as names.
        let Probe { names, is_wanted, .. } = probe::<T>(Key::Last);
        if !is_wanted {
            return Ok(Plan::ByName);
        }
        let mut fields = Vec::with_capacity(names.len());
        for (number, name) in (0..).zip(names) {
            match header.places(name) {
                [] => {}
                [place] => fields.push((number, *place)),
                _ => return Err(DecodeError::repeated().in_column(name)),
            }
        }
        let places: Vec<usize> = fields.iter().map(|&(_, place)| place).collect();
        if places.len() < header.names().len() {
            let mut taken = places.clone();
            taken.sort_unstable();
            let stranger = taken.iter().enumerate().take_while(|&(index, &place)| index == place).count();
            let name = header.name(stranger);
            if !probe::<T>(Key::Name(name)).is_known {
                return Err(DecodeError::unknown().in_column(name));
            }
        }
        Ok(if places.len() == names.len() { Plan::InOrder(places) } else { Plan::ByNumber(fields) })
    }
}

/// Finds out what a type does with a field, without giving it a value.
fn probe<'de, T: Deserialize<'de>>(key: Key<'de>) -> Probe<'de> {
    let mut probe = Probe { key, names: &[], is_known: false, is_wanted: false };
    // Always fails; what counts is how far it came.
    let _ = T::deserialize(&mut probe);
    probe
}

struct Probe<'de> {
    key: Key<'de>,
    names: &'static [&'static str],
    /// Whether the type knows the field, or ignores those it does not know.
    is_known: bool,
    /// Whether it reads the value of the field.
    is_wanted: bool,
}

#[derive(Clone, Copy)]
enum Key<'de> {
    /// The number of the last field.
    Last,
    Name(&'de str),
}

fn probed() -> DecodeError {
    DecodeError::expected("to be read yet")
}

impl<'de> Deserializer<'de> for &mut Probe<'de> {
    type Error = DecodeError;

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        names: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, DecodeError> {
        self.names = names;
        visitor.visit_map(self)
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

impl<'de> MapAccess<'de> for &mut Probe<'de> {
    type Error = DecodeError;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, DecodeError> {
        let key = match self.key {
            Key::Last => {
                let last = self.names.len().checked_sub(1).ok_or_else(probed)?;
                seed.deserialize(U64Deserializer::new(last as u64))
            }
            Key::Name(name) => seed.deserialize(BorrowedStrDeserializer::new(name)),
        };
        self.is_known = key.is_ok();
        key.map(Some)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, DecodeError> {
        seed.deserialize(ProbedValue(self))
    }
}

/// Notes whether the value of a field is wanted.
struct ProbedValue<'a, 'de>(&'a mut Probe<'de>);

impl<'de> Deserializer<'de> for ProbedValue<'_, 'de> {
    type Error = DecodeError;

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, DecodeError> {
        self.0.is_wanted = true;
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
struct RowReader<'de, 'p> {
    header: &'de Header,
    texts: &'de Texts,
    plan: &'p Plan,
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
            Plan::ByNumber(fields) => {
                visitor.visit_map(ByNumber { row: self, fields: fields.iter(), place: 0 })
            }
            Plan::InOrder(places) => visitor.visit_seq(InOrder { row: self, places: places.iter() }),
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
    fields: Iter<'p, (u64, usize)>,
    place: usize,
}

impl<'de> MapAccess<'de> for ByNumber<'de, '_> {
    type Error = DecodeError;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, DecodeError> {
        let Some(&(number, place)) = self.fields.next() else { return Ok(None) };
        self.place = place;
        seed.deserialize(U64Deserializer::new(number)).map(Some)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, DecodeError> {
        self.row.value(self.place, seed)
    }
}

struct InOrder<'de, 'p> {
    row: RowReader<'de, 'p>,
    places: Iter<'p, usize>,
}

impl<'de> SeqAccess<'de> for InOrder<'de, '_> {
    type Error = DecodeError;

    fn next_element_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, DecodeError> {
        let Some(&place) = self.places.next() else { return Ok(None) };
        self.row.value(place, seed).map(Some)
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
