// Made by `cargo run generate` from templates/rust-client/src/runtime/transport.rs.
// Do not edit: change the source and run it again.

//! Sending a form and taking in the whole answer.

use std::error::Error as StdError;
use std::io;
use std::time::Duration;

use reqwest::header::{CONTENT_ENCODING, CONTENT_TYPE, HeaderMap, HeaderName, LOCATION};
use url::Url;

use super::answer::Answer;
use super::client::Client;
use super::error::{Error, ErrorKind};
use super::form::Form;

/// Longest time to reach the server.
const CONNECT: Duration = Duration::from_secs(10);

/// Longest time without any sign of the server. Exports may be computed for
/// minutes before the first byte comes.
const SILENCE: Duration = Duration::from_secs(5 * 60);

/// Longest time an unused connection is kept. Web servers close theirs after
/// five seconds or more, and a request sent at that moment would be lost.
const IDLE: Duration = Duration::from_secs(4);

const USER_AGENT: &str = concat!("redcap-rust/", env!("CARGO_PKG_VERSION"));

/// The HTTP client for requests to `url`.
pub(super) fn connect(url: &Url) -> Result<reqwest::Client, Error> {
    let mut builder = reqwest::Client::builder()
        .user_agent(USER_AGENT)
        .connect_timeout(CONNECT)
        .read_timeout(SILENCE)
        .pool_idle_timeout(IDLE)
        .tls_version_min(reqwest::tls::Version::TLS_1_2)
        // Following would repeat the request as GET or carry the token to
        // another server.
        .redirect(reqwest::redirect::Policy::none())
        .referer(false);
    builder = if url.scheme() == "http" {
        // Only this machine is reached without TLS. A proxy would see what was
        // not meant for it, and certificates need not be loaded: the empty set
        // trusts nobody.
        builder.no_proxy().tls_certs_only([])
    } else {
        builder.https_only(true)
    };
    builder.build().map_err(|error| {
        Error::new(
            ErrorKind::Transport,
            "cannot prepare secure connections; are the certificates of the system installed?",
        )
        .lasting()
        .with_source(error)
    })
}

/// Posts `form` and waits for the end of the answer.
pub(super) async fn send(client: &Client, form: Form) -> Result<Answer, Error> {
    let request = client.http().post(client.endpoint().clone());
    let token = client.token().expose();
    let request = if form.has_upload() {
        request.multipart(form.into_multipart(token)?)
    } else {
        request.header(CONTENT_TYPE, "application/x-www-form-urlencoded").body(form.into_urlencoded(token))
    };
    let response = request.send().await.map_err(|error| unsent(error.without_url()))?;
    let status = response.status().as_u16();
    let headers = response.headers();
    let mut answer = Answer {
        status,
        content_type: header(headers, &CONTENT_TYPE),
        content_encoding: header(headers, &CONTENT_ENCODING),
        redirect: header(headers, &LOCATION).map(|target| destination(client.endpoint(), &target)),
        body: Vec::new(),
    };
    match response.bytes().await {
        Ok(body) => {
            answer.body = body.into();
            Ok(answer)
        }
        Err(error) => Err(cut_off(error.without_url()).with_status(status)),
    }
}

/// The text of a header. File names in headers are not always ASCII.
fn header(headers: &HeaderMap, name: &HeaderName) -> Option<String> {
    let value = headers.get(name)?;
    Some(String::from_utf8_lossy(value.as_bytes()).into_owned())
}

/// Where a redirect leads, without parameters, which can hold secrets.
fn destination(from: &Url, target: &str) -> String {
    match from.join(target) {
        Ok(url) if url.has_host() => {
            format!("{}{}", url.origin().ascii_serialization(), url.path())
        }
        _ => "an address that is not a URL".to_owned(),
    }
}

/// An error before the answer began.
fn unsent(error: reqwest::Error) -> Error {
    if error.is_timeout() {
        let problem = if error.is_connect() {
            "the server could not be reached within 10 seconds"
        } else {
            "the server was silent for 5 minutes; ask for less at a time"
        };
        return Error::new(ErrorKind::Timeout, problem).with_source(error);
    }
    if mentions_certificate(&error) {
        return Error::new(
            ErrorKind::Transport,
            "the certificate of the server is not trusted by this machine",
        )
        .lasting()
        .with_source(error);
    }
    let problem = match io_kind(&error) {
        Some(io::ErrorKind::ConnectionRefused) => "the server refused the connection",
        Some(io::ErrorKind::ConnectionReset | io::ErrorKind::ConnectionAborted) => {
            "the server broke the connection; the request may be too large for it"
        }
        _ if error.is_dns() => "the name of the server is unknown",
        _ if error.is_connect() => "the server could not be reached",
        _ => "the connection broke before an answer came",
    };
    Error::new(ErrorKind::Transport, problem).with_source(error)
}

/// An error while the answer arrived.
fn cut_off(error: reqwest::Error) -> Error {
    if error.is_timeout() {
        return Error::new(
            ErrorKind::Timeout,
            "the server was silent for 5 minutes in the middle of its answer",
        )
        .with_source(error);
    }
    Error::new(ErrorKind::Incomplete, "the connection broke before the answer was complete")
        .with_source(error)
}

/// The causes of an error, outermost first.
fn causes(error: &reqwest::Error) -> impl Iterator<Item = &(dyn StdError + 'static)> {
    std::iter::successors(error.source(), |&cause| cause.source())
}

/// Whether TLS failed over a certificate. The TLS library is not a direct
/// dependency, so its words have to do.
fn mentions_certificate(error: &reqwest::Error) -> bool {
    causes(error).any(|cause| cause.to_string().contains("certificate"))
}

fn io_kind(error: &reqwest::Error) -> Option<io::ErrorKind> {
    causes(error).find_map(|cause| Some(cause.downcast_ref::<io::Error>()?.kind()))
}
