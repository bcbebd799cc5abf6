//! Attributes of a project.

use indexmap::IndexMap;
use serde::{Deserialize, Serialize};

use super::{Project, ProjectError};

/// What project information shows and project settings change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settings {
    /// 0 practice, 1 other, 2 research, 3 quality improvement, 4 operational support.
    pub purpose: u8,
    /// Text for purpose 1, codes for purpose 2.
    pub purpose_other: String,
    /// Notes about the project.
    pub notes: String,
    /// Number given by an ethics board.
    pub irb_number: String,
    /// Number of a grant.
    pub grant_number: String,
    /// First name of the principal investigator.
    pub pi_firstname: String,
    /// Last name of the principal investigator.
    pub pi_lastname: String,
    /// Mail address of the principal investigator.
    pub pi_email: String,
    /// Template of the text shown beside a record name.
    pub custom_record_label: String,
    /// Field whose values must differ between records; may name a field that is gone.
    pub secondary_unique_field: String,
    /// Language of the user interface.
    pub language: String,
    /// The longitudinal switch; see [`super::Project::is_longitudinal`].
    pub longitudinal: bool,
    /// Surveys are in use.
    pub surveys_enabled: bool,
    /// Events have day offsets.
    pub scheduling_enabled: bool,
    /// New records get the next number.
    pub record_autonumbering_enabled: bool,
    /// Randomization is in use.
    pub randomization_enabled: bool,
    /// Data come from a clinical source system.
    pub ddp_enabled: bool,
    /// Date fields have a button for today.
    pub display_today_now_button: bool,
    /// `code, label | code, label`; blank if the project has none.
    pub missing_data_codes: String,
    /// Hidden fields are erased without asking.
    pub bypass_branching_erase_field_prompt: bool,
    /// Prefixes of the modules in use.
    pub external_modules: Vec<String>,
    /// True after the move to production.
    pub in_production: bool,
    /// `YYYY-MM-DD HH:MM:SS`.
    pub creation_time: String,
    /// `YYYY-MM-DD HH:MM:SS` or blank.
    pub production_time: String,
    /// Set when the project was deleted; calls are then refused.
    pub deleted: bool,
    /// Other settings of project XML, by element name without prefix.
    pub other: IndexMap<String, String>,
    /// Groups of project XML that the model only carries along.
    pub other_groups: Vec<OtherGroup>,
}

/// A group of project XML elements that has no counterpart in the model.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OtherGroup {
    /// Element name of the group without prefix.
    pub name: String,
    /// Element name and attributes of each member.
    pub members: Vec<(String, IndexMap<String, String>)>,
}

impl Default for Settings {
    fn default() -> Settings {
        Settings {
            purpose: 0,
            purpose_other: String::new(),
            notes: String::new(),
            irb_number: String::new(),
            grant_number: String::new(),
            pi_firstname: String::new(),
            pi_lastname: String::new(),
            pi_email: String::new(),
            custom_record_label: String::new(),
            secondary_unique_field: String::new(),
            language: "English".into(),
            longitudinal: false,
            surveys_enabled: false,
            scheduling_enabled: false,
            record_autonumbering_enabled: true,
            randomization_enabled: false,
            ddp_enabled: false,
            display_today_now_button: true,
            missing_data_codes: String::new(),
            bypass_branching_erase_field_prompt: false,
            external_modules: Vec::new(),
            in_production: false,
            creation_time: String::new(),
            production_time: String::new(),
            deleted: false,
            other: IndexMap::new(),
            other_groups: Vec::new(),
        }
    }
}

impl Settings {
    /// True if `code` is one of the project's missing-data codes.
    pub fn is_missing_code(&self, code: &str) -> bool {
        super::field::parse_choices(&self.missing_data_codes).iter().any(|choice| choice.code == code)
    }
}

