//! PDFs of instruments.

use std::sync::Arc;

use crate::api::{Call, Refusal, Reply};
use crate::project::Project;

/// `export_pdf`.
pub fn export(call: &Call<'_>, _project: &Arc<Project>) -> Result<Reply, Refusal> {
    Err(super::unplayed(call))
}
