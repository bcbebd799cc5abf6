//! Playing faults.

use std::io::{self, Write};
use std::sync::Arc;
use std::time::Duration;

use axum::body::{Body, Bytes, to_bytes};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;
use flate2::Compression;
use flate2::write::GzEncoder;
use futures_util::stream::{self, BoxStream, StreamExt};
use hyper::body::Body as _;
use jiff::{SignedDuration, Timestamp};

use super::super::connection::Wire;
use super::{Fault, Kind, RetryAfter, Target, pages};

/// Marks a response that must not be sent: the connection ends instead.
#[derive(Debug, Clone, Copy)]
pub struct Hangup;

/// What a fault needs to know about the request.
#[derive(Debug)]
pub struct Player {
    /// The connection.
    pub wire: Arc<Wire>,
    /// Host and port by which the client called.
    pub host: String,
    /// Path that was called.
    pub path: String,
}

/// How much of a filled-up answer is made at once.
const FILLER: usize = 64 << 10;

impl Player {
    /// What comes in the place of an answer; none if the fault only waits.
    pub async fn instead(&self, fault: &Fault) -> Option<Response> {
        Some(match &fault.kind {
            Kind::Delay(time) => {
                tokio::time::sleep(*time).await;
                return None;
            }
            Kind::Reset => {
                self.wire.reset();
                let mut response = Response::new(Body::empty());
                response.extensions_mut().insert(Hangup);
                response
            }
            Kind::Status(code, retry) => {
                let status = StatusCode::from_u16(*code).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
                let mut response = pages::of_web_server(status);
                if let Some(value) = retry.and_then(|retry| HeaderValue::from_str(&retry.text()).ok()) {
                    response.headers_mut().insert(header::RETRY_AFTER, value);
                }
                response
            }
            Kind::LoginPage => pages::login(),
            Kind::MaintenancePage => pages::maintenance(),
            Kind::MemoryExhausted => pages::memory_exhausted(),
            Kind::UnknownError => pages::unknown_error(),
            Kind::DatabaseDown => pages::database_down(),
            Kind::TooLarge => pages::too_large(),
            Kind::Empty => pages::with_success(Body::empty()),
            Kind::RateLimit => pages::blocked(),
            Kind::Redirect(status, target) => self.redirect(*status, target),
            _ => return None,
        })
    }

    fn redirect(&self, status: u16, target: &Target) -> Response {
        let status = StatusCode::from_u16(status).unwrap_or(StatusCode::FOUND);
        let mut response = pages::of_web_server(status);
        let location = match target {
            Target::Same => self.path.clone(),
            Target::Https => format!("https://{}{}", self.host, self.path),
            Target::Url(url) => url.clone(),
        };
        if let Ok(location) = HeaderValue::from_str(&location) {
            response.headers_mut().insert(header::LOCATION, location);
        }
        response
    }

    /// What becomes of an answer.
    pub async fn over(&self, fault: &Fault, response: Response) -> Response {
        if let Some(instead) = self.instead(fault).await {
            return instead;
        }
        let (mut parts, body) = response.into_parts();
        let body = match &fault.kind {
            Kind::ResetInside => self.broken_off(body, true),
            Kind::Truncated => self.broken_off(body, false),
            Kind::ShortBody => {
                let bytes = whole(body).await;
                parts.headers.insert(header::CONTENT_LENGTH, HeaderValue::from(bytes.len().max(1)));
                self.beginning(stream::iter([Ok(bytes.slice(..bytes.len() / 2))]).boxed(), false)
            }
            Kind::Drip(rate) => {
                if let Some(length) = body.size_hint().exact() {
                    parts.headers.insert(header::CONTENT_LENGTH, HeaderValue::from(length));
                }
                drip(body, *rate)
            }
            Kind::Latin1 => Body::from(latin1(&whole(body).await)),
            Kind::Gzip => return compress(Response::from_parts(parts, body)),
            Kind::Oversize(size) => {
                let left = size.unwrap_or(u64::MAX);
                let filler = stream::unfold(left, |left| async move {
                    let piece = usize::try_from(left).unwrap_or(FILLER).min(FILLER);
                    let rest = left - piece as u64;
                    (piece > 0).then(|| (Ok(Bytes::from(vec![b' '; piece])), rest))
                });
                Body::from_stream(pieces(body).chain(filler))
            }
            Kind::DebugText => {
                let text = Ok(Bytes::from_static(pages::DEBUGGING.as_bytes()));
                Body::from_stream(stream::iter([text]).chain(pieces(body)))
            }
            _ => body,
        };
        Response::from_parts(parts, body)
    }

