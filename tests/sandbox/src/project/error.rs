//! Refusals of the model. The texts that a server is known to send are exact.

use thiserror::Error;

/// Why a change to a project was refused.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ProjectError {
    /// Deletion of records that are not there; known text.
    #[error(
        "One or more of the records provided cannot be deleted because they do not exist in the project. \
         The following records do not exist: {}",
        .0.join(", ")
    )]
    RecordsToDeleteMissing(Vec<String>),
    /// A record that is not there; known text.
    #[error("The record \"{0}\" does not exist")]
    NoSuchRecord(String),
    /// A new record name that is in use.
    #[error("The record \"{0}\" already exists")]
    RecordExists(String),
    /// A record name that is blank or that documents could not carry.
    #[error("The record name must not be blank or hold control characters")]
    BadRecordName,
    /// An event that is not there; worded after the one for arms.
    #[error("The event \"{0}\" does not exist in the project.")]
    NoSuchEvent(String),
    /// An event in the repeating setup; known text.
    #[error("event '{0}' is not available in project")]
    NoSuchRepeatingEvent(String),
    /// An arm that is not there; known text.
    #[error("The arm number \"{0}\" does not exist in the project.")]
    NoSuchArm(u32),
    /// An arm without a usable number or name.
    #[error("The arm number '{0}' is not valid")]
    BadArm(String),
    /// An event without a name.
    #[error("The event name must not be blank")]
    BlankEventName,
    /// An instrument that is not there; worded after the one for arms.
    #[error("The instrument \"{0}\" does not exist in the project.")]
    NoSuchInstrument(String),
    /// Several mappings that do not fit, one line each.
    #[error("{}", .0.join("\n"))]
    BadMappings(Vec<String>),
    /// A data dictionary with problems, one line each.
    #[error("{}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))]
    Dictionary(Vec<crate::dictionary::Problem>),
    /// A group that is not there.
    #[error("The data access group '{0}' does not exist in the project")]
    NoSuchDag(String),
    /// A group without a name.
    #[error("The data access group name must not be blank")]
    BlankDagName,
    /// A switch to a group that is not enabled for the user.
    #[error("The user '{user}' cannot be switched to the data access group '{dag}'")]
    DagNotEnabled {
        /// User.
        user: String,
        /// Unique name of the group.
        dag: String,
    },
    /// A role that is not there.
    #[error("The user role '{0}' does not exist in the project")]
    NoSuchRole(String),
    /// A role without a label.
    #[error("The user role label must not be blank")]
    BlankRoleLabel,
    /// A project without a title.
    #[error("The project title must not be blank")]
    BlankTitle,
    /// A value that an attribute of a project cannot have.
    #[error("The value '{value}' is not valid for '{name}'")]
    BadAttribute {
        /// Attribute.
        name: String,
        /// Value.
        value: String,
    },
    /// A user that is not there.
    #[error("The user '{0}' does not exist in the project")]
    NoSuchUser(String),
    /// A user without a name.
    #[error("The username must not be blank")]
    BlankUsername,
    /// Form rights for instruments that are not there; known text, one line each.
    #[error("{}", .forms.iter().map(|form| unknown_form(form, .owner)).collect::<Vec<_>>().join("\n"))]
    UnknownFormRights {
        /// The role (`user role "U-…"`) or user (`user "name"`) of the rights.
        owner: String,
        /// Instruments.
        forms: Vec<String>,
    },
}

fn unknown_form(form: &str, owner: &str) -> String {
    format!("The form named \"{form}\" is incorrect for the {owner} The form does not exist in this project.")
}
