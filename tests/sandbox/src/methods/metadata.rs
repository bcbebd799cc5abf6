//! The data dictionary.

use std::sync::Arc;

use crate::api::{Call, Refusal, Reply};
use crate::project::Project;

/// `export_metadata`.
pub fn export(call: &Call<'_>, _project: &Arc<Project>) -> Result<Reply, Refusal> {
    Err(super::unplayed(call))
}

/// `import_metadata`.
pub fn import(call: &Call<'_>, _project: &mut Project) -> Result<Reply, Refusal> {
    Err(super::unplayed(call))
}
