// Made by `cargo run generate` from templates/rust-client/src/runtime/limits.rs.
// Do not edit: change the source and run it again.

//! Being polite: few calls at a time, and not too close together.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::{Instant, sleep_until, timeout};

use super::error::{Error, ErrorKind};

/// Longest time to wait for a turn. A program that holds its answers open while it makes further calls would
/// otherwise wait for itself for ever.
const LONGEST_WAIT: Duration = Duration::from_secs(5 * 60);

/// Shared by all clones of a client.
pub(super) struct Limits {
    turns: Arc<Semaphore>,
    interval: Duration,
    next: Mutex<Instant>,
}

/// The right to have one call under way.
pub(super) type Turn = OwnedSemaphorePermit;

impl Limits {
    pub(super) fn new(concurrency: usize, interval: Duration) -> Limits {
        let turns = Arc::new(Semaphore::new(concurrency.clamp(1, Semaphore::MAX_PERMITS)));
        Limits { turns, interval, next: Mutex::new(Instant::now()) }
    }

    /// Waits until a call may begin.
    pub(super) async fn turn(&self) -> Result<Turn, Error> {
        let turn = timeout(LONGEST_WAIT, Arc::clone(&self.turns).acquire_owned()).await;
        let Ok(Ok(turn)) = turn else {
            let problem = "waited 5 minutes for other calls of this client to end; \
                           are streams held open, or is the limit of concurrent calls too low?";
            return Err(Error::new(ErrorKind::Timeout, problem).unsent());
        };
        if !self.interval.is_zero() {
            let start = {
                let mut next = self.next.lock().unwrap_or_else(PoisonError::into_inner);
                let start = (*next).max(Instant::now());
                *next = start.checked_add(self.interval).unwrap_or(start);
                start
            };
            sleep_until(start).await;
        }
        Ok(turn)
    }
}
