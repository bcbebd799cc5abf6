// Made by `cargo run generate` from spec/common.yaml.
// Do not edit: change the source and run it again.

//! Names: texts with a meaning of their own.
//!
//! They convert from text, so `"1".into()` or a plain `"1"` will do as an argument.

use std::fmt;

use crate::runtime::{Cell, DecodeError, Value};

/// Name of a record: the value of the project's first field. Any text, also when it looks like a number;
/// leading zeros count.
///
/// The text is shown neither by `Debug` nor by `Display`: ask for it with `as_str`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RecordId(String);

impl RecordId {
    /// The text as on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The text as on the wire.
    #[must_use]
    pub fn into_string(self) -> String {
        self.0
    }
}

impl fmt::Debug for RecordId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("RecordId(..)")
    }
}

impl From<String> for RecordId {
    fn from(text: String) -> Self {
        Self(text)
    }
}

impl From<&str> for RecordId {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

impl From<&RecordId> for RecordId {
    fn from(name: &RecordId) -> Self {
        name.clone()
    }
}

impl AsRef<str> for RecordId {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl Cell for RecordId {
    fn from_value(value: Value) -> Result<Self, DecodeError> {
        String::from_value(value).map(Self)
    }

    fn to_value(&self) -> Value {
        Value::Text(self.0.clone())
    }
}

/// Unique name of an event, made by REDCap from its label and the number of its arm. Not the label that people see.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EventName(String);

impl EventName {
    /// The text as on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The text as on the wire.
    #[must_use]
    pub fn into_string(self) -> String {
        self.0
    }
}

impl fmt::Debug for EventName {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_tuple("EventName").field(&self.0).finish()
    }
}

impl fmt::Display for EventName {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl From<String> for EventName {
    fn from(text: String) -> Self {
        Self(text)
    }
}

impl From<&str> for EventName {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

impl From<&EventName> for EventName {
    fn from(name: &EventName) -> Self {
        name.clone()
    }
}

impl AsRef<str> for EventName {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl Cell for EventName {
    fn from_value(value: Value) -> Result<Self, DecodeError> {
        String::from_value(value).map(Self)
    }

    fn to_value(&self) -> Value {
        Value::Text(self.0.clone())
    }
}

/// Variable name of a field as in the data dictionary. Not the label, and not the column of a single checkbox
/// choice such as `symptoms___1`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FieldName(String);

impl FieldName {
    /// The text as on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The text as on the wire.
    #[must_use]
    pub fn into_string(self) -> String {
        self.0
    }
}

impl fmt::Debug for FieldName {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_tuple("FieldName").field(&self.0).finish()
    }
}

impl fmt::Display for FieldName {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl From<String> for FieldName {
    fn from(text: String) -> Self {
        Self(text)
    }
}

impl From<&str> for FieldName {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

impl From<&FieldName> for FieldName {
    fn from(name: &FieldName) -> Self {
        name.clone()
    }
}

impl AsRef<str> for FieldName {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl Cell for FieldName {
    fn from_value(value: Value) -> Result<Self, DecodeError> {
        String::from_value(value).map(Self)
    }

    fn to_value(&self) -> Value {
        Value::Text(self.0.clone())
    }
}

/// Unique name of an instrument (data entry form), in lower case with underscores. Not its label.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct InstrumentName(String);

impl InstrumentName {
    /// The text as on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The text as on the wire.
    #[must_use]
    pub fn into_string(self) -> String {
        self.0
    }
}

impl fmt::Debug for InstrumentName {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_tuple("InstrumentName").field(&self.0).finish()
    }
}

impl fmt::Display for InstrumentName {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl From<String> for InstrumentName {
    fn from(text: String) -> Self {
        Self(text)
    }
}

impl From<&str> for InstrumentName {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

impl From<&InstrumentName> for InstrumentName {
    fn from(name: &InstrumentName) -> Self {
        name.clone()
    }
}

impl AsRef<str> for InstrumentName {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl Cell for InstrumentName {
    fn from_value(value: Value) -> Result<Self, DecodeError> {
        String::from_value(value).map(Self)
    }

