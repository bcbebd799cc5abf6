// Made by `cargo run generate` from templates/rust-client/src/helpers/dates.rs.
// Do not edit: change the source and run it again.

//! Dates and times, with the features `jiff`, `time` and `chrono`.
//!
//! Raw exports write `YYYY-MM-DD`, `YYYY-MM-DD HH:MM`, `YYYY-MM-DD HH:MM:SS` and `HH:MM`, whatever order
//! people see. [`parse`] and [`format()`] go between these texts and the types of the three crates; so do the
//! fields of a struct, `Option` standing for what may be blank:
//!
//! ```
//! # #[cfg(feature = "jiff")] {
//! #[derive(serde::Deserialize, serde::Serialize)]
//! struct Visit {
//!     record_id: String,
//!     #[serde(with = "redcap::dates")]
//!     day: jiff::civil::Date,
//!     #[serde(with = "redcap::dates::minutes")]
//!     seen: Option<jiff::civil::DateTime>,
//! }
//! # }
//! ```
//!
//! Seconds are written unless [`minutes`] is named, because REDCap refuses them in a field without seconds
//! and misses them in a field with seconds. REDCap knows no zones: the times are those of the people who
//! entered them.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de, ser};

use crate::runtime::{Error, ErrorKind, Value};

#[cfg(feature = "chrono")]
mod chrono;
#[cfg(feature = "jiff")]
mod jiff;
#[cfg(feature = "time")]
mod time;

/// A type for dates or times. It is implemented, with the feature of the crate, for `jiff::civil::{Date,
/// DateTime, Time}`, `time::{Date, PrimitiveDateTime, Time}` and `chrono::{NaiveDate, NaiveDateTime,
/// NaiveTime}`, and for `Option` of them.
pub trait Temporal: sealed::Text {}

impl<T: sealed::Text> Temporal for T {}

/// Reads a date or time. Seconds may be missing; for an `Option`, blank is `None`.
///
/// # Errors
///
/// [`ErrorKind::Decode`] if the text is no such date or time. The error does not show the text.
pub fn parse<T: Temporal>(text: &str) -> Result<T, Error> {
    T::read(text).ok_or_else(|| Error::new(ErrorKind::Decode, UNREADABLE))
}

/// Writes a date, or a date or time with seconds. Fractions of a second are dropped.
///
/// # Errors
///
/// [`ErrorKind::InvalidRequest`] if the year has not four digits.
pub fn format<T: Temporal>(value: &T) -> Result<String, Error> {
    value.write(true).ok_or_else(|| Error::new(ErrorKind::InvalidRequest, FAR_YEAR))
}

/// For `#[serde(with = "redcap::dates")]`.
///
/// # Errors
///
/// If the value is not a text with such a date or time. The error does not show it.
pub fn deserialize<'de, T: Temporal, D: Deserializer<'de>>(source: D) -> Result<T, D::Error> {
    let read = match Value::deserialize(source)? {
        Value::Text(text) => T::read(&text),
        Value::Null => T::read(""),
        _ => None,
    };
    read.ok_or_else(|| de::Error::custom(UNREADABLE))
}

/// For `#[serde(with = "redcap::dates")]`.
///
/// # Errors
///
/// If the year has not four digits.
pub fn serialize<T: Temporal, S: Serializer>(value: &T, target: S) -> Result<S::Ok, S::Error> {
    write(value, target, true)
}

/// Without seconds, for `datetime_ymd` and its like and for `time`.
pub mod minutes {
    use super::{Deserializer, Error, ErrorKind, FAR_YEAR, Serializer, Temporal, write};

    /// Writes a date or time without seconds, which are dropped.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::InvalidRequest`] if the year has not four digits.
    pub fn format<T: Temporal>(value: &T) -> Result<String, Error> {
        value.write(false).ok_or_else(|| Error::new(ErrorKind::InvalidRequest, FAR_YEAR))
    }

    /// For `#[serde(with = "redcap::dates::minutes")]`. Seconds are read if they are there.
    ///
    /// # Errors
    ///
    /// If the value is not a text with such a date or time. The error does not show it.
    pub fn deserialize<'de, T: Temporal, D: Deserializer<'de>>(source: D) -> Result<T, D::Error> {
        super::deserialize(source)
    }

