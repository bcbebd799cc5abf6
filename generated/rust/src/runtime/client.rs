// Made by `cargo run generate` from templates/rust-client/src/runtime/client.rs.
// Do not edit: change the source and run it again.

//! The client: one server and one token.

use std::fmt;
use std::sync::{Arc, OnceLock};

use url::Url;

use super::builder::ClientBuilder;
use super::error::{Error, ErrorKind};
use super::limits::Limits;
use super::method::Method;
use super::mode::{Async, Mode};
use super::request::Request;
use super::retry::RetryPolicy;
use super::token::Token;
use super::version::ServerVersion;

/// A connection to one REDCap project: the address of the API and a token.
///
/// Clones are cheap and share their connections and limits, so there is no need to wrap a client in an `Arc`.
/// Requests need a running Tokio runtime; the client of the feature `blocking` brings its own.
///
/// What is fixed, because patient data travel here:
///
/// - only `https`, with TLS 1.2 or newer and checked certificates; plain `http` is accepted for this machine
///   alone (`localhost`, `127.0.0.0/8`, `::1`), and then no proxy is used. Otherwise the proxy the
///   environment names is, or the one of the builder;
/// - redirects are followed to the same server only, and by changes only if they ask for the form again (307
///   and 308); the token goes nowhere else.
#[derive(Clone)]
pub struct Client<M: Mode = Async> {
    pub(super) inner: Arc<Inner>,
    pub(crate) mode: M,
}

pub(super) struct Inner {
    pub(super) url: Url,
    pub(super) token: Token,
    pub(super) http: reqwest::Client,
    pub(super) retry: RetryPolicy,
    pub(super) limits: Limits,
    pub(super) version: OnceLock<ServerVersion>,
}

impl Client {
    /// A client for the API at `url`, acting as the owner of `token`.
    ///
    /// The URL ends in `/api/`; what is missing of that is added.
    ///
    /// # Errors
    ///
    /// [`InvalidUrl`](super::ErrorKind::InvalidUrl) and [`InvalidToken`](super::ErrorKind::InvalidToken) for
    /// arguments that cannot work, [`Transport`](super::ErrorKind::Transport) if this machine has no usable
    /// certificates. Nothing is sent yet.
    pub fn new(url: &str, token: impl Into<Token>) -> Result<Client, Error> {
        Client::builder().build(url, token)
    }

    /// A client for what the environment variables `REDCAP_API_URL` and `REDCAP_API_TOKEN` hold.
    ///
    /// # Errors
    ///
    /// As [`new`](Client::new); also if a variable is not set.
    pub fn from_env() -> Result<Client, Error> {
        Client::builder().build_from_env()
    }

    /// Time limits, repetition, politeness and the connection, to be chosen.
    pub fn builder() -> ClientBuilder {
        ClientBuilder::default()
    }
}

impl<M: Mode> Client<M> {
    /// The address requests are sent to.
    pub fn url(&self) -> &str {
        self.inner.url.as_str()
    }

    /// The version of the server, if it was given or [asked for](Client::discover_server_version).
    pub fn server_version(&self) -> Option<ServerVersion> {
        self.inner.version.get().copied()
    }

    /// Asks the server for its version, once for all clones of the client. From then on calls that this
    /// version cannot understand are refused before anything is sent.
    pub fn discover_server_version(&self) -> M::Reply<ServerVersion> {
        const VERSION: Method = Method::new("export_redcap_version", "version").reads();
        let request = Request::new(&self.with_mode(Async), &VERSION);
        let inner = Arc::clone(&self.inner);
        self.mode.run(async move {
            if let Some(known) = inner.version.get() {
                return Ok(*known);
            }
            let found: String = request.text().await?;
            let problem = "the server did not answer with a version such as 14.5.0";
            let found = found.parse().map_err(|_| Error::new(ErrorKind::Decode, problem).of(&VERSION))?;
            Ok(*inner.version.get_or_init(|| found))
        })
    }

    /// Whether the server has a method, such as `redcap::records::EXPORT_RECORDS`; nothing if the version of
    /// the server is not known.
    pub fn supports(&self, method: &Method) -> Option<bool> {
        self.server_version().map(|version| method.is_in(version))
    }

    pub(crate) fn with_mode<N: Mode>(&self, mode: N) -> Client<N> {
        Client { inner: Arc::clone(&self.inner), mode }
    }
}

impl<M: Mode> fmt::Debug for Client<M> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = out.debug_struct("Client");
        shown.field("url", &self.url());
        if let Some(version) = self.server_version() {
            shown.field("server_version", &version.to_string());
        }
        shown.finish_non_exhaustive()
    }
}
