//! Tests of the runtime from outside: what goes over the wire and what comes
//! of the answers.

#[path = "../support/mock.rs"]
mod mock;

mod addresses;
#[cfg(feature = "blocking")]
mod blocking;
mod bodies;
mod cells;
mod choices;
mod codebook;
mod common;
mod connection;
#[cfg(all(feature = "chrono", feature = "jiff", feature = "time"))]
mod dates;
mod files;
mod filter;
mod guards;
mod lists;
mod plain;
mod records;
mod refusals;
mod repetition;
mod secrecy;
mod strangers;
mod streams;
mod trigger;
mod uploads;
mod validation;
mod values;
mod versions;