    fn to_value(&self) -> Value {
        Value::Text(self.0.clone())
    }
}

/// Unique name of a Data Access Group, made by REDCap from its label. Not the label, and not the number of the group.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DagName(String);

impl DagName {
    /// The text as on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The text as on the wire.
    #[must_use]
    pub fn into_string(self) -> String {
        self.0
    }
}

impl fmt::Debug for DagName {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_tuple("DagName").field(&self.0).finish()
    }
}

impl fmt::Display for DagName {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl From<String> for DagName {
    fn from(text: String) -> Self {
        Self(text)
    }
}

impl From<&str> for DagName {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

impl From<&DagName> for DagName {
    fn from(name: &DagName) -> Self {
        name.clone()
    }
}

impl AsRef<str> for DagName {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl Cell for DagName {
    fn from_value(value: Value) -> Result<Self, DecodeError> {
        String::from_value(value).map(Self)
    }

    fn to_value(&self) -> Value {
        Value::Text(self.0.clone())
    }
}

/// Name with which a user logs in to REDCap. Not the full name of the person.
///
/// The text is shown neither by `Debug` nor by `Display`: ask for it with `as_str`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Username(String);

impl Username {
    /// The text as on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The text as on the wire.
    #[must_use]
    pub fn into_string(self) -> String {
        self.0
    }
}

impl fmt::Debug for Username {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Username(..)")
    }
}

impl From<String> for Username {
    fn from(text: String) -> Self {
        Self(text)
    }
}

impl From<&str> for Username {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

impl From<&Username> for Username {
    fn from(name: &Username) -> Self {
        name.clone()
    }
}

impl AsRef<str> for Username {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl Cell for Username {
    fn from_value(value: Value) -> Result<Self, DecodeError> {
        String::from_value(value).map(Self)
    }

    fn to_value(&self) -> Value {
        Value::Text(self.0.clone())
    }
}

/// Unique name of a user role, made by REDCap, starting with `U-`. Not the label that people see.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RoleName(String);

impl RoleName {
    /// The text as on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The text as on the wire.
    #[must_use]
    pub fn into_string(self) -> String {
        self.0
    }
}

impl fmt::Debug for RoleName {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_tuple("RoleName").field(&self.0).finish()
    }
}

impl fmt::Display for RoleName {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl From<String> for RoleName {
    fn from(text: String) -> Self {
        Self(text)
    }
}

impl From<&str> for RoleName {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

impl From<&RoleName> for RoleName {
    fn from(name: &RoleName) -> Self {
        name.clone()
    }
}

impl AsRef<str> for RoleName {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl Cell for RoleName {
    fn from_value(value: Value) -> Result<Self, DecodeError> {
        String::from_value(value).map(Self)
    }

    fn to_value(&self) -> Value {
        Value::Text(self.0.clone())
    }
}

/// Secret that stands for one user in one project (32 characters), or for one user who may create projects
/// (64 characters).
///
/// The text is shown neither by `Debug` nor by `Display`: ask for it with `as_str`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ApiToken(String);

impl ApiToken {
    /// The text as on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The text as on the wire.
    #[must_use]
    pub fn into_string(self) -> String {
        self.0
    }
}

impl fmt::Debug for ApiToken {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("ApiToken(..)")
    }
}

impl From<String> for ApiToken {
    fn from(text: String) -> Self {
        Self(text)
    }
}

impl From<&str> for ApiToken {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

impl From<&ApiToken> for ApiToken {
    fn from(name: &ApiToken) -> Self {
        name.clone()
    }
}

impl AsRef<str> for ApiToken {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl Cell for ApiToken {
    fn from_value(value: Value) -> Result<Self, DecodeError> {
        String::from_value(value).map(Self)
    }

    fn to_value(&self) -> Value {
        Value::Text(self.0.clone())
    }
}
