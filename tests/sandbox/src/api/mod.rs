//! From a form to an answer.
//!
//! ```text
//! Form ─► token ─► Catalogue::method ─► rights ─► Arguments::check ─► methods::handler ─► Reply
//!         who       content, action      spec      spec                behaviour
//! ```
//!
//! Which methods, parameters, values, columns, rights and error texts there are comes from the spec, at the
//! version the server plays. Only what a method does is written in code.

mod arguments;
mod call;
mod dialect;
mod form;
mod format;
pub mod payload;
mod refusal;
mod reply;
mod rights;
mod table;

use std::sync::Arc;

use redcap_generator::model::Method;
use redcap_generator::spec::raw::Token;

pub use arguments::{Arguments, ListForm, is_true};
pub use call::{Call, meets};
pub use dialect::{needs_quotes, push_quoted};
pub use form::{Form, Upload, Value};
pub use format::{Format, envelope};
pub use refusal::Refusal;
pub use reply::{Body, Reply, Writer};
pub use rights::{Caller, demand_development, missing};
pub use table::{Cell, Table, XML, cdata, json_string, push_cdata, push_json_string};

use crate::methods::{Handler, handler, is_open_action};
use crate::project::Project;
use crate::server::{Access, Server};

/// What a request was about, for the journal. It never holds a token or a value.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Subject {
    /// Id of the method, as far as one was selected.
    pub method: Option<String>,
    /// Number of the project, as far as the token opened one.
    pub project: Option<u64>,
    /// Names of the parameters sent.
    pub parameters: Vec<String>,
}

/// Answers a form.
pub fn answer(server: &Server, form: Form) -> (Reply, Subject) {
    let mut subject = Subject { parameters: form.values.keys().cloned().collect(), ..Subject::default() };
    let mut format = Format::of_errors(&form, None);
    let result = if form.is_empty() {
        Err(not_implemented(server))
    } else {
        run(server, form, &mut subject, &mut format)
    };
    let reply = result.unwrap_or_else(|refusal| refused(server, &refusal, format));
    (reply, subject)
}

/// A refusal as an answer.
pub fn refused(server: &Server, refusal: &Refusal, format: Format) -> Reply {
    let (media, body) = envelope(&server.catalogue, refusal, format);
    Reply { status: refusal.status, ..Reply::new(media, body) }
}

/// What anything but a POST with fields gets.
pub fn not_implemented(server: &Server) -> Refusal {
    let known = server.catalogue.error(None, "not_implemented");
    known.map_or_else(
        || Refusal::new(501, "The requested method is not implemented."),
        |error| Refusal::new(error.status, error.message.clone()),
    )
}

fn run(server: &Server, form: Form, subject: &mut Subject, format: &mut Format) -> Result<Reply, Refusal> {
    let access = form.text("token").and_then(|token| server.store.access(token));
    let Some(access) = access else { return without_token(server, form, subject) };
    if let Access::Project { slot, .. } = &access {
        subject.project = Some(slot.id());
    }
    let content = form.text("content").unwrap_or_default();
    let method = server.catalogue.method(content, form.text("action"), form.values.contains_key("data"))?;
    subject.method = Some(method.id.clone());
    let default = method.parameter("returnFormat").and_then(|one| one.default.as_deref());
    *format = Format::of_errors(&form, default);
    let handler = handler(&method.id).ok_or_else(|| not_implemented(server))?;
    match access {
        Access::Super { username } => of_server(server, method, form, &username, &handler),
        Access::Project { slot, username } => {
            if method.token == Token::Super {
                let known = server.catalogue.error(Some(method), "project_super_token_missing");
                return Err(known.map_or_else(Refusal::no_permission, |error| {
                    Refusal::new(error.status, error.message.clone())
                }));
            }
            of_project(server, method, form, &slot, &username, &handler)
        }
    }
}

/// What needs no token: the open actions of external modules. A wrong token is refused even there.
fn without_token(server: &Server, form: Form, subject: &mut Subject) -> Result<Reply, Refusal> {
    let named = |name| form.text(name).unwrap_or_default();
    if form.values.contains_key("token") || !is_open_action(named("prefix"), named("action")) {
        return Err(Refusal::no_permission());
    }
    let method = server.catalogue.method(named("content"), None, false).ok().filter(|method| method.open);
    let method = method.ok_or_else(Refusal::no_permission)?;
    subject.method = Some(method.id.clone());
    let handler = handler(&method.id).ok_or_else(|| not_implemented(server))?;
    of_server(server, method, form, "", &handler)
}

/// A call with a super token.
fn of_server(
    server: &Server,
    method: &Method,
    form: Form,
    username: &str,
    handler: &Handler,
) -> Result<Reply, Refusal> {
    let Handler::Server(handler) = handler else { return Err(Refusal::no_permission()) };
    let arguments = Arguments::check(&server.catalogue, method, form, server.options.lists)?;
    let caller = Caller { username: username.to_owned(), ..Caller::default() };
    handler(&Call::new(server, method, arguments, caller, server.clock.now(), Arc::default()))
}

/// A call with a project token.
fn of_project(
    server: &Server,
    method: &Method,
    form: Form,
    slot: &crate::server::Slot,
    username: &str,
    handler: &Handler,
) -> Result<Reply, Refusal> {
    let stored = slot.snapshot();
    let now = server.clock.now();
    let caller = Caller::of(&stored.project, username, &now[..10]).ok_or_else(Refusal::no_permission)?;
    if stored.project.settings.deleted {
        let known = arguments::refusal(&server.catalogue, None, "project_deleted", &[]);
        return Err(known.unwrap_or_else(Refusal::no_permission));
    }
    rights::authorize(&server.catalogue, method, &caller, &stored.project)?;
    if method.conditions.iter().any(|condition| condition == "development") {
        demand_development(&stored.project)?;
    }
    let arguments = Arguments::check(&server.catalogue, method, form, server.options.lists)?;
    let history = match handler {
        Handler::Read(_) => stored.log,
        // Nobody must hold the log while a change adds to it: it would have to be copied.
        Handler::Change(_) | Handler::Server(_) => Arc::default(),
    };
    let call = Call::new(server, method, arguments, caller, now, history);
    match handler {
        Handler::Server(handler) => {
            let reply = handler(&call)?;
            slot.append(call.take_log());
            Ok(reply)
        }
        Handler::Read(handler) => {
            let reply = handler(&call, &stored.project)?;
            slot.append(call.take_log());
            Ok(reply)
        }
        Handler::Change(_) if stored.project.generated.is_some() => {
            Err(Refusal::bad("The records of this project are generated, so it cannot be changed."))
        }
        Handler::Change(handler) => {
            let reply = slot.change(|project: &mut Project, log| {
                let reply = handler(&call, project)?;
                log.forget(call.take_forgotten());
                log.extend(call.take_log());
                Ok::<Reply, Refusal>(reply)
            })?;
            server.store.changed();
            Ok(reply)
        }
    }
}
