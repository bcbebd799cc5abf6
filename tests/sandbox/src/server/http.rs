//! From an HTTP request to an answer.
//!
//! ```text
//! limit ─► body ─► fault before? ─► form ─► api::answer ─► fault after or inside? ─► compression ─► journal
//! ```

use std::net::{IpAddr, Ipv4Addr};
use std::sync::Arc;

use axum::body::{Body, Bytes};
use axum::extract::{Request as HttpRequest, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, Uri, header};
use axum::response::Response;
use axum::routing::any;
use axum::{Router, middleware};
use http_body_util::BodyExt;

use super::connection::{Peer, Wire};
use super::faults::{self, Fault, Player, When, blocked, compress, of_web_server};
use super::journal::Request;
use super::response::respond;
use super::{Server, control, log, site};
use crate::api::{self, Form, Subject};

/// Header by which a client asks for a fault.
const FAULT: &str = "x-sandbox-fault";

/// The routes of a server.
pub fn router(server: Arc<Server>) -> Router {
    let mut routes = Router::new();
    for base in base_paths(server.options.public_url.as_deref()) {
        routes = routes
            .route(&format!("{base}api/"), any(call))
            .route(&format!("{base}{{version}}/API/"), any(call_of_version))
            .route(&format!("{base}{{version}}/api/"), any(call_of_version))
            .route(&format!("{base}api"), any(add_slash));
    }
    routes
        .merge(control::router(Arc::clone(&server)))
        .fallback(site::serve)
        .layer(middleware::from_fn_with_state(Arc::clone(&server), log::request))
        .with_state(server)
}

/// The folders in which the server is found: the root and, for clients that were written for another address, the
/// folder of the public URL.
fn base_paths(public_url: Option<&str>) -> Vec<String> {
    let path = public_url.and_then(|url| url.parse::<Uri>().ok()).map(|url| url.path().to_owned());
    let plain = path.filter(|path| path.len() > 1 && !path.contains(['{', '}', '*']));
    let folder = plain.map(|path| format!("{}/", path.trim_end_matches('/')));
    std::iter::once("/".to_owned()).chain(folder).collect()
}

async fn add_slash(uri: Uri) -> Response {
    let mut response = of_web_server(StatusCode::MOVED_PERMANENTLY);
    let query = uri.query().map(|query| format!("?{query}")).unwrap_or_default();
    if let Ok(location) = HeaderValue::from_str(&format!("{}/{query}", uri.path())) {
        response.headers_mut().insert(header::LOCATION, location);
    }
    response
}

async fn not_found() -> Response {
    of_web_server(StatusCode::NOT_FOUND)
}

async fn call_of_version(state: State<Arc<Server>>, uri: Uri, request: HttpRequest) -> Response {
    let folder = uri.path().rsplit('/').nth(2).unwrap_or_default();
    let version = folder.strip_prefix("redcap_v").unwrap_or_default();
    if version.parse::<redcap_generator::model::Version>().is_ok() {
        call(state, request).await
    } else {
        not_found().await
    }
}

async fn call(State(server): State<Arc<Server>>, request: HttpRequest) -> Response {
    let (parts, body) = request.into_parts();
    let came = Request { time: server.clock.now(), ..Request::default() };
    let mut entry = Entry { server: &server, request: server.journal.add(came) };
    let mut response = answer(&server, &parts, body, &mut entry.request).await;
    if response.extensions().get::<faults::Hangup>().is_none() {
        entry.request.status = Some(response.status().as_u16());
    }
    response.extensions_mut().insert(entry.request.clone());
    response
}

/// A request in the journal. It is completed also if the client goes before there is an answer.
struct Entry<'a> {
    server: &'a Server,
    request: Request,
}

impl Drop for Entry<'_> {
    fn drop(&mut self) {
        self.server.journal.complete(std::mem::take(&mut self.request));
    }
}

