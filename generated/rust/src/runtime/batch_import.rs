// Made by `cargo run generate` from templates/rust-client/src/runtime/batch_import.rs.
// Do not edit: change the source and run it again.

//! Imports in several calls, with an account of each record.

use std::collections::HashMap;
use std::collections::VecDeque;
use std::fmt;

use super::answer::Answer;
use super::batch_export::record_id_field_of;
use super::body;
use super::cell::Cell;
use super::error::{Error, ErrorKind};
use super::mode::Mode;
use super::row::Row;
use super::transport::{Call, Expect};

/// An import of records that is done in several calls, one after another.
///
/// All rows of a record go in the same call. A call that is too large for the server is split. A refusal
/// stores nothing of its call and does not stop the others; a failure after which nobody can tell what was
/// stored does, so that nothing is lost or done twice without being noticed. The [report](ImportReport) says
/// of each record what became of it.
#[must_use = "an import does nothing until it is sent"]
pub struct BatchedImport<M: Mode> {
    call: Call,
    mode: M,
    size: usize,
    record_id_field: Option<String>,
    stop_at_refusal: bool,
}

impl<M: Mode> BatchedImport<M> {
    pub(super) fn new(call: Call, mode: M, size: usize) -> BatchedImport<M> {
        BatchedImport { call, mode, size: size.max(1), record_id_field: None, stop_at_refusal: false }
    }

    /// The name of the record ID field. Without it the server is asked, which needs REDCap 6.5 or newer and
    /// the right to export.
    pub fn record_id_field(mut self, name: impl Into<String>) -> BatchedImport<M> {
        self.record_id_field = Some(name.into());
        self
    }

    /// Tries no further calls after one that was refused.
    pub fn stop_at_refusal(mut self) -> BatchedImport<M> {
        self.stop_at_refusal = true;
        self
    }

    /// Imports the records.
    ///
    /// # Errors
    ///
    /// If nothing was sent: a row without a record name, or a server that cannot be asked for the record ID
    /// field. All else is in the report.
    pub fn send(self) -> M::Reply<ImportReport> {
        let mode = self.mode.clone();
        mode.run(async move {
            let (method, inner) = (self.call.method, self.call.inner.clone());
            self.import().await.map_err(|error| body::named(error, method, &inner))
        })
    }

    async fn import(self) -> Result<ImportReport, Error> {
        let Some((parameter, rows)) = self.call.form.rows() else {
            return Err(Error::new(ErrorKind::InvalidRequest, "there are no rows to import"));
        };
        let parameter = parameter.to_owned();
        let id = match (&self.record_id_field, self.call.form.value("type")) {
            (_, Some("eav")) => "record".to_owned(),
            (Some(name), _) => name.clone(),
            (None, _) => record_id_field_of(&self.call).await?,
        };
        let records = by_record(&rows, &id)?;
        let mut parts: VecDeque<&[Records<'_>]> = records.chunks(self.size).collect();
        let mut report = ImportReport { parts: Vec::new() };
        while let Some(part) = parts.pop_front() {
            let sent: Vec<Row> = part.iter().flat_map(|(_, rows)| rows.iter().copied().cloned()).collect();
            let outcome = match self.send_part(&parameter, sent).await {
                Ok(count) => ImportOutcome::Imported { count },
                // A server that ran out of memory may have begun to store.
                Err(error) if error.status() == Some(413) && part.len() > 1 => {
                    let (first, second) = part.split_at(part.len() / 2);
                    parts.push_front(second);
                    parts.push_front(first);
                    continue;
                }
                Err(error) if error.is_refusal() && !error.is_crash() => ImportOutcome::Refused(error),
                Err(error) if error.was_not_sent() || error.status() == Some(429) => {
                    ImportOutcome::NotSent(error)
                }
                Err(error) => ImportOutcome::Unknown(error),
            };
            let go_on = match &outcome {
                ImportOutcome::Imported { .. } => true,
                ImportOutcome::Refused(_) => !self.stop_at_refusal,
                _ => false,
            };
            report.add(part, outcome);
            if !go_on {
                break;
            }
        }
        for part in parts {
            report.add(part, ImportOutcome::NotTried);
        }
        Ok(report)
    }

    /// The number of records that the server says it has taken.
    async fn send_part(&self, parameter: &str, rows: Vec<Row>) -> Result<u64, Error> {
        let mut call = self.call.clone();
        call.form.set_rows(parameter, rows);
        let mut body = call.send(Expect::Content).await?;
        let bytes = body.whole().await?;
        let answer = Answer { head: body.head.clone(), body: bytes };
        let counted = answer.object::<Row>().and_then(|mut row| {
            let count: i64 =
                row.required("count").map_err(|error| Error::new(ErrorKind::Decode, error.to_string()))?;
            Ok(count.unsigned_abs())
        });
        counted.map_err(|error| body.named(error))
    }
}

impl<M: Mode> fmt::Debug for BatchedImport<M> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("BatchedImport").field("size", &self.size).finish_non_exhaustive()
    }
}

