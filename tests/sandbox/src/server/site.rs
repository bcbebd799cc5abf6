//! The reference site, at the server's root: files as they are on the disk, and one script that tells the playground which
//! server and which demo tokens it may use.

use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use axum::body::Body;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, Uri, header};
use axum::response::Response;
use serde_json::{Value, json};

use super::connection::Peer;
use super::faults::of_web_server;
use super::{Access, Server, control};
use crate::demo;

/// What the page asks for; the site itself has a file that says nothing in its place.
const SCRIPT: &str = "/sandbox.js";

/// Answers what no other route takes.
pub async fn serve(
    State(server): State<Arc<Server>>,
    method: Method,
    uri: Uri,
    headers: HeaderMap,
    peer: Option<axum::Extension<Peer>>,
) -> Response {
    let Some(folder) = server.options.site.as_deref() else { return of_web_server(StatusCode::NOT_FOUND) };
    let path = uri.path();
    let Some(file) = file_of(folder, path) else { return of_web_server(StatusCode::NOT_FOUND) };
    if method != Method::GET && method != Method::HEAD {
        return of_web_server(StatusCode::METHOD_NOT_ALLOWED);
    }
    // Tokens are told to nobody but this machine, and to no page of another site.
    let trusted = || control::refusal(peer.map(|axum::Extension(peer)| peer), &headers, &uri).is_none();
    if path == SCRIPT && trusted() {
        return answer(script(&server).into(), Path::new(SCRIPT));
    }
    match tokio::fs::read(&file).await {
        Ok(bytes) => answer(bytes, &file),
        Err(_) => of_web_server(StatusCode::NOT_FOUND),
    }
}

fn answer(bytes: Vec<u8>, file: &Path) -> Response {
    let mut response = Response::new(Body::from(bytes));
    let media = mime_guess::from_path(file).first_or_octet_stream();
    let media = match media.type_().as_str() {
        "text" => format!("{media}; charset=utf-8"),
        _ => media.to_string(),
    };
    let headers = response.headers_mut();
    if let Ok(media) = HeaderValue::from_str(&media) {
        headers.insert(header::CONTENT_TYPE, media);
    }
    for (name, value) in [
        // The next generation must be seen without a reload.
        ("cache-control", "no-cache"),
        ("x-content-type-options", "nosniff"),
        ("content-security-policy", "frame-ancestors 'none'"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    response
}

/// The file for a path; none for a path that could lead out of the folder or to a hidden file.
fn file_of(folder: &Path, path: &str) -> Option<PathBuf> {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'/' | b'.' | b'-' | b'_');
    let inner = path.strip_prefix('/')?;
    if !inner.bytes().all(plain) || inner.split('/').any(|part| part.starts_with('.')) {
        return None;
    }
    let mut file = folder.to_path_buf();
    for part in Path::new(inner).components() {
        match part {
            Component::Normal(name) => file.push(name),
            _ => return None,
        }
    }
    if inner.is_empty() || inner.ends_with('/') {
        file.push("index.html");
    }
    Some(file)
}

/// The script: the version, the path of the API, and the tokens of the demo projects that are there.
fn script(server: &Server) -> String {
    let told = json!({
        "version": server.catalogue.version.to_string(),
        "path": "/api/",
        "tokens": tokens(server),
    });
    format!("(globalThis.playground ??= {{}}).sandbox = {told};\n")
}

/// Never a token that somebody chose: only those that the demo projects have in public. The project of the
/// examples comes first, which is the last of them.
fn tokens(server: &Server) -> Vec<Value> {
    let opens = |token: &str| matches!(server.store.access(token), Some(Access::Project { .. }));
    let mut told = Vec::new();
    for demo in demo::projects().iter().rev() {
        let owner = (demo.token, "the owner, who may do everything".to_owned());
        let users = demo.users.iter().map(|user| (user.token, format!("{}: {}", user.username, user.shows)));
        for (token, user) in std::iter::once(owner).chain(users).filter(|(token, _)| opens(token)) {
            told.push(json!({ "token": token, "project": demo.project.title, "user": user }));
        }
    }
    told
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_path_leads_out_of_the_folder() {
        let folder = Path::new("site");
        assert_eq!(file_of(folder, "/"), Some(PathBuf::from("site/index.html")));
        assert_eq!(file_of(folder, "/methods/a.html"), Some(PathBuf::from("site/methods/a.html")));
        for wrong in ["", "/../a", "/a/../../b", "/.git/config", "/a/.b", "/%2e%2e/a", "/a\\b", "/a b"] {
            assert_eq!(file_of(folder, wrong), None, "{wrong}");
        }
        assert_eq!(file_of(folder, "//etc/passwd"), None);
    }
}
