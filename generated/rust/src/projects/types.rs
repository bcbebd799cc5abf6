// Made by `cargo run generate` from spec/methods/projects.yaml.
// Do not edit: change the source and run it again.

//! Types of the group "Projects".

use std::collections::BTreeMap;
use std::fmt;

use crate::names::FieldName;
use crate::runtime::{Cell, DecodeError, FromRow, Row, ToRow, Value};

/// The first settings of a project that is to be created.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct NewProject {
    /// Title of the project. Not exported.
    pub project_title: String,
    /// What the project is for. Not exported.
    pub purpose: ProjectPurpose,
    /// What the project is for, in words. Required when `purpose` is 1 (other). Not exported.
    pub purpose_other: Option<String>,
    /// Remarks on the project. Not exported.
    pub project_notes: Option<String>,
    /// Whether data are collected at several events. 0 when left out. Not exported.
    pub is_longitudinal: Option<bool>,
    /// Whether instruments can be used as surveys. 0 when left out. Not exported.
    pub surveys_enabled: Option<bool>,
    /// Whether REDCap names new records by itself. 1 when left out. Not exported.
    pub record_autonumbering_enabled: Option<bool>,
    /// Columns that this crate does not know, by name.
    pub other: BTreeMap<String, Value>,
}

impl NewProject {
    /// An item to import, with what every item needs.
    #[must_use]
    pub fn new(project_title: impl Into<String>, purpose: ProjectPurpose) -> Self {
        Self {
            project_title: project_title.into(),
            purpose,
            purpose_other: None,
            project_notes: None,
            is_longitudinal: None,
            surveys_enabled: None,
            record_autonumbering_enabled: None,
            other: BTreeMap::new(),
        }
    }

    /// Sets \[`purpose_other`\](Self::purpose_other).
    #[must_use]
    pub fn purpose_other(mut self, purpose_other: impl Into<String>) -> Self {
        self.purpose_other = Some(purpose_other.into());
        self
    }

    /// Sets \[`project_notes`\](Self::project_notes).
    #[must_use]
    pub fn project_notes(mut self, project_notes: impl Into<String>) -> Self {
        self.project_notes = Some(project_notes.into());
        self
    }

    /// Sets \[`is_longitudinal`\](Self::is_longitudinal).
    #[must_use]
    pub fn is_longitudinal(mut self, is_longitudinal: bool) -> Self {
        self.is_longitudinal = Some(is_longitudinal);
        self
    }

    /// Sets \[`surveys_enabled`\](Self::surveys_enabled).
    #[must_use]
    pub fn surveys_enabled(mut self, surveys_enabled: bool) -> Self {
        self.surveys_enabled = Some(surveys_enabled);
        self
    }

    /// Sets \[`record_autonumbering_enabled`\](Self::record_autonumbering_enabled).
    #[must_use]
    pub fn record_autonumbering_enabled(
        mut self,
        record_autonumbering_enabled: bool,
    ) -> Self {
        self.record_autonumbering_enabled = Some(record_autonumbering_enabled);
        self
    }
}

impl FromRow for NewProject {
    fn from_row(mut row: Row) -> Result<Self, DecodeError> {
        Ok(Self {
            project_title: row.required("project_title")?,
            purpose: row.required("purpose")?,
            purpose_other: row.optional("purpose_other")?,
            project_notes: row.optional("project_notes")?,
            is_longitudinal: row.optional("is_longitudinal")?,
            surveys_enabled: row.optional("surveys_enabled")?,
            record_autonumbering_enabled: row.optional("record_autonumbering_enabled")?,
            other: row.rest(),
        })
    }
}

impl ToRow for NewProject {
    fn to_row(&self) -> Row {
        let mut row = Row::new();
        row.put("project_title", &self.project_title);
        row.put("purpose", &self.purpose);
        row.put_optional("purpose_other", self.purpose_other.as_ref());
        row.put_optional("project_notes", self.project_notes.as_ref());
        row.put_optional("is_longitudinal", self.is_longitudinal.as_ref());
        row.put_optional("surveys_enabled", self.surveys_enabled.as_ref());
        row.put_optional(
            "record_autonumbering_enabled",
            self.record_autonumbering_enabled.as_ref(),
        );
        row
    }
}

