//! A line about each request, without tokens and values.

use std::sync::Arc;
use std::time::Instant;

use axum::body::{Body, Bytes};
use axum::extract::{MatchedPath, Request as HttpRequest, State};
use axum::http::Method;
use axum::middleware::Next;
use axum::response::Response;
use futures_util::stream::{self, StreamExt};
use hyper::body::Body as _;

use super::Server;
use super::journal::Request;

/// Has a line written about a request, if the server is to write them.
pub async fn request(State(server): State<Arc<Server>>, request: HttpRequest, next: Next) -> Response {
    if !server.options.log {
        return next.run(request).await;
    }
    let started = Instant::now();
    let method = request.method().clone();
    // The path as a client wrote it may hold a secret; that of the route cannot.
    let route = request.extensions().get::<MatchedPath>().cloned();
    let path = route.as_ref().map_or("(no such path)", MatchedPath::as_str).to_owned();
    let response = next.run(request).await;
    Line::new(&method, &path, &response, started).follow(response)
}

/// What is known of a request when its answer begins. The line is written when the answer ends.
#[derive(Debug)]
struct Line {
    text: String,
    bytes: u64,
    started: Instant,
}

impl Line {
    fn new(method: &Method, path: &str, response: &Response, started: Instant) -> Line {
        let entry = response.extensions().get::<Request>();
        let id = entry.and_then(|entry| entry.method.as_deref()).unwrap_or("-");
        let status = match entry {
            Some(Request { status: None, .. }) => "-".to_owned(),
            _ => response.status().as_u16().to_string(),
        };
        let fault = entry.and_then(|entry| entry.fault.as_deref());
        let fault = fault.map(|name| format!(" {name}")).unwrap_or_default();
        Line { text: format!("{method} {path} {id} {status}{fault}"), bytes: 0, started }
    }

    /// Counts the bytes of an answer while it is sent.
    fn follow(mut self, response: Response) -> Response {
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
