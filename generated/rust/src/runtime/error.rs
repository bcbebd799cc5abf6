// Made by `cargo run generate` from templates/rust-client/src/runtime/error.rs.
// Do not edit: change the source and run it again.

//! The one error type of the client.

use std::borrow::Cow;
use std::error::Error as StdError;
use std::fmt;
use std::time::Duration;

use super::cells::{self, RefusedCell};
use super::discreet;
use super::method::Method;
use super::retry;

/// Most of an answer that is kept, in bytes.
pub(super) const LONGEST_EXCERPT: usize = 2048;

/// Anything that kept a request from giving its result.
///
/// Errors end up in logs and bug reports, so neither `Display` nor `Debug` shows a token, a part of an
/// answer, or a value of a record. Of the texts REDCap sends, the ones known to be harmless are shown as they
/// are; a list of refused values is shown as a count with the names of the fields; in any other text the
/// quoted parts, whatever holds a digit or an `@`, and lists of records are left out. The full text is there
/// for who asks for it: [`api_message`](Error::api_message).
pub struct Error(Box<Inner>);

struct Inner {
    kind: ErrorKind,
    method: Option<&'static Method>,
    status: Option<u16>,
    api_message: Option<String>,
    detail: String,
    /// Trying again cannot help.
    lasting: bool,
    /// The server cannot have seen the request.
    unsent: bool,
    retry_after: Option<Duration>,
    /// The beginning of an answer that could not be understood.
    body: Vec<u8>,
    source: Option<Box<dyn StdError + Send + Sync>>,
}

/// What went wrong, in one word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The URL of the API is missing something or not allowed.
    InvalidUrl,
    /// The text given as token cannot be one.
    InvalidToken,
    /// The parameters of the request cannot be sent; nothing was sent.
    InvalidRequest,
    /// The server is known to be of a version without the method or one of the parameters; nothing was sent.
    Unsupported,
    /// The server could not be reached or the connection broke before an answer began.
    Transport,
    /// The server was silent for too long.
    Timeout,
    /// The address points to another server. Such redirects are not followed: the token would travel to a
    /// place nobody checked.
    Redirect,
    /// REDCap refused the request and said why.
    Api,
    /// The answer does not come from the API: a login or maintenance page, a proxy, a wrong address.
    NotRedcap,
    /// The answer is empty or ends too early.
    Incomplete,
    /// The answer is whole but not what this method answers with.
    Decode,
    /// A file of this machine cannot be written.
    File,
}

impl Error {
    pub(crate) fn new(kind: ErrorKind, detail: impl Into<String>) -> Error {
        Error(Box::new(Inner {
            kind,
            method: None,
            status: None,
            api_message: None,
            detail: detail.into(),
            lasting: false,
            unsent: false,
            retry_after: None,
            body: Vec::new(),
            source: None,
        }))
    }

    /// A refusal by REDCap with the text it sent.
    pub(super) fn api(message: impl Into<String>) -> Error {
        let message = message.into();
        let mut error = Error::new(ErrorKind::Api, discreet::presentable(&message));
        error.0.api_message = Some(message);
        error
    }

    pub(super) fn with_status(mut self, status: u16) -> Error {
        self.0.status = Some(status);
        self
    }

    pub(super) fn with_source(mut self, source: impl StdError + Send + Sync + 'static) -> Error {
        self.0.source = Some(Box::new(source));
        self
    }

    /// Marks a failure that trying again cannot cure.
    pub(super) fn lasting(mut self) -> Error {
        self.0.lasting = true;
        self
    }

    /// Marks a failure that came before the server saw anything.
    pub(super) fn unsent(mut self) -> Error {
        self.0.unsent = true;
        self
    }

    pub(super) fn with_retry_after(mut self, wait: Option<Duration>) -> Error {
        self.0.retry_after = wait;
        self
    }

    /// Keeps the beginning of the answer for who asks for it.
    pub(super) fn with_body(mut self, body: &[u8]) -> Error {
        if self.0.body.is_empty() {
            self.0.body = body[..body.len().min(LONGEST_EXCERPT)].to_vec();
        }
        self
    }

    pub(super) fn of(mut self, method: &'static Method) -> Error {
        self.0.method = Some(method);
        self
    }

    /// Blots out `secret` should the server have echoed it.
    pub(super) fn without(mut self, secret: &str) -> Error {
        if let Some(message) = &mut self.0.api_message
            && message.contains(secret)
        {
            *message = message.replace(secret, "[token]");
            self.0.detail = discreet::presentable(message);
        }
        if self.0.detail.contains(secret) {
            self.0.detail = self.0.detail.replace(secret, "[token]");
        }
        if !self.0.body.is_empty() {
            // The end of the excerpt may hold the beginning of the token only.
            let text = String::from_utf8_lossy(&self.0.body);
            let begun = (8..secret.len()).rev().find(|&length| text.ends_with(&secret[..length]));
            let text = &text[..text.len() - begun.unwrap_or(0)];
            self.0.body = text.replace(secret, "[token]").into_bytes();
        }
        self
    }

