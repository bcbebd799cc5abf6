//! External modules.

use crate::api::{Call, Refusal, Reply};

/// `call_external_module`.
pub fn call(call: &Call<'_>) -> Result<Reply, Refusal> {
    Err(super::unplayed(call))
}
