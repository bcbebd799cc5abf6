// Made by `cargo run generate` from spec/ (18 files).
// Do not edit: change the source and run it again.

#![doc = include_str!("../README.md")]
#![cfg_attr(docsrs, feature(doc_cfg))]
#![forbid(unsafe_code)]
#![deny(missing_docs)]

#[macro_use]
mod table;
pub mod arms;
pub mod data_access_groups;
pub mod events;
pub mod field_names;
pub mod files;
pub mod file_repository;
pub mod instruments;
pub mod logging;
pub mod metadata;
pub mod projects;
pub mod records;
pub mod repeating;
pub mod reports;
pub mod redcap;
pub mod surveys;
pub mod users;
pub mod user_roles;
pub mod external_modules;
pub mod names;
mod helpers;

#[cfg(doc)]
#[doc = include_str!("../docs/pains.md")]
pub mod pains {}
pub mod runtime;
pub mod values;

pub use helpers::{choices, codebook, dates, filter, trigger, validation};

#[cfg(feature = "blocking")]
pub use runtime::blocking;

pub use runtime::{
    CallOptions, Client, ClientBuilder, Error, ErrorKind, File, Record, RetryPolicy,
    ServerVersion, Token, Upload, Value,
};

/// The newest REDCap version whose API this crate knows.
pub const NEWEST_REDCAP: &str = "17.4.1";
