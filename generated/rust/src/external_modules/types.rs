// Made by `cargo run generate` from spec/methods/external_modules.yaml.
// Do not edit: change the source and run it again.

//! Types of the group "External Modules".

use std::fmt;

use crate::runtime::{Cell, DecodeError, Value};

/// Chooses the character between the columns of CSV, by its name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum CsvDelimiterWord {
    /// `comma`: A comma.
    Comma,
    /// `semicolon`: A semicolon.
    Semicolon,
    /// `tab`: A tab character.
    Tab,
    /// `pipe`: A vertical bar.
    Pipe,
    /// `caret`: A caret.
    Caret,
    /// `space`: A space.
    Space,
    /// A value that this crate does not know, as the server sent it.
    Other(String),
}

impl CsvDelimiterWord {
    /// The value as on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Comma => "comma",
            Self::Semicolon => "semicolon",
            Self::Tab => "tab",
            Self::Pipe => "pipe",
            Self::Caret => "caret",
            Self::Space => "space",
            Self::Other(text) => text,
        }
    }
}

impl From<String> for CsvDelimiterWord {
    fn from(text: String) -> Self {
        match text.as_str() {
            "comma" => Self::Comma,
            "semicolon" => Self::Semicolon,
            "tab" => Self::Tab,
            "pipe" => Self::Pipe,
            "caret" => Self::Caret,
            "space" => Self::Space,
            _ => Self::Other(text),
        }
    }
}

impl From<&str> for CsvDelimiterWord {
    fn from(text: &str) -> Self {
        Self::from(text.to_owned())
    }
}

impl fmt::Display for CsvDelimiterWord {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl Cell for CsvDelimiterWord {
    fn from_value(value: Value) -> Result<Self, DecodeError> {
        String::from_value(value).map(Self::from)
    }

    fn to_value(&self) -> Value {
        Value::Text(self.as_str().to_owned())
    }
}
