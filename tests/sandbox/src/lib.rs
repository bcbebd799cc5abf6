//! A local server that answers the REDCap API as a real one does, for tests without a network.

pub mod api;
pub mod catalogue;
pub mod demo;
pub mod dictionary;
mod export;
mod import;
pub mod load;
pub mod logic;
mod methods;
pub mod odm;
pub mod project;
pub mod scope;
pub mod server;

pub use server::{Options, Sandbox, Server};
