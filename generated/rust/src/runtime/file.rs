// Made by `cargo run generate` from templates/rust-client/src/runtime/file.rs.
// Do not edit: change the source and run it again.

//! Files that come and go.

use std::fmt;
use std::io;
use std::ops::Deref;
use std::path::PathBuf;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use futures_core::Stream;
use reqwest::Body;
use reqwest::multipart::Part;
use tokio::io::{AsyncRead, ReadBuf};

use super::error::{Error, ErrorKind};

/// What the header of an answer says about its body.
///
/// `Debug` does not show the name, which can identify a patient.
#[derive(Clone, PartialEq, Eq)]
pub struct FileInfo {
    name: Option<String>,
    content_type: Option<String>,
    charset: Option<String>,
}

impl FileInfo {
    /// Reads the header `Content-Type: mime; name="…"; charset=…`.
    pub fn from_content_type(header: &str) -> FileInfo {
        let (content_type, parameters) = header.split_once(';').unwrap_or((header, ""));
        let content_type = content_type.trim();
        FileInfo {
            name: parameter(parameters, "name").and_then(base_name),
            content_type: (!content_type.is_empty()).then(|| content_type.to_owned()),
            charset: parameter(parameters, "charset").map(str::to_owned),
        }
    }

    /// The name the file was stored under, without any folder. It was chosen by whoever uploaded the file.
    pub fn name(&self) -> Option<&str> {
        self.name.as_deref()
    }

    /// The media type, such as `image/jpeg`. Servers are not always right.
    pub fn content_type(&self) -> Option<&str> {
        self.content_type.as_deref()
    }

    /// The encoding the server claims for a text.
    pub fn charset(&self) -> Option<&str> {
        self.charset.as_deref()
    }
}

impl fmt::Debug for FileInfo {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("FileInfo").field("content_type", &self.content_type).finish_non_exhaustive()
    }
}

/// A file or another body the server sent, byte for byte.
///
/// It has the functions of [`FileInfo`] too. `Debug` shows neither the name nor the bytes.
#[derive(Clone, PartialEq, Eq)]
pub struct File {
    info: FileInfo,
    bytes: Vec<u8>,
}

impl File {
    pub(super) fn new(header: Option<&str>, bytes: Vec<u8>) -> File {
        File { info: FileInfo::from_content_type(header.unwrap_or("")), bytes }
    }

    /// The content.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The content, without copying it.
    pub fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }
}

impl Deref for File {
    type Target = FileInfo;

    fn deref(&self) -> &FileInfo {
        &self.info
    }
}

impl fmt::Debug for File {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("File")
            .field("content_type", &self.content_type())
            .field("length", &self.bytes.len())
            .finish_non_exhaustive()
    }
}

/// The value of a parameter in `a=1; b="2"`, without its quotes.
fn parameter<'a>(parameters: &'a str, wanted: &str) -> Option<&'a str> {
    let mut rest = parameters;
    loop {
        let (name, after) = rest.split_once('=')?;
        let (value, next) = split_value(after.trim_start());
        let name = name.trim_matches(|mark: char| mark == ';' || mark.is_whitespace());
        if name.eq_ignore_ascii_case(wanted) {
            return Some(value).filter(|value| !value.is_empty());
        }
        rest = next;
    }
}

/// Splits a value from the parameters behind it.
fn split_value(text: &str) -> (&str, &str) {
    for quote in ['"', '\''] {
        let Some(inside) = text.strip_prefix(quote) else {
            continue;
        };
        // PHP does not escape quotes in the name, so only a quote before a semicolon or the end closes it.
        let close = inside.match_indices(quote).find(|(place, _)| {
            let behind = inside[place + 1..].trim_start();
            behind.is_empty() || behind.starts_with(';')
        });
        if let Some((place, _)) = close {
            return (&inside[..place], &inside[place + 1..]);
        }
    }
    let (value, next) = text.split_once(';').unwrap_or((text, ""));
    (value.trim(), next)
}

/// The name without folders, so that saving under it cannot leave the folder chosen.
fn base_name(name: &str) -> Option<String> {
    let name: String =
        name.rsplit(['/', '\\']).next().unwrap_or(name).chars().filter(|mark| !mark.is_control()).collect();
    let name = name.trim();
    (!matches!(name, "" | "." | "..")).then(|| name.to_owned())
}

/// A file to upload.
///
/// `Debug` shows neither the name nor the bytes.
#[derive(Clone)]
pub struct Upload {
    name: String,
    content_type: String,
    source: Source,
}

