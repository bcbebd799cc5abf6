//! The file that keeps the projects between runs.
//!
//! It is never written in place: a new file takes its place when it is complete and on the disk. Only the
//! user who runs the sandbox can read it, for it holds tokens and data.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use serde::{Deserialize, Serialize};

use super::{Contents, Server};

/// What the file says it is.
const FORMAT: &str = "redcap-sandbox state";
/// How its contents are laid out.
const LAYOUT: u32 = 1;
/// End of the name of a file that is being written.
const UNFINISHED: &str = ".unfinished";

/// Why a state file could not be used.
#[derive(Debug, thiserror::Error)]
pub enum StateError {
    /// It could not be read or written.
    #[error("{}: {error}", .path.display())]
    Io {
        /// The file.
        path: PathBuf,
        /// What went wrong.
        error: io::Error,
    },
    /// It is not what a sandbox wrote.
    #[error("{}:{line}:{column}: this is no state of a sandbox: {message}", .path.display())]
    Corrupt {
        /// The file.
        path: PathBuf,
        /// Line, from 1.
        line: usize,
        /// Column.
        column: usize,
        /// What is wrong.
        message: String,
    },
    /// Another version of the sandbox wrote it.
    #[error("{}: its layout is {found}, and this program reads layout {LAYOUT}", .path.display())]
    Layout {
        /// The file.
        path: PathBuf,
        /// Its layout.
        found: u32,
    },
}

#[derive(Serialize)]
struct Written<'a> {
    format: &'a str,
    layout: u32,
    contents: &'a Contents,
}

#[derive(Deserialize)]
struct Head {
    format: String,
    layout: u32,
}

#[derive(Deserialize)]
struct Read {
    contents: Contents,
}

/// Reads a file; none if it is not there.
///
/// # Errors
/// When it cannot be read, or is not what [`save`] wrote.
pub fn load(path: &Path) -> Result<Option<Contents>, StateError> {
    let io_error = |error| StateError::Io { path: path.to_owned(), error };
    let bytes = match fs::read(path) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(io_error(error)),
    };
    let corrupt = |error: &serde_json::Error| StateError::Corrupt {
        path: path.to_owned(),
        line: error.line(),
        column: error.column(),
        message: error.to_string(),
    };
    let head: Head = serde_json::from_slice(&bytes).map_err(|error| corrupt(&error))?;
    if head.format != FORMAT {
        let message = "it does not say that it is one".to_owned();
        return Err(StateError::Corrupt { path: path.to_owned(), line: 1, column: 1, message });
    }
    if head.layout != LAYOUT {
        return Err(StateError::Layout { path: path.to_owned(), found: head.layout });
    }
    let read: Read = serde_json::from_slice(&bytes).map_err(|error| corrupt(&error))?;
    Ok(Some(read.contents))
}

/// Writes a file.
///
/// # Errors
/// When it cannot be written; the old one is then still there.
pub fn save(path: &Path, contents: &Contents) -> Result<(), StateError> {
    write(path, contents).map_err(|error| StateError::Io { path: path.to_owned(), error })
}

fn write(path: &Path, contents: &Contents) -> io::Result<()> {
    // A link stays a link to the file that is replaced.
    let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let folder = folder_of(&path);
    let unfinished =
        tempfile::Builder::new().prefix(&prefix(&path)).suffix(UNFINISHED).tempfile_in(&folder)?;
    let mut out = BufWriter::new(unfinished);
    serde_json::to_writer(&mut out, &Written { format: FORMAT, layout: LAYOUT, contents })?;
    out.write_all(b"\n")?;
    let unfinished = out.into_inner().map_err(io::IntoInnerError::into_error)?;
    unfinished.as_file().sync_all()?;
    unfinished.persist(&path)?;
    // The new name, too, must survive a crash. Not every system can promise that for a folder.
    let _ = File::open(&folder).and_then(|folder| folder.sync_all());
    Ok(())
}

fn folder_of(path: &Path) -> PathBuf {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    folder.unwrap_or(Path::new(".")).to_owned()
}

fn prefix(path: &Path) -> String {
    format!(".{}.", path.file_name().unwrap_or_default().to_string_lossy())
}

/// Removes what a run left behind that was killed while it saved.
fn sweep(path: &Path) {
    let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let prefix = prefix(&path);
    for entry in fs::read_dir(folder_of(&path)).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        if name.starts_with(&prefix) && name.ends_with(UNFINISHED) {
            // What cannot be removed does no harm.
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// Sees to it that saves come one after the other, each with what there is then, and that none comes late.
#[derive(Debug, Default)]
pub struct Keeper {
    /// True while a listener runs.
    open: Mutex<bool>,
}

impl Server {
    /// Takes the projects from the state file of the options. False if there is none. Must come before
    /// projects are seeded.
    ///
    /// # Errors
    /// When the file cannot be used.
    pub fn load_state(&self) -> Result<bool, StateError> {
        let Some(path) = self.options.state.as_deref() else { return Ok(false) };
        sweep(path);
        let contents = load(path)?;
        let found = contents.is_some();
        if let Some(contents) = contents {
            self.adopt(contents);
        }
        Ok(found)
    }

    /// Lets the state be saved from now on.
    pub(super) fn open_state(&self) {
        *self.keeping() = true;
    }

    /// Writes the projects to the state file of the options, if there is one and a listener runs.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn save_state(&self) -> Result<(), StateError> {
        let open = self.keeping();
        match self.options.state.as_deref().filter(|_| *open) {
            Some(path) => save(path, &self.store.contents()),
            None => Ok(()),
        }
    }

    /// Saves for the last time. A save that was still to come would overwrite what the next server saves.
    pub(super) fn close_state(&self) -> Result<(), StateError> {
        let saved = self.save_state();
        *self.keeping() = false;
        saved
    }

    fn keeping(&self) -> MutexGuard<'_, bool> {
        self.keeper.open.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
