//! The HTTP around the answers.

use std::collections::BTreeSet;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::sync::Arc;

use redcap_sandbox::{Options, Sandbox};

use crate::support::{TOKEN, project};
use crate::wire::{RECORDS, VERSION, classic, post, request, send};

const NOT_IMPLEMENTED: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" ?><hash><error>The requested method is not implemented.</error></hash>";

#[test]
fn answers_have_the_headers_of_live_servers() {
    let heard = post(&classic(Options::default()), &[], VERSION);
    for (name, value) in [
        ("expires", "0"),
        ("cache-control", "no-store, no-cache, must-revalidate"),
        ("pragma", "no-cache"),
        ("x-xss-protection", "1; mode=block"),
        ("x-content-type-options", "nosniff"),
        ("access-control-allow-origin", "*"),
        ("content-length", "6"),
    ] {
        assert_eq!(heard.header(name), Some(value), "{name}");
    }
    assert_eq!(heard.text(), "17.4.1");
}

#[test]
fn the_random_text_changes_its_length() {
    let sandbox = classic(Options::default());
    let lengths: BTreeSet<usize> = (0..20)
        .map(|_| post(&sandbox, &[], VERSION).header("redcap-random-text").expect("the header").len())
        .collect();
    assert!(lengths.len() > 10, "{lengths:?}");
    assert!(lengths.iter().all(|length| (1..=63).contains(length)));
}

#[test]
fn anything_but_a_form_by_post_is_not_implemented() {
    let sandbox = classic(Options::default());
    for line in ["GET /api/", "PUT /api/", "OPTIONS /api/", "POST /api/", "GET /api/?content=version"] {
        let heard = request(sandbox.address(), line, &[], "");
        assert_eq!((heard.status(), heard.text()), (501, NOT_IMPLEMENTED.to_owned()), "{line}");
    }
    let head = request(sandbox.address(), "HEAD /api/", &[], "");
    assert_eq!((head.status(), head.body.len()), (501, 0));
}

#[test]
fn an_address_without_the_last_slash_is_redirected() {
    let heard = request(classic(Options::default()).address(), "POST /api", &[], "content=version");
    assert_eq!((heard.status(), heard.header("location")), (301, Some("/api/")));
}

#[test]
fn the_address_with_a_version_answers_too() {
    let sandbox = classic(Options::default());
    let form = format!("token={TOKEN}&content=version");
    let media = [("content-type", "application/x-www-form-urlencoded")];
    for path in ["/redcap_v17.4.1/API/", "/redcap_v9.0.0/api/"] {
        let heard = request(sandbox.address(), &format!("POST {path}"), &media, &form);
        assert_eq!((heard.status(), heard.text()), (200, "17.4.1".to_owned()), "{path}");
    }
    assert_eq!(request(sandbox.address(), "POST /other/API/", &media, &form).status(), 404);
}

#[test]
fn the_folder_of_the_public_url_answers_too() {
    let sandbox = classic(Options::default().public_url("https://redcap.example.org/redcap"));
    let form = format!("token={TOKEN}&content=version");
    let media = [("content-type", "application/x-www-form-urlencoded")];
    for path in ["/redcap/api/", "/redcap/redcap_v17.4.1/API/", "/api/"] {
        assert_eq!(
            request(sandbox.address(), &format!("POST {path}"), &media, &form).status(),
            200,
            "{path}"
        );
    }
    let heard = request(sandbox.address(), "POST /redcap/api", &[], "");
    assert_eq!((heard.status(), heard.header("location")), (301, Some("/redcap/api/")));
}

#[test]
fn another_path_is_a_page_of_the_web_server() {
    let heard = request(classic(Options::default()).address(), "GET /nowhere", &[], "");
    assert_eq!((heard.status(), heard.header("content-type")), (404, Some("text/html; charset=iso-8859-1")));
    assert_eq!(
        heard.text(),
        "<!DOCTYPE HTML PUBLIC \"-//IETF//DTD HTML 2.0//EN\">\n<html><head>\n<title>404 Not Found</title>\n\
         </head><body>\n<h1>Not Found</h1>\n<p>The requested URL was not found on this server.</p>\n\
         </body></html>\n"
    );
}

#[test]
fn malformed_http_is_a_page_of_the_web_server() {
    let sandbox = classic(Options::default());
    for bytes in [&b"NO HTTP AT ALL\r\n\r\n"[..], b"POST /api/ HTTP/1.1\r\nbad header\r\n\r\n"] {
        let heard = send(sandbox.address(), bytes);
        assert_eq!(
            (heard.status(), heard.header("content-type")),
            (400, Some("text/html; charset=iso-8859-1"))
        );
        assert!(heard.text().contains("<h1>Bad Request</h1>"), "{heard:?}");
        assert_eq!(heard.header("content-length"), Some(heard.body.len().to_string().as_str()));
    }
}

#[test]
fn a_multipart_body_that_breaks_off_is_a_bad_request() {
    let media = [("content-type", "multipart/form-data; boundary=x")];
    let heard = request(classic(Options::default()).address(), "POST /api/", &media, "--x\r\nnonsense");
    assert_eq!(heard.status(), 400);
}

