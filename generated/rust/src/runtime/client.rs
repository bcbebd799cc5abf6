// Made by `cargo run generate` from templates/rust-client/src/runtime/client.rs.
// Do not edit: change the source and run it again.

//! The client: one server and one token.

use std::fmt;
use std::sync::Arc;

use url::Url;

use super::endpoint;
use super::error::Error;
use super::token::Token;
use super::transport;

/// A connection to one REDCap project: the address of the API and a token.
///
/// Clones are cheap and share their connections, so there is no need to wrap
/// a client in an `Arc`. Requests need a running Tokio runtime.
///
/// What is fixed, because patient data travel here:
///
/// - only `https`, with TLS 1.2 or newer and checked certificates; plain
///   `http` is accepted for this machine alone (`localhost`, `127.0.0.0/8`,
///   `::1`), and then no proxy is used. Otherwise the proxy the environment
///   names is;
/// - redirects are reported and never followed;
/// - ten seconds to connect, and five minutes without any sign of the server
///   before a request is given up. The whole of a long export may take longer.
///
/// Nothing is repeated automatically; [`Error::is_retryable`] tells when
/// trying again is safe and may help.
#[derive(Clone)]
pub struct Client {
    inner: Arc<Inner>,
}

struct Inner {
    url: Url,
    token: Token,
    http: reqwest::Client,
}

impl Client {
    /// A client for the API at `url`, acting as the owner of `token`.
    ///
    /// The URL ends in `/api/`; a missing last slash is added.
    ///
    /// # Errors
    ///
    /// [`InvalidUrl`](super::ErrorKind::InvalidUrl) and
    /// [`InvalidToken`](super::ErrorKind::InvalidToken) for arguments that
    /// cannot work, [`Transport`](super::ErrorKind::Transport) if this machine
    /// has no usable certificates. Nothing is sent yet.
    pub fn new(url: &str, token: impl Into<Token>) -> Result<Client, Error> {
        let token = token.into();
        let url = endpoint::endpoint(url)?;
        token.check()?;
        let http = transport::connect(&url)?;
        Ok(Client { inner: Arc::new(Inner { url, token, http }) })
    }

    /// The address requests are sent to.
    pub fn url(&self) -> &str {
        self.inner.url.as_str()
    }

    pub(super) fn endpoint(&self) -> &Url {
        &self.inner.url
    }

    pub(super) fn token(&self) -> &Token {
        &self.inner.token
    }

    pub(super) fn http(&self) -> &reqwest::Client {
        &self.inner.http
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Client").field("url", &self.url()).finish_non_exhaustive()
    }
}