    /// What went wrong.
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    /// The HTTP status, if an answer began to arrive. It can be 200: REDCap reports some failures that way.
    pub fn status(&self) -> Option<u16> {
        self.0.status
    }

    /// The text REDCap gave as reason, in full.
    ///
    /// It can quote record names and values. Do not log it where patient data do not belong.
    pub fn api_message(&self) -> Option<&str> {
        self.0.api_message.as_deref()
    }

    /// The beginning of an answer that is not from REDCap or could not be understood, 2 KiB at most; empty
    /// for other errors.
    ///
    /// It can hold data of patients, and is never shown unless asked for.
    pub fn body_excerpt(&self) -> Cow<'_, str> {
        String::from_utf8_lossy(&self.0.body)
    }

    /// The cells that an import was refused for, if that is what the text of REDCap is about.
    pub fn refused_cells(&self) -> Vec<RefusedCell> {
        self.api_message().map(cells::refused).unwrap_or_default()
    }

    /// How long the server asks to wait before the next attempt.
    pub fn retry_after(&self) -> Option<Duration> {
        self.0.retry_after
    }

    /// Whether it is sure that the server did not see the request, so that nothing can have changed.
    pub fn was_not_sent(&self) -> bool {
        self.0.unsent
            || matches!(
                self.0.kind,
                ErrorKind::InvalidUrl
                    | ErrorKind::InvalidToken
                    | ErrorKind::InvalidRequest
                    | ErrorKind::Unsupported
            )
    }

    pub(super) fn is_lasting(&self) -> bool {
        self.0.lasting
    }

    /// The API method the request was for, such as `export_records`.
    pub fn method(&self) -> Option<&str> {
        self.0.method.map(|method| method.id)
    }

    /// Whether the server was silent for too long.
    pub fn is_timeout(&self) -> bool {
        self.0.kind == ErrorKind::Timeout
    }

    /// Whether REDCap refused because the token is not valid or its owner lacks a right.
    pub fn is_permission(&self) -> bool {
        let Some(message) = self.api_message() else {
            return false;
        };
        matches!(self.0.status, Some(401 | 403))
            || message.starts_with("Insufficient user privileges")
            || message.starts_with("You do not have permissions to use the API")
            || (message.starts_with("You do not have") && message.contains("privileges"))
    }

    /// Whether REDCap refused the request and said why.
    pub fn is_refusal(&self) -> bool {
        self.0.kind == ErrorKind::Api
    }

    /// Whether the server failed on the way, wherever it was at that moment.
    pub(super) fn is_crash(&self) -> bool {
        self.is_too_large() || self.0.status.is_some_and(|status| status >= 500)
    }

    /// Whether the server was asked for, or sent, too much at a time.
    pub fn is_too_large(&self) -> bool {
        self.0.status == Some(413)
            || self.api_message().is_some_and(|message| {
                message.starts_with("REDCap ran out of server memory")
                    || message.contains("the data export is not able to complete successfully")
            })
    }

    /// Whether sending the same request again is safe and may succeed, by the rules of
    /// [`RetryPolicy`](super::RetryPolicy). Wait before trying: REDCap blocks addresses that call too often.
    pub fn is_retryable(&self) -> bool {
        self.0.method.is_some_and(|method| retry::is_repeatable(method, self))
    }
}

impl fmt::Display for Error {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(method) = self.method() {
            write!(out, "{method}: ")?;
        }
        if self.0.kind == ErrorKind::Api {
            out.write_str("refused by REDCap")?;
            if let Some(status) = self.0.status {
                write!(out, " (status {status})")?;
            }
            return write!(out, ": {}", self.0.detail);
        }
        out.write_str(&self.0.detail)?;
        match self.0.status {
            Some(status) => write!(out, " (status {status})"),
            None => Ok(()),
        }
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = out.debug_struct("Error");
        shown.field("kind", &self.0.kind);
        if let Some(method) = self.method() {
            shown.field("method", &method);
        }
        if let Some(status) = self.0.status {
            shown.field("status", &status);
        }
        shown.field("detail", &self.0.detail);
        if let Some(source) = &self.0.source {
            shown.field("source", source);
        }
        shown.finish()
    }
}

impl StdError for Error {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        let source: &(dyn StdError + 'static) = self.0.source.as_deref()?;
        Some(source)
    }
}