impl fmt::Debug for NewProject {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("NewProject")
            .field("project_title", &self.project_title)
            .field("purpose", &self.purpose)
            .field("purpose_other", &self.purpose_other)
            .field("project_notes", &self.project_notes)
            .field("is_longitudinal", &self.is_longitudinal)
            .field("surveys_enabled", &self.surveys_enabled)
            .field("record_autonumbering_enabled", &self.record_autonumbering_enabled)
            .finish_non_exhaustive()
    }
}

/// The attributes and settings of a project.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct ProjectInfo {
    /// Number of the project on this server. Not imported.
    pub project_id: Option<i64>,
    /// Title of the project.
    pub project_title: Option<String>,
    /// When the project was created. Written `YYYY-MM-DD HH:MM:SS`. Not imported.
    pub creation_time: Option<String>,
    /// When the project was moved to production; empty before. Written `YYYY-MM-DD HH:MM:SS`. Not imported.
    pub production_time: Option<String>,
    /// Whether the project is in production. Not imported.
    pub in_production: Option<bool>,
    /// Language of the user interface, e.g. `English`.
    pub project_language: Option<String>,
    /// What the project is for.
    pub purpose: Option<ProjectPurpose>,
    /// What the project is for, in words.
    pub purpose_other: Option<String>,
    /// Remarks on the project.
    pub project_notes: Option<String>,
    /// Template of the text that stands behind record names; it may contain fields in square brackets.
    pub custom_record_label: Option<String>,
    /// Field whose values must differ between records, like the record name itself. *(since 6.11.0)*
    pub secondary_unique_field: Option<FieldName>,
    /// Whether the project is longitudinal. 1 only if the setting is on and at least one event exists.
    pub is_longitudinal: Option<bool>,
    /// Whether any instrument or event repeats. *(since 8.10.0 or earlier)* Not imported.
    pub has_repeating_instruments_or_events: Option<bool>,
    /// Whether instruments can be used as surveys.
    pub surveys_enabled: Option<bool>,
    /// Whether the Scheduling module is on.
    pub scheduling_enabled: Option<bool>,
    /// Whether REDCap names new records by itself.
    pub record_autonumbering_enabled: Option<bool>,
    /// Whether the randomization module is on.
    pub randomization_enabled: Option<bool>,
    /// Whether Dynamic Data Pull, which fetches data from another system, is on. *(since 7.6.0 or earlier)* Not imported.
    pub ddp_enabled: Option<bool>,
    /// Number under which a review board knows the project. *(since 6.7.0)*
    pub project_irb_number: Option<String>,
    /// Number of the grant. *(since 6.7.0)*
    pub project_grant_number: Option<String>,
    /// First name of the principal investigator. *(since 6.7.0)*
    pub project_pi_firstname: Option<String>,
    /// Last name of the principal investigator. *(since 6.7.0)*
    pub project_pi_lastname: Option<String>,
    /// E-mail address of the principal investigator. *(since 15.8.2)*
    pub project_pi_email: Option<String>,
    /// Whether date and time fields have a button for today or now. *(since 6.11.0)*
    pub display_today_now_button: Option<bool>,
    /// Codes of the project that stand for missing data. *(since 9.3.6 or earlier)* Not imported.
    pub missing_data_codes: Option<String>,
    /// External modules enabled in the project, as their prefixes separated by commas. *(since 9.3.6 or earlier)* Not imported.
    pub external_modules: Option<String>,
    /// Whether values that branching logic hides are erased without asking. *(since about 12.0.0)*
    pub bypass_branching_erase_field_prompt: Option<bool>,
    /// Columns that this crate does not know, by name.
    pub other: BTreeMap<String, Value>,
}