    /// For `#[serde(with = "redcap::dates::minutes")]`. Seconds are dropped.
    ///
    /// # Errors
    ///
    /// If the year has not four digits.
    pub fn serialize<T: Temporal, S: Serializer>(value: &T, target: S) -> Result<S::Ok, S::Error> {
        write(value, target, false)
    }
}

const UNREADABLE: &str = "this is not the date or time expected here; REDCap writes YYYY-MM-DD, HH:MM, HH:MM:SS or both with a blank between";
const FAR_YEAR: &str = "the year of a date has not four digits";

fn write<T: Temporal, S: Serializer>(value: &T, target: S, seconds: bool) -> Result<S::Ok, S::Error> {
    let text = value.write(seconds).ok_or_else(|| ser::Error::custom(FAR_YEAR))?;
    text.serialize(target)
}

/// Year, month and day.
type Date = (i32, u8, u8);

/// Hour, minute and second.
type Time = (u8, u8, u8);

/// A date, a time of day, or both.
pub(super) type Parts = (Option<Date>, Option<Time>);

/// A type of another crate, by its parts.
trait Civil: Sized {
    /// Nothing if a part is missing or too much, or the month has no such day.
    fn from_parts(parts: Parts) -> Option<Self>;
    fn parts(&self) -> Parts;
}

mod sealed {
    /// What is read from and written as text.
    pub trait Text: Sized {
        fn read(text: &str) -> Option<Self>;
        fn write(&self, seconds: bool) -> Option<String>;
    }
}

impl<T: Civil> sealed::Text for T {
    fn read(text: &str) -> Option<T> {
        T::from_parts(parts(text)?)
    }

    fn write(&self, seconds: bool) -> Option<String> {
        let (date, time) = self.parts();
        let date = match date {
            Some((year @ 0..=9999, month, day)) => Some(format!("{year:04}-{month:02}-{day:02}")),
            Some(_) => return None,
            None => None,
        };
        let time = time.map(|(hour, minute, second)| match seconds {
            true => format!("{hour:02}:{minute:02}:{second:02}"),
            false => format!("{hour:02}:{minute:02}"),
        });
        Some(date.into_iter().chain(time).collect::<Vec<_>>().join(" "))
    }
}

impl<T: Civil> sealed::Text for Option<T> {
    fn read(text: &str) -> Option<Option<T>> {
        if text.is_empty() { Some(None) } else { T::read(text).map(Some) }
    }

    fn write(&self, seconds: bool) -> Option<String> {
        self.as_ref().map_or(Some(String::new()), |value| value.write(seconds))
    }
}

/// The parts of a text that has the form of a date or time. Whether the month has that many days is not
/// checked.
pub(super) fn parts(text: &str) -> Option<Parts> {
    match text.split_once(' ') {
        Some((day, clock)) => Some((Some(date(day)?), Some(time_of_day(clock)?))),
        None if text.contains(':') => Some((None, Some(time_of_day(text)?))),
        None => Some((Some(date(text)?), None)),
    }
}

fn date(text: &str) -> Option<Date> {
    let mut parts = text.splitn(3, '-');
    let year = digits(parts.next()?, 4)?;
    let (month, day) = (two_digits(parts.next()?, 12)?, two_digits(parts.next()?, 31)?);
    (month > 0 && day > 0).then_some((year, month, day))
}

fn time_of_day(text: &str) -> Option<Time> {
    let mut parts = text.splitn(3, ':');
    let (hour, minute) = (two_digits(parts.next()?, 23)?, two_digits(parts.next()?, 59)?);
    Some((hour, minute, two_digits(parts.next().unwrap_or("00"), 59)?))
}

fn two_digits(text: &str, most: u8) -> Option<u8> {
    u8::try_from(digits(text, 2)?).ok().filter(|number| *number <= most)
}

fn digits(text: &str, count: usize) -> Option<i32> {
    let plain = text.len() == count && text.bytes().all(|mark| mark.is_ascii_digit());
    if plain { text.parse().ok() } else { None }
}
