//! What each method does. The names are the ids of the spec.

mod arms;
mod redcap;

use std::sync::Arc;

use crate::api::{Call, Refusal, Reply};
use crate::project::Project;

/// How a method gets at what it works on.
#[derive(Debug, Clone, Copy)]
pub enum Handler {
    /// Reads a project.
    Read(fn(&Call<'_>, &Arc<Project>) -> Result<Reply, Refusal>),
    /// Changes a project; what it did is undone if it fails.
    Change(fn(&Call<'_>, &mut Project) -> Result<Reply, Refusal>),
    /// Works on the server as a whole; a super token may call it.
    Server(fn(&Call<'_>) -> Result<Reply, Refusal>),
}

/// The handler of a method; none if the sandbox does not play it.
pub fn handler(id: &str) -> Option<Handler> {
    use Handler::{Change, Read, Server};
    Some(match id {
        "export_arms" => Read(arms::export),
        "import_arms" => Change(arms::import),
        "delete_arms" => Change(arms::delete),
        "export_redcap_version" => Server(redcap::version),
        _ => return None,
    })
}
