//! The faults that wait for their call.

use std::sync::{Mutex, MutexGuard, PoisonError};

use super::Fault;

/// What decides whether a fault is for a call.
#[derive(Debug, Clone, Copy, Default)]
pub struct Call<'a> {
    /// Id of the method.
    pub method: Option<&'a str>,
    /// The parameter `content`.
    pub content: Option<&'a str>,
}

/// A fault that waits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Armed {
    /// Its number, from 1.
    pub number: u64,
    /// The fault; `skip` and `times` say how much of them is left.
    pub fault: Fault,
    /// How often it was played.
    pub played: u32,
}

/// The faults that wait for their call, oldest first.
#[derive(Debug, Default)]
pub struct Faults {
    waiting: Mutex<(u64, Vec<Armed>)>,
}

impl Faults {
    /// Arms a fault and gives its number.
    pub fn arm(&self, fault: Fault) -> u64 {
        let mut waiting = self.lock();
        waiting.0 += 1;
        let number = waiting.0;
        waiting.1.push(Armed { number, fault, played: 0 });
        number
    }

    /// The faults that wait.
    pub fn list(&self) -> Vec<Armed> {
        self.lock().1.clone()
    }

    /// Removes a fault. True if it was there.
    pub fn disarm(&self, number: u64) -> bool {
        let mut waiting = self.lock();
        let before = waiting.1.len();
        waiting.1.retain(|one| one.number != number);
        waiting.1.len() < before
    }

    /// Removes all.
    pub fn clear(&self) {
        self.lock().1.clear();
    }

    /// The fault that a call gets: the oldest that is for it and has let enough calls pass.
    pub fn take(&self, call: &Call<'_>) -> Option<Fault> {
        let mut waiting = self.lock();
        let mut found = None;
        for one in waiting.1.iter_mut().filter(|one| one.fault.is_for(call)) {
            if one.fault.skip > 0 {
                one.fault.skip -= 1;
            } else if one.fault.times != Some(0) {
                one.fault.times = one.fault.times.map(|left| left - 1);
                one.played += 1;
                found = Some(one.fault.clone());
                break;
            }
        }
        waiting.1.retain(|one| one.fault.times != Some(0));
        found
    }

    fn lock(&self) -> MutexGuard<'_, (u64, Vec<Armed>)> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Fault {
    fn is_for(&self, call: &Call<'_>) -> bool {
        let fits = |wanted: &Option<String>, own: Option<&str>| {
            wanted.as_deref().is_none_or(|wanted| own == Some(wanted))
        };
        fits(&self.method, call.method) && fits(&self.content, call.content)
    }
}
