// Made by `cargo run generate` from templates/rust-client/src/runtime/retry.rs.
// Do not edit: change the source and run it again.

//! When a call is repeated, and how long to wait before.

use std::hash::{BuildHasher, Hasher, RandomState};
use std::time::{Duration, Instant, SystemTime};

use super::error::{Error, ErrorKind};
use super::method::Method;

/// How often a failed call is repeated.
///
/// Only methods that the REDCap API lets repeat without harm are repeated at all: after a failure to connect,
/// and after the status 429, which says that nothing was done. What the server may have worked on — a
/// connection that broke before the first byte of the answer, an empty answer, the statuses 502, 503 and 504
/// — is repeated only for methods that read. An answer that breaks off later is not repeated here; batches do
/// that.
///
/// Waiting times double from attempt to attempt and are drawn at random up to that length, so that many
/// clients do not come back at once. `Retry-After` of the server is honoured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RetryPolicy {
    attempts: u32,
    total: Duration,
    first: Duration,
    longest: Duration,
}

impl RetryPolicy {
    /// Nothing is repeated.
    pub const fn none() -> RetryPolicy {
        RetryPolicy::attempts(1)
    }

    /// At most this many attempts, the first one included, within two minutes.
    pub const fn attempts(attempts: u32) -> RetryPolicy {
        RetryPolicy {
            attempts,
            total: Duration::from_secs(120),
            first: Duration::from_millis(500),
            longest: Duration::from_secs(15),
        }
    }

    /// No new attempt begins later than this after the first one.
    #[must_use]
    pub const fn total(mut self, total: Duration) -> RetryPolicy {
        self.total = total;
        self
    }

    /// The longest wait before the second attempt, and before any one.
    #[must_use]
    pub const fn waits(mut self, first: Duration, longest: Duration) -> RetryPolicy {
        self.first = first;
        self.longest = longest;
        self
    }

    /// Whether there may be an attempt after this one.
    pub(super) fn allows_another(&self, attempt: u32) -> bool {
        attempt < self.attempts
    }

    /// How long to wait before trying again; nothing if it must not or would not help.
    pub(super) fn wait(
        &self,
        method: &Method,
        error: &Error,
        attempt: u32,
        began: Instant,
    ) -> Option<Duration> {
        if !self.allows_another(attempt) || !is_repeatable(method, error) {
            return None;
        }
        let doubled = self.first.saturating_mul(1_u32.checked_shl(attempt - 1).unwrap_or(u32::MAX));
        let wait = match error.retry_after() {
            Some(asked) => asked,
            None => doubled.min(self.longest).mul_f64(chance()),
        };
        (began.elapsed().saturating_add(wait) <= self.total).then_some(wait)
    }
}

/// Three attempts.
impl Default for RetryPolicy {
    fn default() -> RetryPolicy {
        RetryPolicy::attempts(3)
    }
}

/// Whether repeating is safe and may help.
pub(super) fn is_repeatable(method: &Method, error: &Error) -> bool {
    if error.is_lasting() || !method.idempotent {
        return false;
    }
    let untouched = error.was_not_sent() || error.status() == Some(429);
    let passing = match error.kind() {
        ErrorKind::Transport | ErrorKind::Timeout | ErrorKind::Incomplete => true,
        _ => matches!(error.status(), Some(429 | 502 | 503 | 504)),
    };
    passing && (untouched || method.reads)
}

/// A number from 0 to 1. The hasher of the standard library is seeded at random, which is random enough to
/// spread clients.
fn chance() -> f64 {
    let random = RandomState::new().build_hasher().finish();
    f64::from(u32::try_from(random >> 32).unwrap_or(u32::MAX)) / f64::from(u32::MAX)
}

/// Reads `Retry-After`: seconds, or a date.
pub(super) fn retry_after(header: &str) -> Option<Duration> {
    if let Ok(seconds) = header.trim().parse() {
        return Some(Duration::from_secs(seconds));
    }
    let date = httpdate::parse_http_date(header.trim()).ok()?;
    Some(date.duration_since(SystemTime::now()).unwrap_or_default())
}
