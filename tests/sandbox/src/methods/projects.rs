//! Projects.

use std::sync::Arc;

use crate::api::{Call, Refusal, Reply};
use crate::project::Project;

/// `create_project`.
pub fn create(call: &Call<'_>) -> Result<Reply, Refusal> {
    Err(super::unplayed(call))
}

/// `import_project_info`.
pub fn import_info(call: &Call<'_>, _project: &mut Project) -> Result<Reply, Refusal> {
    Err(super::unplayed(call))
}

/// `export_project_info`.
pub fn export_info(call: &Call<'_>, _project: &Arc<Project>) -> Result<Reply, Refusal> {
    Err(super::unplayed(call))
}

/// `export_project_xml`.
pub fn export_xml(call: &Call<'_>, _project: &Arc<Project>) -> Result<Reply, Refusal> {
    Err(super::unplayed(call))
}