    /// The first half of the first piece of an answer, and then the end of the connection.
    fn broken_off(&self, body: Body, reset: bool) -> Body {
        let half = |piece: io::Result<Bytes>| piece.map(|bytes| bytes.slice(..bytes.len().div_ceil(2)));
        self.beginning(pieces(body).take(1).map(half).boxed(), reset)
    }

    /// Some bytes, and the end of the connection once they are on their way.
    fn beginning(&self, bytes: BoxStream<'static, io::Result<Bytes>>, reset: bool) -> Body {
        let wire = Arc::clone(&self.wire);
        let end = stream::once(async move {
            wire.flushed().await;
            if reset {
                wire.reset();
            }
            Err(io::Error::from(io::ErrorKind::ConnectionAborted))
        });
        Body::from_stream(bytes.chain(end))
    }
}

impl RetryAfter {
    fn text(self) -> String {
        match self {
            RetryAfter::Seconds(seconds) => seconds.to_string(),
            RetryAfter::Date(seconds) => {
                let time = Timestamp::now().checked_add(SignedDuration::from_secs(seconds.into()));
                time.unwrap_or(Timestamp::MAX).strftime("%a, %d %b %Y %H:%M:%S GMT").to_string()
            }
        }
    }
}

fn pieces(body: Body) -> impl futures_util::Stream<Item = io::Result<Bytes>> + Send + 'static {
    body.into_data_stream().map(|piece| piece.map_err(io::Error::other))
}

async fn whole(body: Body) -> Bytes {
    to_bytes(body, usize::MAX).await.unwrap_or_default()
}

/// Ten pieces per second.
fn drip(body: Body, rate: u64) -> Body {
    let (piece, pause) = if rate < 10 {
        (1, Duration::from_secs(1) / u32::try_from(rate).unwrap_or(1))
    } else {
        (usize::try_from(rate / 10).unwrap_or(usize::MAX), Duration::from_millis(100))
    };
    let source = pieces(body).boxed();
    let drops = stream::unfold((source, Bytes::new()), move |(mut source, mut bytes)| async move {
        while bytes.is_empty() {
            match source.next().await? {
                Ok(next) => bytes = next,
                Err(error) => return Some((Err(error), (source, Bytes::new()))),
            }
        }
        tokio::time::sleep(pause).await;
        let drop = bytes.split_to(piece.min(bytes.len()));
        Some((Ok(drop), (source, bytes)))
    });
    Body::from_stream(drops)
}

/// Characters of Latin-1 as one byte; what has none gets a no-break space in the place of its first blank,
/// or at its end.
fn latin1(bytes: &[u8]) -> Vec<u8> {
    let text = String::from_utf8_lossy(bytes);
    let mut out = Vec::with_capacity(bytes.len());
    let mut buffer = [0; 4];
    let mut changed = false;
    for sign in text.chars() {
        match u8::try_from(u32::from(sign)) {
            Ok(byte) if !byte.is_ascii() => {
                out.push(byte);
                changed = true;
            }
            _ => out.extend_from_slice(sign.encode_utf8(&mut buffer).as_bytes()),
        }
    }
    if !changed {
        match out.iter().position(|byte| *byte == b' ') {
            Some(blank) => out[blank] = 0xA0,
            None => out.push(0xA0),
        }
    }
    out
}

/// A response with its body compressed, piece by piece.
pub fn compress(response: Response) -> Response {
    let (mut parts, body) = response.into_parts();
    parts.headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static("gzip"));
    parts.headers.insert(header::VARY, HeaderValue::from_static("Accept-Encoding"));
    parts.headers.remove(header::CONTENT_LENGTH);
    let encoder = GzEncoder::new(Vec::new(), Compression::fast());
    let packed = stream::unfold((pieces(body).boxed(), Some(encoder)), |(mut source, encoder)| async move {
        let mut encoder = encoder?;
        let (out, rest) = match source.next().await {
            Some(Ok(piece)) => {
                let written = encoder.write_all(&piece).map(|()| std::mem::take(encoder.get_mut()));
                (written, Some(encoder))
            }
            Some(Err(error)) => (Err(error), None),
            None => (encoder.finish(), None),
        };
        Some((out.map(Bytes::from), (source, rest)))
    });
    let packed = packed.filter(|piece| {
        let empty = piece.as_ref().is_ok_and(Bytes::is_empty);
        std::future::ready(!empty)
    });
    Response::from_parts(parts, Body::from_stream(packed))
}
