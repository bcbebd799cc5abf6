//! Reset, clock, faults and journal.

use std::sync::Arc;

use axum::extract::State;
use serde::Deserialize;
use serde_json::{Value, json};

use super::super::Server;
use super::super::faults::{Armed, Fault, FaultError};
use super::input::{Input, Number};
use super::{Answer, Problem, ok};

pub(super) async fn overview(State(server): State<Arc<Server>>) -> Answer {
    ok(&json!({
        "redcap_version": server.catalogue.version.to_string(),
        "api": format!("{}api/", server.own_url()),
        "paths": {
            "/_sandbox/reset": "POST",
            "/_sandbox/projects": "GET",
            "/_sandbox/seed": "POST: body project XML or data dictionary; title, token",
            "/_sandbox/empty": "GET, POST: token or project",
            "/_sandbox/users": "POST: token or project, username, email, expiration, dag, role, rights, forms, forms_export",
            "/_sandbox/survey": "POST: token or project, record, instrument, event, instance, state, time",
            "/_sandbox/randomization": "POST: token or project, target_field, target_event, strata, by_dag, blinded, allocations",
            "/_sandbox/clock": "GET, POST: time, DELETE",
            "/_sandbox/faults": "GET, POST: fault, DELETE: number",
            "/_sandbox/journal": "GET, DELETE",
        },
    }))
}

pub(super) async fn reset(State(server): State<Arc<Server>>) -> Answer {
    server.reset();
    ok(&json!({"projects": server.store.projects().len()}))
}

/// A time.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Time {
    time: Option<String>,
}

pub(super) async fn time(State(server): State<Arc<Server>>) -> Answer {
    ok(&json!({"time": server.clock.now()}))
}

pub(super) async fn set_time(State(server): State<Arc<Server>>, Input(input): Input<Time>) -> Answer {
    server.clock.set(input.time.as_deref()).map_err(|error| {
        Problem::bad(format!("`time` cannot be read: {error}"))
            .with_help("write YYYY-MM-DD HH:MM:SS; without `time` the system's clock counts")
    })?;
    time(State(server)).await
}

pub(super) async fn unset_time(State(server): State<Arc<Server>>) -> Answer {
    // Nothing to read, so nothing can be wrong.
    let _ = server.clock.set(None);
    time(State(server)).await
}

/// A fault.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Arm {
    fault: String,
}

pub(super) async fn faults(State(server): State<Arc<Server>>) -> Answer {
    ok(&Value::Array(server.faults.list().iter().map(armed).collect()))
}

fn armed(one: &Armed) -> Value {
    json!({"number": one.number, "fault": one.fault.to_string(), "played": one.played})
}

pub(super) async fn arm(State(server): State<Arc<Server>>, Input(input): Input<Arm>) -> Answer {
    let fault: Fault = input.fault.parse().map_err(|error: FaultError| Problem::bad(error.to_string()))?;
    let text = fault.to_string();
    ok(&json!({"number": server.faults.arm(fault), "fault": text, "played": 0}))
}

/// Which fault to remove.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Disarm {
    number: Option<Number>,
}

pub(super) async fn disarm(State(server): State<Arc<Server>>, Input(input): Input<Disarm>) -> Answer {
    match input.number {
        None => server.faults.clear(),
        Some(number) => {
            let number = number.get()?;
            if !server.faults.disarm(number) {
                return Err(Problem::bad(format!("no fault {number} is armed")).with_help(
                    "GET /_sandbox/faults lists them; a fault that was played often enough is gone",
                ));
            }
        }
    }
    faults(State(server)).await
}

pub(super) async fn journal(State(server): State<Arc<Server>>) -> Answer {
    let requests = serde_json::to_value(server.journal.requests());
    ok(&requests.map_err(|error| Problem::bad(error.to_string()))?)
}

pub(super) async fn clear_journal(State(server): State<Arc<Server>>) -> Answer {
    server.journal.clear();
    journal(State(server)).await
}
