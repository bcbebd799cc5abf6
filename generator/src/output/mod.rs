//! The output room: what the backends made, and the only code that writes it to disk.
//!
//! A backend fills a [`FileSet`] in memory and never touches the disk. The sets are merged, and one call
//! of [`apply`] brings a folder to that state ([`Mode::Write`]), compares it ([`Mode::Check`]) or tells
//! what a write would do ([`Mode::DryRun`]). All three make the same plan from the same comparison, so
//! they cannot disagree.
//!
//! # Invariants
//!
//! - Nothing is written before the whole plan is known to be possible.
//! - A final file is either the old or the new one, never a part: every write is a rename.
//! - Only files that the manifest of an earlier run lists are ever deleted.
//! - No link below the output folder is ever followed.
//! - A run that was stopped at any point is completed by the next run.
//! - The result depends on the file set and the folder alone: no clock, no environment.

mod apply;
mod diff;
mod disk;
mod error;
mod file_set;
#[cfg(all(test, unix))]
mod interrupted_test;
mod manifest;
mod path;
mod plan;
mod stamp;
mod summary;

pub use apply::{Mode, apply, recorded_backends};
pub use error::{OutputError, Problem};
pub use file_set::{FileSet, FileSetError, OutFile};
pub use path::{OutPath, PathError};
pub use stamp::Comment;
pub use summary::{Change, Summary};
