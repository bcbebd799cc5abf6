// Made by `cargo run generate` from templates/rust-client/src/runtime/rows.rs.
// Do not edit: change the source and run it again.

//! Rows of an export, one after another while they arrive.

use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::vec;

use futures_core::Stream;
use serde::de::DeserializeOwned;
use tokio::sync::mpsc;
use tokio::task::{JoinHandle, spawn_blocking};

use super::body::Body;
use super::decode::{Batch, Decoded, Framer};
use super::error::{Error, ErrorKind};
use super::mode::{Async, Mode};
use super::record::Record;
use super::record_de::Reader;
use super::row::DecodeError;

/// Batches under way at the same time; each is about 64 KiB of text.
const AHEAD: usize = 1;

/// What a record becomes.
pub(super) type Read<T> = fn(Record, &mut Reader) -> Result<T, DecodeError>;

/// Leaves records as they are.
pub(super) fn as_records(record: Record, _: &mut Reader) -> Result<Record, DecodeError> {
    Ok(record)
}

/// Reads into a type of the user's own.
pub(super) fn as_type<T: DeserializeOwned>(record: Record, reader: &mut Reader) -> Result<T, DecodeError> {
    record.read(reader)
}

/// A task that gives records. It is ended when nobody waits for them any more.
pub(super) struct Reading(pub(super) JoinHandle<Result<Decoded<Record>, Error>>);

impl Drop for Reading {
    fn drop(&mut self) {
        self.0.abort();
    }
}

/// Makes an error one of the call.
pub(super) type Named = Box<dyn Fn(Error) -> Error + Send + Sync>;

/// What arrives at the reader of rows.
pub(super) enum Part {
    /// Records that are being read by another task.
    Rows(Reading),
    /// The export is over, and it was complete.
    End,
    /// It broke.
    Broken(Error),
}

/// The rows of an export: a `Stream`, or an `Iterator` in blocking code.
///
/// Memory stays the same whatever the size of the export. Network, reading of
/// the rows and the code that takes them share the work of several threads.
/// The last item is an error unless the export was complete: what breaks off
/// is never a shorter success. Dropping it ends the call.
#[must_use = "rows are read only when they are asked for"]
pub struct Rows<T, M: Mode = Async> {
    parts: mpsc::Receiver<Part>,
    reading: Option<Reading>,
    records: vec::IntoIter<Record>,
    /// Done by the one who takes the rows, because memory is best given back by the thread that asked for it.
    read: Read<T>,
    reader: Reader,
    named: Named,
    over: bool,
    count: u64,
    replaced: u64,
    source: JoinHandle<()>,
    #[cfg_attr(not(feature = "blocking"), allow(dead_code))]
    mode: M,
}

