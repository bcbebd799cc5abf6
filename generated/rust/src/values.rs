// Made by `cargo run generate` from spec/ (9 files).
// Do not edit: change the source and run it again.

//! Types that several groups of methods share.

use std::fmt;

use crate::runtime::{Cell, DecodeError, Value};

/// Chooses the character between the columns of CSV.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum CsvDelimiter {
    /// `,`: A comma.
    Comma,
    /// `tab`: A tab character; the word is sent, not the character.
    Tab,
    /// `;`: A semicolon.
    Semicolon,
    /// `|`: A vertical bar.
    Pipe,
    /// `^`: A caret.
    Caret,
    /// A value that this crate does not know, as the server sent it.
    Other(String),
}

impl CsvDelimiter {
    /// The value as on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Comma => ",",
            Self::Tab => "tab",
            Self::Semicolon => ";",
            Self::Pipe => "|",
            Self::Caret => "^",
            Self::Other(text) => text,
        }
    }
}

impl From<String> for CsvDelimiter {
    fn from(text: String) -> Self {
        match text.as_str() {
            "," => Self::Comma,
            "tab" => Self::Tab,
            ";" => Self::Semicolon,
            "|" => Self::Pipe,
            "^" => Self::Caret,
            _ => Self::Other(text),
        }
    }
}

impl From<&str> for CsvDelimiter {
    fn from(text: &str) -> Self {
        Self::from(text.to_owned())
    }
}

impl fmt::Display for CsvDelimiter {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl Cell for CsvDelimiter {
    fn from_value(value: Value) -> Result<Self, DecodeError> {
        String::from_value(value).map(Self::from)
    }

    fn to_value(&self) -> Value {
        Value::Text(self.as_str().to_owned())
    }
}

/// Chooses the decimal mark of numbers.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum DecimalCharacter {
    /// `,`: A comma, as in `26,8`.
    Comma,
    /// `.`: A point, as in `26.8`.
    Point,
    /// A value that this crate does not know, as the server sent it.
    Other(String),
}

impl DecimalCharacter {
    /// The value as on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Comma => ",",
            Self::Point => ".",
            Self::Other(text) => text,
        }
    }
}

impl From<String> for DecimalCharacter {
    fn from(text: String) -> Self {
        match text.as_str() {
            "," => Self::Comma,
            "." => Self::Point,
            _ => Self::Other(text),
        }
    }
}

impl From<&str> for DecimalCharacter {
    fn from(text: &str) -> Self {
        Self::from(text.to_owned())
    }
}

impl fmt::Display for DecimalCharacter {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl Cell for DecimalCharacter {
    fn from_value(value: Value) -> Result<Self, DecodeError> {
        String::from_value(value).map(Self::from)
    }

    fn to_value(&self) -> Value {
        Value::Text(self.as_str().to_owned())
    }
}

/// Chooses between what is stored and what people see.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum RawOrLabel {
    /// `raw`: Codes of choices and names of fields, as stored.
    Raw,
    /// `label`: Labels, as people see them.
    Label,
    /// `both`: Code and label together. *(since 4.0.0 or earlier, gone in 6.0.0)*
    Both,
    /// A value that this crate does not know, as the server sent it.
    Other(String),
}

impl RawOrLabel {
    /// The value as on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Raw => "raw",
            Self::Label => "label",
            Self::Both => "both",
            Self::Other(text) => text,
        }
    }
}

impl From<String> for RawOrLabel {
    fn from(text: String) -> Self {
        match text.as_str() {
            "raw" => Self::Raw,
            "label" => Self::Label,
            "both" => Self::Both,
            _ => Self::Other(text),
        }
    }
}

impl From<&str> for RawOrLabel {
    fn from(text: &str) -> Self {
        Self::from(text.to_owned())
    }
}

impl fmt::Display for RawOrLabel {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl Cell for RawOrLabel {
    fn from_value(value: Value) -> Result<Self, DecodeError> {
        String::from_value(value).map(Self::from)
    }

    fn to_value(&self) -> Value {
        Value::Text(self.as_str().to_owned())
    }
}

/// Access to the User Rights page.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum UserRightsLevel {
    /// `0`: No access.
    NoAccess,
    /// `1`: Full access.
    Full,
    /// `2`: The page can be seen but not changed; enough for exports of users and roles. *(since 14.1.0)*
    ReadOnly,
    /// A value that this crate does not know, as the server sent it.
    Other(String),
}

impl UserRightsLevel {
    /// The value as on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::NoAccess => "0",
            Self::Full => "1",
            Self::ReadOnly => "2",
            Self::Other(text) => text,
        }
    }
}

impl From<String> for UserRightsLevel {
    fn from(text: String) -> Self {
        match text.as_str() {
            "0" => Self::NoAccess,
            "1" => Self::Full,
            "2" => Self::ReadOnly,
            _ => Self::Other(text),
        }
    }
}

impl From<&str> for UserRightsLevel {
    fn from(text: &str) -> Self {
        Self::from(text.to_owned())
    }
}

impl fmt::Display for UserRightsLevel {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl Cell for UserRightsLevel {
    fn from_value(value: Value) -> Result<Self, DecodeError> {
        String::from_value(value).map(Self::from)
    }

