//! Users.

use std::sync::Arc;

use crate::api::{Call, Refusal, Reply};
use crate::project::Project;

/// `export_users`.
pub fn export(call: &Call<'_>, _project: &Arc<Project>) -> Result<Reply, Refusal> {
    Err(super::unplayed(call))
}

/// `import_users`.
pub fn import(call: &Call<'_>, _project: &mut Project) -> Result<Reply, Refusal> {
    Err(super::unplayed(call))
}

/// `delete_users`.
pub fn delete(call: &Call<'_>, _project: &mut Project) -> Result<Reply, Refusal> {
    Err(super::unplayed(call))
}
