// Made by `cargo run generate` from templates/rust-client/src/runtime/batch_export.rs.
// Do not edit: change the source and run it again.

//! Exports in several calls, a number of records at a time.

use std::collections::HashSet;
use std::fmt;
use std::sync::Arc;
use std::time::Instant;

use serde::de::DeserializeOwned;
use tokio::sync::{Semaphore, mpsc};

use super::body;
use super::decode::{Decoded, Framer};
use super::error::{Error, ErrorKind};
use super::method::Method;
use super::mode::{Async, Mode};
use super::record::Record;
use super::rows::{self, Part, Read, Reading, Rows};
use super::transport::{Call, Expect};

/// The parameters that decide which records are exported.
const SELECTION: [&str; 8] = [
    "content",
    "action",
    "returnFormat",
    "records",
    "events",
    "filterLogic",
    "dateRangeBegin",
    "dateRangeEnd",
];

const FIELD_NAMES: Method = Method::new("export_field_names", "exportFieldNames").reads();

/// An export of records that is done in several calls.
///
/// First the names of the records are exported, each one counting once. Then come their data, so many records
/// at a time, and several calls at once; the rows keep their order. A call that breaks is made again by
/// itself; one that is too large for the server is split. Rows are only handed on when all rows of their call
/// are there and no record is missing, so none comes twice and none is lost. Memory holds the rows of the
/// calls that are under way.
///
/// Records that are deleted in between are left out. What is changed in between may show in some rows and not
/// in others.
#[must_use = "an export does nothing until its rows are asked for"]
pub struct BatchedExport<M: Mode = Async> {
    call: Call,
    mode: M,
    size: usize,
    concurrency: usize,
    record_id_field: Option<String>,
}

impl<M: Mode> BatchedExport<M> {
    pub(super) fn new(call: Call, mode: M, size: usize) -> BatchedExport<M> {
        BatchedExport { call, mode, size: size.max(1), concurrency: 2, record_id_field: None }
    }

    /// How many calls are made at the same time; two unless chosen. The concurrency of the client limits them
    /// too.
    pub fn concurrency(mut self, calls: usize) -> BatchedExport<M> {
        self.concurrency = calls.max(1);
        self
    }

    /// The name of the record ID field. Without it the server is asked, which needs REDCap 6.5 or newer.
    pub fn record_id_field(mut self, name: impl Into<String>) -> BatchedExport<M> {
        self.record_id_field = Some(name.into());
        self
    }

    /// The rows as records.
    pub fn stream(self) -> M::Reply<Rows<Record, M>> {
        self.rows(rows::as_records)
    }

    /// The rows in a type of the user's own.
    pub fn stream_as<T: DeserializeOwned + Send + 'static>(self) -> M::Reply<Rows<T, M>> {
        self.rows(rows::as_type)
    }

    fn rows<T: Send + 'static>(self, read: Read<T>) -> M::Reply<Rows<T, M>> {
        let mode = self.mode.clone();
        let reader = mode.clone();
        mode.run(async move {
            let (method, inner) = (self.call.method, Arc::clone(&self.call.inner));
            let named = move |error| body::named(error, method, &inner);
            let plan = Plan::new(self).await.map_err(&named)?;
            let (sender, parts) = mpsc::channel(plan.concurrency);
            let source = tokio::spawn(plan.run(sender));
            Ok(Rows::new(parts, source, read, Box::new(named), reader))
        })
    }
}

impl<M: Mode> fmt::Debug for BatchedExport<M> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = out.debug_struct("BatchedExport");
        shown.field("size", &self.size).field("concurrency", &self.concurrency).finish_non_exhaustive()
    }
}

/// What is to be exported.
struct Plan {
    call: Call,
    id: String,
    names: Vec<String>,
    size: usize,
    concurrency: usize,
}

impl Plan {
    async fn new<M: Mode>(export: BatchedExport<M>) -> Result<Plan, Error> {
        let BatchedExport { mut call, size, concurrency, record_id_field, .. } = export;
        if call.form.value("type") == Some("eav") {
            let problem = "rows of single values cannot be exported in batches; leave out `type`";
            return Err(Error::new(ErrorKind::InvalidRequest, problem));
        }
        call.form.set("format", "csv".to_owned());
        let id = match record_id_field {
            Some(name) => name,
            None => record_id_field_of(&call).await?,
        };
        let named = call.form.list("fields").is_some_and(|fields| !fields.contains(&id));
        if named || call.form.list("forms").is_some() {
            // Without it nobody could tell whether all records came.
            let fields = call.form.list("fields").unwrap_or_default();
            let fields = std::iter::once(&id).chain(fields.iter().filter(|name| **name != id));
            let fields = fields.cloned().collect();
            call.form.set_list("fields", fields);
        }
        let names = record_names(&call, &id).await?;
        Ok(Plan { call, id, names, size, concurrency })
    }

    /// Makes the calls and sends their rows in order.
    async fn run(self, sender: mpsc::Sender<Part>) {
        let turns = Arc::new(Semaphore::new(self.concurrency));
        let plan = Arc::new(self);
        for start in (0..plan.names.len()).step_by(plan.size) {
            let Ok(turn) = Arc::clone(&turns).acquire_owned().await else { return };
            let plan = Arc::clone(&plan);
            let chunk = tokio::spawn(async move {
                let end = plan.names.len().min(start + plan.size);
                let chunk = plan.chunk(&plan.names[start..end]).await?;
                drop(turn);
                Ok(chunk)
            });
            if sender.send(Part::Rows(Reading(chunk))).await.is_err() {
                return;
            }
        }
        let _ = sender.send(Part::End).await;
    }

