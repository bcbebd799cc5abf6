//! Exports of records and reports.

use std::sync::Arc;

use crate::api::{Call, Refusal, Reply};
use crate::project::Project;

/// `export_records`.
pub fn records(call: &Call<'_>, _project: &Arc<Project>) -> Result<Reply, Refusal> {
    Err(super::unplayed(call))
}

/// `export_reports`.
pub fn reports(call: &Call<'_>, _project: &Arc<Project>) -> Result<Reply, Refusal> {
    Err(super::unplayed(call))
}
