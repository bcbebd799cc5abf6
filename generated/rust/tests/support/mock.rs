// Made by `cargo run generate` from templates/rust-client/tests/support/mock.rs.
// Do not edit: change the source and run it again.

//! A small HTTP server for tests: it gives the replies it was started with,
//! one per request, and keeps what it was sent.

// Each test program uses its own part of this file.
#![allow(dead_code)]

use std::collections::VecDeque;
use std::io::{self, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

/// What the server answers to one request.
#[derive(Debug, Clone)]
pub struct Reply {
    status: u16,
    headers: Vec<(String, String)>,
    body: Vec<u8>,
    missing: usize,
    silent: bool,
}

impl Reply {
    /// An answer. An empty content type sends no such header.
    pub fn new(status: u16, content_type: &str, body: impl Into<Vec<u8>>) -> Reply {
        let mut reply = Reply { status, headers: Vec::new(), body: body.into(), missing: 0, silent: false };
        if !content_type.is_empty() {
            reply = reply.header("content-type", content_type);
        }
        reply
    }

    /// Status 200 with JSON.
    pub fn json(body: &str) -> Reply {
        Reply::new(200, "application/json; charset=utf-8", body)
    }

    /// Status 200 with text, which REDCap labels as HTML.
    pub fn text(body: &str) -> Reply {
        Reply::new(200, "text/html; charset=UTF-8", body)
    }

    /// No answer at all: the connection stays open.
    pub fn silence() -> Reply {
        let mut reply = Reply::new(200, "", "");
        reply.silent = true;
        reply
    }

    /// Adds a header.
    pub fn header(mut self, name: &str, value: &str) -> Reply {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Announces `missing` bytes more than are sent before the connection is
    /// closed.
    pub fn cut_off(mut self, missing: usize) -> Reply {
        self.missing = missing;
        self
    }

    fn to_bytes(&self) -> Vec<u8> {
        let mut out = format!("HTTP/1.1 {} Reply\r\n", self.status);
        for (name, value) in &self.headers {
            out.push_str(&format!("{name}: {value}\r\n"));
        }
        let length = self.body.len() + self.missing;
        out.push_str(&format!("content-length: {length}\r\nconnection: close\r\n\r\n"));
        let mut out = out.into_bytes();
        out.extend_from_slice(&self.body);
        out
    }
}

/// A request as it arrived.
#[derive(Debug, Clone)]
pub struct Captured {
    /// The verb, such as `POST`.
    pub method: String,
    /// The path with its query.
    pub path: String,
    /// Names in lower case with their values.
    pub headers: Vec<(String, String)>,
    /// The body.
    pub body: Vec<u8>,
}

/// One part of a `multipart/form-data` body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Name of the form field.
    pub name: String,
    /// Name of the file, if the part is one.
    pub file_name: Option<String>,
    /// Media type, if the part has one.
    pub content_type: Option<String>,
    /// Content of the part.
    pub bytes: Vec<u8>,
}

impl Captured {
    /// The first header of this name, in lower case.
    pub fn header(&self, name: &str) -> Option<&str> {
        let found = self.headers.iter().find(|(known, _)| known == name)?;
        Some(&found.1)
    }

    /// The body as text, not decoded.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// The form fields in the order they were sent, whichever way the form is
    /// encoded.
    pub fn form(&self) -> Vec<(String, String)> {
        if self.boundary().is_some() {
            let field = |part: Part| (part.name, lossy(&part.bytes));
            return self.parts().into_iter().map(field).collect();
        }
        let text = self.text();
        let pairs = text.split('&').filter(|pair| !pair.is_empty());
        pairs
            .map(|pair| {
                let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
                (decoded(name), decoded(value))
            })
            .collect()
    }

    /// The parts of a multipart body; nothing for other bodies.
    pub fn parts(&self) -> Vec<Part> {
        let Some(boundary) = self.boundary() else {
            return Vec::new();
        };
        let mark = format!("\r\n--{boundary}");
        // The first boundary has no line break of its own.
        let body = [b"\r\n", self.body.as_slice()].concat();
        let mut rest = body.as_slice();
        let mut parts = Vec::new();
        while let Some(start) = find(rest, mark.as_bytes()) {
            let inside = &rest[start + mark.len()..];
            let end = find(inside, mark.as_bytes()).unwrap_or(inside.len());
            if let Some(part) = read_part(&inside[..end]) {
                parts.push(part);
            }
            rest = &inside[end..];
        }
        parts
    }

    fn boundary(&self) -> Option<&str> {
        let kind = self.header("content-type")?;
        let boundary = kind.strip_prefix("multipart/form-data; boundary=")?;
        Some(boundary.trim_matches('"'))
    }
}

/// The running server. It stops when it is dropped.
pub struct Mock {
    address: SocketAddr,
    shared: Arc<Shared>,
}

struct Shared {
    replies: Mutex<VecDeque<Reply>>,
    requests: Mutex<Vec<Captured>>,
    stopped: AtomicBool,
}

impl Mock {
    /// Starts a server on a free port of this machine. After the last reply it
    /// answers with status 599, which is nobody's answer.
    pub fn start(replies: Vec<Reply>) -> Mock {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let address = listener.local_addr().expect("the address just bound");
        let shared = Arc::new(Shared {
            replies: Mutex::new(replies.into()),
            requests: Mutex::new(Vec::new()),
            stopped: AtomicBool::new(false),
        });
        let server = Arc::clone(&shared);
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                if server.stopped.load(Ordering::SeqCst) {
                    break;
                }
                let server = Arc::clone(&server);
                // A client that goes away early is its own business.
                thread::spawn(move || drop(serve(&server, stream)));
            }
        });
        Mock { address, shared }
    }

    /// The address of the API.
    pub fn url(&self) -> String {
        format!("http://{}/api/", self.address)
    }

    /// The requests so far.
    pub fn requests(&self) -> Vec<Captured> {
        locked(&self.shared.requests).clone()
    }

    /// The only request.
    ///
    /// # Panics
    ///
    /// If there was none or more than one.
    pub fn request(&self) -> Captured {
        let mut requests = self.requests();
        assert_eq!(requests.len(), 1, "number of requests");
        requests.remove(0)
    }
}

