// Made by `cargo run generate` from templates/rust-client/src/helpers/trigger.rs.
// Do not edit: change the source and run it again.

//! Calls of the Data Entry Trigger, by which REDCap tells another server that a form or survey page was
//! saved.
//!
//! Nothing in such a call proves that it comes from REDCap. Take it for a hint and export the record with a
//! token of your own. REDCap waits for the answer and does not try again, so answer first and work later.

use std::collections::BTreeMap;
use std::fmt;

use url::form_urlencoded;

use crate::runtime::{Error, ErrorKind};

/// How complete a saved form is.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum FormStatus {
    /// `0`: an incomplete form, or a partial survey response.
    Incomplete,
    /// `1`: an unverified form. Surveys never have this status.
    Unverified,
    /// `2`: a complete form or survey response.
    Complete,
    /// Something that this crate does not know.
    Other(String),
}

/// One call of the Data Entry Trigger. It does not hold the saved values.
///
/// `Debug` leaves out the names of the record and of the user.
///
/// ```
/// use redcap::trigger::{DataEntryTrigger, FormStatus};
///
/// let body = b"project_id=42&instrument=visit&record=1001&visit_complete=2";
/// let saved = DataEntryTrigger::parse(body)?;
/// assert_eq!((saved.record.as_str(), saved.status), ("1001", Some(FormStatus::Complete)));
/// # Ok::<(), redcap::Error>(())
/// ```
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct DataEntryTrigger {
    /// Number of the project.
    pub project_id: u64,
    /// Unique name of the instrument that was saved.
    pub instrument: String,
    /// Name of the record.
    pub record: String,
    /// How complete the instrument is, from the field `<instrument>_complete`.
    pub status: Option<FormStatus>,
    /// Name of the user who saved, or `[survey respondent]`. Old versions do not send it.
    pub username: Option<String>,
    /// Unique name of the event, in longitudinal projects.
    pub redcap_event_name: Option<String>,
    /// Unique name of the Data Access Group, if the record is in one.
    pub redcap_data_access_group: Option<String>,
    /// Unique name of the instrument, if the instrument repeats.
    pub redcap_repeat_instrument: Option<String>,
    /// Number of the instance, if the instrument or the event repeats. Old versions do not send it.
    pub redcap_repeat_instance: Option<u32>,
    /// Base URL of the installation. Old versions do not send it.
    pub redcap_url: Option<String>,
    /// URL of the home page of the project. Old versions do not send it.
    pub project_url: Option<String>,
    /// Fields that this crate does not know.
    pub other: BTreeMap<String, String>,
}

impl DataEntryTrigger {
    /// Reads the form-encoded body of the POST. The order of the fields does not matter; blank ones count as
    /// not sent.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Decode`] if the project, the instrument or the record is missing, a number is none, or a
    /// field occurs twice, so that receivers could disagree on what it says. The error names the field and
    /// never the value.
    pub fn parse(body: impl AsRef<[u8]>) -> Result<DataEntryTrigger, Error> {
        let mut fields = BTreeMap::new();
        for (name, value) in form_urlencoded::parse(body.as_ref()) {
            if fields.insert(name.into_owned(), value.into_owned()).is_some() {
                return Err(wrong("a field occurs twice"));
            }
        }
        let mut take = |name: &str| fields.remove(name).filter(|value| !value.is_empty());
        let needed = |name: &str, value: Option<String>| {
            value.ok_or_else(|| wrong(format!("`{name}` is missing or blank")))
        };
        let instrument = needed("instrument", take("instrument"))?;
        let status = take(&format!("{instrument}_complete")).map(|status| match status.as_str() {
            "0" => FormStatus::Incomplete,
            "1" => FormStatus::Unverified,
            "2" => FormStatus::Complete,
            _ => FormStatus::Other(status),
        });
        let instance = take("redcap_repeat_instance").map(|text| text.parse()).transpose();
        Ok(DataEntryTrigger {
            project_id: needed("project_id", take("project_id"))?
                .parse()
                .map_err(|_| wrong("`project_id` is not a whole number"))?,
            record: needed("record", take("record"))?,
            status,
            username: take("username"),
            redcap_event_name: take("redcap_event_name"),
            redcap_data_access_group: take("redcap_data_access_group"),
            redcap_repeat_instrument: take("redcap_repeat_instrument"),
            redcap_repeat_instance: instance
                .map_err(|_| wrong("`redcap_repeat_instance` is not a whole number"))?,
            redcap_url: take("redcap_url"),
            project_url: take("project_url"),
            instrument,
            other: fields,
        })
    }
}

impl fmt::Debug for DataEntryTrigger {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("DataEntryTrigger")
            .field("project_id", &self.project_id)
            .field("instrument", &self.instrument)
            .field("status", &self.status)
            .field("redcap_event_name", &self.redcap_event_name)
            .field("redcap_repeat_instance", &self.redcap_repeat_instance)
            .finish_non_exhaustive()
    }
}

fn wrong(problem: impl fmt::Display) -> Error {
    Error::new(ErrorKind::Decode, format!("Data Entry Trigger: {problem}"))
}
