//! A limit on requests per minute.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};

/// Counts requests by address and minute of the server's clock.
#[derive(Debug, Default)]
pub struct Throttle {
    counts: Mutex<(String, HashMap<IpAddr, u32>)>,
}

impl Throttle {
    /// Counts a request at a time (`YYYY-MM-DD HH:MM:SS`). True if the address may send it.
    pub fn admits(&self, address: IpAddr, now: &str, most: u32) -> bool {
        let minute = now.get(..16).unwrap_or(now);
        let mut counts = self.counts.lock().unwrap_or_else(PoisonError::into_inner);
        if counts.0 != minute {
            *counts = (minute.to_owned(), HashMap::new());
        }
        let count = counts.1.entry(address).or_default();
        *count = count.saturating_add(1);
        *count <= most
    }

    /// Forgets all counts.
    pub fn clear(&self) {
        *self.counts.lock().unwrap_or_else(PoisonError::into_inner) = Default::default();
    }
}
