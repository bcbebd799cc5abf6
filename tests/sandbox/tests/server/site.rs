//! The reference site at the root, and what the sandbox tells its playground.

use std::fs;

use redcap_sandbox::{Options, Sandbox, demo};
use tempfile::TempDir;

use crate::support::TOKEN;
use crate::wire::{Heard, classic, request, send};

/// Token of a user of a demo project.
const DEMO: &str = "DEADC0DEDEADC0DEDEADC0DE00020000";

fn site() -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    fs::create_dir(folder.path().join("static")).expect("a folder");
    for (name, text) in [
        ("index.html", "<!doctype html>start"),
        ("static/site.css", "body {}"),
        ("sandbox.js", "// no sandbox"),
        (".hidden", "secret"),
    ] {
        fs::write(folder.path().join(name), text).expect("a file");
    }
    folder
}

fn get(sandbox: &Sandbox, path: &str, headers: &[(&str, &str)]) -> Heard {
    let lines = headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect::<String>();
    let host = if lines.contains("host: ") { "" } else { "host: localhost\r\n" };
    send(
        sandbox.address(),
        format!("GET {path} HTTP/1.1\r\n{host}connection: close\r\n{lines}\r\n").as_bytes(),
    )
}

#[test]
fn the_site_is_at_the_root() {
    let folder = site();
    let sandbox = classic(Options::default().site(folder.path()));
    let start = get(&sandbox, "/", &[]);
    assert_eq!((start.status(), start.text().as_str()), (200, "<!doctype html>start"));
    assert_eq!(start.header("content-type"), Some("text/html; charset=utf-8"));
    assert_eq!(start.header("content-security-policy"), Some("frame-ancestors 'none'"));
    let style = get(&sandbox, "/static/site.css?x=1", &[]);
    assert_eq!((style.status(), style.header("content-type")), (200, Some("text/css; charset=utf-8")));
    for missing in
        ["/nothing.html", "/static", "/.hidden", "/static/../.hidden", "/%2ehidden", "/..%2f.hidden"]
    {
        assert_eq!(get(&sandbox, missing, &[]).status(), 404, "{missing}");
    }
    assert_eq!(request(sandbox.address(), "POST /index.html", &[], "").status(), 405);
    assert_eq!(get(&sandbox, "/api/", &[]).status(), 501, "the API stays where it is");
}

#[test]
fn without_a_site_the_root_is_empty() {
    let sandbox = classic(Options::default());
    assert_eq!(get(&sandbox, "/", &[]).status(), 404);
    assert_eq!(get(&sandbox, "/sandbox.js", &[]).status(), 404);
}

#[test]
fn only_demo_tokens_are_told_and_only_to_this_machine() {
    let folder = site();
    let sandbox = classic(Options::default().site(folder.path()));
    let told = get(&sandbox, "/sandbox.js", &[("host", "127.0.0.1")]).text();
    assert!(told.contains("\"path\":\"/api/\"") && told.contains("\"tokens\":[]"), "{told}");
    for demo in demo::projects() {
        sandbox.server().seed_demo(demo);
    }
    let told = get(&sandbox, "/sandbox.js", &[("host", "localhost:8085")]).text();
    let (first, other) = (told.find(DEMO), told.find("DEADC0DEDEADC0DEDEADC0DE00010000"));
    assert!(first.is_some() && first < other, "the project of the examples comes first: {told}");
    assert!(!told.contains(TOKEN), "a token that somebody chose is not told");
    for headers in [
        [("host", "redcap.example.org"), ("x", "")],
        [("host", "localhost"), ("sec-fetch-site", "cross-site")],
        [("host", "localhost"), ("origin", "https://evil.example")],
    ] {
        let told = get(&sandbox, "/sandbox.js", &headers);
        assert_eq!((told.status(), told.text().as_str()), (200, "// no sandbox"), "{headers:?}");
    }
}
