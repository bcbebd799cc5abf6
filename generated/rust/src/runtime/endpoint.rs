// Made by `cargo run generate` from templates/rust-client/src/runtime/endpoint.rs.
// Do not edit: change the source and run it again.

//! The address of the server: what is accepted and what is made of it.

use url::{Host, Url};

use super::error::{Error, ErrorKind};

/// Checks `text` and brings it into the form requests are sent to.
///
/// What is missing of `/api/` at its end is added. No message repeats the text: people put tokens and
/// passwords into URLs.
pub(super) fn endpoint(text: &str) -> Result<Url, Error> {
    let mut url = Url::parse(text).map_err(|error| {
        // The parser names only the rule that was broken.
        refused("this is not a URL such as https://redcap.example.org/api/").with_source(error)
    })?;
    check_scheme(&url)?;
    if !url.username().is_empty() || url.password().is_some() {
        return Err(refused("user name and password do not belong in the URL"));
    }
    if url.query().is_some() {
        return Err(refused("parameters do not belong in the URL; end it with /api/"));
    }
    if url.fragment().is_some() {
        return Err(refused("a # does not belong in the URL; end it with /api/"));
    }
    complete_path(&mut url)?;
    Ok(url)
}

/// Whether `url` names this very machine, so that nothing sent to it crosses a network.
fn is_loopback(url: &Url) -> bool {
    match url.host() {
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        Some(Host::Domain(name)) => name == "localhost",
        None => false,
    }
}

fn check_scheme(url: &Url) -> Result<(), Error> {
    match url.scheme() {
        "https" => Ok(()),
        "http" if is_loopback(url) => Ok(()),
        "http" => Err(refused("http would send the token and patient data readable by others; use https")),
        _ => Err(refused("the URL must begin with https://")),
    }
}

/// Makes the path end in `/api/`, where every REDCap has its API. Servers redirect what lacks the last slash.
fn complete_path(url: &mut Url) -> Result<(), Error> {
    let path = url.path().trim_end_matches('/');
    // Addresses with the version in them answer, but hide errors: a failed import looks like a success there.
    if path.split('/').any(is_version_folder) {
        return Err(refused(
            "leave the folder with the version (redcap_v…) out of the URL and end it with /api/",
        ));
    }
    let path = path.strip_suffix("/index.php").unwrap_or(path);
    let path = if path.ends_with("/api") { format!("{path}/") } else { format!("{path}/api/") };
    url.set_path(&path);
    Ok(())
}

fn is_version_folder(segment: &str) -> bool {
    segment
        .strip_prefix("redcap_v")
        .is_some_and(|rest| rest.starts_with(|first: char| first.is_ascii_digit()))
}

fn refused(problem: &str) -> Error {
    Error::new(ErrorKind::InvalidUrl, problem)
}
