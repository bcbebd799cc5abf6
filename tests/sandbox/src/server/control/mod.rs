//! What programs that are not written in Rust can do to a server, below `/_sandbox/`.
//!
//! | Path | Method | Does |
//! |---|---|---|
//! | `/_sandbox/` | GET | names the version, the address of the API and these paths |
//! | `/_sandbox/reset` | POST | goes back to the seeded projects; clears journal, faults and clock |
//! | `/_sandbox/projects` | GET | lists projects: `project`, `title`, `records`, `users` |
//! | `/_sandbox/seed` | POST | creates a project from the body: project XML, or a data dictionary as CSV. `title` and `token` may be given in the query. Answers `project` and `token` |
//! | `/_sandbox/empty` | GET, POST | removes records, files and log of a project |
//! | `/_sandbox/users` | POST | adds a user, or changes one, and answers its `token` |
//! | `/_sandbox/survey` | POST | marks a survey response as completed, started or not started |
//! | `/_sandbox/randomization` | POST | sets up randomization and answers its number |
//! | `/_sandbox/clock` | GET, POST, DELETE | tells the time, sets it (`time`), goes back to the system's |
//! | `/_sandbox/faults` | GET, POST, DELETE | lists faults, arms one (`fault`), removes all or one (`number`) |
//! | `/_sandbox/journal` | GET, DELETE | lists the requests so far, forgets them |
//!
//! Parameters come in the query, as a form, or as a JSON object. A project is named by `token` or by
//! `project`, its number. Answers are JSON. A refusal is an object with `error` and `help`.
//!
//! ```sh
//! curl -d 'fault=503,times=2' http://127.0.0.1:8085/_sandbox/faults
//! curl --data-binary @study.xml 'http://127.0.0.1:8085/_sandbox/seed?title=Study'
//! curl -d '{"project": 1, "username": "kim", "rights": {"api_export": 1}}' http://127.0.0.1:8085/_sandbox/users
//! ```
//!
//! `/_sandbox/users` takes `username`, and if wanted `email`, `expiration`, `dag` and `role` (unique names),
//! `rights` (by the names of the user export; a new user has all if they are left out), `forms` and
//! `forms_export`. `/_sandbox/survey` takes `record`, `instrument`, `event`, `instance`, `state` (`completed`,
//! `started`, `not_started`) and `time`. `/_sandbox/randomization` takes `target_field`, `target_event`,
//! `strata` (a list of `field` and `event`), `by_dag`, `blinded` and `allocations` (a list of `target`,
//! `alternative`, `strata`, `dag`).
//!
//! Only clients on the same machine get through, only under a name of this machine, never through a tunnel,
//! and no page of another site.

mod guard;
mod input;
mod projects;
mod setup;
mod switches;

use std::sync::Arc;

use axum::body::Body;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{any, get, post};
use axum::{Router, middleware};
use serde_json::{Value, json};

use super::Server;

pub(super) use guard::refusal;

/// The routes of the control surface.
pub(super) fn router(server: Arc<Server>) -> Router<Arc<Server>> {
    Router::new()
        .route("/_sandbox/", get(switches::overview))
        .route("/_sandbox/reset", post(switches::reset))
        .route("/_sandbox/clock", get(switches::time).post(switches::set_time).delete(switches::unset_time))
        .route("/_sandbox/faults", get(switches::faults).post(switches::arm).delete(switches::disarm))
        .route("/_sandbox/journal", get(switches::journal).delete(switches::clear_journal))
        .route("/_sandbox/projects", get(projects::list))
        .route("/_sandbox/seed", post(projects::seed))
        .route("/_sandbox/empty", get(projects::empty).post(projects::empty))
        .route("/_sandbox/users", post(setup::user))
        .route("/_sandbox/survey", post(setup::survey))
        .route("/_sandbox/randomization", post(setup::randomization))
        .route("/_sandbox/{*path}", any(unknown))
        .method_not_allowed_fallback(wrong_method)
        .layer(middleware::from_fn_with_state(server, guard::check))
}

async fn unknown() -> Problem {
    Problem::new(
        StatusCode::NOT_FOUND,
        "there is no such path below /_sandbox/",
        "GET /_sandbox/ lists the paths",
    )
}

async fn wrong_method() -> Problem {
    Problem::new(
        StatusCode::METHOD_NOT_ALLOWED,
        "this path does not take this method",
        "GET /_sandbox/ lists the paths with their methods",
    )
}

/// Why something was refused, and what to do.
#[derive(Debug)]
pub(super) struct Problem {
    status: StatusCode,
    error: String,
    help: String,
}

impl Problem {
    fn new(status: StatusCode, error: impl Into<String>, help: impl Into<String>) -> Problem {
        Problem { status, error: error.into(), help: help.into() }
    }

    /// A request that makes no sense.
    pub(super) fn bad(error: impl Into<String>) -> Problem {
        Problem::new(
            StatusCode::BAD_REQUEST,
            error,
            "see `redcap_sandbox::server::control` in the documentation, or GET /_sandbox/",
        )
    }

    fn with_help(self, help: impl Into<String>) -> Problem {
        Problem { help: help.into(), ..self }
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        answer(self.status, &json!({"error": self.error, "help": self.help}))
    }
}

impl From<Problem> for Response {
    fn from(problem: Problem) -> Response {
        problem.into_response()
    }
}

/// What most paths give.
type Answer = Result<Response, Problem>;

fn ok(value: &Value) -> Answer {
    Ok(answer(StatusCode::OK, value))
}

fn answer(status: StatusCode, value: &Value) -> Response {
    let mut response = Response::new(Body::from(format!("{value}\n")));
    *response.status_mut() = status;
    let media = HeaderValue::from_static("application/json; charset=utf-8");
    response.headers_mut().insert(header::CONTENT_TYPE, media);
    response
}
