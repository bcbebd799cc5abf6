// Made by `cargo run generate` from templates/rust-client/src/runtime/download.rs.
// Do not edit: change the source and run it again.

//! A file as it arrives.

use std::fmt;
use std::ops::Deref;
use std::path::Path;

use bytes::Bytes;

use super::answer::Answer;
use super::body::Body;
use super::error::Error;
use super::file::FileInfo;
use super::mode::{Async, Mode};
use super::save::Saving;

/// A file whose bytes are still to come. It has the functions of [`FileInfo`]: name, media type, charset.
pub struct Download<M: Mode = Async> {
    info: FileInfo,
    body: Body,
    mode: M,
}

impl<M: Mode> Download<M> {
    /// Makes sure that what begins to arrive is a file.
    pub(super) async fn open(mut body: Body, mode: M) -> Result<Download<M>, Error> {
        let info = FileInfo::from_content_type(body.head.header("content-type").unwrap_or(""));
        // Only stored files come with a name, and those may hold anything, even the text of an error. What
        // has no name is judged as a whole.
        if info.name().is_none() {
            let bytes = body.whole().await?;
            let answer = Answer { head: body.head.clone(), body: bytes };
            let file = answer.file().map_err(|error| body.named(error))?;
            body.put_back(Bytes::from(file.into_bytes()));
        }
        Ok(Download { info, body, mode })
    }

    /// The rest of the file, in memory.
    pub fn bytes(mut self) -> M::Reply<Vec<u8>> {
        let mode = self.mode.clone();
        mode.run(async move { self.body.whole().await })
    }

    /// Writes the rest of the file to `path` and gives its length in bytes. What is there is replaced only
    /// when the file is complete.
    ///
    /// # Errors
    ///
    /// If the answer breaks off or the file cannot be written; then nothing is left behind.
    pub fn to_file(mut self, path: impl AsRef<Path>) -> M::Reply<u64> {
        let path = path.as_ref().to_owned();
        let mode = self.mode.clone();
        mode.run(async move {
            let mut saving = Saving::begin(path).await?;
            while let Some(chunk) = self.body.chunk().await? {
                saving.write(chunk).await?;
            }
            saving.finish().await
        })
    }

    /// How its calls are made.
    #[cfg(feature = "blocking")]
    pub(super) fn mode(&self) -> &M {
        &self.mode
    }

    /// Gives the rest of a part back.
    #[cfg(feature = "blocking")]
    pub(super) fn put_back(&mut self, rest: Bytes) {
        self.body.put_back(rest);
    }

    /// The next part of the file; nothing at its end.
    pub(super) async fn next_chunk(&mut self) -> Result<Option<Bytes>, Error> {
        self.body.chunk().await
    }
}

impl Download {
    /// The next part of the file; nothing at its end.
    ///
    /// # Errors
    ///
    /// [`Incomplete`](super::ErrorKind::Incomplete) if the connection breaks before the end.
    pub async fn chunk(&mut self) -> Result<Option<Bytes>, Error> {
        self.next_chunk().await
    }
}

impl<M: Mode> Deref for Download<M> {
    type Target = FileInfo;

    fn deref(&self) -> &FileInfo {
        &self.info
    }
}

impl<M: Mode> fmt::Debug for Download<M> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Download").field("content_type", &self.content_type()).finish_non_exhaustive()
    }
}
