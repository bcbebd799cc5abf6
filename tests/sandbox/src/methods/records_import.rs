//! Imports of records.

use crate::api::{Call, Refusal, Reply};
use crate::project::Project;

/// `import_records`.
pub fn records(call: &Call<'_>, _project: &mut Project) -> Result<Reply, Refusal> {
    Err(super::unplayed(call))
}