async fn answer(server: &Arc<Server>, parts: &Parts, body: Body, entry: &mut Request) -> Response {
    if let Some(most) = server.options.requests_per_minute {
        let peer = parts.extensions.get::<Peer>();
        let address = peer.map_or(IpAddr::V4(Ipv4Addr::LOCALHOST), |peer| peer.address.ip());
        if !server.throttle.admits(address, &entry.time, most) {
            return blocked();
        }
    }
    let Some(bytes) = read_body(&parts.headers, body, server.options.most_bytes).await else {
        return of_web_server(StatusCode::PAYLOAD_TOO_LARGE);
    };
    entry.bytes = bytes.len();
    let form = if parts.method == Method::POST {
        read_form(&parts.headers, bytes).await
    } else {
        Some(Form::default())
    };
    let Some(form) = form else { return of_web_server(StatusCode::BAD_REQUEST) };
    let asked = match asked_fault(&parts.headers) {
        Ok(asked) => asked,
        Err(problem) => return control::Problem::bad(format!("header {FAULT}: {problem}")).into(),
    };
    let fault = asked.or_else(|| armed_fault(server, &form));
    entry.fault = fault.as_ref().map(Fault::name);
    if !server.options.latency.is_zero() {
        tokio::time::sleep(server.options.latency).await;
    }
    let player = player(parts);
    if let Some(fault) = fault.as_ref().filter(|fault| fault.when == When::Before)
        && let Some(response) = player.instead(fault).await
    {
        // What was asked is of interest even if it was not done.
        let subject = Subject { parameters: form.values.keys().cloned().collect(), ..Subject::default() };
        note(entry, subject);
        entry.method = selected(server, &form).map(str::to_owned);
        return response;
    }
    let worker = Arc::clone(server);
    // Parsing and calculating would keep other requests waiting.
    let answered = tokio::task::spawn_blocking(move || api::answer(&worker, form)).await;
    let Ok((reply, subject)) = answered else { return of_web_server(StatusCode::INTERNAL_SERVER_ERROR) };
    note(entry, subject);
    let response = respond(reply);
    let response = match fault.filter(|fault| fault.when != When::Before) {
        Some(fault) => player.over(&fault, response).await,
        None => response,
    };
    if server.options.gzip
        && accepts_gzip(&parts.headers)
        && !response.headers().contains_key(header::CONTENT_ENCODING)
    {
        return compress(response);
    }
    response
}

fn note(entry: &mut Request, subject: Subject) {
    entry.method = subject.method;
    entry.project = subject.project;
    entry.parameters = subject.parameters;
}

/// Id of the method that a form selects.
fn selected<'a>(server: &'a Server, form: &Form) -> Option<&'a str> {
    let content = form.text("content")?;
    let method = server.catalogue.method(content, form.text("action"), form.values.contains_key("data"));
    method.ok().map(|method| method.id.as_str())
}

fn armed_fault(server: &Server, form: &Form) -> Option<Fault> {
    server.faults.take(&faults::Call { method: selected(server, form), content: form.text("content") })
}

fn asked_fault(headers: &HeaderMap) -> Result<Option<Fault>, String> {
    let Some(value) = headers.get(FAULT) else { return Ok(None) };
    let text = value.to_str().map_err(|error| error.to_string())?;
    text.parse().map(Some).map_err(|error: faults::FaultError| error.to_string())
}

fn player(parts: &Parts) -> Player {
    let host = parts.headers.get(header::HOST).and_then(|host| host.to_str().ok());
    Player {
        wire: parts.extensions.get::<Arc<Wire>>().cloned().unwrap_or_default(),
        host: host.unwrap_or("localhost").to_owned(),
        path: parts.uri.path().to_owned(),
    }
}

fn accepts_gzip(headers: &HeaderMap) -> bool {
    let accepted = headers.get_all(header::ACCEPT_ENCODING).iter().filter_map(|value| value.to_str().ok());
    accepted.flat_map(|value| value.split(',')).any(|coding| {
        let (name, weight) = coding.split_once(';').unwrap_or((coding, ""));
        name.trim() == "gzip" && !matches!(weight.trim(), "q=0" | "q=0.0" | "q=0.00" | "q=0.000")
    })
}

/// The bytes of a body; none if there are too many. What is too much is read too, as long as it is not
/// excessive, since clients listen only after they have sent everything.
async fn read_body(headers: &HeaderMap, mut body: Body, most: usize) -> Option<Bytes> {
    let announced = headers.get(header::CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse().ok());
    let mut fits = announced.is_none_or(|length: usize| length <= most);
    let patience = most.saturating_mul(4).max(16 << 20);
    let mut seen = 0_usize;
    let mut bytes = Vec::new();
    while let Some(frame) = body.frame().await {
        let Ok(data) = frame.ok()?.into_data() else { continue };
        seen = seen.saturating_add(data.len());
        fits = fits && seen <= most;
        if fits {
            bytes.extend_from_slice(&data);
        } else if seen > patience {
            break;
        }
    }
    fits.then(|| Bytes::from(bytes))
}

/// The form of a body; none if it is malformed.
async fn read_form(headers: &HeaderMap, body: Bytes) -> Option<Form> {
    let media = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    match multer::parse_boundary(media) {
        Ok(boundary) => Form::from_multipart(body, &boundary).await.ok(),
        Err(_) => Some(Form::from_urlencoded(&body)),
    }
}
