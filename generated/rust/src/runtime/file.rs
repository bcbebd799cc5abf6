// Made by `cargo run generate` from templates/rust-client/src/runtime/file.rs.
// Do not edit: change the source and run it again.

//! Files that come and go.

use std::fmt;
use std::sync::Arc;

use reqwest::multipart::Part;

use super::error::{Error, ErrorKind};

/// A file or another body the server sent, byte for byte.
///
/// `Debug` shows neither the name, which can identify a patient, nor the
/// bytes.
#[derive(Clone, PartialEq, Eq)]
pub struct File {
    name: Option<String>,
    content_type: Option<String>,
    charset: Option<String>,
    bytes: Vec<u8>,
}

impl File {
    /// Reads the header `Content-Type: mime; name="…"; charset=…`.
    pub(super) fn new(header: Option<&str>, bytes: Vec<u8>) -> File {
        let header = header.unwrap_or("");
        let (content_type, parameters) = header.split_once(';').unwrap_or((header, ""));
        let content_type = content_type.trim();
        File {
            name: parameter(parameters, "name").and_then(base_name),
            content_type: (!content_type.is_empty()).then(|| content_type.to_owned()),
            charset: parameter(parameters, "charset").map(str::to_owned),
            bytes,
        }
    }

    /// The name the file was stored under, without any folder. It was chosen
    /// by whoever uploaded the file.
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

    /// The content.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The content, without copying it.
    pub fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }
}

impl fmt::Debug for File {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("File")
            .field("content_type", &self.content_type)
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
        // PHP does not escape quotes in the name, so only a quote before a
        // semicolon or the end closes it.
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

/// The name without folders, so that saving under it cannot leave the folder
/// chosen.
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
    /// Shared, so that copies of a request do not copy the file.
    bytes: Arc<Vec<u8>>,
}

impl Upload {
    /// A file of unspecified type.
    pub fn new(name: impl Into<String>, bytes: impl Into<Vec<u8>>) -> Upload {
        Upload {
            name: name.into(),
            content_type: "application/octet-stream".to_owned(),
            bytes: Arc::new(bytes.into()),
        }
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
        Ok(())
    }

    pub(super) fn into_part(self) -> Result<Part, Error> {
        let bytes = Arc::unwrap_or_clone(self.bytes);
        Part::bytes(bytes)
            .file_name(self.name)
            .mime_str(&self.content_type)
            .map_err(|_| refused("the media type of a file to upload is not valid"))
    }
}

impl fmt::Debug for Upload {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Upload")
            .field("content_type", &self.content_type)
            .field("length", &self.bytes.len())
            .finish_non_exhaustive()
    }
}

fn refused(problem: &str) -> Error {
    Error::new(ErrorKind::InvalidRequest, problem)
}
