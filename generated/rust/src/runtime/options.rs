// Made by `cargo run generate` from templates/rust-client/src/runtime/options.rs.
// Do not edit: change the source and run it again.

//! What can be chosen for a single call.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use super::retry::RetryPolicy;

/// How far an answer has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Progress {
    /// Bytes received so far.
    pub bytes: u64,
    /// Bytes of the whole answer, if the server says so. REDCap seldom does.
    pub total: Option<u64>,
}

/// Choices for one call; see `with` of each request.
///
/// ```
/// use std::time::Duration;
/// use redcap::runtime::{CallOptions, RetryPolicy};
///
/// let options = CallOptions::new().timeout(Duration::from_secs(60)).retry(RetryPolicy::none());
/// ```
#[derive(Clone, Default)]
#[must_use = "options do nothing until a request has them"]
pub struct CallOptions {
    pub(super) timeout: Option<Duration>,
    pub(super) retry: Option<RetryPolicy>,
    pub(super) progress: Option<Arc<dyn Fn(Progress) + Send + Sync>>,
    pub(super) fields: Vec<(String, String)>,
    pub(super) rows_as_json: bool,
}

impl CallOptions {
    /// The choices of the client.
    pub fn new() -> CallOptions {
        CallOptions::default()
    }

    /// Longest time for one attempt, from its beginning to the last byte of the answer. Without it only
    /// silence of the server ends a call.
    pub fn timeout(mut self, time: Duration) -> CallOptions {
        self.timeout = Some(time);
        self
    }

    /// How often the call is repeated.
    pub fn retry(mut self, policy: RetryPolicy) -> CallOptions {
        self.retry = Some(policy);
        self
    }

    /// Called whenever a part of the answer has arrived. It should be quick.
    pub fn progress(mut self, told: impl Fn(Progress) + Send + Sync + 'static) -> CallOptions {
        self.progress = Some(Arc::new(told));
        self
    }

    /// Lets rows that are streamed come as JSON instead of CSV, which is four times as long.
    pub fn rows_as_json(mut self) -> CallOptions {
        self.rows_as_json = true;
        self
    }

    /// Sends one more form field, for parameters that this crate does not know. It takes the place of one of
    /// the same name.
    pub fn field(mut self, name: impl Into<String>, value: impl Into<String>) -> CallOptions {
        self.fields.push((name.into(), value.into()));
        self
    }
}

impl fmt::Debug for CallOptions {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<&str> = self.fields.iter().map(|(name, _)| name.as_str()).collect();
        out.debug_struct("CallOptions")
            .field("timeout", &self.timeout)
            .field("retry", &self.retry)
            .field("fields", &names)
            .finish_non_exhaustive()
    }
}