/// A record and its rows.
type Records<'a> = (String, Vec<&'a Row>);

/// The rows of each record, in the order in which the records came first.
fn by_record<'a>(rows: &'a [Row], id: &str) -> Result<Vec<Records<'a>>, Error> {
    let mut places = HashMap::new();
    let mut records: Vec<Records<'a>> = Vec::new();
    for (index, row) in rows.iter().enumerate() {
        let name = row.cells().iter().find(|(column, _)| column == id);
        let name = name.and_then(|(_, value)| String::from_value(value.clone()).ok());
        let Some(name) = name.filter(|name| !name.is_empty()) else {
            let problem = format!("row {} has no value in `{id}`, the name of its record", index + 1);
            return Err(Error::new(ErrorKind::InvalidRequest, problem));
        };
        let place = *places.entry(name.clone()).or_insert(records.len());
        match records.get_mut(place) {
            Some((_, rows)) => rows.push(row),
            None => records.push((name, vec![row])),
        }
    }
    Ok(records)
}

/// What became of a batched import.
#[derive(Debug)]
pub struct ImportReport {
    parts: Vec<ImportPart>,
}

/// One call of a batched import. `Debug` does not show the names of records.
#[non_exhaustive]
pub struct ImportPart {
    /// Names of the records it was about.
    pub records: Vec<String>,
    /// The number of rows.
    pub rows: usize,
    /// What became of them.
    pub outcome: ImportOutcome,
}

/// What became of a call of a batched import.
#[derive(Debug)]
#[non_exhaustive]
pub enum ImportOutcome {
    /// The server has taken the data.
    Imported {
        /// The number of records, as the server counts them.
        count: u64,
    },
    /// The server refused the data and stored none of them. [`Error::refused_cells`] can tell which are
    /// wrong.
    Refused(Error),
    /// The server has not seen the data.
    NotSent(Error),
    /// Nobody can tell whether the data were stored. Look into the project before trying again.
    Unknown(Error),
    /// An earlier failure ended the import.
    NotTried,
}

impl ImportReport {
    fn add(&mut self, part: &[Records<'_>], outcome: ImportOutcome) {
        let records = part.iter().map(|(name, _)| name.clone()).collect();
        let rows = part.iter().map(|(_, rows)| rows.len()).sum();
        self.parts.push(ImportPart { records, rows, outcome });
    }

    /// The calls, in order.
    pub fn parts(&self) -> &[ImportPart] {
        &self.parts
    }

    /// Whether all data were taken, without a [warning](ImportReport::warnings).
    pub fn is_complete(&self) -> bool {
        let imported = |part: &ImportPart| matches!(part.outcome, ImportOutcome::Imported { .. });
        self.parts.iter().all(imported) && self.warnings().next().is_none()
    }

    /// The names of the records that were imported.
    pub fn imported(&self) -> impl Iterator<Item = &str> {
        self.names(|outcome| matches!(outcome, ImportOutcome::Imported { .. }))
    }

    /// The names of the records that were not imported, so that they can be sent again once the reason is
    /// gone.
    pub fn not_imported(&self) -> impl Iterator<Item = &str> {
        self.names(|outcome| {
            matches!(outcome, ImportOutcome::Refused(_) | ImportOutcome::NotSent(_) | ImportOutcome::NotTried)
        })
    }

    /// The names of the records of which nobody can tell.
    pub fn unknown(&self) -> impl Iterator<Item = &str> {
        self.names(|outcome| matches!(outcome, ImportOutcome::Unknown(_)))
    }

    /// The calls whose count is not the number of records sent. REDCap answers with 0 to data that it did not
    /// understand as rows.
    pub fn warnings(&self) -> impl Iterator<Item = &ImportPart> {
        self.parts.iter().filter(|part| {
            matches!(part.outcome, ImportOutcome::Imported { count } if count != part.records.len() as u64)
        })
    }

    fn names(&self, wanted: fn(&ImportOutcome) -> bool) -> impl Iterator<Item = &str> {
        let parts = self.parts.iter().filter(move |part| wanted(&part.outcome));
        parts.flat_map(|part| part.records.iter().map(String::as_str))
    }
}

impl fmt::Debug for ImportPart {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("ImportPart")
            .field("records", &self.records.len())
            .field("rows", &self.rows)
            .field("outcome", &self.outcome)
            .finish()
    }
}
