//! Requests over a real socket, byte for byte.

use std::fmt::Write as _;
use std::io::{ErrorKind, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::{Duration, Instant};

use redcap_sandbox::{Options, Sandbox};

use crate::support::{TOKEN, project};

/// A running server with a classic project.
pub fn classic(options: Options) -> Sandbox {
    let sandbox = Sandbox::start_blocking(options).expect("a free port");
    sandbox.server().seed(project("test_simple_project"), Some(TOKEN));
    sandbox
}

/// What a client heard until the connection ended.
#[derive(Debug)]
pub struct Heard {
    /// Status line and headers, in lower case; empty if nothing came.
    pub head: String,
    /// Everything after them, as it was on the wire.
    pub body: Vec<u8>,
    /// How the connection ended: none for a proper end.
    pub end: Option<ErrorKind>,
    /// How long it took.
    pub time: Duration,
}

impl Heard {
    /// The status; 0 if there was none.
    pub fn status(&self) -> u16 {
        self.head.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or(0)
    }

    /// A header.
    pub fn header(&self, name: &str) -> Option<&str> {
        let mut lines = self.head.lines().filter_map(|line| line.split_once(": "));
        lines.find(|(own, _)| *own == name).map(|(_, value)| value)
    }

    /// The body as text.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

/// Sends bytes and listens until the end.
pub fn send(address: SocketAddr, bytes: &[u8]) -> Heard {
    let started = Instant::now();
    let mut stream = TcpStream::connect(address).expect("the server listens");
    stream.set_read_timeout(Some(Duration::from_secs(20))).expect("a timeout can be set");
    stream.write_all(bytes).expect("the server takes the request");
    let mut heard = Vec::new();
    let mut buffer = [0; 4096];
    let end = loop {
        match stream.read(&mut buffer) {
            Ok(0) => break None,
            Ok(count) => heard.extend_from_slice(&buffer[..count]),
            Err(error) => break Some(error.kind()),
        }
    };
    let split = heard.windows(4).position(|window| window == b"\r\n\r\n");
    let (head, body) = match split {
        Some(at) => (heard[..at + 2].to_vec(), heard[at + 4..].to_vec()),
        None => (Vec::new(), heard),
    };
    let head = String::from_utf8_lossy(&head).replace("\r\n", "\n").to_ascii_lowercase();
    Heard { head, body, end, time: started.elapsed() }
}

/// Sends a request with a method, a path, headers and a body.
pub fn request(address: SocketAddr, line: &str, headers: &[(&str, &str)], body: &str) -> Heard {
    let mut text = format!("{line} HTTP/1.1\r\nhost: {address}\r\nconnection: close\r\n");
    for (name, value) in headers {
        let _ = write!(text, "{name}: {value}\r\n");
    }
    let _ = write!(text, "content-length: {}\r\n\r\n{body}", body.len());
    send(address, text.as_bytes())
}

/// Sends a form to the API, with further headers.
pub fn post(sandbox: &Sandbox, headers: &[(&str, &str)], form: &str) -> Heard {
    let mut all = vec![("content-type", "application/x-www-form-urlencoded")];
    all.extend_from_slice(headers);
    request(sandbox.address(), "POST /api/", &all, &format!("token={TOKEN}&{form}"))
}

/// Sends a form with a fault.
pub fn with_fault(sandbox: &Sandbox, fault: &str, form: &str) -> Heard {
    post(sandbox, &[("x-sandbox-fault", fault)], form)
}

/// A form that asks for the version.
pub const VERSION: &str = "content=version";
/// A form that exports all records.
pub const RECORDS: &str = "content=record&format=json";
/// A form that imports record 99.
pub const IMPORT: &str = "content=record&format=csv&data=record_id%2Cfirst_name%0A99%2CNew";

/// True if record 99 was imported. It is removed again.
pub fn was_imported(sandbox: &Sandbox) -> bool {
    let slot = sandbox.server().store.project(1).expect("the project is there");
    let name = redcap_sandbox::project::RecordName::new("99");
    slot.change(|project, _| Ok::<bool, ()>(project.records.remove(&name).is_some())).expect("no refusal")
}

/// A client that knows no proxy. The cryptography is that of the sandbox, which this client would not choose by itself.
pub fn client() -> reqwest::ClientBuilder {
    // An error says that it was chosen before.
    let _ = rustls::crypto::ring::default_provider().install_default();
    reqwest::Client::builder().no_proxy()
}