    fn to_value(&self) -> Value {
        Value::Text(self.as_str().to_owned())
    }
}

/// Access to one instrument.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum FormRight {
    /// `0`: No access; the code before 15.6.0, later still sent for rights that were stored so.
    OldNoAccess,
    /// `1`: View and edit, survey responses read only; the code before 15.6.0, later still sent for rights that were stored so.
    OldEdit,
    /// `2`: Read only; the code before 15.6.0, later still sent for rights that were stored so.
    OldReadOnly,
    /// `3`: View and edit, survey responses too; the code before 15.6.0, later still sent for rights that were stored so.
    OldEditResponses,
    /// `128`: No access. *(since 15.6.0)*
    NoAccess,
    /// `129`: Read only. *(since 15.6.0)*
    ReadOnly,
    /// `130`: View and edit, survey responses read only. *(since 15.6.0)*
    Edit,
    /// `138`: View and edit, survey responses too (130 + 8). *(since 15.6.0)*
    EditResponses,
    /// `146`: View, edit and delete, survey responses read only (130 + 16). *(since 15.6.0)*
    EditDelete,
    /// `154`: View, edit and delete, survey responses too (130 + 8 + 16). *(since 15.6.0)*
    EditResponsesDelete,
    /// A value that this crate does not know, as the server sent it.
    Other(String),
}

impl FormRight {
    /// The value as on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::OldNoAccess => "0",
            Self::OldEdit => "1",
            Self::OldReadOnly => "2",
            Self::OldEditResponses => "3",
            Self::NoAccess => "128",
            Self::ReadOnly => "129",
            Self::Edit => "130",
            Self::EditResponses => "138",
            Self::EditDelete => "146",
            Self::EditResponsesDelete => "154",
            Self::Other(text) => text,
        }
    }
}

impl From<String> for FormRight {
    fn from(text: String) -> Self {
        match text.as_str() {
            "0" => Self::OldNoAccess,
            "1" => Self::OldEdit,
            "2" => Self::OldReadOnly,
            "3" => Self::OldEditResponses,
            "128" => Self::NoAccess,
            "129" => Self::ReadOnly,
            "130" => Self::Edit,
            "138" => Self::EditResponses,
            "146" => Self::EditDelete,
            "154" => Self::EditResponsesDelete,
            _ => Self::Other(text),
        }
    }
}

impl From<&str> for FormRight {
    fn from(text: &str) -> Self {
        Self::from(text.to_owned())
    }
}

impl fmt::Display for FormRight {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl Cell for FormRight {
    fn from_value(value: Value) -> Result<Self, DecodeError> {
        String::from_value(value).map(Self::from)
    }

    fn to_value(&self) -> Value {
        Value::Text(self.as_str().to_owned())
    }
}

/// How much of the data may be exported.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum ExportRight {
    /// `0`: Nothing.
    NoAccess,
    /// `1`: The full data set.
    Full,
    /// `2`: De-identified, without tagged identifiers and free text.
    DeIdentified,
    /// `3`: Everything but the fields that are tagged as identifiers.
    NoIdentifiers,
    /// A value that this crate does not know, as the server sent it.
    Other(String),
}

impl ExportRight {
    /// The value as on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::NoAccess => "0",
            Self::Full => "1",
            Self::DeIdentified => "2",
            Self::NoIdentifiers => "3",
            Self::Other(text) => text,
        }
    }
}

impl From<String> for ExportRight {
    fn from(text: String) -> Self {
        match text.as_str() {
            "0" => Self::NoAccess,
            "1" => Self::Full,
            "2" => Self::DeIdentified,
            "3" => Self::NoIdentifiers,
            _ => Self::Other(text),
        }
    }
}

impl From<&str> for ExportRight {
    fn from(text: &str) -> Self {
        Self::from(text.to_owned())
    }
}

impl fmt::Display for ExportRight {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl Cell for ExportRight {
    fn from_value(value: Value) -> Result<Self, DecodeError> {
        String::from_value(value).map(Self::from)
    }

    fn to_value(&self) -> Value {
        Value::Text(self.as_str().to_owned())
    }
}

/// How a user may lock single instruments.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum LockRight {
    /// `0`: Not at all.
    NoAccess,
    /// `1`: Lock and unlock.
    Lock,
    /// `2`: Lock and unlock, and sign electronically.
    LockAndSign,
    /// A value that this crate does not know, as the server sent it.
    Other(String),
}

impl LockRight {
    /// The value as on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::NoAccess => "0",
            Self::Lock => "1",
            Self::LockAndSign => "2",
            Self::Other(text) => text,
        }
    }
}

impl From<String> for LockRight {
    fn from(text: String) -> Self {
        match text.as_str() {
            "0" => Self::NoAccess,
            "1" => Self::Lock,
            "2" => Self::LockAndSign,
            _ => Self::Other(text),
        }
    }
}

impl From<&str> for LockRight {
    fn from(text: &str) -> Self {
        Self::from(text.to_owned())
    }
}

impl fmt::Display for LockRight {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl Cell for LockRight {
    fn from_value(value: Value) -> Result<Self, DecodeError> {
        String::from_value(value).map(Self::from)
    }

    fn to_value(&self) -> Value {
        Value::Text(self.as_str().to_owned())
    }
}
