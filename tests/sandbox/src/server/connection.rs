//! One connection: plain HTTP, TLS, or a tunnel as a proxy opens it.

use std::io;
use std::net::SocketAddr;
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::task::{Context, Poll, ready};
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::http::{Request, StatusCode};
use hyper::body::Incoming;
use hyper::service::{Service, service_fn};
use hyper_util::rt::TokioIo;
use hyper_util::service::TowerToHyperService;
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt, ReadBuf};
use tokio::net::TcpStream;
use tokio::sync::Notify;
use tokio::time::timeout;
use tokio_rustls::server::TlsStream;

use super::faults::{Hangup, of_web_server};
use super::tls::Authority;

/// First byte of a TLS connection.
const HELLO: u8 = 22;
/// Largest head of a request for a tunnel.
const MOST_HEAD: usize = 8 << 10;
/// How long a client may take to begin.
const PATIENCE: Duration = Duration::from_secs(30);

/// What all connections of a listener share.
#[derive(Debug)]
pub struct Shared {
    /// The server's routes.
    pub router: Router,
    /// Who signs certificates.
    pub authority: Arc<Authority>,
    /// True to refuse plain HTTP.
    pub tls: bool,
}

/// Where a request came from.
#[derive(Debug, Clone, Copy)]
pub struct Peer {
    /// The client.
    pub address: SocketAddr,
    /// It came through a tunnel, so the client believes to talk to another host.
    pub tunnelled: bool,
}

/// Serves a connection until it ends.
pub async fn serve(stream: TcpStream, address: SocketAddr, shared: Arc<Shared>) {
    // A connection that broke concerns its client only.
    let _ = run(stream, address, &shared).await;
}

async fn run(mut stream: TcpStream, address: SocketAddr, shared: &Shared) -> io::Result<()> {
    stream.set_nodelay(true)?;
    let peer = Peer { address, tunnelled: false };
    match first_byte(&stream).await? {
        HELLO if shared.tls => secure(stream, None, peer, shared).await,
        // No other method begins with this letter.
        b'C' => match tunnel(&mut stream).await? {
            Some(host) => secure(stream, Some(host), Peer { tunnelled: true, ..peer }, shared).await,
            None => refuse(stream).await,
        },
        _ if shared.tls => refuse(stream).await,
        _ => http(stream, peer, shared).await,
    }
}

async fn first_byte(stream: &TcpStream) -> io::Result<u8> {
    let mut first = [0];
    match timeout(PATIENCE, stream.peek(&mut first)).await?? {
        0 => Err(io::ErrorKind::UnexpectedEof.into()),
        _ => Ok(first[0]),
    }
}

/// Answers `CONNECT host:port` and gives the host; none for anything else. Nothing is ever forwarded: the
/// sandbox plays every host.
async fn tunnel(stream: &mut TcpStream) -> io::Result<Option<String>> {
    let mut head = Vec::new();
    // Byte by byte, for what follows the head belongs to the tunnel.
    while !head.ends_with(b"\r\n\r\n") {
        if head.len() == MOST_HEAD {
            return Ok(None);
        }
        head.push(timeout(PATIENCE, stream.read_u8()).await??);
    }
    let line = head.split(|byte| *byte == b'\r').next().unwrap_or_default();
    let line = String::from_utf8_lossy(line);
    let target = line.strip_prefix("CONNECT ").and_then(|rest| rest.split(' ').next());
    let host = target.and_then(|target| target.rsplit_once(':')).map(|(host, _)| host);
    let Some(host) = host.filter(|host| !host.is_empty()) else { return Ok(None) };
    stream.write_all(b"HTTP/1.1 200 Connection established\r\n\r\n").await?;
    Ok(Some(host.trim_matches(['[', ']']).to_ascii_lowercase()))
}

async fn secure(stream: TcpStream, host: Option<String>, peer: Peer, shared: &Shared) -> io::Result<()> {
    // A client that called an address names no host.
    let own = stream.local_addr()?.ip();
    let host = host.or_else(|| (!own.is_loopback()).then(|| own.to_string()));
    let acceptor = shared.authority.acceptor(host)?;
    let stream = timeout(PATIENCE, acceptor.accept(stream)).await??;
    http(stream, peer, shared).await
}

/// What a web server says to a request that it cannot read.
async fn refuse(mut stream: TcpStream) -> io::Result<()> {
    stream.write_all(&malformed().await).await?;
    stream.shutdown().await
}

/// The answer to malformed HTTP.
async fn malformed() -> Vec<u8> {
    let (parts, body) = of_web_server(StatusCode::BAD_REQUEST).into_parts();
    let body = axum::body::to_bytes(body, usize::MAX).await.unwrap_or_default();
    let media = parts.headers.get("content-type").map_or(&b""[..], |media| media.as_bytes());
    let head = format!(
        "HTTP/1.1 400 Bad Request\r\nconnection: close\r\ncontent-length: {}\r\ncontent-type: {}\r\n\r\n",
        body.len(),
        String::from_utf8_lossy(media)
    );
    [head.as_bytes(), &body].concat()
}

