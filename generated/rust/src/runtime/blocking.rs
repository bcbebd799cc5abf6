// Made by `cargo run generate` from templates/rust-client/src/runtime/blocking.rs.
// Do not edit: change the source and run it again.

//! The client for programs without asynchronous code.
//!
//! All methods have the names they have on [`redcap::Client`](crate::Client), and return a plain `Result`.

use std::fmt;
use std::io::{self, Read};
use std::ops::Deref;
use std::sync::Arc;

use bytes::{Buf, Bytes};
use tokio::runtime::{Builder, Handle, Runtime};

use super::client;
use super::download::Download;
use super::error::{Error, ErrorKind};
use super::mode::{Mode, sealed};
use super::rows::Rows;
use super::token::Token;

/// Calls return when they are done.
#[derive(Clone)]
pub struct Blocking {
    runtime: Arc<Background>,
}

/// The runtime behind the calls. It must not wait for its threads when the last client is dropped, which may
/// happen anywhere.
struct Background(Option<Runtime>);

impl Drop for Background {
    fn drop(&mut self) {
        if let Some(runtime) = self.0.take() {
            runtime.shutdown_background();
        }
    }
}

impl Blocking {
    fn new() -> Result<Blocking, Error> {
        // One thread for the network beside the one that calls.
        let runtime =
            Builder::new_multi_thread().worker_threads(1).thread_name("redcap").enable_all().build();
        let runtime = runtime.map_err(|error| {
            Error::new(ErrorKind::Transport, "no thread can be started").unsent().with_source(error)
        })?;
        Ok(Blocking { runtime: Arc::new(Background(Some(runtime))) })
    }

    /// Waits for what is to be done next.
    pub(super) fn wait<T>(&self, next: impl Future<Output = Result<T, Error>>) -> Result<T, Error> {
        match &self.runtime.0 {
            Some(runtime) if Handle::try_current().is_err() => runtime.block_on(next),
            _ => Err(Error::new(
                ErrorKind::InvalidRequest,
                "the blocking client was called from asynchronous code; use the other one there",
            )),
        }
    }
}

impl Mode for Blocking {
    type Reply<T: Send + 'static> = Result<T, Error>;
}

impl sealed::Run for Blocking {
    fn run<T, F>(&self, call: F) -> Result<T, Error>
    where
        T: Send + 'static,
        F: Future<Output = Result<T, Error>> + Send + 'static,
    {
        self.wait(call)
    }
}

impl fmt::Debug for Blocking {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Blocking")
    }
}

/// A connection to one REDCap project whose calls return when they are done.
///
/// It has all the methods of [`redcap::Client`](client::Client), and a thread of its own for the network.
/// Clones share both. In a Tokio runtime, also in its `spawn_blocking`, all calls fail: use the other client
/// there.
#[derive(Debug, Clone)]
pub struct Client(client::Client<Blocking>);

impl Client {
    /// As [`redcap::Client::new`](client::Client::new).
    ///
    /// # Errors
    ///
    /// As there; also if no thread can be started.
    pub fn new(url: &str, token: impl Into<Token>) -> Result<Client, Error> {
        client::Client::new(url, token)?.blocking()
    }

    /// As [`redcap::Client::from_env`](client::Client::from_env).
    ///
    /// # Errors
    ///
    /// As there; also if no thread can be started.
    pub fn from_env() -> Result<Client, Error> {
        client::Client::from_env()?.blocking()
    }
}

impl client::Client {
    /// The same client for code that is not asynchronous: `Client::builder()…build(url, token)?.blocking()`.
    ///
    /// # Errors
    ///
    /// If no thread can be started.
    pub fn blocking(&self) -> Result<Client, Error> {
        Ok(Client(self.with_mode(Blocking::new()?)))
    }
}

impl Deref for Client {
    type Target = client::Client<Blocking>;

    fn deref(&self) -> &client::Client<Blocking> {
        &self.0
    }
}

impl Download<Blocking> {
    /// The next part of the file; nothing at its end.
    ///
    /// # Errors
    ///
    /// [`Incomplete`](ErrorKind::Incomplete) if the connection breaks before the end.
    pub fn chunk(&mut self) -> Result<Option<Bytes>, Error> {
        let mode = self.mode().clone();
        mode.wait(self.next_chunk())
    }
}

impl<T: Send + 'static> Rows<T, Blocking> {
    /// All rows that are left, in memory.
    ///
    /// # Errors
    ///
    /// The first one that comes; the rows before it are lost.
    pub fn all(self) -> Result<Vec<T>, Error> {
        let mode = self.mode().clone();
        mode.wait(self.take_all())
    }
}

impl<T: Send + 'static> Iterator for Rows<T, Blocking> {
    type Item = Result<T, Error>;

    fn next(&mut self) -> Option<Result<T, Error>> {
        if let Some(row) = self.at_hand() {
            return Some(row);
        }
        if self.is_over() {
            return None;
        }
        let mode = self.mode().clone();
        let next = mode.wait(async { self.take_next().await.transpose() }).transpose();
        // Also when it may not wait here, so that a loop comes to an end.
        if matches!(next, Some(Err(_))) {
            self.stop();
        }
        next
    }
}

impl Read for Download<Blocking> {
    fn read(&mut self, room: &mut [u8]) -> io::Result<usize> {
        let Some(mut chunk) = self.chunk().map_err(io::Error::other)? else { return Ok(0) };
        let length = chunk.len().min(room.len());
        chunk.copy_to_slice(&mut room[..length]);
        self.put_back(chunk);
        Ok(length)
    }
}
