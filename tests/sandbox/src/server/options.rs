//! How a server behaves.

use std::path::PathBuf;
use std::time::Duration;

use super::faults::Fault;
use crate::api::ListForm;

/// How a server behaves.
///
/// ```
/// let options = redcap_sandbox::Options::default().version("13.7.3").public_url("https://redcap.example.org/");
/// assert_eq!(options.version.as_deref(), Some("13.7.3"));
/// ```
#[derive(Debug, Clone)]
pub struct Options {
    /// REDCap version to answer as; the newest known one for none.
    pub version: Option<String>,
    /// Base URL for survey links, with a slash at the end; the server's own address for none.
    pub public_url: Option<String>,
    /// How strictly lists are taken.
    pub lists: ListForm,
    /// File that keeps the projects between runs: read at the start, written after changes and at the end.
    pub state: Option<PathBuf>,
    /// Answer HTTPS only, with a certificate of the sandbox's own authority.
    pub tls: bool,
    /// Allow plain HTTP on an address that other machines reach.
    pub allow_remote: bool,
    /// Write a line about each request to the standard error output.
    pub log: bool,
    /// Faults that are armed from the start.
    pub faults: Vec<Fault>,
    /// Time that passes before each answer of the API.
    pub latency: Duration,
    /// Compress answers for clients that accept it.
    pub gzip: bool,
    /// Requests that one client address may send per minute; any number for none.
    pub requests_per_minute: Option<u32>,
    /// Bytes of the largest request body.
    pub most_bytes: usize,
    /// Folder of the reference site, which is then served at the root.
    pub site: Option<PathBuf>,
}

impl Default for Options {
    fn default() -> Options {
        Options {
            version: None,
            public_url: None,
            lists: ListForm::default(),
            state: None,
            tls: false,
            allow_remote: false,
            log: false,
            faults: Vec::new(),
            latency: Duration::ZERO,
            gzip: false,
            requests_per_minute: None,
            most_bytes: 1 << 30,
            site: None,
        }
    }
}

impl Options {
    /// Answers as a REDCap version.
    #[must_use]
    pub fn version(self, version: impl Into<String>) -> Options {
        Options { version: Some(version.into()), ..self }
    }

    /// Base URL for survey links; a missing slash at the end is added.
    #[must_use]
    pub fn public_url(self, url: impl Into<String>) -> Options {
        let mut url = url.into();
        if !url.ends_with('/') {
            url.push('/');
        }
        Options { public_url: Some(url), ..self }
    }

    /// Takes lists only in the form `name[0]=a`.
    #[must_use]
    pub fn strict_lists(self) -> Options {
        Options { lists: ListForm::Strict, ..self }
    }

    /// Keeps the projects in a file.
    #[must_use]
    pub fn state(self, file: impl Into<PathBuf>) -> Options {
        Options { state: Some(file.into()), ..self }
    }

    /// Answers HTTPS only.
    #[must_use]
    pub fn tls(self) -> Options {
        Options { tls: true, ..self }
    }

    /// Arms a fault from the start.
    #[must_use]
    pub fn fault(mut self, fault: Fault) -> Options {
        self.faults.push(fault);
        self
    }

    /// Waits before each answer.
    #[must_use]
    pub fn latency(self, latency: Duration) -> Options {
        Options { latency, ..self }
    }

    /// Compresses answers for clients that accept it.
    #[must_use]
    pub fn gzip(self) -> Options {
        Options { gzip: true, ..self }
    }

    /// Blocks a client address that sends more requests per minute.
    #[must_use]
    pub fn requests_per_minute(self, most: u32) -> Options {
        Options { requests_per_minute: Some(most), ..self }
    }

    /// Serves the reference site at the root.
    #[must_use]
    pub fn site(self, folder: impl Into<PathBuf>) -> Options {
        Options { site: Some(folder.into()), ..self }
    }

    /// Refuses request bodies with more bytes.
    #[must_use]
    pub fn most_bytes(self, most: usize) -> Options {
        Options { most_bytes: most, ..self }
    }
}
