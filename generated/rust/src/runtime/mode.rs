// Made by `cargo run generate` from templates/rust-client/src/runtime/mode.rs.
// Do not edit: change the source and run it again.

//! The two ways to call: asynchronously or blocking. All methods are written once, for both.

use std::fmt;
use std::pin::Pin;

use super::error::Error;

/// What an asynchronous call returns: a future that does the call when it is awaited, in a Tokio runtime.
/// Dropping it drops the connection; the server may have done the work all the same.
pub type Pending<T> = Pin<Box<dyn Future<Output = Result<T, Error>> + Send>>;

/// How calls are made: [`Async`], or `Blocking` with the feature `blocking`. The trait cannot be implemented
/// outside of this crate.
pub trait Mode: sealed::Run + Clone + Send + Sync + fmt::Debug + 'static {
    /// What a call returns: [`Pending`] or a plain `Result`.
    type Reply<T: Send + 'static>;
}

pub(crate) mod sealed {
    use super::{Error, Mode};

    pub trait Run {
        /// Brings a call on its way.
        fn run<T, F>(&self, call: F) -> Self::Reply<T>
        where
            T: Send + 'static,
            F: Future<Output = Result<T, Error>> + Send + 'static,
            Self: Mode;
    }
}

/// Calls return futures.
#[derive(Debug, Clone, Copy, Default)]
#[non_exhaustive]
pub struct Async;

impl Mode for Async {
    type Reply<T: Send + 'static> = Pending<T>;
}

impl sealed::Run for Async {
    fn run<T, F>(&self, call: F) -> Pending<T>
    where
        T: Send + 'static,
        F: Future<Output = Result<T, Error>> + Send + 'static,
    {
        Box::pin(call)
    }
}
