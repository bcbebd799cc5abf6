// Made by `cargo run generate` from templates/rust-client/src/runtime/decode/batch.rs.
// Do not edit: change the source and run it again.

//! Reading a batch of rows.

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use serde::de::{DeserializeOwned, IgnoredAny};

use super::super::columns::{Header, Texts};
use super::super::error::{Error, ErrorKind};
use super::super::record::Record;
use super::super::record_de::Reader;
use super::super::row::DecodeError;
use super::json::Flaw;
use super::{csv, failure, json};

/// The form of the rows.
#[derive(Clone, Copy)]
pub(super) enum Form {
    /// CSV with this delimiter.
    Csv(u8),
    Json,
}

/// Some whole rows, not read yet. They can be read on another thread.
pub struct Batch {
    pub(super) form: Form,
    pub(super) header: Arc<Header>,
    pub(super) data: Vec<u8>,
    /// Where the rows are in the data.
    pub(super) rows: Vec<Range<usize>>,
    /// The number of rows before these.
    pub(super) before: u64,
}

/// The rows of a [`Batch`]. `Debug` shows numbers only.
#[non_exhaustive]
pub struct Decoded<T> {
    /// The rows, in order.
    pub rows: Vec<T>,
    /// The number of rows in which bytes that are not UTF-8 were replaced by
    /// U+FFFD. Data from before REDCap used UTF-8 can hold such bytes.
    pub replaced: usize,
}

impl Batch {
    /// The number of rows.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there is no row.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Reads the rows as records.
    ///
    /// # Errors
    ///
    /// Of kind [`Incomplete`](ErrorKind::Incomplete) if a row of CSV has not as
    /// many cells as the header, [`Api`](ErrorKind::Api) if it is an error of
    /// REDCap instead, [`Decode`](ErrorKind::Decode) if a row is not a flat
    /// object in JSON. The error says which row it is, counted from 1.
    pub fn records(&self) -> Result<Decoded<Record>, Error> {
        // Clones have no room to spare.
        self.read(|header, texts| Ok(Record::from_parts(Arc::clone(header), texts.clone())))
    }

    /// Reads the rows into a type, as [`Record::decode`] does.
    ///
    /// # Errors
    ///
    /// As [`records`](Batch::records), and of kind
    /// [`Decode`](ErrorKind::Decode) if a column is missing or holds something
    /// else than expected. The error names the row and the column.
    pub fn decode<T: DeserializeOwned>(&self) -> Result<Decoded<T>, Error> {
        let mut reader = Reader::default();
        self.read(|header, texts| reader.read(header, texts))
    }

    /// Finds out whether these are rows, without reading them: those of CSV
    /// must have as many cells as the header, those of JSON be valid.
    ///
    /// # Errors
    ///
    /// As [`records`](Batch::records).
    pub fn check(&self) -> Result<(), Error> {
        let cells = self.header.names().len();
        let odd = |place: &Range<usize>| {
            let row = &self.data[place.clone()];
            match self.form {
                Form::Csv(delimiter) => csv::count(row, delimiter) != cells,
                Form::Json => serde_json::from_slice::<IgnoredAny>(row).is_err(),
            }
        };
        if self.rows.iter().any(odd) { self.records().map(drop) } else { Ok(()) }
    }

    fn read<T>(
        &self,
        mut take: impl FnMut(&Arc<Header>, &Texts) -> Result<T, DecodeError>,
    ) -> Result<Decoded<T>, Error> {
        let mut header = Arc::clone(&self.header);
        let mut texts = Texts::default();
        let mut decoded = Decoded { rows: Vec::with_capacity(self.rows.len()), replaced: 0 };
        for (index, place) in self.rows.iter().enumerate() {
            let row = match str::from_utf8(&self.data[place.clone()]) {
                Ok(row) => Cow::Borrowed(row),
                Err(_) => {
                    decoded.replaced += 1;
                    String::from_utf8_lossy(&self.data[place.clone()])
                }
            };
            texts.clear();
            self.cells(index, &row, &mut header, &mut texts)?;
            let row = take(&header, &texts);
            decoded.rows.push(row.map_err(|error| self.misread(index, &error.to_string()))?);
        }
        Ok(decoded)
    }

    fn cells(
        &self,
        index: usize,
        row: &str,
        header: &mut Arc<Header>,
        texts: &mut Texts,
    ) -> Result<(), Error> {
        match self.form {
            Form::Csv(delimiter) => {
                if csv::read(row, delimiter, texts) && texts.len() == header.names().len() {
                    return Ok(());
                }
                let text = failure::tail(&self.data[self.rows[index].start..]);
                let error = failure::reported(row).or_else(|| failure::reported(&text));
                Err(error.unwrap_or_else(|| failure::broken_off(row, self.before + index as u64)))
            }
            Form::Json => match json::read(row, header, texts) {
                Ok(None) => Ok(()),
                Ok(Some(other)) => {
                    *header = Arc::new(other);
                    Ok(())
                }
                Err(Flaw::Syntax) => Err(self.misread(index, "this is not valid JSON")),
                Err(Flaw::Nested(column)) => {
                    Err(self.misread(index, &format!("column `{column}` is not a single value")))
                }
            },
        }
    }

    fn misread(&self, index: usize, problem: &str) -> Error {
        let row = self.before + index as u64 + 1;
        Error::new(ErrorKind::Decode, format!("row {row}: {problem}"))
    }
}

impl fmt::Debug for Batch {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Batch").field("rows", &self.rows.len()).finish_non_exhaustive()
    }
}

impl<T> fmt::Debug for Decoded<T> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = out.debug_struct("Decoded");
        shown.field("rows", &self.rows.len()).field("replaced", &self.replaced).finish()
    }
}
