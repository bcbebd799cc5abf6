//! Listing, seeding and emptying projects.

use std::sync::Arc;

use axum::extract::State;
use serde::Deserialize;
use serde_json::{Value, json};

use super::super::Server;
use super::input::{Input, Number, Raw, project};
use super::{Answer, Problem, ok};
use crate::load;

pub(super) async fn list(State(server): State<Arc<Server>>) -> Answer {
    let all = server.store.projects();
    let rows = all.iter().map(|slot| {
        let project = slot.snapshot().project;
        json!({
            "project": slot.id(),
            "title": project.title,
            "records": project.record_count(),
            "users": project.users.keys().collect::<Vec<_>>(),
        })
    });
    ok(&Value::Array(rows.collect()))
}

pub(super) async fn seed(State(server): State<Arc<Server>>, raw: Raw) -> Answer {
    let text = |name: &str| raw.query.get(name).and_then(Value::as_str).filter(|text| !text.is_empty());
    if let Some(unknown) = raw.query.keys().find(|name| !["title", "token"].contains(&name.as_str())) {
        return Err(
            Problem::bad(format!("`{unknown}` is not known here")).with_help("there are `title` and `token`")
        );
    }
    let mut project = load::project(&raw.body, text("title").unwrap_or("Project")).map_err(|mistakes| {
        let lines: Vec<String> = mistakes.iter().map(ToString::to_string).collect();
        Problem::bad(lines.join("\n"))
            .with_help("the body must be project XML as REDCap exports it, or a data dictionary as CSV")
    })?;
    if let Some(title) = text("title") {
        title.clone_into(&mut project.title);
    }
    if let Some(token) = text("token")
        && server.store.access(token).is_some()
    {
        return Err(Problem::bad("this token is in use")
            .with_help("choose another, or leave it out to get a new one"));
    }
    let seeded = server.seed(project, text("token"));
    ok(&json!({"project": seeded.project, "token": seeded.token}))
}

/// Which project to empty.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Empty {
    token: Option<String>,
    project: Option<Number>,
}

pub(super) async fn empty(State(server): State<Arc<Server>>, Input(input): Input<Empty>) -> Answer {
    let slot = project(&server, input.token.as_deref(), input.project.as_ref())?;
    let removed = slot.change(|project, log| {
        log.clear();
        Ok::<u64, Problem>(project.empty_data())
    })?;
    server.store.changed();
    ok(&json!({"project": slot.id(), "removed_records": removed}))
}
