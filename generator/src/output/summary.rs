//! What a run did, would do, or found.

use super::apply::Mode;
use super::path::OutPath;

/// What [`apply`](super::apply()) did, would do, or found. `manifest.json` counts like any other file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    /// What was asked for.
    pub mode: Mode,
    /// Files that were written, or would be by a dry run: new ones and those whose bytes differ.
    pub written: Vec<OutPath>,
    /// How many files were right already.
    pub unchanged: usize,
    /// Files of an earlier run that were deleted, or would be by a dry run.
    pub removed: Vec<OutPath>,
    /// Files that a check found to differ.
    pub changed: Vec<Change>,
    /// Files that a check did not find.
    pub missing: Vec<OutPath>,
    /// Files that a check found and that nothing accounts for: their paths as they are spelled on disk, with
    /// `/` between the parts and a replacement character for what is not Unicode.
    pub extra: Vec<String>,
    /// What should be known but stops nothing.
    pub warnings: Vec<String>,
}

/// A file whose content is not what the backends made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The file.
    pub path: OutPath,
    /// The first line that differs, counted from 1.
    pub line: usize,
    /// The beginning of a unified diff from what is on disk (`-`) to what the backends made (`+`).
    pub diff: String,
}

impl Summary {
    pub(super) fn new(mode: Mode) -> Summary {
        Summary {
            mode,
            written: Vec::new(),
            unchanged: 0,
            removed: Vec::new(),
            changed: Vec::new(),
            missing: Vec::new(),
            extra: Vec::new(),
            warnings: Vec::new(),
        }
    }

    /// Whether the output folder is not as the backends made it: always false after a write.
    pub fn is_stale(&self) -> bool {
        match self.mode {
            Mode::Write => false,
            Mode::Check => !(self.changed.is_empty() && self.missing.is_empty() && self.extra.is_empty()),
            Mode::DryRun => !(self.written.is_empty() && self.removed.is_empty()),
        }
    }
}
