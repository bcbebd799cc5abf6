//! Why the output could not be compared or written.

use std::io;
use std::path::PathBuf;

use thiserror::Error;

/// Why [`apply`](super::apply()) gave up.
#[derive(Debug, Error)]
pub enum OutputError {
    /// Something in the output folder is not as it must be. All such places are listed, and nothing was
    /// written.
    #[error("the output cannot be made, and nothing was changed:{}", listed(.0))]
    Problems(Vec<Problem>),
    /// The system refused a step. What was written before it is whole.
    #[error("cannot {step} {}: {cause}. {}; then run again: a rerun completes the work.", .place.display(), remedy(.cause))]
    Failed {
        /// What was tried, as in "write".
        step: &'static str,
        /// The file or folder.
        place: PathBuf,
        /// The reason that the system gave.
        #[source]
        cause: io::Error,
    },
}

/// Something that must be put in order by hand before the output can be compared or written.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Error)]
pub enum Problem {
    /// A link inside the output folder.
    #[error("{} is a link, and links inside the output are not followed; remove it, or put the real file or folder there", .place.display())]
    Link {
        /// Where it is.
        place: PathBuf,
    },
    /// A folder has the path of a file and holds something that no backend made.
    #[error("{} is a folder, but a file must go there; move the folder away", .place.display())]
    FolderInTheWay {
        /// Where it is.
        place: PathBuf,
    },
    /// A file that no backend made has the path of a folder.
    #[error("{} is a file, but a folder must go there; move the file away", .place.display())]
    FileInTheWay {
        /// Where it is.
        place: PathBuf,
    },
    /// A device, socket or pipe.
    #[error("{} is neither a file nor a folder; remove it", .place.display())]
    NotAFile {
        /// Where it is.
        place: PathBuf,
    },
    /// The output folder itself is a link that leads nowhere.
    #[error("{} is a link to a place that does not exist; make that folder, or remove the link", .place.display())]
    LeadsNowhere {
        /// The link.
        place: PathBuf,
    },
    /// A file or folder cannot be looked at.
    #[error("{} cannot be read: {reason}; check its permissions", .place.display())]
    Unreadable {
        /// Where it is.
        place: PathBuf,
        /// The reason that the system gave.
        reason: String,
    },
    /// A file set has something of a backend that is not among those that were run.
    #[error(
        "the files have something of the backend `{backend}`, which is not among those that were run; add it to them"
    )]
    NotRun {
        /// The backend.
        backend: String,
    },
}

/// One problem per line.
fn listed(problems: &[Problem]) -> String {
    problems.iter().map(|problem| format!("\n  - {problem}")).collect()
}

/// What a person can do about a refusal of the system.
fn remedy(cause: &io::Error) -> &'static str {
    match cause.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded | io::ErrorKind::FileTooLarge => {
            "Free some space or raise the limit"
        }
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
            "Check the permissions of the file and its folder"
        }
        _ => "Check that the place exists, can be written and is not used by another program",
    }
}
