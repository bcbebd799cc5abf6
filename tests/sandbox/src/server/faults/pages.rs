//! The pages that clients get instead of an answer. Their wording is free but for the phrases by which
//! clients recognise them.

use axum::body::Body;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;

/// A page of the web server in front of REDCap.
pub fn of_web_server(status: StatusCode) -> Response {
    let title = match status.as_u16() {
        408 => "Request Timeout",
        413 => "Request Entity Too Large",
        _ => status.canonical_reason().unwrap_or("Error"),
    };
    let code = status.as_u16();
    let text = match code {
        404 => "<p>The requested URL was not found on this server.</p>\n",
        _ => "",
    };
    let body = format!(
        "<!DOCTYPE HTML PUBLIC \"-//IETF//DTD HTML 2.0//EN\">\n<html><head>\n<title>{code} {title}</title>\n\
         </head><body>\n<h1>{title}</h1>\n{text}</body></html>\n"
    );
    html(status, body, "text/html; charset=iso-8859-1")
}

fn html(status: StatusCode, body: impl Into<Body>, media: &'static str) -> Response {
    let mut response = Response::new(body.into());
    *response.status_mut() = status;
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(media));
    response
}

/// A page or text that comes with status 200.
pub fn with_success(body: impl Into<Body>) -> Response {
    html(StatusCode::OK, body, "text/html; charset=utf-8")
}

fn page(title: &str, content: &str) -> Response {
    with_success(format!(
        "<!DOCTYPE HTML>\n<html>\n<head>\n<meta charset=\"utf-8\">\n<title>{title}</title>\n</head>\n<body>\n\
         {content}\n</body>\n</html>\n"
    ))
}

pub fn login() -> Response {
    page(
        "REDCap",
        "<h4>Log In</h4>\n<form method=\"post\" action=\"/\">\n\
         <input type=\"text\" name=\"username\">\n<input type=\"password\" name=\"password\">\n\
         <button>Log In</button>\n</form>",
    )
}

pub fn maintenance() -> Response {
    page(
        "REDCap is offline",
        "<h3>REDCap is currently offline</h3>\n<p>REDCap is undergoing maintenance. Please try again later.</p>",
    )
}

pub fn memory_exhausted() -> Response {
    with_success(
        "<br />\n<b>Fatal error</b>:  Allowed memory size of 268435456 bytes exhausted \
         (tried to allocate 20480 bytes)<br />\n\
         {\"error\":\"REDCap ran out of server memory. The request cannot be processed. \
         Please try importing/exporting a smaller amount of data.\"}",
    )
}

pub fn unknown_error() -> Response {
    page(
        "REDCap",
        "<div>An unknown error occurred. It may be that you have opened multiple browser tabs of the same \
         REDCap page.</div>",
    )
}

pub fn database_down() -> Response {
    with_success(
        "The hostname (localhost) / username (redcap) / password (XXXXXX) combination could not connect \
         to the database server.",
    )
}

pub fn too_large() -> Response {
    with_success("ERROR: Because of its size, the data export is not able to complete successfully.")
}

/// What an address gets that sent too many requests.
pub fn blocked() -> Response {
    page(
        "REDCap",
        "<h3>Your IP address has been blocked</h3>\n<p>Too many requests per minute came from it. \
         Please contact your REDCap administrator.</p>",
    )
}

/// Text that a server with debugging switched on shows before an answer.
pub const DEBUGGING: &str = "select project_id, title from projects where project_id = 1;\n";
