//! Who may use the control surface.

use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::{HeaderMap, StatusCode, Uri, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use super::super::Server;
use super::super::connection::Peer;
use super::Problem;

/// Lets through only clients on this machine that mean this machine.
pub(super) async fn check(State(_): State<Arc<Server>>, request: Request, next: Next) -> Response {
    let peer = request.extensions().get::<Peer>().copied();
    match refusal(peer, request.headers(), request.uri()) {
        Some(reason) => {
            let help = "call it from the same machine, directly, as http://127.0.0.1:PORT/_sandbox/";
            Problem::new(StatusCode::FORBIDDEN, reason, help).into_response()
        }
        None => next.run(request).await,
    }
}

/// Why a request does not get through; none if it does.
pub(in crate::server) fn refusal(peer: Option<Peer>, headers: &HeaderMap, uri: &Uri) -> Option<&'static str> {
    let text = |name| headers.get(name).map(|value| value.to_str().unwrap_or("?"));
    let peer = peer?;
    if !peer.address.ip().is_loopback() {
        return Some("the control surface is for this machine only");
    }
    if peer.tunnelled {
        return Some("the control surface is not there for tunnels");
    }
    // A name that another site made point here must not reach it.
    let named = text(header::HOST).into_iter().chain(uri.authority().map(|authority| authority.as_str()));
    if !named.clone().all(is_this_machine) || named.count() == 0 {
        return Some("the control surface is there under a name of this machine only");
    }
    let foreign = |origin: &str| {
        let host = origin.strip_prefix("http://").or_else(|| origin.strip_prefix("https://"));
        !host.is_some_and(is_this_machine)
    };
    if text(header::ORIGIN).is_some_and(foreign)
        || text(header::HeaderName::from_static("sec-fetch-site")).is_some_and(|site| site == "cross-site")
    {
        return Some("the control surface is not there for pages of other sites");
    }
    None
}

fn is_this_machine(host: &str) -> bool {
    let name = host.rsplit_once(':').filter(|(_, port)| port.bytes().all(|byte| byte.is_ascii_digit()));
    let name = name.map_or(host, |(name, _)| name);
    let address = name.trim_start_matches('[').trim_end_matches(']').parse::<IpAddr>();
    name.eq_ignore_ascii_case("localhost")
        || address.is_ok_and(|address| address.is_loopback())
        || host.parse::<SocketAddr>().is_ok_and(|address| address.ip().is_loopback())
}
