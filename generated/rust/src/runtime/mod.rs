// Made by `cargo run generate` from templates/rust-client/src/runtime/mod.rs.
// Do not edit: change the source and run it again.

//! What every API method needs: the client, the request that is filled and sent, the reading of answers, and
//! errors.
//!
//! The typed methods sit on top of [`Request`]: they name the parameters with its setters and end with the
//! call that fits the kind of answer. The same can be done by hand for a method that the crate does not know
//! yet.

mod answer;
mod batch_export;
mod batch_import;
#[cfg(feature = "blocking")]
pub mod blocking;
mod body;
mod builder;
mod cell;
mod cells;
mod checked;
mod client;
mod columns;
mod connect;
mod decode;
mod discreet;
mod document;
mod download;
mod endpoint;
mod error;
mod file;
mod form;
mod guard;
mod json;
mod limits;
mod method;
pub(crate) mod mode;
mod options;
mod raw;
mod recognise;
mod record;
mod record_de;
mod request;
mod retry;
mod row;
mod rows;
mod save;
mod tls;
mod token;
mod transport;
mod value;
mod version;

pub use batch_export::BatchedExport;
pub use batch_import::{BatchedImport, ImportOutcome, ImportPart, ImportReport};
pub use builder::ClientBuilder;
pub use cell::Cell;
pub use cells::RefusedCell;
pub use client::Client;
pub use decode::{Batch, Decoded, Framer};
pub use document::{Document, Format};
pub use download::Download;
pub use error::{Error, ErrorKind};
pub use file::{File, FileInfo, Upload};
pub use guard::Guard;
pub use method::Method;
pub use mode::{Async, Mode, Pending};
pub use options::{CallOptions, Progress};
pub use raw::RawAnswer;
pub use record::Record;
pub use request::Request;
pub use retry::RetryPolicy;
pub use row::{DecodeError, FromRow, Row, ToRow};
pub use rows::Rows;
pub use token::Token;
pub use value::Value;
pub use version::{Life, ServerVersion};
