//! The output folder on disk: every access to the file system that the output room makes is here.

// The rule that nothing in the generator touches the disk has its exception here.
#![allow(clippy::disallowed_methods, clippy::disallowed_types)]

use std::collections::BTreeSet;
use std::fs::{self, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use super::error::{OutputError, Problem};
use super::path::{OutPath, folders_of};

/// The record of earlier runs, at the top of the output folder.
pub(super) const MANIFEST: &str = "manifest.json";
/// The folder for files that are still being written, at the top of the output folder.
pub(super) const TEMPORARY: &str = ".tmp";

/// What is at a place; links are not followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Found {
    Nothing,
    File { len: u64 },
    Folder,
    Link,
    Other,
}

/// The output folder.
pub(super) struct Disk {
    root: PathBuf,
    /// Folders that are known to exist, so that they are not made again for each file.
    made: BTreeSet<PathBuf>,
}

impl Disk {
    pub fn new(out: &Path) -> Disk {
        // An empty path joins like the current folder but does not exist when asked for.
        let root = if out.as_os_str().is_empty() { PathBuf::from(".") } else { out.to_owned() };
        Disk { root, made: BTreeSet::new() }
    }

    /// Where a `/`-separated path is on disk.
    pub fn place(&self, path: &str) -> PathBuf {
        self.root.join(path)
    }

    /// What the output folder itself is. It may be a link to a folder.
    pub fn look_at_root(&self) -> Result<Found, Problem> {
        let place = || self.root.clone();
        match fs::metadata(&self.root) {
            Ok(data) if data.is_dir() => Ok(Found::Folder),
            Ok(data) if data.is_file() => Err(Problem::FileInTheWay { place: place() }),
            Ok(_) => Err(Problem::NotAFile { place: place() }),
            Err(error) if is_absence(&error) => match fs::symlink_metadata(&self.root) {
                Ok(_) => Err(Problem::LeadsNowhere { place: place() }),
                Err(_) => Ok(Found::Nothing),
            },
            Err(error) => Err(unreadable(place(), &error)),
        }
    }

    /// What is at a path whose folders are no links.
    pub fn look(&self, path: &str) -> Result<Found, Problem> {
        let place = self.place(path);
        match fs::symlink_metadata(&place) {
            Ok(data) if data.is_symlink() => Ok(Found::Link),
            Ok(data) if data.is_file() => Ok(Found::File { len: data.len() }),
            Ok(data) if data.is_dir() => Ok(Found::Folder),
            Ok(_) => Ok(Found::Other),
            Err(error) if is_absence(&error) => Ok(Found::Nothing),
            Err(error) => Err(unreadable(place, &error)),
        }
    }

    /// The content of a file.
    pub fn read(&self, path: &str) -> Result<Vec<u8>, Problem> {
        let place = self.place(path);
        fs::read(&place).map_err(|error| unreadable(place, &error))
    }

    /// Everything below a folder that is not a folder itself, in sorted order: links, which are not
    /// followed, and files. Where `skip` says so, neither the entry nor anything below it is looked at. A
    /// name that is not Unicode is given with replacement characters and never skipped.
    pub fn walk(&self, folder: &str, skip: &dyn Fn(&str) -> bool) -> Result<Vec<String>, Problem> {
        let mut files = Vec::new();
        let mut waiting = vec![(self.place(folder), folder.to_owned())];
        while let Some((place, folder)) = waiting.pop() {
            let fail = |error: io::Error| unreadable(place.clone(), &error);
            for entry in fs::read_dir(&place).map_err(fail)? {
                let entry = entry.map_err(fail)?;
                let name = entry.file_name();
                let slash = if folder.is_empty() { "" } else { "/" };
                let path = format!("{folder}{slash}{}", name.to_string_lossy());
                if name.to_str().is_some() && skip(&path) {
                    continue;
                }
                if entry.file_type().map_err(fail)?.is_dir() {
                    waiting.push((entry.path(), path));
                } else {
                    files.push(path);
                }
            }
        }
        files.sort();
        Ok(files)
    }

