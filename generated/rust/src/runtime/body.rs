// Made by `cargo run generate` from templates/rust-client/src/runtime/body.rs.
// Do not edit: change the source and run it again.

//! The body of an answer as it arrives.

use std::sync::Arc;

use bytes::Bytes;

use super::client::Inner;
use super::error::{Error, ErrorKind};
use super::limits::Turn;
use super::method::Method;
use super::options::{CallOptions, Progress};
use super::transport;

/// Most of a body that is looked at when something is wrong with the answer.
const LONGEST_REFUSAL: usize = 4 * 1024 * 1024;

/// What came before the body.
#[derive(Clone)]
pub(super) struct Head {
    pub(super) status: u16,
    pub(super) headers: Vec<(String, String)>,
}

impl Head {
    /// The text of a header. File names in headers are not always ASCII.
    pub(super) fn header(&self, name: &str) -> Option<&str> {
        let found = self.headers.iter().find(|(known, _)| known.eq_ignore_ascii_case(name));
        found.map(|(_, value)| value.as_str())
    }
}

/// An answer whose body is still to be read.
pub(super) struct Body {
    pub(super) head: Head,
    response: reqwest::Response,
    /// A part that was read to see whether there is any.
    first: Option<Bytes>,
    received: u64,
    total: Option<u64>,
    options: CallOptions,
    inner: Arc<Inner>,
    method: &'static Method,
    _turn: Turn,
}

impl Body {
    pub(super) fn new(
        response: reqwest::Response,
        method: &'static Method,
        options: CallOptions,
        inner: Arc<Inner>,
        turn: Turn,
    ) -> Body {
        let headers = response.headers().iter().map(|(name, value)| {
            (name.as_str().to_owned(), String::from_utf8_lossy(value.as_bytes()).into_owned())
        });
        let head = Head { status: response.status().as_u16(), headers: headers.collect() };
        let total = response.content_length();
        Body { head, response, first: None, received: 0, total, options, inner, method, _turn: turn }
    }

    /// The next part; nothing at the end, which is only reached when the answer is complete as far as HTTP
    /// can tell.
    pub(super) async fn chunk(&mut self) -> Result<Option<Bytes>, Error> {
        if let Some(first) = self.first.take() {
            return Ok(Some(first));
        }
        let chunk = self.response.chunk().await;
        let chunk = chunk.map_err(|error| self.named(transport::cut_off(error)))?;
        if let Some(chunk) = &chunk {
            self.received += chunk.len() as u64;
            if let Some(told) = &self.options.progress {
                told(Progress { bytes: self.received, total: self.total });
            }
        }
        Ok(chunk)
    }

    /// Reads the first part, so that a failure before it is still one of the call. Tells whether there is
    /// any.
    pub(super) async fn begin(&mut self) -> Result<bool, Error> {
        self.first = self.chunk().await?;
        Ok(self.first.is_some())
    }

    /// Whether the body, of which the first part has been read, has nothing.
    pub(super) fn is_empty(&self) -> bool {
        self.first.is_none()
    }

    /// Gives a part back, to be read again.
    pub(super) fn put_back(&mut self, bytes: Bytes) {
        self.first = (!bytes.is_empty()).then_some(bytes);
    }

    /// The rest of the body.
    pub(super) async fn whole(&mut self) -> Result<Vec<u8>, Error> {
        let mut whole = Vec::new();
        while let Some(chunk) = self.chunk().await? {
            whole.extend_from_slice(&chunk);
        }
        Ok(whole)
    }

    /// The beginning of the body, long enough for every error. What breaks off is no matter here.
    pub(super) async fn refusal(&mut self) -> Vec<u8> {
        let mut whole = Vec::new();
        while whole.len() < LONGEST_REFUSAL
            && let Ok(Some(chunk)) = self.chunk().await
        {
            whole.extend_from_slice(&chunk);
        }
        whole
    }

    /// An error of this call: it knows method and status, and not the token.
    pub(super) fn named(&self, error: Error) -> Error {
        self.namer()(error)
    }

    /// Makes errors ones of this call, also on another thread.
    pub(super) fn namer(&self) -> impl Fn(Error) -> Error + Send + Sync + 'static {
        let (status, method, inner) = (self.head.status, self.method, Arc::clone(&self.inner));
        move |error| named(error.with_status(status), method, &inner)
    }

    /// An answer that ended before its first byte.
    pub(super) fn missing(&self) -> Error {
        self.named(Error::new(ErrorKind::Incomplete, "the server sent an empty answer"))
    }
}

/// Names the method of an error, and blots out the token.
pub(super) fn named(error: Error, method: &'static Method, inner: &Inner) -> Error {
    error.of(method).without(inner.token.expose())
}
