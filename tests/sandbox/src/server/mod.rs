//! The server: what it keeps, and how it speaks HTTP.

mod clock;
mod connection;
pub mod control;
pub mod faults;
mod http;
mod journal;
mod listen;
mod log;
mod log_update;
mod options;
mod response;
mod seed;
mod site;
mod state;
mod store;
mod throttle;
mod tls;

pub use clock::Clock;
pub use journal::{Journal, Request};
pub use listen::Sandbox;
pub use log_update::{LogUpdate, SharedLog};
pub use options::Options;
pub use seed::{OWNER, Seeded, all_rights, creator_rights, new_token};
pub use state::StateError;
pub use store::{Access, Contents, Slot, Store, Stored};

use std::fmt;
use std::sync::{Mutex, OnceLock};

use redcap_generator::pipeline::VersionError;

use crate::catalogue::Catalogue;
use faults::{Fault, Faults};
use throttle::Throttle;

/// A server, without its listener.
pub struct Server {
    /// The spec of its version.
    pub catalogue: Catalogue,
    /// How it behaves.
    pub options: Options,
    /// Its projects.
    pub store: Store,
    /// Its clock.
    pub clock: Clock,
    /// What was asked of it.
    pub journal: Journal,
    /// Faults that wait for their call.
    pub faults: Faults,
    throttle: Throttle,
    keeper: state::Keeper,
    /// What [`Server::reset`] goes back to.
    seeds: Mutex<Contents>,
    /// Base URL at which it can be reached, once it listens.
    address: OnceLock<String>,
}

impl fmt::Debug for Server {
    /// Without what it keeps: tokens and data.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Server").field("version", &self.catalogue.version).finish_non_exhaustive()
    }
}

impl Server {
    /// A server without projects.
    ///
    /// # Errors
    /// When the version is none that the spec covers.
    pub fn new(options: Options) -> Result<Server, VersionError> {
        let server = Server {
            catalogue: Catalogue::at(options.version.as_deref())?,
            options,
            store: Store::default(),
            clock: Clock::default(),
            journal: Journal::default(),
            faults: Faults::default(),
            throttle: Throttle::default(),
            keeper: state::Keeper::default(),
            seeds: Mutex::default(),
            address: OnceLock::new(),
        };
        server.arm_options();
        Ok(server)
    }

    /// Arms the faults that the options ask for.
    fn arm_options(&self) {
        for fault in &self.options.faults {
            self.faults.arm(Fault::clone(fault));
        }
    }

    /// Base URL for links, with a slash at the end: the public one, or else the server's own.
    pub fn base_url(&self) -> &str {
        self.options.public_url.as_deref().unwrap_or_else(|| self.own_url())
    }

    fn own_url(&self) -> &str {
        self.address.get().map_or("http://127.0.0.1:8085/", String::as_str)
    }

    /// Notes where the server can be reached. Only the first listener counts.
    fn listens_at(&self, url: String) {
        let _ = self.address.set(url);
    }
}