    /// Makes the output folder if it is not there.
    pub fn make_root(&self) -> Result<(), OutputError> {
        fs::create_dir_all(&self.root).map_err(|cause| failed("make the folder", self.root.clone(), cause))
    }

    /// Puts a file in its place, so that there is the old or the new one at any moment, never a part.
    pub fn write(&mut self, path: &str, bytes: &[u8]) -> Result<(), OutputError> {
        let place = self.place(path);
        if let Some(parent) = place.parent() {
            self.make_folder(parent)?;
        }
        let folder = self.place(TEMPORARY);
        self.make_folder(&folder)?;
        // The number of the process keeps two runs at the same time from renaming each other's files.
        let draft = folder.join(std::process::id().to_string());
        write_new(&draft, bytes).map_err(|cause| failed("write", place.clone(), cause))?;
        fs::rename(&draft, &place).map_err(|cause| failed("replace", place, cause))
    }

    /// Deletes a file that may be gone already, and the folders that this leaves empty.
    pub fn remove(&mut self, path: &OutPath) -> Result<(), OutputError> {
        let place = self.place(path.as_str());
        match fs::remove_file(&place) {
            Err(cause) if !is_absence(&cause) => return Err(failed("delete", place, cause)),
            _ => {}
        }
        for folder in folders_of(path.as_str()).rev() {
            let place = self.place(folder);
            match fs::remove_dir(&place) {
                Err(error) if is_in_use(&error) => break,
                // Not to be passed over: the manifest would forget the file, and the folder stay for ever.
                Err(cause) if !is_absence(&cause) => return Err(failed("delete the folder", place, cause)),
                _ => self.made.remove(&place),
            };
        }
        Ok(())
    }

    /// Deletes a folder in which there is nothing but empty folders.
    pub fn remove_empty(&mut self, folder: &str) -> Result<(), OutputError> {
        let place = self.place(folder);
        self.made.retain(|made| !made.starts_with(&place));
        remove_empty_folders(&place).map_err(|cause| failed("delete the folder", place, cause))
    }

    /// Removes the folder for unfinished files with all that is in it. A link in it is removed, not followed.
    pub fn clear_temporary(&mut self) -> Result<(), OutputError> {
        let place = self.place(TEMPORARY);
        self.made.remove(&place);
        match fs::remove_dir_all(&place) {
            Err(cause) if !is_absence(&cause) => Err(failed("delete the folder", place, cause)),
            _ => Ok(()),
        }
    }

    fn make_folder(&mut self, folder: &Path) -> Result<(), OutputError> {
        if !self.made.contains(folder) {
            fs::create_dir_all(folder)
                .map_err(|cause| failed("make the folder", folder.to_owned(), cause))?;
            self.made.insert(folder.to_owned());
        }
        Ok(())
    }
}

/// Whether an error says that there is nothing at a place, or that a folder above it is a file.
fn is_absence(error: &io::Error) -> bool {
    matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory)
}

/// Whether an error says that a folder cannot be deleted because something is in it.
fn is_in_use(error: &io::Error) -> bool {
    use ErrorKind::{AlreadyExists, DirectoryNotEmpty, ResourceBusy};
    matches!(error.kind(), DirectoryNotEmpty | AlreadyExists | ResourceBusy)
}

fn unreadable(place: PathBuf, error: &io::Error) -> Problem {
    Problem::Unreadable { place, reason: error.to_string() }
}

fn failed(step: &'static str, place: PathBuf, cause: io::Error) -> OutputError {
    OutputError::Failed { step, place, cause }
}

/// Writes a file that must not exist yet.
fn write_new(place: &Path, bytes: &[u8]) -> io::Result<()> {
    OpenOptions::new().write(true).create_new(true).open(place)?.write_all(bytes)
}

fn remove_empty_folders(folder: &Path) -> io::Result<()> {
    let entries = match fs::read_dir(folder) {
        Err(error) if is_absence(&error) => return Ok(()),
        entries => entries?,
    };
    for entry in entries {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            remove_empty_folders(&entry.path())?;
        }
    }
    fs::remove_dir(folder)
}
