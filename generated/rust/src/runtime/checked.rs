// Made by `cargo run generate` from templates/rust-client/src/runtime/checked.rs.
// Do not edit: change the source and run it again.

//! The bytes of an answer, judged while they pass.

use bytes::Bytes;
use tokio::task::{JoinHandle, spawn_blocking};

use super::answer::Answer;
use super::body::Body;
use super::decode::{Batch, Framer};
use super::document::Format;
use super::error::Error;
use super::rows::stopped;

/// Longest end of a document that is kept to be judged.
const TAIL: usize = 64 * 1024;

/// How an answer is judged.
pub(super) enum Check {
    /// Row by row.
    Rows(Box<Framer>),
    /// By its beginning and end.
    Ends { format: Format, head: Vec<u8>, tail: Vec<u8> },
}

impl Check {
    pub(super) fn new(format: Format, delimiter: &str) -> Result<Check, Error> {
        Ok(match format {
            Format::Csv => Check::Rows(Box::new(Framer::csv(delimiter)?)),
            Format::Json => Check::Rows(Box::new(Framer::json())),
            Format::Xml | Format::Odm => Check::Ends { format, head: Vec::new(), tail: Vec::new() },
        })
    }
}

/// An answer whose end is only reached if all of it was what it should be.
pub(super) struct Checked {
    body: Body,
    check: Option<Check>,
    checking: Option<JoinHandle<Result<(), Error>>>,
}

impl Checked {
    pub(super) fn new(body: Body, check: Check) -> Checked {
        Checked { body, check: Some(check), checking: None }
    }

    /// The next part of the body; nothing at its end.
    pub(super) async fn chunk(&mut self) -> Result<Option<Bytes>, Error> {
        let chunk = self.body.chunk().await?;
        let batches = match &chunk {
            Some(chunk) => self.take_in(chunk),
            None => self.finish(),
        };
        let batches = batches.map_err(|error| self.body.named(error))?;
        if !batches.is_empty() {
            self.settle().await?;
            self.checking = Some(spawn_blocking(move || batches.iter().try_for_each(Batch::check)));
        }
        if chunk.is_none() {
            self.settle().await?;
        }
        Ok(chunk)
    }

    fn take_in(&mut self, chunk: &[u8]) -> Result<Vec<Batch>, Error> {
        match &mut self.check {
            Some(Check::Rows(framer)) => {
                framer.push(chunk)?;
                Ok(std::iter::from_fn(|| framer.next_batch()).collect())
            }
            Some(Check::Ends { head, tail, .. }) => {
                let (first, rest) = chunk.split_at(chunk.len().min(TAIL.saturating_sub(head.len())));
                head.extend_from_slice(first);
                tail.extend_from_slice(rest);
                let passed = tail.len().saturating_sub(TAIL);
                tail.drain(..passed);
                Ok(Vec::new())
            }
            None => Ok(Vec::new()),
        }
    }

    fn finish(&mut self) -> Result<Vec<Batch>, Error> {
        match self.check.take() {
            Some(Check::Rows(framer)) => framer.finish(),
            Some(Check::Ends { format, mut head, tail }) => {
                head.extend_from_slice(&tail);
                Answer { head: self.body.head.clone(), body: head }.document(format)?;
                Ok(Vec::new())
            }
            None => Ok(Vec::new()),
        }
    }

    /// Waits for the check of the parts before.
    async fn settle(&mut self) -> Result<(), Error> {
        match self.checking.take() {
            Some(check) => {
                check.await.unwrap_or_else(|_| Err(stopped())).map_err(|error| self.body.named(error))
            }
            None => Ok(()),
        }
    }
}
