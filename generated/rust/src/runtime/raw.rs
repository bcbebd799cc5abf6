// Made by `cargo run generate` from templates/rust-client/src/runtime/raw.rs.
// Do not edit: change the source and run it again.

//! An answer as the server sent it.

use std::borrow::Cow;
use std::fmt;

use super::body::Head;

/// An answer that nobody has judged: it may be data, a refusal, or a page of something else than REDCap.
/// `Debug` shows nothing of the body.
#[derive(Clone)]
pub struct RawAnswer {
    head: Head,
    body: Vec<u8>,
}

impl RawAnswer {
    pub(super) fn new(head: Head, body: Vec<u8>) -> RawAnswer {
        RawAnswer { head, body }
    }

    /// The HTTP status.
    pub fn status(&self) -> u16 {
        self.head.status
    }

    /// The value of a header, whatever the case of its name.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.head.header(name)
    }

    /// All headers, in the order they came.
    pub fn headers(&self) -> impl Iterator<Item = (&str, &str)> {
        self.head.headers.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// The body.
    pub fn bytes(&self) -> &[u8] {
        &self.body
    }

    /// The body as text; what is not UTF-8 is replaced by U+FFFD.
    pub fn text(&self) -> Cow<'_, str> {
        String::from_utf8_lossy(&self.body)
    }

    /// The body, without copying it.
    pub fn into_bytes(self) -> Vec<u8> {
        self.body
    }
}

impl fmt::Debug for RawAnswer {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("RawAnswer")
            .field("status", &self.head.status)
            .field("length", &self.body.len())
            .finish_non_exhaustive()
    }
}