    /// The rows of some records, all of them. A chunk that the server finds too large is split.
    async fn chunk(&self, names: &[String]) -> Result<Decoded<Record>, Error> {
        let mut done = Decoded { rows: Vec::new(), replaced: 0 };
        let mut parts = vec![names];
        while let Some(part) = parts.pop() {
            match self.part(part).await {
                Ok(rows) => {
                    done.rows.extend(rows.rows);
                    done.replaced += rows.replaced;
                }
                Err(error) if error.is_too_large() && part.len() > 1 => {
                    let (first, second) = part.split_at(part.len() / 2);
                    parts.extend([second, first]);
                }
                Err(error) => return Err(error),
            }
        }
        Ok(done)
    }

    async fn part(&self, names: &[String]) -> Result<Decoded<Record>, Error> {
        let mut call = self.call.clone();
        call.form.set_list("records", names.to_vec());
        let rows = all(&call).await?;
        // Below labels the column has another name, but it is the first one.
        let by_label = self.call.form.value("rawOrLabelHeaders") == Some("label");
        let came: HashSet<&str> = rows
            .rows
            .iter()
            .filter_map(
                |row| if by_label { row.iter().next().map(|(_, name)| name) } else { row.get(&self.id) },
            )
            .collect();
        let is_missing = |name: &&String| !came.contains(name.as_str());
        let mut missing: Vec<&String> = names.iter().filter(is_missing).collect();
        if missing.is_empty() {
            return Ok(rows);
        }
        // They may have been deleted since. The server is not asked for them by their names, because it may
        // not know those, as when it hashes them.
        let still_there: HashSet<String> = record_names(&self.call, &self.id).await?.into_iter().collect();
        missing.retain(|name| still_there.contains(*name));
        if missing.is_empty() {
            return Ok(rows);
        }
        let problem = format!(
            "the server left out {} of {} records; are their names hashed by the export rights? \
             then export without batches",
            missing.len(),
            names.len(),
        );
        Err(body::named(Error::new(ErrorKind::Incomplete, problem), call.method, &call.inner))
    }
}

/// Asks the server for the record ID field, which is the first of all fields.
pub(super) async fn record_id_field_of(call: &Call) -> Result<String, Error> {
    let mut asked = Call { method: &FIELD_NAMES, ..call.clone() };
    asked.form.keep(&[]);
    asked.form.set("content", FIELD_NAMES.content.to_owned());
    asked.form.set("format", "json".to_owned());
    let first = all(&asked).await?.rows.into_iter().next();
    let name = first.and_then(|row| row.get("original_field_name").map(str::to_owned));
    name.ok_or_else(|| Error::new(ErrorKind::Decode, "the project has no field for the names of records"))
}

/// The names of the records that the export is about, each one once.
async fn record_names(call: &Call, id: &str) -> Result<Vec<String>, Error> {
    let mut asked = call.clone();
    asked.form.keep(&SELECTION);
    // No records are an empty list there; in CSV an empty answer could be a failure of the server as well.
    asked.form.set("format", "json".to_owned());
    asked.form.set_list("fields", vec![id.to_owned()]);
    let (mut seen, mut names) = (HashSet::new(), Vec::new());
    for row in all(&asked).await?.rows {
        let Some(name) = row.get(id) else {
            let problem = format!("the answer has no column `{id}`; is that the record ID field?");
            return Err(Error::new(ErrorKind::Decode, problem));
        };
        if seen.insert(name.to_owned()) {
            names.push(name.to_owned());
        }
    }
    Ok(names)
}

/// All rows of a call, which is made again if its answer breaks off.
async fn all(call: &Call) -> Result<Decoded<Record>, Error> {
    let policy = call.options.retry.unwrap_or(call.inner.retry);
    let began = Instant::now();
    let mut attempt = 1;
    loop {
        let error = match whole(call).await {
            Ok(rows) => return Ok(rows),
            Err(error) => error,
        };
        // Failures before the answer began have been repeated already.
        let broken =
            matches!(error.kind(), ErrorKind::Incomplete | ErrorKind::Timeout | ErrorKind::Transport);
        let wait = policy.wait(call.method, &error, attempt, began).filter(|_| broken);
        let Some(wait) = wait else { return Err(error) };
        tokio::time::sleep(wait).await;
        attempt += 1;
    }
}

async fn whole(call: &Call) -> Result<Decoded<Record>, Error> {
    let framer = match call.form.value("format") {
        Some("json") => Framer::json(),
        _ => Framer::csv(call.form.value("csvDelimiter").unwrap_or(""))?,
    };
    // All calls are about something that is there, so no byte is no answer.
    let body = call.clone().send(Expect::Content).await?;
    let mut rows = Rows::of_body(body, framer, rows::as_records, Async);
    let mut decoded = Decoded { rows: Vec::new(), replaced: 0 };
    while let Some(row) = rows.next().await {
        decoded.rows.push(row?);
    }
    decoded.replaced = rows.replaced_so_far() as usize;
    Ok(decoded)
}
