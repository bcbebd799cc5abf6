//! Instruments and the surveys made of them.

use indexmap::IndexMap;
use serde::{Deserialize, Serialize};

/// An instrument; the order of a project's list is the dictionary's order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Instrument {
    /// Unique name.
    pub name: String,
    /// Label.
    pub label: String,
    /// Set if the instrument is a survey.
    pub survey: Option<Survey>,
}

/// Settings of a survey, by the names that project XML gives them.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Survey {
    /// Every setting except the form name.
    pub settings: IndexMap<String, String>,
}

impl Survey {
    /// True if the survey takes answers. A survey that does not say is open.
    pub fn is_enabled(&self) -> bool {
        self.settings.get("survey_enabled").is_none_or(|value| value != "0")
    }

    /// True if respondents may return with a code.
    pub fn has_return_code(&self) -> bool {
        self.settings.get("save_and_return").is_some_and(|value| value == "1")
    }
}

/// Where a survey response belongs within a record.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct ResponseKey {
    /// Event number.
    pub event: u64,
    /// Instrument.
    pub instrument: String,
    /// Instance, 1 where nothing repeats.
    pub instance: u32,
}

/// The survey side of one instrument in one record.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Response {
    /// True once the survey page was opened.
    pub started: bool,
    /// `YYYY-MM-DD HH:MM:SS` when completed.
    pub completed: Option<String>,
    /// Hash in the survey link.
    pub link: Option<String>,
    /// Nine-character access code.
    pub access_code: Option<String>,
    /// Eight-character return code.
    pub return_code: Option<String>,
    /// Text that identifies a participant.
    pub identifier: Option<String>,
}

impl Response {
    /// The cell of the instrument's timestamp column.
    pub fn timestamp(&self) -> &str {
        match &self.completed {
            Some(time) => time,
            None if self.started => "[not completed]",
            None => "",
        }
    }
}

/// A member of a survey's participant list.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Participant {
    /// Instrument.
    pub instrument: String,
    /// Event number.
    pub event: u64,
    /// Mail address, blank for a record without one.
    pub email: String,
    /// 1 for the first use of an address, 2 for the second …
    pub email_occurrence: u32,
    /// Text that identifies the participant.
    pub identifier: String,
    /// Record, once the participant answered.
    pub record: Option<String>,
    /// An invitation went out.
    pub invitation_sent: bool,
    /// Time of the next invitation, or blank.
    pub invitation_send_time: String,
    /// Nine-character access code.
    pub access_code: String,
    /// Hash in the survey link.
    pub link: String,
}