impl ProjectInfo {
    /// An item to import, with what every item needs.
    #[must_use]
    pub fn new() -> Self {
        Self {
            project_id: None,
            project_title: None,
            creation_time: None,
            production_time: None,
            in_production: None,
            project_language: None,
            purpose: None,
            purpose_other: None,
            project_notes: None,
            custom_record_label: None,
            secondary_unique_field: None,
            is_longitudinal: None,
            has_repeating_instruments_or_events: None,
            surveys_enabled: None,
            scheduling_enabled: None,
            record_autonumbering_enabled: None,
            randomization_enabled: None,
            ddp_enabled: None,
            project_irb_number: None,
            project_grant_number: None,
            project_pi_firstname: None,
            project_pi_lastname: None,
            project_pi_email: None,
            display_today_now_button: None,
            missing_data_codes: None,
            external_modules: None,
            bypass_branching_erase_field_prompt: None,
            other: BTreeMap::new(),
        }
    }

    /// Sets \[`project_title`\](Self::project_title).
    #[must_use]
    pub fn project_title(mut self, project_title: impl Into<String>) -> Self {
        self.project_title = Some(project_title.into());
        self
    }

    /// Sets \[`project_language`\](Self::project_language).
    #[must_use]
    pub fn project_language(mut self, project_language: impl Into<String>) -> Self {
        self.project_language = Some(project_language.into());
        self
    }

    /// Sets \[`purpose`\](Self::purpose).
    #[must_use]
    pub fn purpose(mut self, purpose: ProjectPurpose) -> Self {
        self.purpose = Some(purpose);
        self
    }

    /// Sets \[`purpose_other`\](Self::purpose_other).
    #[must_use]
    pub fn purpose_other(mut self, purpose_other: impl Into<String>) -> Self {
        self.purpose_other = Some(purpose_other.into());
        self
    }

    /// Sets \[`project_notes`\](Self::project_notes).
    #[must_use]
    pub fn project_notes(mut self, project_notes: impl Into<String>) -> Self {
        self.project_notes = Some(project_notes.into());
        self
    }

    /// Sets \[`custom_record_label`\](Self::custom_record_label).
    #[must_use]
    pub fn custom_record_label(
        mut self,
        custom_record_label: impl Into<String>,
    ) -> Self {
        self.custom_record_label = Some(custom_record_label.into());
        self
    }

    /// Sets \[`secondary_unique_field`\](Self::secondary_unique_field). *(since 6.11.0)*
    #[must_use]
    pub fn secondary_unique_field(
        mut self,
        secondary_unique_field: impl Into<FieldName>,
    ) -> Self {
        self.secondary_unique_field = Some(secondary_unique_field.into());
        self
    }

    /// Sets \[`is_longitudinal`\](Self::is_longitudinal).
    #[must_use]
    pub fn is_longitudinal(mut self, is_longitudinal: bool) -> Self {
        self.is_longitudinal = Some(is_longitudinal);
        self
    }

    /// Sets \[`surveys_enabled`\](Self::surveys_enabled).
    #[must_use]
    pub fn surveys_enabled(mut self, surveys_enabled: bool) -> Self {
        self.surveys_enabled = Some(surveys_enabled);
        self
    }

    /// Sets \[`scheduling_enabled`\](Self::scheduling_enabled).
    #[must_use]
    pub fn scheduling_enabled(mut self, scheduling_enabled: bool) -> Self {
        self.scheduling_enabled = Some(scheduling_enabled);
        self
    }

    /// Sets \[`record_autonumbering_enabled`\](Self::record_autonumbering_enabled).
    #[must_use]
    pub fn record_autonumbering_enabled(
        mut self,
        record_autonumbering_enabled: bool,
    ) -> Self {
        self.record_autonumbering_enabled = Some(record_autonumbering_enabled);
        self
    }

    /// Sets \[`randomization_enabled`\](Self::randomization_enabled).
    #[must_use]
    pub fn randomization_enabled(mut self, randomization_enabled: bool) -> Self {
        self.randomization_enabled = Some(randomization_enabled);
        self
    }

    /// Sets \[`project_irb_number`\](Self::project_irb_number). *(since 6.7.0)*
    #[must_use]
    pub fn project_irb_number(mut self, project_irb_number: impl Into<String>) -> Self {
        self.project_irb_number = Some(project_irb_number.into());
        self
    }

    /// Sets \[`project_grant_number`\](Self::project_grant_number). *(since 6.7.0)*
    #[must_use]
    pub fn project_grant_number(
        mut self,
        project_grant_number: impl Into<String>,
    ) -> Self {
        self.project_grant_number = Some(project_grant_number.into());
        self
    }

