//! The server: what it keeps, and how it speaks HTTP.

mod clock;
mod connection;
mod http;
mod journal;
mod listen;
mod options;
mod seed;
mod store;

pub use clock::Clock;
pub use journal::{Journal, Request};
pub use listen::Sandbox;
pub use options::Options;
pub use seed::{OWNER, Seeded, all_rights, creator_rights};
pub use store::{Access, Contents, Slot, Store, Stored};

use std::sync::{Mutex, OnceLock};

use redcap_generator::pipeline::VersionError;

use crate::catalogue::Catalogue;

/// A server, without its listener.
#[derive(Debug)]
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
    /// What [`Server::reset`] goes back to.
    seeds: Mutex<Contents>,
    /// Base URL at which it can be reached, once it listens.
    address: OnceLock<String>,
}

impl Server {
    /// A server without projects.
    ///
    /// # Errors
    /// When the version is none that the spec covers.
    pub fn new(options: Options) -> Result<Server, VersionError> {
        Ok(Server {
            catalogue: Catalogue::at(options.version.as_deref())?,
            options,
            store: Store::default(),
            clock: Clock::default(),
            journal: Journal::default(),
            seeds: Mutex::default(),
            address: OnceLock::new(),
        })
    }

    /// Base URL for links, with a slash at the end: the public one, or else the server's own.
    pub fn base_url(&self) -> &str {
        let own = || self.address.get().map_or("http://127.0.0.1:8085/", String::as_str);
        self.options.public_url.as_deref().unwrap_or_else(own)
    }

    /// Notes where the server can be reached. Only the first listener counts.
    fn listens_at(&self, url: String) {
        let _ = self.address.set(url);
    }
}
