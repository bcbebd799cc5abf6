//! Faults on demand: what goes wrong between a client and a server.
//!
//! A fault is written as `NAME[=VALUE][,OPTION=VALUE]…`, for example `503,retry-after=2,times=2`.
//!
//! | Name | Value | What the client sees |
//! |---|---|---|
//! | `reset` | | the connection is reset, without a byte of an answer |
//! | `500` `502` `503` `504` `408` `429` | | a page of the web server with that status |
//! | `login-page` | | a login page with status 200 |
//! | `maintenance-page` | | a page about maintenance with status 200 |
//! | `memory-exhausted` | | the words of PHP that ran out of memory, with status 200 |
//! | `unknown-error` | | REDCap's page about an unknown error, with status 200 |
//! | `database-down` | | a text about a missing database, with status 200 |
//! | `too-large` | | a text about an export that does not complete, with status 200 |
//! | `empty` | | status 200 and no byte |
//! | `rate-limit` | | the page that a blocked address gets, with status 200 |
//! | `redirect` | `301` `302` `307` `308` | a redirect; `to=URL` says where, the same address if absent |
//! | `https-redirect` | the same | a redirect to the same host by HTTPS |
//! | `delay` | duration | nothing for a while, then the answer |
//! | `reset-inside` | | the answer begins, then the connection is reset |
//! | `truncated` | | a chunked answer that ends without its last chunk |
//! | `short-body` | | an answer with fewer bytes than its `Content-Length` says |
//! | `drip` | bytes per second | the answer, slowly |
//! | `latin1` | | the answer with bytes that are not UTF-8, which its header denies |
//! | `gzip` | | the answer compressed, asked for or not |
//! | `oversize` | size | the answer and that many blanks after it; without end if no size is given |
//! | `debug-text` | | a line of debugging text before the answer |
//!
//! The names down to `delay` take `-before` or `-after`. With `-before`, which is also meant without either,
//! the call is **not** carried out (`delay-before` carries it out after the wait). With `-after` the call
//! **is** carried out, and only its answer is lost: what was to be imported is stored. The names below
//! `delay` change an answer, so their call is always carried out.
//!
//! A fault for one request comes in its header `x-sandbox-fault`. Others wait for their call: those of
//! `--fault` and [`Options::fault`](super::Options::fault), of [`Faults::arm`], and of
//! [`/_sandbox/faults`](super::control).
//!
//! | Option | Meaning |
//! |---|---|
//! | `times=N` | play it N times, then no more |
//! | `skip=N` | let N calls pass first |
//! | `method=ID` | only for a method of the API, by its id, such as `export_records` |
//! | `content=NAME` | only for calls with this `content` |
//! | `retry-after=SECONDS` | with a status: add the header |
//! | `retry-after=date:SECONDS` | the same, as an HTTP date |
//! | `to=URL` | with `redirect`: where to |
//!
//! Durations are written `250ms`, `2s`, `1m`; sizes `100`, `10KB`, `5MB`, `1GB`.

mod armed;
mod pages;
mod parse;
mod play;
mod quantity;

use std::time::Duration;

pub use armed::{Armed, Call, Faults};
pub use parse::FaultError;
pub(super) use play::{Hangup, Player, compress};
pub use quantity::{duration, size};

pub(super) use pages::{blocked, of_web_server};

/// Whether the call is carried out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// The fault comes before the call, which is not carried out.
    Before,
    /// The call is carried out, and its answer is lost.
    After,
    /// The call is carried out, and its answer is changed.
    Inside,
}

/// When a client should try again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RetryAfter {
    /// After some seconds.
    Seconds(u32),
    /// At a date, that many seconds from then.
    Date(u32),
}

/// Where a redirect leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// To the same address.
    Same,
    /// To the same host by HTTPS.
    Https,
    /// To another address.
    Url(String),
}

/// What goes wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// No answer, and the connection is reset.
    Reset,
    /// A page of the web server.
    Status(u16, Option<RetryAfter>),
    /// A login page.
    LoginPage,
    /// A page about maintenance.
    MaintenancePage,
    /// PHP ran out of memory.
    MemoryExhausted,
    /// REDCap's page about an unknown error.
    UnknownError,
    /// The database cannot be reached.
    DatabaseDown,
    /// An export that does not complete.
    TooLarge,
    /// Nothing at all.
    Empty,
    /// The page of a blocked address.
    RateLimit,
    /// A redirect with a status.
    Redirect(u16, Target),
    /// A wait.
    Delay(Duration),
    /// The connection is reset within the answer.
    ResetInside,
    /// A chunked answer without its end.
    Truncated,
    /// Fewer bytes than announced.
    ShortBody,
    /// So many bytes per second.
    Drip(u64),
    /// Bytes that are not UTF-8.
    Latin1,
    /// Compressed.
    Gzip,
    /// So many blanks more; endless for none.
    Oversize(Option<u64>),
    /// Debugging text first.
    DebugText,
}

/// A fault, with how often and for which calls it is played.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// What goes wrong.
    pub kind: Kind,
    /// Whether the call is carried out.
    pub when: When,
    /// How often it is played; for ever for none.
    pub times: Option<u32>,
    /// How many calls pass before.
    pub skip: u32,
    /// The only method it is for.
    pub method: Option<String>,
    /// The only content it is for.
    pub content: Option<String>,
}

impl Fault {
    /// A fault for every call. What can come before or after the call comes before it.
    pub fn new(kind: Kind) -> Fault {
        let when = if kind.is_inside() { When::Inside } else { When::Before };
        Fault { kind, when, times: None, skip: 0, method: None, content: None }
    }

    /// Carries the call out first, if the fault does not do so anyway.
    #[must_use]
    pub fn after_the_call(self) -> Fault {
        let when = if self.kind.is_inside() { When::Inside } else { When::After };
        Fault { when, ..self }
    }

    /// Plays it so many times.
    #[must_use]
    pub fn times(self, times: u32) -> Fault {
        Fault { times: Some(times), ..self }
    }

    /// Lets some calls pass first.
    #[must_use]
    pub fn skip(self, calls: u32) -> Fault {
        Fault { skip: calls, ..self }
    }

    /// Plays it for one method only, by its id.
    #[must_use]
    pub fn of_method(self, id: impl Into<String>) -> Fault {
        Fault { method: Some(id.into()), ..self }
    }

    /// Plays it for one content only.
    #[must_use]
    pub fn of_content(self, content: impl Into<String>) -> Fault {
        Fault { content: Some(content.into()), ..self }
    }
}

impl Kind {
    /// True for what changes an answer, so that there must be one.
    pub fn is_inside(&self) -> bool {
        matches!(
            self,
            Kind::ResetInside
                | Kind::Truncated
                | Kind::ShortBody
                | Kind::Drip(_)
                | Kind::Latin1
                | Kind::Gzip
                | Kind::Oversize(_)
                | Kind::DebugText
        )
    }
}