async fn http<S>(stream: S, peer: Peer, shared: &Shared) -> io::Result<()>
where
    S: AsyncRead + AsyncWrite + Socket + Unpin + Send,
{
    let wire = Arc::new(Wire::default());
    let tap = Tap { stream, wire: Arc::clone(&wire), malformed: malformed().await, waiting: Vec::new() };
    let routes = TowerToHyperService::new(shared.router.clone());
    let service = service_fn(move |request: Request<Incoming>| {
        let mut request = request.map(Body::new);
        request.extensions_mut().insert(peer);
        request.extensions_mut().insert(Arc::clone(&wire));
        let answer = routes.call(request);
        async move {
            let response = answer.await.unwrap_or_else(|never| match never {});
            // An error instead of a response ends the connection without a byte.
            match response.extensions().get::<Hangup>() {
                Some(_) => Err(io::Error::from(io::ErrorKind::ConnectionAborted)),
                None => Ok(response),
            }
        }
    });
    let connection = hyper::server::conn::http1::Builder::new().serve_connection(TokioIo::new(tap), service);
    pin!(connection).await.map_err(io::Error::other)
}

/// What a request can do to its connection.
#[derive(Debug, Default)]
pub struct Wire {
    flushes: AtomicU64,
    flushed: Notify,
    reset: AtomicBool,
}

impl Wire {
    /// Waits until everything written so far is with the operating system.
    pub async fn flushed(&self) {
        let seen = self.flushes.load(Ordering::Acquire);
        loop {
            let next = self.flushed.notified();
            if self.flushes.load(Ordering::Acquire) > seen {
                return;
            }
            next.await;
        }
    }

    /// Makes the connection end with a reset.
    pub fn reset(&self) {
        self.reset.store(true, Ordering::Release);
    }

    fn is_reset(&self) -> bool {
        self.reset.load(Ordering::Acquire)
    }
}

/// A stream over TCP.
trait Socket {
    fn socket(&self) -> &TcpStream;
}

impl Socket for TcpStream {
    fn socket(&self) -> &TcpStream {
        self
    }
}

impl Socket for TlsStream<TcpStream> {
    fn socket(&self) -> &TcpStream {
        self.get_ref().0
    }
}

/// A stream that tells its [`Wire`] what happens, can end with a reset, and answers malformed requests with
/// a page.
struct Tap<S: Socket> {
    stream: S,
    wire: Arc<Wire>,
    malformed: Vec<u8>,
    /// What goes out first.
    waiting: Vec<u8>,
}

/// The whole answer that hyper gives to what is no HTTP. No other answer has this head and no body.
const BARE: [&[u8]; 2] = [b"HTTP/1.1 400 Bad Request\r\n", b"content-length: 0\r\n"];

fn is_bare(bytes: &[u8]) -> bool {
    bytes.starts_with(BARE[0]) && bytes.windows(BARE[1].len()).any(|window| window == BARE[1])
}

impl<S: AsyncWrite + Socket + Unpin> Tap<S> {
    fn send_waiting(&mut self, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        while !self.waiting.is_empty() {
            let written = ready!(Pin::new(&mut self.stream).poll_write(context, &self.waiting))?;
            if written == 0 {
                return Poll::Ready(Err(io::ErrorKind::WriteZero.into()));
            }
            self.waiting.drain(..written);
        }
        Poll::Ready(Ok(()))
    }
}

impl<S: AsyncRead + Socket + Unpin> AsyncRead for Tap<S> {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(context, buffer)
    }
}

impl<S: AsyncWrite + Socket + Unpin> AsyncWrite for Tap<S> {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        ready!(self.send_waiting(context))?;
        if is_bare(bytes) {
            self.waiting = std::mem::take(&mut self.malformed);
            return Poll::Ready(Ok(bytes.len()));
        }
        Pin::new(&mut self.stream).poll_write(context, bytes)
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        ready!(self.send_waiting(context))?;
        ready!(Pin::new(&mut self.stream).poll_flush(context))?;
        self.wire.flushes.fetch_add(1, Ordering::Release);
        self.wire.flushed.notify_waiters();
        Poll::Ready(Ok(()))
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        if self.wire.is_reset() {
            return Poll::Ready(Ok(()));
        }
        ready!(self.send_waiting(context))?;
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}

impl<S: Socket> Drop for Tap<S> {
    fn drop(&mut self) {
        if self.wire.is_reset() {
            // Closing without lingering is what sends a reset.
            let _ = self.stream.socket().set_zero_linger();
        }
    }
}
