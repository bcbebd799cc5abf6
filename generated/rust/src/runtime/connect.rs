// Made by `cargo run generate` from templates/rust-client/src/runtime/connect.rs.
// Do not edit: change the source and run it again.

//! The HTTP client with its TLS.

use std::time::Duration;

use url::Url;

use super::error::{Error, ErrorKind};
use super::tls;

/// Longest time an unused connection is kept. Web servers close theirs after five seconds or more, and a
/// request sent at that moment would be lost.
const IDLE: Duration = Duration::from_secs(4);

/// What can be chosen of a connection.
#[derive(Clone)]
pub(super) struct Connection {
    pub(super) connect_timeout: Duration,
    pub(super) silence_timeout: Duration,
    pub(super) user_agent: String,
    pub(super) proxy: Option<String>,
    /// Certificates in PEM form.
    pub(super) roots: Vec<Vec<u8>>,
}

impl Connection {
    /// The HTTP client for requests to `url`.
    pub(super) fn open(&self, url: &Url) -> Result<reqwest::Client, Error> {
        let mut builder = reqwest::Client::builder()
            .user_agent(&self.user_agent)
            .connect_timeout(self.connect_timeout)
            .read_timeout(self.silence_timeout)
            .pool_idle_timeout(IDLE)
            // Following would repeat the request as GET or carry the token to another server; see
            // `transport`.
            .redirect(reqwest::redirect::Policy::none())
            .referer(false);
        if url.scheme() == "http" {
            // Only this machine is reached without TLS. A proxy would see what was not meant for it.
            builder = tls::trusting_nobody(builder.no_proxy())?;
        } else {
            builder = tls::trusting_the_system(builder.https_only(true), &self.roots)?;
            if let Some(proxy) = &self.proxy {
                let proxy = reqwest::Proxy::all(proxy).map_err(|_| {
                    // The address can hold a password, so it is not repeated.
                    Error::new(ErrorKind::InvalidUrl, "the address of the proxy is not a URL")
                })?;
                builder = builder.proxy(proxy);
            }
        }
        builder.build().map_err(|error| unprepared().with_source(error.without_url()))
    }
}

pub(super) fn unprepared() -> Error {
    unprepared_because("cannot prepare secure connections; are the certificates of the system installed?")
}

pub(super) fn unprepared_because(problem: &str) -> Error {
    Error::new(ErrorKind::Transport, problem).lasting().unsent()
}