impl Project {
    /// An attribute as project information shows it; blank for a name that it does not have.
    pub fn attribute(&self, name: &str) -> String {
        let settings = &self.settings;
        let flag = |on: bool| u8::from(on).to_string();
        match name {
            "project_id" => self.id.to_string(),
            "project_title" => self.title.clone(),
            "creation_time" => settings.creation_time.clone(),
            "production_time" => settings.production_time.clone(),
            "in_production" => flag(settings.in_production),
            "project_language" => settings.language.clone(),
            "purpose" => settings.purpose.to_string(),
            "purpose_other" => settings.purpose_other.clone(),
            "project_notes" => settings.notes.clone(),
            "custom_record_label" => settings.custom_record_label.clone(),
            "secondary_unique_field" => settings.secondary_unique_field.clone(),
            "is_longitudinal" => flag(self.is_longitudinal()),
            "has_repeating_instruments_or_events" => flag(self.has_repeating()),
            "surveys_enabled" => flag(settings.surveys_enabled),
            "scheduling_enabled" => flag(settings.scheduling_enabled),
            "record_autonumbering_enabled" => flag(settings.record_autonumbering_enabled),
            "randomization_enabled" => flag(settings.randomization_enabled),
            "ddp_enabled" => flag(settings.ddp_enabled),
            "project_irb_number" => settings.irb_number.clone(),
            "project_grant_number" => settings.grant_number.clone(),
            "project_pi_firstname" => settings.pi_firstname.clone(),
            "project_pi_lastname" => settings.pi_lastname.clone(),
            "project_pi_email" => settings.pi_email.clone(),
            "display_today_now_button" => flag(settings.display_today_now_button),
            "missing_data_codes" => settings.missing_data_codes.clone(),
            "external_modules" => settings.external_modules.join(","),
            "bypass_branching_erase_field_prompt" => flag(settings.bypass_branching_erase_field_prompt),
            _ => String::new(),
        }
    }

    /// Sets an attribute of project information. A blank leaves switches as they are.
    pub fn set_attribute(&mut self, name: &str, value: &str) -> Result<(), ProjectError> {
        let bad = || ProjectError::BadAttribute { name: name.to_owned(), value: value.to_owned() };
        let settings = &mut self.settings;
        let in_names = |mark: u8| mark.is_ascii_lowercase() || mark.is_ascii_digit() || mark == b'_';
        if name == "secondary_unique_field" && !value.bytes().all(in_names) {
            return Err(bad());
        }
        if let Some(text) = settings.text_mut(name) {
            value.clone_into(text);
            return Ok(());
        }
        match name {
            "project_title" if value.trim().is_empty() => return Err(ProjectError::BlankTitle),
            "project_title" => value.clone_into(&mut self.title),
            _ if value.is_empty() => {}
            "purpose" => {
                settings.purpose = value.parse().ok().filter(|number| *number <= 4).ok_or_else(bad)?;
            }
            _ => {
                let on = match value {
                    "1" => true,
                    "0" => false,
                    _ => return Err(bad()),
                };
                match (name, settings.flag_mut(name)) {
                    ("is_longitudinal", _) => self.set_longitudinal(on),
                    (_, Some(flag)) => *flag = on,
                    (_, None) => return Err(bad()),
                }
            }
        }
        Ok(())
    }
}

impl Settings {
    fn text_mut(&mut self, name: &str) -> Option<&mut String> {
        Some(match name {
            "project_language" => &mut self.language,
            "purpose_other" => &mut self.purpose_other,
            "project_notes" => &mut self.notes,
            "custom_record_label" => &mut self.custom_record_label,
            "secondary_unique_field" => &mut self.secondary_unique_field,
            "project_irb_number" => &mut self.irb_number,
            "project_grant_number" => &mut self.grant_number,
            "project_pi_firstname" => &mut self.pi_firstname,
            "project_pi_lastname" => &mut self.pi_lastname,
            "project_pi_email" => &mut self.pi_email,
            _ => return None,
        })
    }

    fn flag_mut(&mut self, name: &str) -> Option<&mut bool> {
        Some(match name {
            "surveys_enabled" => &mut self.surveys_enabled,
            "scheduling_enabled" => &mut self.scheduling_enabled,
            "record_autonumbering_enabled" => &mut self.record_autonumbering_enabled,
            "randomization_enabled" => &mut self.randomization_enabled,
            "display_today_now_button" => &mut self.display_today_now_button,
            "bypass_branching_erase_field_prompt" => &mut self.bypass_branching_erase_field_prompt,
            _ => return None,
        })
    }
}
