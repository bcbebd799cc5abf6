// Made by `cargo run generate` from templates/rust-client/src/runtime/decode/mod.rs.
// Do not edit: change the source and run it again.

//! Reading exports piece by piece: the bytes are cut into batches of rows as
//! they come, and the batches are read, maybe somewhere else.

mod batch;
mod csv;
mod failure;
mod framer;
mod json;

pub use batch::{Batch, Decoded};
pub use framer::Framer;
