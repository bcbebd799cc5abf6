//! What several tests need: servers with projects, and requests without a network.

// Every test is a crate of its own and uses a part of this module.
#![allow(dead_code)]

pub mod examples;

use std::sync::Arc;

use redcap_sandbox::api::{Body, Form, Reply, answer};
use redcap_sandbox::odm::{ReadOptions, read};
use redcap_sandbox::project::Project;
use redcap_sandbox::{Options, Server};

/// The text of one of the three real project files.
pub fn fixture(name: &str) -> String {
    let path = format!("{}/tests/fixtures/pycap/{name}.xml", env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(path).expect("the project file is there")
}

/// A project read from one of the three real project files.
pub fn project(name: &str) -> Project {
    read(&fixture(name), &ReadOptions::default()).expect("the project file is read")
}

/// The token of [`with`].
pub const TOKEN: &str = "0123456789ABCDEF0123456789ABCDEF";

/// A server of the newest version with one project.
pub fn with(project: Project) -> Arc<Server> {
    at(None, project)
}

/// A server of a version with one project.
pub fn at(version: Option<&str>, project: Project) -> Arc<Server> {
    let options = Options { version: version.map(str::to_owned), ..Options::default() };
    let server = Server::new(options).expect("the version is known");
    server.clock.set(Some("2026-02-03 04:05:06")).expect("a time");
    server.seed(project, Some(TOKEN));
    Arc::new(server)
}

/// An answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// Status.
    pub status: u16,
    /// `Content-Type`.
    pub media: String,
    /// Body.
    pub bytes: Vec<u8>,
}

impl Answer {
    /// The body as text.
    pub fn text(&self) -> String {
        String::from_utf8(self.bytes.clone()).expect("the body is UTF-8")
    }

    /// The body as JSON.
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_slice(&self.bytes).unwrap_or_else(|error| panic!("{error}: {}", self.text()))
    }
}

/// Sends a form as the owner of the project.
pub fn ask(server: &Server, fields: &[(&str, &str)]) -> Answer {
    ask_as(server, TOKEN, fields)
}

/// Sends a form with a token.
pub fn ask_as(server: &Server, token: &str, fields: &[(&str, &str)]) -> Answer {
    let mut form = Form::default();
    form.add("token", token.to_owned());
    for (name, value) in fields {
        form.add(name, (*value).to_owned());
    }
    send(server, form)
}

/// Sends a form.
pub fn send(server: &Server, form: Form) -> Answer {
    let (reply, _) = answer(server, form);
    whole(reply)
}

/// Reads a reply to its end.
pub fn whole(reply: Reply) -> Answer {
    let bytes = match reply.body {
        Body::Whole(bytes) => bytes.to_vec(),
        Body::Streamed(writer) => {
            let mut bytes = Vec::new();
            writer(&mut bytes).expect("memory takes everything");
            bytes
        }
    };
    Answer { status: reply.status, media: reply.media, bytes }
}

/// The text of a successful answer.
pub fn text(server: &Server, fields: &[(&str, &str)]) -> String {
    let answer = ask(server, fields);
    assert_eq!(answer.status, 200, "{}", answer.text());
    answer.text()
}

/// Status and text of an answer.
pub fn both(server: &Server, fields: &[(&str, &str)]) -> (u16, String) {
    let answer = ask(server, fields);
    (answer.status, answer.text())
}
