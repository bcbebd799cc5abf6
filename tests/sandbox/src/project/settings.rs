//! Attributes of a project.

use indexmap::IndexMap;
use serde::{Deserialize, Serialize};

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
