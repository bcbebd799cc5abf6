// Made by `cargo run generate` from templates/rust-client/src/runtime/transport.rs.
// Do not edit: change the source and run it again.

//! Sending a form until an answer begins: turns, redirects and repetition.

use std::error::Error as StdError;
use std::io;
use std::sync::Arc;
use std::time::Instant;

use reqwest::StatusCode;
use reqwest::header::{CONTENT_TYPE, LOCATION};
use url::Url;

use super::answer::Answer;
use super::body::{self, Body};
use super::client::Inner;
use super::error::{Error, ErrorKind};
use super::form::Form;
use super::limits::Turn;
use super::method::Method;
use super::options::CallOptions;
use super::retry;

/// Most redirects that are followed.
const MOST_REDIRECTS: usize = 3;

/// What is expected of an answer.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Expect {
    /// A success with something in it.
    Content,
    /// A success, which may be empty.
    Success,
    /// Anything, also a refusal.
    Anything,
}

/// A call that is ready to be sent.
#[derive(Clone)]
pub(super) struct Call {
    pub(super) inner: Arc<Inner>,
    pub(super) method: &'static Method,
    pub(super) form: Form,
    pub(super) options: CallOptions,
}

impl Call {
    /// Sends the call, again if the policy says so, until an answer begins.
    pub(super) async fn send(mut self, expect: Expect) -> Result<Body, Error> {
        for (name, value) in std::mem::take(&mut self.options.fields) {
            self.form.set(&name, value);
        }
        let (inner, method) = (Arc::clone(&self.inner), self.method);
        let guarded = || method.guards.iter().try_for_each(|guard| guard.check(&self.form));
        let checked = self.form.check().and_then(|()| guarded()).and_then(|()| match inner.version.get() {
            Some(version) => method.check(*version, self.form.names()),
            None => Ok(()),
        });
        if let Err(error) = checked {
            return Err(body::named(error, method, &inner));
        }
        let policy = self.options.retry.unwrap_or(inner.retry);
        let began = Instant::now();
        let mut attempt = 1;
        let mut doubted = false;
        loop {
            let turn = inner.limits.turn().await.map_err(|error| body::named(error, method, &inner))?;
            let sent = Instant::now();
            let answer = self.attempt(turn, expect).await;
            let error = match answer {
                Ok(body) => {
                    self.trace(attempt, sent, Some(body.head.status), None);
                    // Nothing can be all there is, or what an overloaded server sends.
                    let doubtful = body.is_empty() && expect == Expect::Success && method.reads;
                    if !doubtful || doubted || !policy.allows_another(attempt) {
                        return Ok(body);
                    }
                    doubted = true;
                    attempt += 1;
                    continue;
                }
                Err(error) => body::named(error, method, &inner),
            };
            self.trace(attempt, sent, error.status(), Some(&error));
            let replayable = self.form.is_replayable();
            let Some(wait) = policy.wait(method, &error, attempt, began).filter(|_| replayable) else {
                return Err(error);
            };
            tokio::time::sleep(wait).await;
            attempt += 1;
        }
    }

    /// Tells of an attempt. Nothing here comes from the data.
    fn trace(&self, attempt: u32, sent: Instant, status: Option<u16>, error: Option<&Error>) {
        tracing::debug!(
            target: "redcap",
            method = self.method.id,
            content = self.method.content,
            action = self.method.action,
            format = self.form.value("format").filter(|_| error.is_none()),
            server_version = self.inner.version.get().map(tracing::field::display),
            attempt,
            status,
            milliseconds = sent.elapsed().as_millis() as u64,
            error = error.map(|error| tracing::field::debug(error.kind())),
            "call"
        );
    }

