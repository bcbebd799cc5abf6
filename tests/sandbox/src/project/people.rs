//! Data access groups, roles, users and their rights.

use indexmap::IndexMap;
use serde::{Deserialize, Serialize};

/// A data access group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dag {
    /// Number.
    pub id: u64,
    /// Name.
    pub name: String,
    /// Unique name, remade whenever the name changes.
    pub unique_name: String,
}

/// Rights of a user or role.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Rights {
    /// Single rights by the name the API gives them; absent means 0.
    pub flags: IndexMap<String, u16>,
    /// Data-entry right per instrument.
    pub forms: IndexMap<String, u16>,
    /// Data-export right per instrument.
    pub forms_export: IndexMap<String, u16>,
    /// What project XML knows beyond the API, by its attribute name.
    pub other: IndexMap<String, String>,
}

impl Rights {
    /// The value of a right.
    pub fn get(&self, name: &str) -> u16 {
        self.flags.get(name).copied().unwrap_or(0)
    }

    /// True if the right is granted in any degree.
    pub fn has(&self, name: &str) -> bool {
        self.get(name) != 0
    }

    /// Sets a right.
    pub fn set(&mut self, name: &str, value: u16) {
        self.flags.insert(name.to_owned(), value);
    }

    /// What may be done with an instrument's data on screen.
    pub fn form(&self, instrument: &str) -> FormRight {
        FormRight::from_code(self.forms.get(instrument).copied().unwrap_or(0))
    }

    /// What leaves the project when an instrument is exported.
    pub fn export(&self, instrument: &str) -> ExportRight {
        match self.forms_export.get(instrument).copied().unwrap_or(0) {
            1 => ExportRight::Full,
            2 => ExportRight::Deidentified,
            3 => ExportRight::NoIdentifiers,
            _ => ExportRight::None,
        }
    }

    /// Takes over the rights that `update` mentions and keeps all others.
    pub fn merge(&mut self, update: &Rights) {
        self.flags.extend(update.flags.iter().map(|(k, v)| (k.clone(), *v)));
        self.forms.extend(update.forms.iter().map(|(k, v)| (k.clone(), *v)));
        self.forms_export.extend(update.forms_export.iter().map(|(k, v)| (k.clone(), *v)));
        self.other.extend(update.other.iter().map(|(k, v)| (k.clone(), v.clone())));
    }
}

/// A data-entry right, whichever of the two number schemes it came in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FormRight {
    /// May look.
    pub view: bool,
    /// May change data.
    pub edit: bool,
    /// May change survey responses.
    pub edit_responses: bool,
    /// May delete the instrument's data.
    pub delete: bool,
}

impl FormRight {
    /// Reads 0 to 3 of the old scheme, or 128 to 130 with 8 and 16 added.
    pub fn from_code(code: u16) -> FormRight {
        if code >= 128 {
            let base = code & !(8 | 16);
            let edit = base == 130;
            FormRight {
                view: edit || base == 129,
                edit,
                edit_responses: edit && code & 8 != 0,
                delete: edit && code & 16 != 0,
            }
        } else {
            let edit = code == 1 || code == 3;
            FormRight { view: code != 0, edit, edit_responses: code == 3, delete: false }
        }
    }
}

impl FormRight {
    /// The number of the right in the old scheme, which cannot say that the instrument's data may be deleted.
    pub fn old_code(self) -> u16 {
        match (self.edit, self.view) {
            (true, _) => 1 + u16::from(self.edit_responses) * 2,
            (false, true) => 2,
            (false, false) => 0,
        }
    }
}

/// A data-export right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExportRight {
    /// Nothing, not even the status.
    None,
    /// Everything.
    Full,
    /// No identifiers, free text or dates.
    Deidentified,
    /// No tagged identifiers.
    NoIdentifiers,
}

impl ExportRight {
    /// The number of the right.
    pub fn code(self) -> u16 {
        match self {
            ExportRight::None => 0,
            ExportRight::Full => 1,
            ExportRight::Deidentified => 2,
            ExportRight::NoIdentifiers => 3,
        }
    }
}

/// A user role.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Role {
    /// `U-` and ten characters.
    pub unique_name: String,
    /// Label.
    pub label: String,
    /// Rights of its members.
    pub rights: Rights,
}

impl Role {
    /// The number that `role_id` means. Servers show it on their pages only and no export has it, so it is
    /// made from the unique name.
    pub fn number(&self) -> u64 {
        super::names::seed(&[&self.unique_name]) % 900_000 + 100_000
    }
}

/// A user of the project.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct User {
    /// Name, unique in the project.
    pub username: String,
    /// Mail address.
    pub email: String,
    /// First name.
    pub firstname: String,
    /// Last name.
    pub lastname: String,
    /// `YYYY-MM-DD` or blank.
    pub expiration: String,
    /// The user's own rights; a role hides them but does not remove them.
    pub rights: Rights,
    /// Unique name of the role.
    pub role: Option<String>,
    /// Number of the current group.
    pub dag: Option<u64>,
    /// Groups the user may switch to.
    pub switchable_dags: Vec<u64>,
    /// API tokens.
    pub tokens: Vec<String>,
}

impl User {
    /// A user with nothing but a name.
    pub fn new(username: impl Into<String>) -> User {
        User { username: username.into(), ..User::default() }
    }

    /// True if the account ended on or before `today` (`YYYY-MM-DD`).
    pub fn is_expired(&self, today: &str) -> bool {
        !self.expiration.is_empty() && self.expiration.as_str() <= today
    }
}
