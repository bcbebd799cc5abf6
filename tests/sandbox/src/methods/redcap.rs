//! The server itself.

use crate::api::{Call, Refusal, Reply};

/// The version of the server.
pub fn version(call: &Call<'_>) -> Result<Reply, Refusal> {
    Ok(call.text(call.catalogue().version.to_string()))
}
