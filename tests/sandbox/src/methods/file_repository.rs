//! The file repository.

use std::sync::Arc;

use crate::api::{Call, Refusal, Reply};
use crate::project::Project;

/// `create_folder`.
pub fn create_folder(call: &Call<'_>, _project: &mut Project) -> Result<Reply, Refusal> {
    Err(super::unplayed(call))
}

/// `list_file_repository`.
pub fn list(call: &Call<'_>, _project: &Arc<Project>) -> Result<Reply, Refusal> {
    Err(super::unplayed(call))
}

/// `export_file_repository_file`.
pub fn export(call: &Call<'_>, _project: &Arc<Project>) -> Result<Reply, Refusal> {
    Err(super::unplayed(call))
}

/// `import_file_repository_file`.
pub fn import(call: &Call<'_>, _project: &mut Project) -> Result<Reply, Refusal> {
    Err(super::unplayed(call))
}

/// `delete_file_repository_file`.
pub fn delete(call: &Call<'_>, _project: &mut Project) -> Result<Reply, Refusal> {
    Err(super::unplayed(call))
}
