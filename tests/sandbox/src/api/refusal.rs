//! Answers that say no.

use crate::project::ProjectError;

/// Why a request was refused: a status and a text for the error envelope.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// HTTP status.
    pub status: u16,
    /// The text, as REDCap words it where that is known.
    pub message: String,
    /// Known cases in which the text comes without the envelope.
    pub bare: bool,
}

impl Refusal {
    /// A refusal.
    pub fn new(status: u16, message: impl Into<String>) -> Refusal {
        Refusal { status, message: message.into(), bare: false }
    }

    /// A bad request.
    pub fn bad(message: impl Into<String>) -> Refusal {
        Refusal::new(400, message)
    }

    /// A parameter whose value is not one of those allowed. The text is known for `content` only.
    pub fn not_valid(parameter: &str) -> Refusal {
        Refusal::bad(format!("The value of the parameter \"{parameter}\" is not valid"))
    }

    /// The token opens nothing.
    pub fn no_permission() -> Refusal {
        Refusal::new(403, "You do not have permissions to use the API")
    }
}

impl From<ProjectError> for Refusal {
    fn from(error: ProjectError) -> Refusal {
        Refusal::bad(error.to_string())
    }
}
