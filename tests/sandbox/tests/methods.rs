//! What the methods answer, byte for byte.

mod support;

#[path = "methods/arms.rs"]
mod arms;
