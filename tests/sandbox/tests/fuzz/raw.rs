//! Bodies of arbitrary bytes, over a socket.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::sync::LazyLock;

use proptest::prelude::*;
use redcap_sandbox::{Options, Sandbox, demo};

use super::cases;

static SANDBOX: LazyLock<Sandbox> = LazyLock::new(|| {
    let sandbox = Sandbox::start_blocking(Options::default()).expect("a free port");
    for demo in demo::projects() {
        sandbox.server().seed_demo(demo);
    }
    sandbox
});

/// Sends a body of a media type, and gives the status of the answer.
fn post(media: &[u8], body: &[u8]) -> u16 {
    let mut stream = TcpStream::connect(SANDBOX.address()).expect("the server listens");
    let mut request =
        b"POST /api/ HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\ncontent-type: ".to_vec();
    request.extend_from_slice(media);
    request.extend_from_slice(format!("\r\ncontent-length: {}\r\n\r\n", body.len()).as_bytes());
    request.extend_from_slice(body);
    stream.write_all(&request).expect("the server takes the request");
    let mut heard = Vec::new();
    stream.read_to_end(&mut heard).expect("the server answers");
    let heard = String::from_utf8_lossy(&heard);
    heard.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or(0)
}

/// Pieces of which forms consist, and others.
fn pieces() -> impl Strategy<Value = Vec<u8>> {
    let known = prop::sample::select(vec![
        "--limit",
        "--limit--",
        "\r\n",
        "\r\n\r\n",
        "Content-Disposition: form-data; name=\"content\"",
        "Content-Disposition: form-data; name=\"file\"; filename=\"a.txt\"",
        "Content-Disposition: form-data; name=\"token\"\r\n\r\nDEADC0DEDEADC0DEDEADC0DE00010000\r\n",
        "Content-Type: text/plain; charset=\"",
        "token=DEADC0DEDEADC0DEDEADC0DE00010000",
        "&content=",
        "record",
        "metadata",
        "&data=",
        "&format=json",
        "&fields[",
        "]",
        "%",
        "%00",
        "%zz",
        "=",
        "&",
        "[{",
        "\u{feff}",
    ]);
    let piece = prop_oneof![
        6 => known.prop_map(|text| text.as_bytes().to_vec()),
        1 => prop::collection::vec(any::<u8>(), 0..12),
    ];
    prop::collection::vec(piece, 0..14).prop_map(|pieces| pieces.concat())
}

fn media() -> impl Strategy<Value = Vec<u8>> {
    let known = prop::sample::select(vec![
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=limit",
        "multipart/form-data; boundary=\"limit\"",
        "multipart/form-data; boundary=",
        "multipart/form-data",
        "application/json",
        "",
    ]);
    prop_oneof![
        9 => known.prop_map(|text| text.as_bytes().to_vec()),
        1 => prop::collection::vec(0x20_u8..0x7f, 0..30),
    ]
}

proptest! {
    #![proptest_config(cases(150))]

    #[test]
    fn any_body_gets_an_answer(media in media(), body in pieces()) {
        let status = post(&media, &body);
        prop_assert!(matches!(status, 200 | 201 | 400 | 403 | 501), "{status}");
    }
}