    /// Sends the form once, to where redirects of the same server lead.
    async fn attempt(&self, turn: Turn, expect: Expect) -> Result<Body, Error> {
        let mut url = self.inner.url.clone();
        let mut followed = 0;
        let response = loop {
            let response = self.post(&url).await?;
            // Only these two say that the form is to be sent again. What comes with the others may have been
            // carried out, which is no matter for reads; "see other" is no answer of the API at all.
            let again = match response.status() {
                StatusCode::TEMPORARY_REDIRECT | StatusCode::PERMANENT_REDIRECT => true,
                StatusCode::SEE_OTHER => false,
                status => status.is_redirection() && self.method.reads,
            };
            let target = response.headers().get(LOCATION).filter(|_| again);
            let next = target.and_then(|target| url.join(target.to_str().ok()?).ok());
            match next {
                // The form goes to the same server only, and in the same way.
                Some(next) if next.origin() == url.origin() && followed < MOST_REDIRECTS => {
                    url = next;
                    followed += 1;
                }
                _ => break response,
            }
        };
        let mut body = Body::new(response, self.method, self.options.clone(), Arc::clone(&self.inner), turn);
        let redirect = body.head.header("location").map(|target| destination(&url, target));
        if expect != Expect::Anything {
            if !matches!(body.head.status, 200..=299) {
                let status = body.head.status;
                let wait = body.head.header("retry-after").and_then(retry::retry_after);
                let text = body.refusal().await;
                let answer = Answer { head: body.head.clone(), body: text };
                return Err(answer.refused(redirect).with_status(status).with_retry_after(wait));
            }
            Answer::check_encoding(&body.head).map_err(|error| error.with_status(body.head.status))?;
        }
        let any = body.begin().await?;
        if !any && expect == Expect::Content { Err(body.missing()) } else { Ok(body) }
    }

    async fn post(&self, url: &Url) -> Result<reqwest::Response, Error> {
        let token = self.inner.token.expose();
        let mut request = self.inner.http.post(url.clone());
        if let Some(time) = self.options.timeout {
            request = request.timeout(time);
        }
        let request = if self.form.has_upload() {
            request.multipart(self.form.to_multipart(token).await?)
        } else {
            request
                .header(CONTENT_TYPE, "application/x-www-form-urlencoded")
                .body(self.form.to_urlencoded(token))
        };
        request.send().await.map_err(unsent)
    }
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
    let error = error.without_url();
    let connecting = error.is_connect();
    let known = before_answer(&error);
    let error = known.with_source(error);
    if connecting { error.unsent() } else { error }
}

fn before_answer(error: &reqwest::Error) -> Error {
    if error.is_timeout() {
        let problem = if error.is_connect() {
            "the server could not be reached in time"
        } else {
            "the server was silent for too long; ask for less at a time"
        };
        return Error::new(ErrorKind::Timeout, problem);
    }
    if mentions_certificate(error) {
        let problem = "the certificate of the server is not trusted by this machine; \
                       give the client the root certificate of your institution";
        return Error::new(ErrorKind::Transport, problem).lasting();
    }
    let problem = match io_kind(error) {
        Some(io::ErrorKind::ConnectionRefused) => "the server refused the connection",
        Some(io::ErrorKind::ConnectionReset | io::ErrorKind::ConnectionAborted) => {
            "the server broke the connection; the request may be too large for it"
        }
        _ if error.is_dns() => "the name of the server is unknown",
        _ if error.is_connect() => "the server could not be reached",
        _ => "the connection broke before an answer came",
    };
    Error::new(ErrorKind::Transport, problem)
}

/// An error while the answer arrived.
pub(super) fn cut_off(error: reqwest::Error) -> Error {
    let error = error.without_url();
    if error.is_timeout() {
        let problem = "the server was silent for too long in the middle of its answer";
        return Error::new(ErrorKind::Timeout, problem).with_source(error);
    }
    Error::new(ErrorKind::Incomplete, "the connection broke before the answer was complete")
        .with_source(error)
}

/// The causes of an error, outermost first.
fn causes(error: &reqwest::Error) -> impl Iterator<Item = &(dyn StdError + 'static)> {
    std::iter::successors(error.source(), |&cause| cause.source())
}

/// Whether TLS failed over a certificate. The TLS library is not a direct dependency, so its words have to
/// do.
fn mentions_certificate(error: &reqwest::Error) -> bool {
    causes(error).any(|cause| cause.to_string().contains("certificate"))
}

fn io_kind(error: &reqwest::Error) -> Option<io::ErrorKind> {
    causes(error).find_map(|cause| Some(cause.downcast_ref::<io::Error>()?.kind()))
}
