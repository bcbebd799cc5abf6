//! Parameters of the control surface: from the query, a form, or a JSON object.

use std::sync::Arc;

use axum::body::{Bytes, to_bytes};
use axum::extract::{FromRequest, Request};
use axum::http::StatusCode;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use super::super::{Access, Server, Slot};
use super::Problem;

/// Largest body: a project with its files.
const MOST_BYTES: usize = 1 << 30;

/// The body as it came, with the parameters of the query.
pub(super) struct Raw {
    /// Parameters.
    pub query: Map<String, Value>,
    /// Body.
    pub body: Bytes,
}

impl<S: Sync> FromRequest<S> for Raw {
    type Rejection = Problem;

    async fn from_request(request: Request, _: &S) -> Result<Raw, Problem> {
        let query = pairs(request.uri().query().unwrap_or_default().as_bytes());
        let body = to_bytes(request.into_body(), MOST_BYTES).await;
        let body = body.map_err(|_| {
            Problem::new(StatusCode::PAYLOAD_TOO_LARGE, "the body is too large", "send at most 1 GiB")
        })?;
        Ok(Raw { query, body })
    }
}

fn pairs(text: &[u8]) -> Map<String, Value> {
    let pairs = form_urlencoded::parse(text);
    pairs.map(|(name, value)| (name.into_owned(), Value::String(value.into_owned()))).collect()
}

/// All parameters, whichever way they came.
pub(super) struct Input<T>(pub T);

impl<S: Sync, T: DeserializeOwned> FromRequest<S> for Input<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &S) -> Result<Input<T>, Problem> {
        let Raw { mut query, body } = Raw::from_request(request, state).await?;
        if body.trim_ascii_start().starts_with(b"{") {
            let object: Map<String, Value> = serde_json::from_slice(&body)
                .map_err(|error| Problem::bad(format!("the body is no JSON object: {error}")))?;
            query.extend(object);
        } else {
            query.extend(pairs(&body));
        }
        let parameters = serde_json::from_value(Value::Object(query));
        parameters.map(Input).map_err(|error| {
            Problem::bad(error.to_string())
                .with_help("send parameters in the query, as a form, or as a JSON object")
        })
    }
}

/// A number, or a text that is one.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub(super) enum Number {
    /// As JSON has it.
    Number(u64),
    /// As a form has it.
    Text(String),
}

impl Number {
    /// The number.
    pub fn get(&self) -> Result<u64, Problem> {
        match self {
            Number::Number(number) => Ok(*number),
            Number::Text(text) => {
                text.trim().parse().map_err(|_| Problem::bad(format!("`{text}` is no number")))
            }
        }
    }
}

/// The project that a request is about.
pub(super) fn project(
    server: &Server,
    token: Option<&str>,
    number: Option<&Number>,
) -> Result<Arc<Slot>, Problem> {
    let help = "name the project by `token`, or by `project`, its number; GET /_sandbox/projects lists them";
    let missing = |error: String| Problem::new(StatusCode::NOT_FOUND, error, help);
    match (token, number) {
        (Some(token), _) => match server.store.access(token) {
            Some(Access::Project { slot, .. }) => Ok(slot),
            _ => Err(missing("this token opens no project".into())),
        },
        (None, Some(number)) => {
            let number = number.get()?;
            server.store.project(number).ok_or_else(|| missing(format!("there is no project {number}")))
        }
        (None, None) => Err(Problem::bad("which project?").with_help(help)),
    }
}
