// Made by `cargo run generate` from templates/rust-client/src/runtime/save.rs.
// Do not edit: change the source and run it again.

//! Writing an answer to a file, all of it or nothing.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use bytes::Bytes;
use tokio::sync::mpsc;
use tokio::task::JoinHandle;

use super::error::{Error, ErrorKind};

/// Parts that wait to be written, at most. One can have 400 KiB.
const WAITING: usize = 4;

/// A file that is being written, under a name of its own until it is complete.
/// The disk has a thread of its own, so that it does not hold up the network.
pub(super) struct Saving {
    path: PathBuf,
    /// None when everything was handed over.
    parts: Option<mpsc::Sender<Bytes>>,
    writer: Option<JoinHandle<io::Result<u64>>>,
}

impl Saving {
    pub(super) async fn begin(path: PathBuf) -> Result<Saving, Error> {
        let part = unfinished(&path);
        let mut file = File::create(&part).map_err(unwritable)?;
        let (parts, mut waiting) = mpsc::channel::<Bytes>(WAITING);
        let writer = tokio::task::spawn_blocking(move || {
            let mut length = 0;
            while let Some(part) = waiting.blocking_recv() {
                file.write_all(&part)?;
                length += part.len() as u64;
            }
            file.flush()?;
            Ok(length)
        });
        Ok(Saving { path, parts: Some(parts), writer: Some(writer) })
    }

    pub(super) async fn write(&mut self, part: Bytes) -> Result<(), Error> {
        match &self.parts {
            Some(parts) if parts.send(part).await.is_ok() => Ok(()),
            // The thread has stopped, and says why.
            _ => self.finish_writing().await.map(drop),
        }
    }

    /// Gives the file its name.
    pub(super) async fn finish(mut self) -> Result<u64, Error> {
        let length = self.finish_writing().await?;
        fs::rename(unfinished(&self.path), &self.path).map_err(unwritable)?;
        Ok(length)
    }

    async fn finish_writing(&mut self) -> Result<u64, Error> {
        self.parts = None;
        match self.writer.take() {
            Some(writer) => match writer.await {
                Ok(written) => written.map_err(unwritable),
                Err(_) => Err(unwritable(io::Error::other("the writing was stopped"))),
            },
            None => Err(unwritable(io::Error::other("the writing was stopped"))),
        }
    }
}

impl Drop for Saving {
    fn drop(&mut self) {
        // Renamed long ago if all went well. There is nobody to tell.
        let _ = fs::remove_file(unfinished(&self.path));
    }
}

fn unfinished(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".part");
    PathBuf::from(name)
}

fn unwritable(error: io::Error) -> Error {
    Error::new(ErrorKind::File, "the file cannot be written").with_source(error)
}
