//! Reading exports piece by piece: the bytes are cut into batches of rows as
//! they come, and the batches are read, maybe somewhere else.

mod batch;
mod csv;
mod failure;
mod framer;
mod json;

pub use batch::{Batch, Decoded};
pub use framer::Framer;