/// Shared, so that copies of a request do not copy the file.
#[derive(Clone)]
enum Source {
    Bytes(Bytes),
    Path(PathBuf),
    Reader { length: u64, reader: Arc<Mutex<Option<Box<dyn AsyncRead + Send + Unpin>>>> },
}

impl Upload {
    /// A file with this content, of unspecified type.
    pub fn new(name: impl Into<String>, bytes: impl Into<Vec<u8>>) -> Upload {
        Upload::from_source(name.into(), Source::Bytes(Bytes::from(bytes.into())))
    }

    /// A file of this machine, under the name it has here. It is read when the request is sent, never as a
    /// whole into memory.
    pub fn path(path: impl Into<PathBuf>) -> Upload {
        let path = path.into();
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
        Upload::from_source(name.unwrap_or_default(), Source::Path(path))
    }

    /// A file of `length` bytes that is read while it is sent. Such a request can be sent only once.
    pub fn reader(
        name: impl Into<String>,
        length: u64,
        reader: impl AsyncRead + Send + Unpin + 'static,
    ) -> Upload {
        let reader: Box<dyn AsyncRead + Send + Unpin> = Box::new(reader);
        Upload::from_source(
            name.into(),
            Source::Reader { length, reader: Arc::new(Mutex::new(Some(reader))) },
        )
    }

    fn from_source(name: String, source: Source) -> Upload {
        Upload { name, content_type: "application/octet-stream".to_owned(), source }
    }

    /// The file under another name.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Upload {
        self.name = name.into();
        self
    }

    /// The file with a media type such as `text/plain`.
    #[must_use]
    pub fn content_type(mut self, content_type: impl Into<String>) -> Upload {
        self.content_type = content_type.into();
        self
    }

    /// Refuses what would break the form around the file.
    pub(super) fn check(&self) -> Result<(), Error> {
        if self.name.is_empty() || self.name.chars().any(char::is_control) {
            // Without a name PHP takes the file for a text.
            return Err(refused("the name of a file to upload is empty or has control characters"));
        }
        if self.is_spent() {
            return Err(refused("the reader of a file to upload has been used up by an earlier request"));
        }
        Ok(())
    }

    /// Whether it was a reader that has been read.
    pub(super) fn is_spent(&self) -> bool {
        matches!(&self.source, Source::Reader { reader, .. } if reader.lock().is_ok_and(|held| held.is_none()))
    }

    pub(super) async fn part(&self) -> Result<Part, Error> {
        let part = match &self.source {
            Source::Bytes(bytes) => Part::stream_with_length(bytes.clone(), bytes.len() as u64),
            Source::Path(path) => {
                let unreadable = |error| refused("the file to upload cannot be read").with_source(error);
                let file = tokio::fs::File::open(path).await.map_err(unreadable)?;
                let length = file.metadata().await.map_err(unreadable)?.len();
                Part::stream_with_length(Body::from(file), length)
            }
            Source::Reader { length, reader } => {
                let reader = reader.lock().unwrap_or_else(PoisonError::into_inner).take();
                let reader = reader.ok_or_else(|| refused("the reader has been used up"))?;
                Part::stream_with_length(Body::wrap_stream(Chunks { reader, done: false }), *length)
            }
        };
        part.file_name(self.name.clone())
            .mime_str(&self.content_type)
            .map_err(|_| refused("the media type of a file to upload is not valid"))
    }
}

/// What a reader gives, in parts.
struct Chunks {
    reader: Box<dyn AsyncRead + Send + Unpin>,
    done: bool,
}

impl Stream for Chunks {
    type Item = io::Result<Bytes>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        if self.done {
            return Poll::Ready(None);
        }
        let mut room = vec![0; 64 * 1024];
        let mut buffer = ReadBuf::new(&mut room);
        let read = ready!(Pin::new(&mut self.reader).poll_read(context, &mut buffer));
        let length = buffer.filled().len();
        self.done = read.is_err() || length == 0;
        room.truncate(length);
        Poll::Ready(match read {
            Err(error) => Some(Err(error)),
            Ok(()) => (length > 0).then(|| Ok(Bytes::from(room))),
        })
    }
}

impl fmt::Debug for Upload {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Upload").field("content_type", &self.content_type).finish_non_exhaustive()
    }
}

fn refused(problem: &str) -> Error {
    Error::new(ErrorKind::InvalidRequest, problem)
}
