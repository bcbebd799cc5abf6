//! What the server does beyond answering forms: HTTP, faults, HTTPS, control surface, state, command line.

mod support;

#[path = "server/command.rs"]
mod command;
#[path = "server/control.rs"]
mod control;
#[path = "server/faults.rs"]
mod faults;
#[path = "server/http.rs"]
mod http;
#[path = "server/library.rs"]
mod library;
#[path = "server/site.rs"]
mod site;
#[path = "server/spelling.rs"]
mod spelling;
#[path = "server/state.rs"]
mod state;
#[path = "server/tls.rs"]
mod tls;
#[path = "server/wire.rs"]
mod wire;