impl<T: Send + 'static, M: Mode> Rows<T, M> {
    /// Reads `body` in a task of its own.
    pub(super) fn of_body(body: Body, framer: Framer, read: Read<T>, mode: M) -> Rows<T, M> {
        let (sender, parts) = mpsc::channel(AHEAD);
        let named = body.namer();
        let source = tokio::spawn(async move {
            let last = match cut(body, framer, &sender).await {
                Ok(true) => Part::End,
                Ok(false) => return,
                Err(error) => Part::Broken(error),
            };
            // Nobody waits for it if the rows were dropped.
            let _ = sender.send(last).await;
        });
        Rows::new(parts, source, read, Box::new(named), mode)
    }

    /// Takes the records that a task sends.
    pub(super) fn new(
        parts: mpsc::Receiver<Part>,
        source: JoinHandle<()>,
        read: Read<T>,
        named: Named,
        mode: M,
    ) -> Rows<T, M> {
        let (records, reader) = (vec::IntoIter::default(), Reader::default());
        let (reading, over, count, replaced) = (None, false, 0, 0);
        Rows { parts, reading, records, read, reader, named, over, count, replaced, source, mode }
    }

    /// The number of rows so far.
    pub fn count_so_far(&self) -> u64 {
        self.count
    }

    /// The number of rows so far in which bytes that are not UTF-8 were
    /// replaced by U+FFFD.
    pub fn replaced_so_far(&self) -> u64 {
        self.replaced
    }

    /// A row that is here already.
    pub(super) fn at_hand(&mut self) -> Option<Result<T, Error>> {
        let row = (self.read)(self.records.next()?, &mut self.reader);
        let row = row.map_err(|error| {
            self.stop();
            let problem = format!("row {}: {error}", self.count + 1);
            (self.named)(Error::new(ErrorKind::Decode, problem))
        });
        self.count += u64::from(row.is_ok());
        Some(row)
    }

    fn poll(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<T, Error>>> {
        loop {
            if let Some(row) = self.at_hand() {
                return Poll::Ready(Some(row));
            }
            if let Some(reading) = &mut self.reading {
                let decoded = ready!(Pin::new(&mut reading.0).poll(context));
                self.reading = None;
                match decoded.unwrap_or_else(|_| Err(stopped())) {
                    Ok(decoded) => {
                        self.replaced += decoded.replaced as u64;
                        self.records = decoded.rows.into_iter();
                    }
                    Err(error) => return self.end(Some(error)),
                }
                continue;
            }
            if self.over {
                return Poll::Ready(None);
            }
            match ready!(self.parts.poll_recv(context)) {
                Some(Part::Rows(reading)) => self.reading = Some(reading),
                Some(Part::End) => return self.end(None),
                Some(Part::Broken(error)) => return self.end(Some(error)),
                None => return self.end(Some(stopped())),
            }
        }
    }

    #[cfg(feature = "blocking")]
    pub(super) fn is_over(&self) -> bool {
        self.over && self.reading.is_none()
    }

    fn end(&mut self, error: Option<Error>) -> Poll<Option<Result<T, Error>>> {
        self.stop();
        Poll::Ready(error.map(Err))
    }

    /// Nothing comes from here on.
    pub(super) fn stop(&mut self) {
        self.over = true;
        self.reading = None;
        self.records = vec::IntoIter::default();
        self.source.abort();
        self.parts.close();
        // What is under way there is not wanted any more.
        while self.parts.try_recv().is_ok() {}
    }

    /// How its calls are made.
    #[cfg(feature = "blocking")]
    pub(super) fn mode(&self) -> &M {
        &self.mode
    }

    pub(super) async fn take_next(&mut self) -> Option<Result<T, Error>> {
        std::future::poll_fn(|context| self.poll(context)).await
    }

    pub(super) async fn take_all(mut self) -> Result<Vec<T>, Error> {
        let mut all = Vec::new();
        while let Some(row) = self.take_next().await {
            all.push(row?);
        }
        Ok(all)
    }
}

impl<T: Send + 'static> Rows<T> {
    /// The next row; nothing after the last one.
    pub async fn next(&mut self) -> Option<Result<T, Error>> {
        self.take_next().await
    }

    /// All rows that are left, in memory.
    ///
    /// # Errors
    ///
    /// The first one that comes; the rows before it are lost.
    pub async fn all(self) -> Result<Vec<T>, Error> {
        self.take_all().await
    }
}

impl<T: Send + 'static> Stream for Rows<T> {
    type Item = Result<T, Error>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.get_mut().poll(context)
    }
}

impl<T, M: Mode> Unpin for Rows<T, M> {}

impl<T, M: Mode> Drop for Rows<T, M> {
    fn drop(&mut self) {
        self.source.abort();
    }
}

impl<T, M: Mode> fmt::Debug for Rows<T, M> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Rows").field("count_so_far", &self.count).finish_non_exhaustive()
    }
}

/// Cuts a body into batches and sets other threads to read them. Tells
/// whether somebody still wants the end.
async fn cut(mut body: Body, mut framer: Framer, sender: &mpsc::Sender<Part>) -> Result<bool, Error> {
    while let Some(chunk) = body.chunk().await? {
        framer.push(&chunk).map_err(|error| body.named(error))?;
        while let Some(batch) = framer.next_batch() {
            if sender.send(reading(batch, &body)).await.is_err() {
                return Ok(false);
            }
        }
    }
    for batch in framer.finish().map_err(|error| body.named(error))? {
        if sender.send(reading(batch, &body)).await.is_err() {
            return Ok(false);
        }
    }
    Ok(true)
}

fn reading(batch: Batch, body: &Body) -> Part {
    let named = body.namer();
    Part::Rows(Reading(spawn_blocking(move || batch.records().map_err(named))))
}

/// The error when a task ended without a word.
pub(super) fn stopped() -> Error {
    Error::new(ErrorKind::Incomplete, "the reading of the answer was stopped")
}
