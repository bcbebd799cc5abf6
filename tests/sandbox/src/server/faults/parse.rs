//! Faults as text.

use std::fmt;
use std::str::FromStr;

use super::quantity::{duration, size};
use super::{Fault, Kind, RetryAfter, Target, When};

/// Why a text is no fault.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct FaultError(String);

/// Names of the faults that can come before or after a call.
const AROUND: [&str; 17] = [
    "reset",
    "500",
    "502",
    "503",
    "504",
    "408",
    "429",
    "login-page",
    "maintenance-page",
    "memory-exhausted",
    "unknown-error",
    "database-down",
    "too-large",
    "empty",
    "rate-limit",
    "redirect",
    "https-redirect",
];
/// Names of those that take a while or change an answer.
const OTHERS: [&str; 9] =
    ["delay", "reset-inside", "truncated", "short-body", "drip", "latin1", "gzip", "oversize", "debug-text"];
const OPTIONS: [&str; 6] = ["times", "skip", "method", "content", "retry-after", "to"];

fn error(message: impl Into<String>) -> FaultError {
    FaultError(message.into())
}

/// `what` that is none of the known ones, with the nearest of them.
fn unknown<'a>(what: &str, text: &str, known: impl Iterator<Item = &'a str>) -> FaultError {
    let known: Vec<&str> = known.collect();
    let near = known.iter().map(|one| (strsim::damerau_levenshtein(text, one), *one)).min();
    match near.filter(|(distance, _)| *distance <= 3) {
        Some((_, near)) => error(format!("there is no {what} `{text}`; did you mean `{near}`?")),
        None => error(format!("there is no {what} `{text}`; there are {}", known.join(", "))),
    }
}

impl FromStr for Fault {
    type Err = FaultError;

    fn from_str(text: &str) -> Result<Fault, FaultError> {
        let mut parts = text.split(',').map(str::trim);
        let first = parts.next().unwrap_or_default();
        if first.is_empty() {
            return Err(error("a fault begins with its name, as in `503,times=2`"));
        }
        let (name, value) = match first.split_once('=') {
            Some((name, value)) => (name.trim(), Some(value.trim())),
            None => (first, None),
        };
        let (stem, when) = timing(name);
        let mut fault = Fault::new(kind(stem, name, value)?);
        match when {
            Some(_) if fault.kind.is_inside() => {
                return Err(error(format!(
                    "`{stem}` changes an answer, so it can be neither before nor after"
                )));
            }
            Some(when) => fault.when = when,
            None => {}
        }
        for part in parts {
            let (option, value) =
                part.split_once('=').ok_or_else(|| error(format!("the option `{part}` has no value")))?;
            fault.set(option.trim(), value.trim())?;
        }
        Ok(fault)
    }
}

/// The name without `-before` or `-after`.
fn timing(name: &str) -> (&str, Option<When>) {
    if let Some(stem) = name.strip_suffix("-before") {
        (stem, Some(When::Before))
    } else if let Some(stem) = name.strip_suffix("-after") {
        (stem, Some(When::After))
    } else {
        (name, None)
    }
}

fn kind(stem: &str, name: &str, value: Option<&str>) -> Result<Kind, FaultError> {
    let needed = |what: &str| value.ok_or_else(|| error(format!("`{stem}` needs {what}, as in `{stem}=…`")));
    let kind = match stem {
        "redirect" => return Ok(Kind::Redirect(redirect(value)?, Target::Same)),
        "https-redirect" => return Ok(Kind::Redirect(redirect(value)?, Target::Https)),
        "delay" => return duration(needed("a duration")?).map(Kind::Delay).map_err(error),
        "drip" => {
            let rate = size(needed("the bytes per second")?).map_err(error)?;
            return if rate == 0 {
                Err(error("`drip` needs at least 1 byte per second"))
            } else {
                Ok(Kind::Drip(rate))
            };
        }
        "oversize" => return value.map(size).transpose().map(Kind::Oversize).map_err(error),
        "reset" => Kind::Reset,
        "login-page" => Kind::LoginPage,
        "maintenance-page" => Kind::MaintenancePage,
        "memory-exhausted" => Kind::MemoryExhausted,
        "unknown-error" => Kind::UnknownError,
        "database-down" => Kind::DatabaseDown,
        "too-large" => Kind::TooLarge,
        "empty" => Kind::Empty,
        "rate-limit" => Kind::RateLimit,
        "reset-inside" => Kind::ResetInside,
        "truncated" => Kind::Truncated,
        "short-body" => Kind::ShortBody,
        "latin1" => Kind::Latin1,
        "gzip" => Kind::Gzip,
        "debug-text" => Kind::DebugText,
        status => match status.parse().ok().filter(|_| AROUND.contains(&status)) {
            Some(code) => Kind::Status(code, None),
            None => return Err(unknown("fault", name, AROUND.into_iter().chain(OTHERS))),
        },
    };
    match value {
        Some(_) => Err(error(format!("`{stem}` takes no value"))),
        None => Ok(kind),
    }
}