impl Drop for Mock {
    fn drop(&mut self) {
        self.shared.stopped.store(true, Ordering::SeqCst);
        // Wakes the thread that waits for connections.
        drop(TcpStream::connect(self.address));
    }
}

fn serve(shared: &Shared, mut stream: TcpStream) -> io::Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(10)))?;
    let request = read_request(&mut stream)?;
    let reply =
        locked(&shared.replies).pop_front().unwrap_or_else(|| Reply::new(599, "text/plain", "no reply left"));
    locked(&shared.requests).push(request);
    if reply.silent {
        while !shared.stopped.load(Ordering::SeqCst) {
            thread::sleep(Duration::from_millis(20));
        }
        return Ok(());
    }
    stream.write_all(&reply.to_bytes())
}

fn read_request(stream: &mut TcpStream) -> io::Result<Captured> {
    let mut bytes = Vec::new();
    let end = loop {
        if let Some(end) = find(&bytes, b"\r\n\r\n") {
            break end;
        }
        read_more(stream, &mut bytes)?;
        if !bytes[0].is_ascii_uppercase() {
            // Such as a client that expects TLS and would wait for it.
            return Err(io::Error::other("this is not HTTP"));
        }
    };
    let head = lossy(&bytes[..end]);
    let mut body = bytes.split_off(end + 4);
    let mut lines = head.split("\r\n");
    let mut start = lines.next().unwrap_or("").split(' ');
    let headers: Vec<(String, String)> = lines
        .filter_map(|line| line.split_once(':'))
        .map(|(name, value)| (name.to_lowercase(), value.trim().to_owned()))
        .collect();
    let mut request = Captured {
        method: start.next().unwrap_or("").to_owned(),
        path: start.next().unwrap_or("").to_owned(),
        headers,
        body: Vec::new(),
    };
    if request.header("transfer-encoding").is_some() {
        // The clients under test always know how much they send.
        return Err(io::Error::other("chunked requests are not understood"));
    }
    let length = request.header("content-length").unwrap_or("0");
    let length: usize = length.parse().map_err(io::Error::other)?;
    while body.len() < length {
        read_more(stream, &mut body)?;
    }
    request.body = body;
    Ok(request)
}

fn read_more(stream: &mut TcpStream, bytes: &mut Vec<u8>) -> io::Result<()> {
    let mut buffer = [0; 8192];
    match stream.read(&mut buffer)? {
        0 => Err(io::ErrorKind::UnexpectedEof.into()),
        count => {
            bytes.extend_from_slice(&buffer[..count]);
            Ok(())
        }
    }
}

/// Reads what stands between two boundaries.
fn read_part(text: &[u8]) -> Option<Part> {
    let end = find(text, b"\r\n\r\n")?;
    let head = lossy(&text[..end]);
    let mut part =
        Part { name: String::new(), file_name: None, content_type: None, bytes: text[end + 4..].to_vec() };
    for line in head.split("\r\n") {
        let (name, value) = line.split_once(": ").unwrap_or((line, ""));
        if name.eq_ignore_ascii_case("content-disposition") {
            part.name = quoted(value, "; name=\"")?;
            part.file_name = quoted(value, "; filename=\"");
        } else if name.eq_ignore_ascii_case("content-type") {
            part.content_type = Some(value.to_owned());
        }
    }
    Some(part)
}

/// The text behind `start` up to the next quote that is not escaped.
fn quoted(text: &str, start: &str) -> Option<String> {
    let (_, inside) = text.split_once(start)?;
    let mut out = String::new();
    let mut marks = inside.chars();
    loop {
        match marks.next()? {
            '"' => return Some(out),
            '\\' => out.push(marks.next()?),
            mark => out.push(mark),
        }
    }
}

/// Decodes a name or value of an urlencoded form.
fn decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let [first, tail @ ..] = rest {
        rest = tail;
        bytes.push(match (first, tail) {
            (b'+', _) => b' ',
            (b'%', [high, low, after @ ..]) => {
                rest = after;
                let digits = [*high, *low];
                let digits = std::str::from_utf8(&digits).expect("two ASCII digits");
                u8::from_str_radix(digits, 16).expect("two hexadecimal digits")
            }
            _ => *first,
        });
    }
    lossy(&bytes)
}

fn find(text: &[u8], wanted: &[u8]) -> Option<usize> {
    text.windows(wanted.len()).position(|part| part == wanted)
}

fn lossy(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// A failed test must not hide what happened behind a second panic.
fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
