// Made by `cargo run generate` from templates/rust-client/src/runtime/version.rs.
// Do not edit: change the source and run it again.

//! Versions of the server, and what a method needs of them.

use std::fmt;
use std::str::FromStr;

use super::error::{Error, ErrorKind};

/// The version of a REDCap server, such as `14.5.0`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ServerVersion {
    major: u16,
    minor: u16,
    patch: u16,
}

impl ServerVersion {
    /// The version `major.minor.patch`.
    pub const fn new(major: u16, minor: u16, patch: u16) -> ServerVersion {
        ServerVersion { major, minor, patch }
    }
}

impl fmt::Display for ServerVersion {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}.{}.{}", self.major, self.minor, self.patch)
    }
}

/// Reads `14.5.0`; a missing patch level is 0, and what some servers add behind the numbers is passed over.
impl FromStr for ServerVersion {
    type Err = Error;

    fn from_str(text: &str) -> Result<ServerVersion, Error> {
        let mut numbers = text.trim().splitn(3, '.').map(|part| {
            let end = part.find(|mark: char| !mark.is_ascii_digit()).unwrap_or(part.len());
            part[..end].parse::<u16>().ok()
        });
        match (numbers.next().flatten(), numbers.next().flatten(), numbers.next()) {
            (Some(major), Some(minor), None) => Ok(ServerVersion::new(major, minor, 0)),
            (Some(major), Some(minor), Some(Some(patch))) => Ok(ServerVersion::new(major, minor, patch)),
            _ => Err(Error::new(ErrorKind::InvalidRequest, "a version of REDCap looks like 14.5.0")),
        }
    }
}

/// In which versions something is known to be missing.
///
/// Where sources only say that something is as old as a version or older, there is no `since`: then the
/// server decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Life {
    since: Option<ServerVersion>,
    until: Option<ServerVersion>,
}

impl Life {
    /// In every version.
    pub const ALWAYS: Life = Life { since: None, until: None };

    /// From this version on.
    pub const fn since(major: u16, minor: u16, patch: u16) -> Life {
        Life { since: Some(ServerVersion::new(major, minor, patch)), until: None }
    }

    /// No longer in this version and later ones.
    #[must_use]
    pub const fn until(self, major: u16, minor: u16, patch: u16) -> Life {
        Life { since: self.since, until: Some(ServerVersion::new(major, minor, patch)) }
    }

    /// Why `version` lacks it, or nothing.
    pub(super) fn lacking(&self, version: ServerVersion) -> Option<String> {
        match (self.since, self.until) {
            (Some(since), _) if version < since => Some(format!("needs REDCap {since} or later")),
            (_, Some(until)) if version >= until => Some(format!("is gone since REDCap {until}")),
            _ => None,
        }
    }
}
