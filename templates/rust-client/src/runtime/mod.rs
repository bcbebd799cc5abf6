//! What every API method needs: the client, the request that is filled and
//! sent, the reading of answers, and errors.
//!
//! The typed methods sit on top of [`Request`]: they name the parameters with
//! its setters and end with the call that fits the kind of answer. The same
//! can be done by hand for a method that the crate does not know yet.

mod answer;
mod cell;
mod client;
mod discreet;
mod endpoint;
mod error;
mod file;
mod form;
mod json;
mod method;
mod recognise;
mod record;
mod request;
mod row;
mod token;
mod transport;
mod value;

pub use cell::Cell;
pub use client::Client;
pub use error::{Error, ErrorKind};
pub use file::{File, Upload};
pub use method::Method;
pub use record::Record;
pub use request::Request;
pub use row::{DecodeError, FromRow, Row, ToRow};
pub use token::Token;
pub use value::Value;
