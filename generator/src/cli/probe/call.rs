//! The calls of `probe`, the only code of the generator that reaches the network.
//!
//! # Invariants
//! - The token comes from the environment, goes into the body of a request, and is shown nowhere.
//! - Certificates are always verified, by the rules of the system. Redirects are not followed.

use std::io::{ErrorKind, Read as _};
use std::time::Duration;

use ureq::http::Uri;
use ureq::tls::{RootCerts, TlsConfig};
use ureq::{Agent, Error};

use super::super::reply::Reply;

/// The variable that holds the token.
pub const TOKEN: &str = "REDCAP_API_TOKEN";
/// More of an answer is not read.
const MOST_BYTES: u64 = 64 * 1024;
/// A server that takes longer is given up.
const PATIENCE: Duration = Duration::from_secs(60);

/// Sends forms to one address.
pub struct Caller {
    agent: Agent,
    url: String,
    token_field: String,
    token: String,
}

impl Caller {
    /// Checks the address.
    pub fn new(url: &str, token_field: &str) -> Result<Caller, Reply> {
        let refuse = |message: &str| {
            Err(Reply::failed(
                &format!("this address cannot be used: {message}"),
                "an address looks like https://redcap.example.edu/api/",
            ))
        };
        let Ok(uri) = url.parse::<Uri>() else { return refuse("it is not a URL") };
        let (Some(scheme), Some(host)) = (uri.scheme_str(), uri.host()) else {
            return refuse("it has no scheme and host");
        };
        let loopback = matches!(host, "localhost" | "127.0.0.1" | "[::1]");
        match scheme {
            "https" => {}
            "http" if loopback => {}
            "http" => return refuse("the token would travel in the open; use https"),
            _ => return refuse("only https is spoken"),
        }
        if uri.query().is_some() || uri.authority().is_some_and(|one| one.as_str().contains('@')) {
            return refuse("it holds a query or a name; nothing secret belongs into a URL");
        }
        let url = format!("{}/", url.trim_end_matches('/'));
        let tls = TlsConfig::builder().root_certs(RootCerts::PlatformVerifier).build();
        let agent = Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .timeout_global(Some(PATIENCE))
            .tls_config(tls)
            .build()
            .new_agent();
        Ok(Caller { agent, url, token_field: token_field.to_owned(), token: String::new() })
    }

    /// Takes the token from the environment; it has one of these lengths.
    // A live server is asked with what its user has; generating reads no environment.
    #[allow(clippy::disallowed_methods)]
    pub fn with_token(self, lengths: &[u32]) -> Result<Caller, Reply> {
        let token = std::env::var(TOKEN).unwrap_or_default().trim().to_owned();
        let fits = lengths.iter().any(|length| token.len() == *length as usize);
        if !fits || !token.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
            return Err(Reply::failed(
                &format!("the environment variable {TOKEN} holds no token"),
                "set it to the token of a user with the right API Export; it is never shown",
            ));
        }
        Ok(Caller { token, ..self })
    }

    /// Sends a form and returns status and the beginning of the body, or why that failed.
    pub fn send(&self, form: &[(String, String)]) -> Result<(u16, String), String> {
        let token = (self.token_field.as_str(), self.token.as_str());
        let fields = form.iter().map(|(name, value)| (name.as_str(), value.as_str()));
        let sent = self.agent.post(&self.url).send_form(std::iter::once(token).chain(fields));
        let mut answer = sent.map_err(|error| reason(&error))?;
        let status = answer.status().as_u16();
        if answer.status().is_redirection() {
            return Err("the server sends calls on to another address; name the final one".to_owned());
        }
        let mut body = Vec::new();
        let read = answer.body_mut().as_reader().take(MOST_BYTES).read_to_end(&mut body);
        read.map_err(|_| "the answer ended early".to_owned())?;
        Ok((status, String::from_utf8_lossy(&body).into_owned()))
    }
}

fn reason(error: &Error) -> String {
    match error {
        Error::HostNotFound => "the host is not known".to_owned(),
        Error::ConnectionFailed => "the server cannot be reached".to_owned(),
        Error::Timeout(_) => "no answer in time".to_owned(),
        Error::Io(error) if error.kind() == ErrorKind::ConnectionRefused => {
            "nothing listens at this address".to_owned()
        }
        Error::Io(_) => "the server cannot be reached; is the name of the host right?".to_owned(),
        Error::Tls(_) | Error::Rustls(_) => "the certificate of the server is not trusted".to_owned(),
        _ => "the call failed".to_owned(),
    }
}
