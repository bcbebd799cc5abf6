//! Tests of the runtime from outside: what goes over the wire and what comes
//! of the answers.

#[path = "../support/mock.rs"]
mod mock;

mod addresses;
mod bodies;
mod cells;
mod common;
mod connection;
mod files;
mod lists;
mod plain;
mod records;
mod refusals;
mod secrecy;
mod strangers;
mod uploads;
mod values;
