//! How the log of a project changes.

use std::collections::HashSet;
use std::sync::Arc;

use crate::project::LogEntry;

/// The log of a project, oldest entry first.
pub type SharedLog = Arc<Vec<Arc<LogEntry>>>;

/// What a change does to the log, once it succeeded.
#[derive(Debug, Default)]
pub struct LogUpdate {
    forgotten: Forgotten,
    added: Vec<Arc<LogEntry>>,
}

/// Which of the earlier entries go.
#[derive(Debug, Default)]
enum Forgotten {
    #[default]
    None,
    OfRecords(HashSet<String>),
    All,
}

impl LogUpdate {
    /// Adds entries.
    pub fn extend(&mut self, entries: Vec<LogEntry>) {
        self.added.extend(entries.into_iter().map(Arc::new));
    }

    /// Removes the earlier entries about these records.
    pub fn forget(&mut self, records: HashSet<String>) {
        if !records.is_empty() {
            self.forgotten = Forgotten::OfRecords(records);
        }
    }

    /// Removes all earlier entries.
    pub fn clear(&mut self) {
        self.forgotten = Forgotten::All;
    }

    /// Changes a log. The log is copied only if somebody still reads it, and its entries never are.
    pub(super) fn apply(self, log: &mut SharedLog) {
        let log = Arc::make_mut(log);
        match self.forgotten {
            Forgotten::None => {}
            Forgotten::OfRecords(records) => log.retain(|entry| !records.contains(&entry.record)),
            Forgotten::All => log.clear(),
        }
        log.extend(self.added);
    }
}
