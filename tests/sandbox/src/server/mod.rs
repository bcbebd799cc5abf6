//! The server: what it keeps, and how it speaks HTTP.

mod clock;
mod http;
mod journal;
mod listen;
mod seed;
mod store;

pub use clock::Clock;
pub use journal::{Journal, Request};
pub use listen::Sandbox;
pub use seed::{OWNER, Seeded, all_rights, creator_rights};
pub use store::{Access, Contents, Slot, Store, Stored};

use redcap_generator::pipeline::VersionError;

use crate::api::ListForm;
use crate::catalogue::Catalogue;

/// How a server behaves.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// REDCap version to answer as; the newest known one for none.
    pub version: Option<String>,
    /// Base URL for survey links, with a slash at the end; the server's own address for none.
    pub public_url: Option<String>,
    /// How strictly lists are taken.
    pub lists: ListForm,
}

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
        })
    }
}
