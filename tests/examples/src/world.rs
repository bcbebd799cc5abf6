//! A fresh sandbox with its demo projects, and a recorder in front of it.

use std::sync::{Arc, LazyLock};

use redcap_sandbox::api::{Body, Form, Upload, answer};
use redcap_sandbox::{Options, Sandbox, Server, demo};
use tokio::runtime::Runtime;

use crate::recorder::{Answer, Recorded, Recorder};
use crate::vector::Vector;

/// Token of the owner of the Headache Trial.
pub const OWNER: &str = "DEADC0DEDEADC0DEDEADC0DE00020000";
/// Token by which projects are created.
pub const SUPER: &str = "DEADC0DEDEADC0DEDEADC0DEDEADC0DEDEADC0DEDEADC0DEDEADC0DEDEADC0DE";
/// The time at which every request comes.
pub const TIME: &str = "2026-02-03 04:05:06";

/// For everything here that is asynchronous.
pub static RUNTIME: LazyLock<Runtime> = LazyLock::new(|| {
    tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().expect("threads")
});

/// A sandbox with its recorder.
#[derive(Debug)]
pub struct World {
    /// The sandbox.
    pub sandbox: Sandbox,
    recorder: Recorder,
}

fn options() -> Options {
    // The address of a server is a new one each time, and it is part of some answers.
    Options::default().public_url("https://redcap.example.org/")
}

fn seed(server: &Server) {
    server.clock.set(Some(TIME)).expect("a time");
    for demo in demo::projects() {
        server.seed_demo(demo);
    }
    server.store.add_super_token(SUPER, "creator");
}

impl World {
    /// The demo projects on the newest version.
    pub fn new() -> World {
        let sandbox = RUNTIME.block_on(Sandbox::start(options())).expect("a free port");
        seed(sandbox.server());
        let recorder = Recorder::start(sandbox.url(), Arc::clone(sandbox.server()));
        World { sandbox, recorder }
    }

    /// Where programs find the API.
    pub fn url(&self) -> String {
        self.recorder.url()
    }

    /// Arms a fault.
    pub fn arm(&self, fault: &str) {
        self.sandbox.server().faults.arm(fault.parse().expect("a fault"));
    }

    /// Gives files in answers a name, whatever theirs is.
    pub fn name_files(&self, name: &str) {
        self.recorder.name_files(name);
    }

    /// What came so far.
    pub fn requests(&self) -> Vec<Recorded> {
        self.recorder.requests()
    }

    /// What the server answers to a vector, without HTTP between.
    pub fn ask(&self, vector: &Vector) -> Answer {
        ask(self.sandbox.server(), vector)
    }
}

impl Default for World {
    fn default() -> World {
        World::new()
    }
}

/// What a server on which nothing happened yet answers to a vector.
pub fn fresh_answer(vector: &Vector) -> Answer {
    let server = Server::new(options()).expect("a known version");
    seed(&server);
    ask(&server, vector)
}

fn ask(server: &Server, vector: &Vector) -> Answer {
    let mut form = Form::default();
    form.add("token", vector.token.clone());
    vector.fields.iter().for_each(|(name, value)| form.add(name, value.clone()));
    form.uploads.extend(vector.file.iter().map(|file| Upload {
        field: file.field.clone(),
        name: file.name.clone(),
        mime: None,
        bytes: file.bytes.clone().into(),
    }));
    let (reply, _) = answer(server, form);
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