fn redirect(value: Option<&str>) -> Result<u16, FaultError> {
    let status = value.unwrap_or("302");
    let known = ["301", "302", "303", "307", "308"].contains(&status);
    status
        .parse()
        .ok()
        .filter(|_| known)
        .ok_or_else(|| error(format!("`{status}` is no status of a redirect")))
}

impl Fault {
    fn set(&mut self, option: &str, value: &str) -> Result<(), FaultError> {
        let number = |text: &str| {
            text.parse::<u32>().map_err(|_| error(format!("`{option}` needs a number, not `{text}`")))
        };
        match (option, &mut self.kind) {
            ("times", _) => self.times = Some(number(value)?),
            ("skip", _) => self.skip = number(value)?,
            ("method", _) => {
                let known = || crate::catalogue::model().methods.iter().map(|method| method.id.as_str());
                if !known().any(|id| id == value) {
                    return Err(unknown("method", value, known()));
                }
                self.method = Some(value.to_owned());
            }
            ("content", _) => self.content = Some(value.to_owned()),
            ("retry-after", Kind::Status(_, retry)) => {
                *retry = Some(match value.strip_prefix("date:") {
                    Some(seconds) => RetryAfter::Date(number(seconds)?),
                    None => RetryAfter::Seconds(number(value)?),
                });
            }
            ("to", Kind::Redirect(_, target @ Target::Same)) => *target = Target::Url(url(value)?),
            ("retry-after", _) => return Err(error("`retry-after` goes with a status only, such as 503")),
            ("to", _) => return Err(error("`to` goes with `redirect` only")),
            _ => return Err(unknown("option", option, OPTIONS.into_iter())),
        }
        Ok(())
    }

    /// Its name, with `-before` or `-after` where that matters.
    pub fn name(&self) -> String {
        let stem = match &self.kind {
            Kind::Reset => "reset",
            Kind::Status(code, _) => return format!("{code}{}", self.suffix()),
            Kind::LoginPage => "login-page",
            Kind::MaintenancePage => "maintenance-page",
            Kind::MemoryExhausted => "memory-exhausted",
            Kind::UnknownError => "unknown-error",
            Kind::DatabaseDown => "database-down",
            Kind::TooLarge => "too-large",
            Kind::Empty => "empty",
            Kind::RateLimit => "rate-limit",
            Kind::Redirect(_, Target::Https) => "https-redirect",
            Kind::Redirect(..) => "redirect",
            Kind::Delay(_) => "delay",
            Kind::ResetInside => "reset-inside",
            Kind::Truncated => "truncated",
            Kind::ShortBody => "short-body",
            Kind::Drip(_) => "drip",
            Kind::Latin1 => "latin1",
            Kind::Gzip => "gzip",
            Kind::Oversize(_) => "oversize",
            Kind::DebugText => "debug-text",
        };
        format!("{stem}{}", self.suffix())
    }

    fn suffix(&self) -> &'static str {
        match self.when {
            When::Before => "-before",
            When::After => "-after",
            When::Inside => "",
        }
    }
}

/// An address that can stand in a header.
fn url(text: &str) -> Result<String, FaultError> {
    let fits = text.bytes().all(|byte| byte.is_ascii_graphic()) && !text.is_empty();
    if fits { Ok(text.to_owned()) } else { Err(error(format!("`{text}` is no URL"))) }
}

impl fmt::Display for Fault {
    /// In the form that is read.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.name())?;
        match &self.kind {
            Kind::Redirect(status, target) => {
                write!(out, "={status}")?;
                if let Target::Url(url) = target {
                    write!(out, ",to={url}")?;
                }
            }
            Kind::Delay(time) => write!(out, "={}ms", time.as_millis())?,
            Kind::Drip(rate) => write!(out, "={rate}")?,
            Kind::Oversize(Some(size)) => write!(out, "={size}")?,
            Kind::Status(_, Some(RetryAfter::Seconds(seconds))) => write!(out, ",retry-after={seconds}")?,
            Kind::Status(_, Some(RetryAfter::Date(seconds))) => write!(out, ",retry-after=date:{seconds}")?,
            _ => {}
        }
        if let Some(times) = self.times {
            write!(out, ",times={times}")?;
        }
        if self.skip > 0 {
            write!(out, ",skip={}", self.skip)?;
        }
        if let Some(method) = &self.method {
            write!(out, ",method={method}")?;
        }
        if let Some(content) = &self.content {
            write!(out, ",content={content}")?;
        }
        Ok(())
    }
}