    /// Sets \[`project_pi_firstname`\](Self::project_pi_firstname). *(since 6.7.0)*
    #[must_use]
    pub fn project_pi_firstname(
        mut self,
        project_pi_firstname: impl Into<String>,
    ) -> Self {
        self.project_pi_firstname = Some(project_pi_firstname.into());
        self
    }

    /// Sets \[`project_pi_lastname`\](Self::project_pi_lastname). *(since 6.7.0)*
    #[must_use]
    pub fn project_pi_lastname(
        mut self,
        project_pi_lastname: impl Into<String>,
    ) -> Self {
        self.project_pi_lastname = Some(project_pi_lastname.into());
        self
    }

    /// Sets \[`project_pi_email`\](Self::project_pi_email). *(since 15.8.2)*
    #[must_use]
    pub fn project_pi_email(mut self, project_pi_email: impl Into<String>) -> Self {
        self.project_pi_email = Some(project_pi_email.into());
        self
    }

    /// Sets \[`display_today_now_button`\](Self::display_today_now_button). *(since 6.11.0)*
    #[must_use]
    pub fn display_today_now_button(mut self, display_today_now_button: bool) -> Self {
        self.display_today_now_button = Some(display_today_now_button);
        self
    }

    /// Sets \[`bypass_branching_erase_field_prompt`\](Self::bypass_branching_erase_field_prompt). *(since about 12.0.0)*
    #[must_use]
    pub fn bypass_branching_erase_field_prompt(
        mut self,
        bypass_branching_erase_field_prompt: bool,
    ) -> Self {
        self.bypass_branching_erase_field_prompt = Some(
            bypass_branching_erase_field_prompt,
        );
        self
    }
}

impl Default for ProjectInfo {
    fn default() -> Self {
        Self::new()
    }
}

impl FromRow for ProjectInfo {
    fn from_row(mut row: Row) -> Result<Self, DecodeError> {
        Ok(Self {
            project_id: row.optional("project_id")?,
            project_title: row.optional("project_title")?,
            creation_time: row.optional("creation_time")?,
            production_time: row.optional("production_time")?,
            in_production: row.optional("in_production")?,
            project_language: row.optional("project_language")?,
            purpose: row.optional("purpose")?,
            purpose_other: row.optional("purpose_other")?,
            project_notes: row.optional("project_notes")?,
            custom_record_label: row.optional("custom_record_label")?,
            secondary_unique_field: row.optional("secondary_unique_field")?,
            is_longitudinal: row.optional("is_longitudinal")?,
            has_repeating_instruments_or_events: row
                .optional("has_repeating_instruments_or_events")?,
            surveys_enabled: row.optional("surveys_enabled")?,
            scheduling_enabled: row.optional("scheduling_enabled")?,
            record_autonumbering_enabled: row.optional("record_autonumbering_enabled")?,
            randomization_enabled: row.optional("randomization_enabled")?,
            ddp_enabled: row.optional("ddp_enabled")?,
            project_irb_number: row.optional("project_irb_number")?,
            project_grant_number: row.optional("project_grant_number")?,
            project_pi_firstname: row.optional("project_pi_firstname")?,
            project_pi_lastname: row.optional("project_pi_lastname")?,
            project_pi_email: row.optional("project_pi_email")?,
            display_today_now_button: row.optional("display_today_now_button")?,
            missing_data_codes: row.optional("missing_data_codes")?,
            external_modules: row.optional("external_modules")?,
            bypass_branching_erase_field_prompt: row
                .optional("bypass_branching_erase_field_prompt")?,
            other: row.rest(),
        })
    }
}

