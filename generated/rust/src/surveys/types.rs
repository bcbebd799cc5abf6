// Made by `cargo run generate` from spec/methods/surveys.yaml.
// Do not edit: change the source and run it again.

//! Types of the group "Surveys".

use std::collections::BTreeMap;
use std::fmt;

use crate::names::RecordId;
use crate::runtime::{Cell, DecodeError, FromRow, Row, Value};

/// A person, or a record without address, on the participant list of one survey.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct SurveyParticipant {
    /// E-mail address; empty for records that take part without one. Unique together with `email_occurrence`.
    pub email: Option<String>,
    /// Which of several entries with the same address this is, from 1.
    pub email_occurrence: Option<i64>,
    /// Name or other label given to the participant.
    pub identifier: Option<String>,
    /// The record of the participant, once there is one. Not on the help page. Not always there.
    pub record: Option<RecordId>,
    /// Whether an invitation was sent.
    pub invitation_sent_status: bool,
    /// When the next invitation is scheduled to go out; usually empty.
    pub invitation_send_time: Option<String>,
    /// How far the participant has come.
    pub response_status: ResponseStatus,
    /// Short code that opens the survey.
    pub survey_access_code: Option<String>,
    /// Personal address of the survey.
    pub survey_link: Option<String>,
    /// Personal address of the survey queue. Not always there.
    pub survey_queue_link: Option<String>,
    /// Columns that this crate does not know, by name.
    pub other: BTreeMap<String, Value>,
}

impl FromRow for SurveyParticipant {
    fn from_row(mut row: Row) -> Result<Self, DecodeError> {
        Ok(Self {
            email: row.optional("email")?,
            email_occurrence: row.optional("email_occurrence")?,
            identifier: row.optional("identifier")?,
            record: row.optional("record")?,
            invitation_sent_status: row.required("invitation_sent_status")?,
            invitation_send_time: row.optional("invitation_send_time")?,
            response_status: row.required("response_status")?,
            survey_access_code: row.optional("survey_access_code")?,
            survey_link: row.optional("survey_link")?,
            survey_queue_link: row.optional("survey_queue_link")?,
            other: row.rest(),
        })
    }
}

impl fmt::Debug for SurveyParticipant {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("SurveyParticipant")
            .field("email_occurrence", &self.email_occurrence)
            .field("invitation_sent_status", &self.invitation_sent_status)
            .field("invitation_send_time", &self.invitation_send_time)
            .field("response_status", &self.response_status)
            .finish_non_exhaustive()
    }
}

/// How far a participant has come with a survey.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum ResponseStatus {
    /// `0`: No response yet.
    NoResponse,
    /// `1`: Started, not completed.
    Partial,
    /// `2`: Completed.
    Complete,
    /// A value that this crate does not know, as the server sent it.
    Other(String),
}

impl ResponseStatus {
    /// The value as on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::NoResponse => "0",
            Self::Partial => "1",
            Self::Complete => "2",
            Self::Other(text) => text,
        }
    }
}

impl From<String> for ResponseStatus {
    fn from(text: String) -> Self {
        match text.as_str() {
            "0" => Self::NoResponse,
            "1" => Self::Partial,
            "2" => Self::Complete,
            _ => Self::Other(text),
        }
    }
}

impl From<&str> for ResponseStatus {
    fn from(text: &str) -> Self {
        Self::from(text.to_owned())
    }
}

impl fmt::Display for ResponseStatus {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl Cell for ResponseStatus {
    fn from_value(value: Value) -> Result<Self, DecodeError> {
        String::from_value(value).map(Self::from)
    }

    fn to_value(&self) -> Value {
        Value::Text(self.as_str().to_owned())
    }
}
