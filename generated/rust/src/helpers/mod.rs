// Made by `cargo run generate` from templates/rust-client/src/helpers/mod.rs.
// Do not edit: change the source and run it again.

//! What users of REDCap need beside the API itself. Only [`Client::codebook`](crate::Client::codebook) sends
//! requests.

pub mod choices;
pub mod codebook;
pub mod dates;
mod fetch;
pub mod filter;
pub mod trigger;
pub mod validation;
