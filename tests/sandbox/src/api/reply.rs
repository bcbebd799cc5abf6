//! Answers, before they become HTTP.

use std::io::{self, Write};

use bytes::Bytes;

/// Writes a body that is too long to be kept in memory.
pub type Writer = Box<dyn FnOnce(&mut dyn Write) -> io::Result<()> + Send>;

/// The body of an answer.
pub enum Body {
    /// All of it.
    Whole(Bytes),
    /// Written piece by piece as the client reads.
    Streamed(Writer),
}

/// An answer.
pub struct Reply {
    /// HTTP status.
    pub status: u16,
    /// Header `Content-Type`.
    pub media: String,
    /// Body.
    pub body: Body,
}

impl Reply {
    /// An answer with status 200.
    pub fn new(media: impl Into<String>, body: impl Into<Bytes>) -> Reply {
        Reply { status: 200, media: media.into(), body: Body::Whole(body.into()) }
    }

    /// An answer whose body is written while it is read.
    pub fn streamed(media: impl Into<String>, writer: Writer) -> Reply {
        Reply { status: 200, media: media.into(), body: Body::Streamed(writer) }
    }
}

impl std::fmt::Debug for Reply {
    /// Without the body, which may hold data of patients.
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("Reply")
            .field("status", &self.status)
            .field("media", &self.media)
            .finish_non_exhaustive()
    }
}
