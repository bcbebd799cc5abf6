//! `probe`, against a server of a few lines that writes down what it is asked.

use std::io::{Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;

use super::{finish, json, program};

const TOKEN: &str = "0123456789ABCDEF0123456789ABCDEF";
/// The exit code for a server that is other than the spec says.
const FOUND: i32 = 3;

/// What a server says to a form: status and body.
type Say = fn(&str) -> (u16, String);

/// A server on a port of its own, and the bodies that were sent to it.
struct Server {
    url: String,
    asked: Arc<Mutex<Vec<String>>>,
}

impl Server {
    /// Answers each form with status and body; a status that redirects gets a place to go to.
    fn start(answer: Say) -> Server {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}/api", listener.local_addr().unwrap());
        let asked = Arc::new(Mutex::new(Vec::new()));
        let seen = Arc::clone(&asked);
        thread::spawn(move || {
            for stream in listener.incoming() {
                serve(stream.unwrap(), answer, &seen);
            }
        });
        Server { url, asked }
    }

    fn asked(&self) -> Vec<String> {
        self.asked.lock().unwrap().clone()
    }

    fn probe(&self, more: &[&str]) -> super::Run {
        let mut args = vec!["probe", "--url", &self.url];
        args.extend(more);
        finish(program(&args).env("REDCAP_API_TOKEN", TOKEN))
    }
}

fn serve(mut stream: TcpStream, answer: Say, seen: &Mutex<Vec<String>>) {
    let mut request = Vec::new();
    let mut buffer = [0; 4096];
    let body = loop {
        let count = stream.read(&mut buffer).unwrap();
        request.extend(&buffer[..count]);
        let text = String::from_utf8_lossy(&request).into_owned();
        let Some((head, body)) = text.split_once("\r\n\r\n") else { continue };
        assert!(!head.contains(TOKEN), "the token is in the head of a request");
        let length = head.to_lowercase();
        let length =
            length.split("content-length: ").nth(1).and_then(|rest| rest.lines().next()?.parse().ok());
        if body.len() >= length.unwrap_or(0) || count == 0 {
            break body.to_owned();
        }
    };
    let (status, text) = answer(&body);
    seen.lock().unwrap().push(body);
    let place = if (300..400).contains(&status) { "location: http://127.0.0.1:1/\r\n" } else { "" };
    let head =
        format!("HTTP/1.1 {status} X\r\n{place}content-length: {}\r\nconnection: close\r\n\r\n", text.len());
    stream.write_all((head + &text).as_bytes()).unwrap();
}

/// A server of 9.0.0 that also knows what came later.
fn knows_all(form: &str) -> (u16, String) {
    match form.contains("content=version") {
        true => (200, "9.0.0".to_owned()),
        false => (200, "[{\"record_id\":\"SECRET-PATIENT\"}]".to_owned()),
    }
}

#[test]
fn only_reads_are_sent_and_said_before() {
    let server = Server::start(knows_all);
    let run = server.probe(&["--format", "json"]);
    assert_eq!(run.code, FOUND, "{}", run.err);
    let asked = server.asked();
    assert!(asked.len() > 20);
    for form in &asked {
        assert!(form.starts_with(&format!("token={TOKEN}&content=")), "{form}");
        let writes = [
            "action=import",
            "action=delete",
            "action=rename",
            "action=create",
            "action=switch",
            "data=",
            "file=",
        ];
        assert!(writes.iter().all(|word| !form.contains(word)), "{form}");
        let content = form.split('&').nth(1).unwrap();
        assert!(run.err.contains(content), "{content} was not announced");
    }
    let records = asked.iter().find(|form| form.contains("content=record&")).unwrap();
    assert!(records.contains("no_such_record"), "{records}");
    let found = json(&run.out);
    assert_eq!(found["sections"][0]["title"], "Other than the spec says");
    assert!(run.out.contains("\"fact\": \"method export_dags\""), "{}", run.out);
    for text in [&run.out, &run.err] {
        assert!(!text.contains(TOKEN) && !text.contains("SECRET-PATIENT"), "{text}");
    }
}

#[test]
fn a_dry_run_sends_nothing_and_needs_no_token() {
    let server = Server::start(knows_all);
    let run = finish(program(&["probe", "--dry-run", "--url", &server.url]).env_remove("REDCAP_API_TOKEN"));
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    assert!(run.out.contains("content=record  format=json  records[0]=no_such_record"), "{}", run.out);
    assert!(server.asked().is_empty());
}

#[test]
fn a_server_that_cannot_be_probed_is_asked_once() {
    let cases: [(Say, &str); 4] = [
        (
            |_| (403, "{\"error\":\"You do not have permissions to use the API\"}".to_owned()),
            "You do not have permissions",
        ),
        (|_| (200, "<!DOCTYPE html><html><body>Log in</body></html>".to_owned()), "a web page"),
        (|_| (302, String::new()), "name the final one"),
        (|_| (200, "ready".to_owned()), "does not tell its version"),
    ];
    for (answer, said) in cases {
        let server = Server::start(answer);
        let run = server.probe(&[]);
        assert_eq!((run.code, run.out.as_str()), (1, ""), "{said}");
        assert!(run.err.contains(said) && !run.err.contains(TOKEN), "{said}: {}", run.err);
        assert_eq!(server.asked().len(), 1, "{said}");
    }
}

#[test]
fn a_server_that_is_not_there_is_told_once() {
    let args = ["probe", "--url", "http://127.0.0.1:1/api/", "--redcap-version", "17.4.1"];
    let run = finish(program(&args).env("REDCAP_API_TOKEN", TOKEN));
    assert_eq!((run.code, run.out.as_str()), (1, ""));
    assert!(run.err.contains("error: nothing listens at this address"), "{}", run.err);
}

#[test]
fn a_status_that_proves_nothing_is_not_taken_for_an_answer() {
    let server = Server::start(|form| match form.contains("content=version") {
        true => (200, "9.0.0".to_owned()),
        false => (501, "{\"error\":\"The requested method is not implemented.\"}".to_owned()),
    });
    let found = json(&server.probe(&["--format", "json"]).out);
    assert_eq!(found["sections"][0]["title"], "Could not be told", "{found}");
}

#[test]
fn addresses_and_tokens_are_checked_before_anything_is_sent() {
    let refused = |url: &str, token: &str| {
        let run = finish(program(&["probe", "--url", url]).env("REDCAP_API_TOKEN", token));
        assert_eq!((run.code, run.out.as_str()), (1, ""), "{url}");
        run.err
    };
    assert!(refused("http://redcap.example.edu/api/", TOKEN).contains("use https"));
    assert!(refused("redcap.example.edu", TOKEN).contains("no scheme"));
    let leaking = refused(&format!("https://redcap.example.edu/api/?token={TOKEN}"), TOKEN);
    assert!(leaking.contains("holds a query") && !leaking.contains(TOKEN), "{leaking}");
    let bad = refused("https://redcap.example.edu/api/", "not a token");
    assert!(bad.contains("REDCAP_API_TOKEN holds no token") && !bad.contains("not a token"), "{bad}");
}