#[test]
fn a_chunked_request_is_read() {
    let sandbox = classic(Options::default());
    let form = format!("token={TOKEN}&content=version");
    let text = format!(
        "POST /api/ HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-type: application/x-www-form-urlencoded\r\n\
         transfer-encoding: chunked\r\n\r\n{:x}\r\n{form}\r\n0\r\n\r\n",
        form.len()
    );
    assert_eq!(send(sandbox.address(), text.as_bytes()).text(), "17.4.1");
}

#[test]
fn a_body_that_is_too_large_is_refused() {
    let sandbox = classic(Options::default().most_bytes(1000));
    let heard = post(&sandbox, &[], &format!("content=version&data={}", "x".repeat(100_000)));
    assert_eq!(heard.status(), 413);
    assert!(heard.text().contains("Request Entity Too Large"));
    assert_eq!(post(&sandbox, &[], VERSION).status(), 200);
}

#[test]
fn a_connection_takes_several_requests() {
    let sandbox = classic(Options::default());
    let form = format!("token={TOKEN}&content=version");
    let text = format!(
        "POST /api/ HTTP/1.1\r\nhost: x\r\ncontent-type: application/x-www-form-urlencoded\r\ncontent-length: {}\r\n\r\n{form}",
        form.len()
    );
    let mut stream = TcpStream::connect(sandbox.address()).expect("the server listens");
    for _ in 0..3 {
        stream.write_all(text.as_bytes()).expect("the connection is open");
        let mut heard = Vec::new();
        while !heard.ends_with(b"\r\n\r\n17.4.1") {
            let mut byte = [0];
            stream.read_exact(&mut byte).expect("an answer");
            heard.push(byte[0]);
        }
    }
}

#[test]
fn compression_is_for_clients_that_accept_it() {
    let sandbox = classic(Options::default().gzip());
    for (accepted, packed) in
        [("gzip, deflate", true), ("deflate", false), ("gzip;q=0", false), ("br, gzip;q=0.5", true)]
    {
        let heard = post(&sandbox, &[("accept-encoding", accepted)], RECORDS);
        assert_eq!(heard.header("content-encoding") == Some("gzip"), packed, "{accepted}");
    }
    let plain = classic(Options::default());
    assert_eq!(post(&plain, &[("accept-encoding", "gzip")], RECORDS).header("content-encoding"), None);
}

#[test]
fn an_address_that_sends_too_much_is_blocked_for_the_minute() {
    let sandbox = classic(Options::default().requests_per_minute(2));
    sandbox.server().clock.set(Some("2026-01-01 00:00:00")).expect("a time");
    let answers: Vec<bool> = (0..4).map(|_| post(&sandbox, &[], VERSION).text() == "17.4.1").collect();
    assert_eq!(answers, [true, true, false, false]);
    let blocked = post(&sandbox, &[], VERSION);
    assert_eq!((blocked.status(), blocked.header("content-type")), (200, Some("text/html; charset=utf-8")));
    assert!(blocked.text().contains("blocked"));
    sandbox.server().clock.set(Some("2026-01-01 00:01:00")).expect("a time");
    assert_eq!(post(&sandbox, &[], VERSION).text(), "17.4.1");
}

#[test]
fn latency_comes_before_each_answer() {
    let wait = std::time::Duration::from_millis(80);
    assert!(post(&classic(Options::default().latency(wait)), &[], VERSION).time >= wait);
}

#[test]
fn the_journal_names_what_was_asked_and_keeps_no_value() {
    let sandbox = classic(Options::default());
    post(&sandbox, &[], "content=record&format=json&records=SECRET-VALUE");
    post(&sandbox, &[("x-sandbox-fault", "503")], VERSION);
    let requests = sandbox.server().journal.requests();
    assert_eq!(requests[0].method.as_deref(), Some("export_records"));
    assert_eq!(requests[0].parameters, ["token", "content", "format", "records"]);
    assert_eq!((requests[0].project, requests[0].fault.clone()), (Some(1), None));
    assert_eq!((requests[1].status, requests[1].fault.as_deref()), (Some(503), Some("503-before")));
    let kept = format!("{requests:?}");
    assert!(!kept.contains("SECRET-VALUE") && !kept.contains(TOKEN), "{kept}");
}

#[tokio::test(flavor = "multi_thread")]
async fn hundreds_of_clients_at_once_get_their_answers_and_lose_no_change() {
    let sandbox = Sandbox::start(Options::default()).await.expect("a free port");
    sandbox.server().seed(project("test_simple_project"), Some(TOKEN));
    let client = crate::wire::client().build().expect("a client");
    let url = Arc::new(sandbox.url());
    let tasks: Vec<_> = (1000..1300)
        .map(|record| {
            let (client, url) = (client.clone(), Arc::clone(&url));
            tokio::spawn(async move {
                let data = format!("record_id,first_name\n{record},New");
                let form = [("token", TOKEN), ("content", "record"), ("format", "csv"), ("data", &data)];
                client.post(url.as_str()).form(&form).send().await?.text().await
            })
        })
        .collect();
    for task in tasks {
        assert_eq!(task.await.expect("no panic").expect("an answer"), "1");
    }
    let project = sandbox.server().store.project(1).expect("the project").snapshot().project;
    assert!((1000..1300).all(|record| project.record(&record.to_string()).is_some()));
}
