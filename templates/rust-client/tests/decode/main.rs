//! Tests of the decoders of exports and of records in types of one's own.

#[path = "../../../../tests/client-fuzz/bodies.rs"]
mod bodies;

mod common;
mod cuts;
mod failures;
mod random;
mod rows;
mod types;
