//! A line about each request, without tokens and values.

use std::time::Instant;

use axum::body::{Body, Bytes};
use axum::http::Method;
use axum::response::Response;
use futures_util::stream::{self, StreamExt};
use hyper::body::Body as _;

use super::journal::Request;

/// What is known of a request when its answer begins. The line is written when the answer ends.
#[derive(Debug)]
pub struct Line {
    text: String,
    bytes: u64,
    started: Instant,
}

impl Line {
    /// The line of an answer that begins. `path` is that of the route, for what a client wrote may be a secret.
    pub fn new(method: &Method, path: &str, entry: &Request, started: Instant) -> Line {
        let id = entry.method.as_deref().unwrap_or("-");
        let status = entry.status.map_or_else(|| "-".to_owned(), |status| status.to_string());
        let fault = entry.fault.as_deref().map(|name| format!(" {name}")).unwrap_or_default();
        Line { text: format!("{method} {path} {id} {status}{fault}"), bytes: 0, started }
    }

    /// Counts the bytes of an answer while it is sent.
    pub fn follow(mut self, response: Response) -> Response {
        let (parts, body) = response.into_parts();
        if let Some(length) = body.size_hint().exact() {
            self.bytes = length;
            return Response::from_parts(parts, body);
        }
        let pieces = stream::unfold((body.into_data_stream(), self), |(mut pieces, mut line)| async move {
            let piece: Result<Bytes, axum::Error> = pieces.next().await?;
            line.bytes += piece.as_ref().map_or(0, |piece| piece.len() as u64);
            Some((piece, (pieces, line)))
        });
        Response::from_parts(parts, Body::from_stream(pieces))
    }
}

impl Drop for Line {
    fn drop(&mut self) {
        eprintln!("{} {} bytes {} ms", self.text, self.bytes, self.started.elapsed().as_millis());
    }
}
