//! Tests of the decoders of exports and of records in types of one's own.

mod common;
mod cuts;
mod failures;
mod random;
mod rows;
mod types;
