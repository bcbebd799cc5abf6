//! Answers as HTTP.

use std::io::{self, Write};
use std::sync::atomic::{AtomicU64, Ordering};

use axum::body::{Body as HttpBody, Bytes};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;
use tokio::sync::mpsc;

use crate::api::{Body, Reply};
use crate::project::code;

/// How much of a streamed answer is made at once.
const CHUNK: usize = 64 << 10;

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
    if let Ok(text) = HeaderValue::from_str(&random_text()) {
        headers.insert("redcap-random-text", text);
    }
    if let Ok(media) = HeaderValue::from_bytes(reply.media.as_bytes()) {
        headers.insert(header::CONTENT_TYPE, media);
    }
    response
}

/// Text of a length that changes with every answer, so that the length of an encrypted answer says little.
fn random_text() -> String {
    static ANSWERS: AtomicU64 = AtomicU64::new(0);
    let number = ANSWERS.fetch_add(1, Ordering::Relaxed);
    // 37 and 63 have no common divisor, so all lengths from 1 to 63 come up.
    let length = usize::try_from(number.wrapping_mul(37) % 63).unwrap_or(0) + 1;
    code(number, length)
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
