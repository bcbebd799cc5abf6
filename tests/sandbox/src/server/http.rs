//! Requests to forms, and answers to responses.

use std::io::{self, Write};
use std::sync::Arc;

use axum::Router;
use axum::body::{Body as HttpBody, Bytes, to_bytes};
use axum::extract::{Request as HttpRequest, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;
use axum::routing::any;
use tokio::sync::mpsc;

use super::Server;
use super::journal::Request;
use crate::api::{self, Body, Form, Reply};

/// Largest request that is read into memory.
const MOST_BYTES: usize = 1 << 30;
/// How much of a streamed answer is made at once.
const CHUNK: usize = 64 << 10;

/// The routes of a server.
pub fn router(server: Arc<Server>) -> Router {
    Router::new()
        .route("/api/", any(call))
        .route("/{version}/API/", any(call))
        .route("/{version}/api/", any(call))
        .route("/api", any(add_slash))
        .fallback(not_found)
        .with_state(server)
}

async fn add_slash() -> Response {
    let mut response = page(StatusCode::MOVED_PERMANENTLY, "Moved Permanently");
    response.headers_mut().insert(header::LOCATION, HeaderValue::from_static("/api/"));
    response
}

async fn not_found() -> Response {
    page(StatusCode::NOT_FOUND, "Not Found")
}

/// A page of the web server in front of REDCap.
fn page(status: StatusCode, title: &str) -> Response {
    let body = format!("<html><head><title>{status}</title></head><body><h1>{title}</h1></body></html>");
    let mut response = Response::new(HttpBody::from(body));
    *response.status_mut() = status;
    response
        .headers_mut()
        .insert(header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=iso-8859-1"));
    response
}

async fn call(State(server): State<Arc<Server>>, request: HttpRequest) -> Response {
    let (parts, body) = request.into_parts();
    let Ok(bytes) = to_bytes(body, MOST_BYTES).await else {
        return page(StatusCode::PAYLOAD_TOO_LARGE, "Request Entity Too Large");
    };
    let size = bytes.len();
    let media =
        parts.headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let form = if parts.method == axum::http::Method::POST {
        read_form(media, bytes).await
    } else {
        Some(Form::default())
    };
    let Some(form) = form else { return page(StatusCode::BAD_REQUEST, "Bad Request") };
    let worker = Arc::clone(&server);
    // Parsing and calculating would keep other requests waiting.
    let answered = tokio::task::spawn_blocking(move || api::answer(&worker, form)).await;
    let (reply, subject) = match answered {
        Ok(answered) => answered,
        Err(_) => return page(StatusCode::INTERNAL_SERVER_ERROR, "Internal Server Error"),
    };
    server.journal.add(Request {
        number: 0,
        time: server.clock.now(),
        method: subject.method,
        project: subject.project,
        parameters: subject.parameters,
        bytes: size,
        status: Some(reply.status),
        fault: None,
    });
    respond(reply)
}

/// The form of a body; none if it is malformed.
async fn read_form(media: &str, body: Bytes) -> Option<Form> {
    match multer::parse_boundary(media) {
        Ok(boundary) => Form::from_multipart(body, &boundary).await.ok(),
        Err(_) => Some(Form::from_urlencoded(&body)),
    }
}

/// An answer with the headers that REDCap sends.
pub fn respond(reply: Reply) -> Response {
    let body = match reply.body {
        Body::Whole(bytes) => HttpBody::from(bytes),
        Body::Streamed(writer) => {
            let (sender, receiver) = mpsc::channel::<io::Result<Bytes>>(4);
            tokio::task::spawn_blocking(move || {
                let mut out = io::BufWriter::with_capacity(CHUNK, Pieces(sender));
                // A client that went away ends the writing; nobody is left to be told.
                let _ = writer(&mut out).and_then(|()| out.flush());
            });
            let pieces = futures_util::stream::unfold(receiver, |mut receiver| async move {
                receiver.recv().await.map(|piece| (piece, receiver))
            });
            HttpBody::from_stream(pieces)
        }
    };
    let mut response = Response::new(body);
    *response.status_mut() = StatusCode::from_u16(reply.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let headers = response.headers_mut();
    for (name, value) in [
        ("expires", "0"),
        ("cache-control", "no-store, no-cache, must-revalidate"),
        ("pragma", "no-cache"),
        ("x-xss-protection", "1; mode=block"),
        ("x-content-type-options", "nosniff"),
        ("access-control-allow-origin", "*"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    if let Ok(media) = HeaderValue::from_bytes(reply.media.as_bytes()) {
        headers.insert(header::CONTENT_TYPE, media);
    }
    response
}

/// Sends what is written to it, and waits while the client is slow.
struct Pieces(mpsc::Sender<io::Result<Bytes>>);

impl Write for Pieces {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let sent = self.0.blocking_send(Ok(Bytes::copy_from_slice(bytes)));
        sent.map_err(|_| io::Error::from(io::ErrorKind::BrokenPipe))?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
