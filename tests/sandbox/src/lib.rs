//! A local server that answers the REDCap API as a real one does, for tests without a network.
//!
//! REDCap cannot be run in a test. This can: it keeps projects in memory, takes every method of the API in every format,
//! answers as the REDCap version that is asked for, enforces rights, and fails on demand. [`behaviour`] tells how sure
//! each of its behaviours is.
//!
//! ```
//! use redcap_sandbox::{Options, Sandbox, demo};
//!
//! // In an async test: `Sandbox::start(Options::default()).await`.
//! let sandbox = Sandbox::start_blocking(Options::default().version("14.5.0")).expect("a free port");
//! let seeded = sandbox.server().seed(demo::projects().swap_remove(0).project, None);
//! sandbox.server().faults.arm("503,retry-after=1,times=2".parse().expect("a fault"));
//!
//! // Now the program to test gets `sandbox.url()` and `seeded.token`. Afterwards:
//! assert!(sandbox.server().journal.requests().is_empty());
//! ```
//!
//! # How it is made
//!
//! ```text
//! server (HTTP, TLS, faults) ──► api (form ─► method ─► rights ─► arguments) ──► methods ──► project
//!   store: projects, copied on change        from the spec, at one version        behaviour     the model
//! ```
//!
//! Methods, parameters, values, columns, rights, error texts and media types come from `spec/`, which is built in, at
//! the version that the server plays. Code says only what a method does.

pub mod api;
pub mod behaviour;
pub mod catalogue;
pub mod demo;
pub mod dictionary;
mod export;
mod import;
pub mod load;
pub mod logic;
mod methods;
pub mod odm;
pub mod project;
pub mod scope;
pub mod server;

pub use server::{Options, Sandbox, Server};
