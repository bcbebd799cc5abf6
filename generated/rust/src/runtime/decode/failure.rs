// Made by `cargo run generate` from templates/rust-client/src/runtime/decode/failure.rs.
// Do not edit: change the source and run it again.

//! What to say about data that are not whole.

use super::super::error::{Error, ErrorKind};
use super::super::json::{self, Fault};
use super::super::recognise::{self, Stray};

/// Most bytes of a body that are searched for an error.
pub(super) const WINDOW: usize = 64 * 1024;

/// The last part of `bytes` as text.
pub(super) fn tail(bytes: &[u8]) -> String {
    String::from_utf8_lossy(&bytes[bytes.len().saturating_sub(WINDOW)..]).into_owned()
}

/// The error that `text` is, or ends with.
pub(super) fn reported(text: &str) -> Option<Error> {
    recognise::error(text).map(Error::api).or_else(|| reported_last(text))
}

/// The error that `text` ends with.
pub(super) fn reported_last(text: &str) -> Option<Error> {
    recognise::error_at_end(text).map(Error::api)
}

/// The error for a `text` in place of a list in JSON.
pub(super) fn no_list(text: &str) -> Error {
    let (kind, problem) = if text.trim().is_empty() {
        (ErrorKind::Incomplete, "the server sent an empty answer")
    } else if !json::begins_like_json(text) {
        return recognise::stray(text).error().with_body(text.as_bytes());
    } else if matches!(json::parse(text), Err(Fault::CutOff)) {
        (ErrorKind::Incomplete, "the answer of the server is cut off")
    } else {
        (ErrorKind::Decode, "the answer is not what was expected: a list of objects")
    };
    Error::new(kind, problem)
}

/// The error for data that do not go on as data after so many rows, but as
/// `text`.
pub(super) fn broken_off(text: &str, rows: u64) -> Error {
    let problem = match recognise::stray(text) {
        Stray::Page => format!("after row {rows} comes a web page or a message of PHP instead of data"),
        Stray::Database | Stray::Text => format!("the data are cut off or damaged after row {rows}"),
    };
    Error::new(ErrorKind::Incomplete, problem)
}
