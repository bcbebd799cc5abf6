// Made by `cargo run generate` from templates/rust-client/src/runtime/builder.rs.
// Do not edit: change the source and run it again.

//! What can be chosen when a client is made.

use std::env;
use std::fmt;
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use super::client::{Client, Inner};
use super::connect::Connection;
use super::endpoint;
use super::error::{Error, ErrorKind};
use super::limits::Limits;
use super::mode::Async;
use super::retry::RetryPolicy;
use super::token::Token;
use super::version::ServerVersion;

const USER_AGENT: &str = concat!("redcap-rust/", env!("CARGO_PKG_VERSION"));

/// Makes a [`Client`] with choices of one's own.
///
/// ```
/// use std::time::Duration;
/// use redcap::runtime::{Client, RetryPolicy};
///
/// let client = Client::builder()
///     .retry(RetryPolicy::attempts(5))
///     .concurrency(4)
///     .min_interval(Duration::from_millis(100))
///     .build("https://redcap.example.org/api/", "0123456789ABCDEF0123456789ABCDEF")?;
/// # Ok::<(), redcap::runtime::Error>(())
/// ```
#[derive(Clone)]
#[must_use = "a builder does nothing until the client is built"]
pub struct ClientBuilder {
    connection: Connection,
    retry: RetryPolicy,
    concurrency: usize,
    interval: Duration,
    version: Option<ServerVersion>,
}

impl Default for ClientBuilder {
    fn default() -> ClientBuilder {
        ClientBuilder {
            connection: Connection {
                connect_timeout: Duration::from_secs(10),
                // Exports may be computed for minutes before the first byte.
                silence_timeout: Duration::from_secs(5 * 60),
                user_agent: USER_AGENT.to_owned(),
                proxy: None,
                roots: Vec::new(),
            },
            retry: RetryPolicy::default(),
            concurrency: 3,
            interval: Duration::ZERO,
            version: None,
        }
    }
}

impl ClientBuilder {
    /// Longest time to reach the server; ten seconds unless chosen.
    pub fn connect_timeout(mut self, time: Duration) -> ClientBuilder {
        self.connection.connect_timeout = time;
        self
    }

    /// Longest time without any sign of the server; five minutes unless chosen. The whole of a long export
    /// may take longer: limit that with [`CallOptions::timeout`](super::CallOptions::timeout).
    pub fn silence_timeout(mut self, time: Duration) -> ClientBuilder {
        self.connection.silence_timeout = time;
        self
    }

    /// How often failed calls are repeated.
    pub fn retry(mut self, policy: RetryPolicy) -> ClientBuilder {
        self.retry = policy;
        self
    }

    /// How many calls may be under way at the same time, over all clones; 3 unless chosen. An answer that is
    /// streamed counts until it is dropped.
    pub fn concurrency(mut self, calls: usize) -> ClientBuilder {
        self.concurrency = calls;
        self
    }

    /// Shortest time between the beginnings of two calls, over all clones. Servers block addresses that call
    /// too often, some at 600 per minute.
    pub fn min_interval(mut self, time: Duration) -> ClientBuilder {
        self.interval = time;
        self
    }

    /// Trusts one more root certificate, in PEM form, beside those of the machine: for institutions with an
    /// authority of their own.
    pub fn root_certificate(mut self, pem: impl Into<Vec<u8>>) -> ClientBuilder {
        self.connection.roots.push(pem.into());
        self
    }

    /// Goes through this proxy, whatever the environment says. It sees the name of the server and nothing
    /// else.
    pub fn proxy(mut self, url: impl Into<String>) -> ClientBuilder {
        self.connection.proxy = Some(url.into());
        self
    }

    /// What the client calls itself; `redcap-rust/…` unless chosen.
    pub fn user_agent(mut self, name: impl Into<String>) -> ClientBuilder {
        self.connection.user_agent = name.into();
        self
    }

    /// Says which version the server has, so that calls it cannot understand are refused before anything is
    /// sent. See also [`Client::discover_server_version`].
    pub fn server_version(mut self, version: ServerVersion) -> ClientBuilder {
        self.version = Some(version);
        self
    }

    /// The client.
    ///
    /// # Errors
    ///
    /// As [`Client::new`]; also for a root certificate, proxy or user agent that cannot be used.
    pub fn build(self, url: &str, token: impl Into<Token>) -> Result<Client, Error> {
        let token = token.into();
        let url = endpoint::endpoint(url)?;
        token.check()?;
        let http = self.connection.open(&url)?;
        let limits = Limits::new(self.concurrency, self.interval);
        let version = self.version.map_or_else(OnceLock::new, OnceLock::from);
        let inner = Inner { url, token, http, retry: self.retry, limits, version };
        Ok(Client { inner: Arc::new(inner), mode: Async })
    }

    /// The client for what `REDCAP_API_URL` and `REDCAP_API_TOKEN` hold.
    ///
    /// # Errors
    ///
    /// As [`build`](ClientBuilder::build); also if a variable is not set.
    pub fn build_from_env(self) -> Result<Client, Error> {
        let variable = |name: &str, kind| {
            let value = env::var(name).ok().filter(|value| !value.is_empty());
            value.ok_or_else(|| Error::new(kind, format!("the environment variable {name} is not set")))
        };
        let url = variable("REDCAP_API_URL", ErrorKind::InvalidUrl)?;
        self.build(&url, variable("REDCAP_API_TOKEN", ErrorKind::InvalidToken)?)
    }
}

impl fmt::Debug for ClientBuilder {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        // A proxy can have a password in its address.
        out.debug_struct("ClientBuilder")
            .field("retry", &self.retry)
            .field("concurrency", &self.concurrency)
            .finish_non_exhaustive()
    }
}