impl ToRow for ProjectInfo {
    fn to_row(&self) -> Row {
        let mut row = Row::new();
        row.put_optional("project_title", self.project_title.as_ref());
        row.put_optional("project_language", self.project_language.as_ref());
        row.put_optional("purpose", self.purpose.as_ref());
        row.put_optional("purpose_other", self.purpose_other.as_ref());
        row.put_optional("project_notes", self.project_notes.as_ref());
        row.put_optional("custom_record_label", self.custom_record_label.as_ref());
        row.put_optional("secondary_unique_field", self.secondary_unique_field.as_ref());
        row.put_optional("is_longitudinal", self.is_longitudinal.as_ref());
        row.put_optional("surveys_enabled", self.surveys_enabled.as_ref());
        row.put_optional("scheduling_enabled", self.scheduling_enabled.as_ref());
        row.put_optional(
            "record_autonumbering_enabled",
            self.record_autonumbering_enabled.as_ref(),
        );
        row.put_optional("randomization_enabled", self.randomization_enabled.as_ref());
        row.put_optional("project_irb_number", self.project_irb_number.as_ref());
        row.put_optional("project_grant_number", self.project_grant_number.as_ref());
        row.put_optional("project_pi_firstname", self.project_pi_firstname.as_ref());
        row.put_optional("project_pi_lastname", self.project_pi_lastname.as_ref());
        row.put_optional("project_pi_email", self.project_pi_email.as_ref());
        row.put_optional(
            "display_today_now_button",
            self.display_today_now_button.as_ref(),
        );
        row.put_optional(
            "bypass_branching_erase_field_prompt",
            self.bypass_branching_erase_field_prompt.as_ref(),
        );
        row
    }
}

impl fmt::Debug for ProjectInfo {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("ProjectInfo")
            .field("project_id", &self.project_id)
            .field("project_title", &self.project_title)
            .field("creation_time", &self.creation_time)
            .field("production_time", &self.production_time)
            .field("in_production", &self.in_production)
            .field("project_language", &self.project_language)
            .field("purpose", &self.purpose)
            .field("purpose_other", &self.purpose_other)
            .field("project_notes", &self.project_notes)
            .field("custom_record_label", &self.custom_record_label)
            .field("secondary_unique_field", &self.secondary_unique_field)
            .field("is_longitudinal", &self.is_longitudinal)
            .field(
                "has_repeating_instruments_or_events",
                &self.has_repeating_instruments_or_events,
            )
            .field("surveys_enabled", &self.surveys_enabled)
            .field("scheduling_enabled", &self.scheduling_enabled)
            .field("record_autonumbering_enabled", &self.record_autonumbering_enabled)
            .field("randomization_enabled", &self.randomization_enabled)
            .field("ddp_enabled", &self.ddp_enabled)
            .field("project_irb_number", &self.project_irb_number)
            .field("project_grant_number", &self.project_grant_number)
            .field("display_today_now_button", &self.display_today_now_button)
            .field("missing_data_codes", &self.missing_data_codes)
            .field("external_modules", &self.external_modules)
            .field(
                "bypass_branching_erase_field_prompt",
                &self.bypass_branching_erase_field_prompt,
            )
            .finish_non_exhaustive()
    }
}

/// Tells what a project is for.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum ProjectPurpose {
    /// `0`: Practice or just for fun.
    Practice,
    /// `1`: Something else, told in `purpose_other`.
    OtherPurpose,
    /// `2`: Research.
    Research,
    /// `3`: Quality improvement.
    QualityImprovement,
    /// `4`: Operational support.
    OperationalSupport,
    /// A value that this crate does not know, as the server sent it.
    Other(String),
}

impl ProjectPurpose {
    /// The value as on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Practice => "0",
            Self::OtherPurpose => "1",
            Self::Research => "2",
            Self::QualityImprovement => "3",
            Self::OperationalSupport => "4",
            Self::Other(text) => text,
        }
    }
}

impl From<String> for ProjectPurpose {
    fn from(text: String) -> Self {
        match text.as_str() {
            "0" => Self::Practice,
            "1" => Self::OtherPurpose,
            "2" => Self::Research,
            "3" => Self::QualityImprovement,
            "4" => Self::OperationalSupport,
            _ => Self::Other(text),
        }
    }
}

impl From<&str> for ProjectPurpose {
    fn from(text: &str) -> Self {
        Self::from(text.to_owned())
    }
}

impl fmt::Display for ProjectPurpose {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl Cell for ProjectPurpose {
    fn from_value(value: Value) -> Result<Self, DecodeError> {
        String::from_value(value).map(Self::from)
    }

    fn to_value(&self) -> Value {
        Value::Text(self.as_str().to_owned())
    }
}
