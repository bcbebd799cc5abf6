//! A sandbox with its demo projects, and clients for them.

use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use redcap::{Client, ClientBuilder, Error, RetryPolicy};
use redcap_sandbox::server::Request;
use redcap_sandbox::{Options, Sandbox, demo};

/// Token of the owner of the classic demo project.
pub const CLINIC: &str = "DEADC0DEDEADC0DEDEADC0DE00010000";
/// Token of the owner of the longitudinal demo project.
pub const TRIAL: &str = "DEADC0DEDEADC0DEDEADC0DE00020000";
/// Token by which projects are created.
pub const SUPER: &str = "DEADC0DEDEADC0DEDEADC0DEDEADC0DEDEADC0DEDEADC0DEDEADC0DEDEADC0DE";

/// A running sandbox, and which calls were made of it by [`call!`].
#[derive(Debug)]
pub struct World {
    /// The sandbox.
    pub sandbox: Sandbox,
    done: Mutex<BTreeSet<String>>,
}

impl World {
    /// The demo projects on the newest version.
    pub fn new() -> World {
        World::with(Options::default())
    }

    /// The demo projects on a server with options. It has threads of its own.
    pub fn with(options: Options) -> World {
        let sandbox = Sandbox::start_blocking(options).expect("a free port");
        for demo in demo::projects() {
            sandbox.server().seed_demo(demo);
        }
        sandbox.server().store.add_super_token(SUPER, "creator");
        World { sandbox, done: Mutex::default() }
    }

    /// A client that tries three times, with hardly a wait.
    pub fn client(&self, token: &str) -> Client {
        quick().build(&self.sandbox.url(), token).expect("a client")
    }

    /// Arms a fault.
    pub fn arm(&self, fault: &str) {
        self.sandbox.server().faults.arm(fault.parse().expect("a fault"));
    }

    /// Disarms all faults and forgets all requests.
    pub fn calm(&self) {
        self.sandbox.server().faults.clear();
        self.sandbox.server().journal.clear();
    }

    /// What was asked of the server.
    pub fn requests(&self) -> Vec<Request> {
        self.sandbox.server().journal.requests()
    }

    /// Waits for a call that must succeed, and notes that it was made; see [`call!`].
    pub async fn done<T>(&self, ending: &str, reply: impl Future<Output = Result<T, Error>>) -> T {
        let answer = reply.await;
        let last = self.requests().pop().expect("a request");
        let call = format!("{}.{ending}", last.method.as_deref().unwrap_or("?"));
        self.done.lock().unwrap_or_else(PoisonError::into_inner).insert(call.clone());
        answer.unwrap_or_else(|error| {
            panic!("{call}: {error}: {:?} {}", error.api_message(), error.body_excerpt())
        })
    }

    /// The calls that were made, as `method.ending`.
    pub fn calls(&self) -> BTreeSet<String> {
        self.done.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl Default for World {
    fn default() -> World {
        World::new()
    }
}

/// A builder of clients that try three times, with hardly a wait.
pub fn quick() -> ClientBuilder {
    let waits = Duration::from_millis(1);
    Client::builder().retry(RetryPolicy::attempts(3).waits(waits, 2 * waits))
}

/// Ends a request with one of its endings, which must succeed: `call!(world, send: client.export_arms())`.
#[macro_export]
macro_rules! call {
    ($world:expr, $ending:ident: $request:expr) => {
        $world.done(stringify!($ending), $request.$ending()).await
    };
    ($world:expr, $ending:ident($($argument:expr),+): $request:expr) => {
        $world.done(stringify!($ending), $request.$ending($($argument),+)).await
    };
}
