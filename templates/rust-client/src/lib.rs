//! The hand-written half of the REDCap client: everything that does not depend on the list of API methods.
//!
//! This file is used only to build and test the half on its own. A generated client has a `lib.rs` of its
//! own, which adds the typed methods.

#![forbid(unsafe_code)]

mod helpers;
pub mod runtime;
#[expect(unused_macros, reason = "the typed half is written in them")]
mod table;

pub use helpers::{choices, codebook, dates, filter, trigger, validation};
pub use runtime::{Client, Error, Record};
