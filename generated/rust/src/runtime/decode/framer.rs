// Made by `cargo run generate` from templates/rust-client/src/runtime/decode/framer.rs.
// Do not edit: change the source and run it again.

//! Cutting a body into batches of rows while it arrives.

use std::collections::VecDeque;
use std::fmt;
use std::mem;
use std::ops::Range;
use std::sync::Arc;

use super::super::columns::{Header, Texts};
use super::super::error::{Error, ErrorKind};
use super::super::recognise::{self, Stray};
use super::batch::{Batch, Form};
use super::{csv, failure, json};

/// Bytes of a batch, about. Names make rows of JSON four times as long.
const CSV_BATCH: usize = 64 * 1024;
const JSON_BATCH: usize = 192 * 1024;

/// Most bytes looked at in one go, so that a body that comes in one piece is
/// not copied again for each batch.
const PIECE: usize = 16 * 1024;

/// Longest row, in bytes.
const LONGEST_ROW: usize = 64 * 1024 * 1024;

/// Cuts an export into batches of whole rows while it arrives, in memory that
/// does not grow with it. Saved exports can be read the same way.
///
/// What is no data, such as an error of REDCap or a web page, is an error
/// wherever it stands, and so are data that end too early. Only CSV that ends
/// exactly behind a row cannot be told from whole CSV.
///
/// ```
/// use redcap::runtime::{Framer, Record};
///
/// let mut framer = Framer::csv(",")?;
/// let mut records: Vec<Record> = Vec::new();
/// for chunk in ["record_id,na", "me\n1,Ann\n2,", "\"Lee, Bo\"\n"] {
///     framer.push(chunk.as_bytes())?;
///     while let Some(batch) = framer.next_batch() {
///         records.extend(batch.records()?.rows);
///     }
/// }
/// for batch in framer.finish()? {
///     records.extend(batch.records()?.rows);
/// }
/// assert_eq!(records[1].get("name"), Some("Lee, Bo"));
/// # Ok::<(), redcap::runtime::Error>(())
/// ```
pub struct Framer {
    form: Form,
    cutter: Cutter,
    /// What is in no batch yet.
    data: Vec<u8>,
    /// The whole rows in it.
    rows: Vec<Range<usize>>,
    header: Option<Arc<Header>>,
    count: u64,
    /// The number of rows in batches.
    packed: u64,
    /// From where on the data are none.
    foreign: Option<usize>,
    ready: VecDeque<Batch>,
}

enum Cutter {
    Csv(csv::Cutter),
    Json(json::Cutter),
}

/// What comes next in the data.
pub(super) enum Cut {
    /// A row that is here.
    Row(Range<usize>),
    /// Nothing whole.
    More,
    /// From here on something that cannot be there.
    Foreign(usize),
}

impl Framer {
    /// For CSV with a header line, as REDCap writes it. The `delimiter` is as
    /// in the parameter `csvDelimiter`: the character itself or `tab`; an
    /// empty text is a comma.
    ///
    /// REDCap sends an empty body or an empty line when it finds nothing. An
    /// empty line is no row, unless there is only one column: then it is a
    /// blank. A byte order mark is skipped.
    ///
    /// # Errors
    ///
    /// Of kind [`InvalidRequest`](ErrorKind::InvalidRequest) if `delimiter` is
    /// something else or a quotation mark, line break or no ASCII character.
    pub fn csv(delimiter: &str) -> Result<Framer, Error> {
        let delimiter = match delimiter.as_bytes() {
            [] => b',',
            b"tab" => b'\t',
            &[mark] if !matches!(mark, b'"' | b'\n' | b'\r') => mark,
            _ => return Err(Error::new(ErrorKind::InvalidRequest, "this cannot delimit the columns of CSV")),
        };
        Ok(Framer::new(Form::Csv(delimiter), Cutter::Csv(csv::Cutter::default())))
    }

    /// For a JSON list of objects.
    pub fn json() -> Framer {
        Framer::new(Form::Json, Cutter::Json(json::Cutter::default()))
    }

    fn new(form: Form, cutter: Cutter) -> Framer {
        Framer {
            form,
            cutter,
            data: Vec::new(),
            rows: Vec::new(),
            header: None,
            count: 0,
            packed: 0,
            foreign: None,
            ready: VecDeque::new(),
        }
    }

    /// The number of whole rows so far.
    pub fn rows(&self) -> u64 {
        self.count
    }

    /// Takes in the next part of the body, of any length. Take the batches
    /// after each.
    ///
    /// # Errors
    ///
    /// If it is certain that the body is no export, or if a row is longer than
    /// 64 MiB. Most errors are found only at the end.
    pub fn push(&mut self, chunk: &[u8]) -> Result<(), Error> {
        for piece in chunk.chunks(PIECE) {
            self.data.extend_from_slice(piece);
            self.scan();
            let pending = self.data.len() - self.foreign.unwrap_or(self.cutter.start());
            if self.foreign.is_some() && pending > failure::WINDOW {
                return Err(self.failure());
            }
            if pending > LONGEST_ROW {
                return Err(Error::new(ErrorKind::Decode, "a row is longer than 64 MiB"));
            }
        }
        Ok(())
    }

    /// The next batch, if enough has arrived for one.
    pub fn next_batch(&mut self) -> Option<Batch> {
        self.ready.pop_front()
    }

    /// The batches that were not taken yet, once the body has ended.
    ///
    /// # Errors
    ///
    /// Of kind [`Api`](ErrorKind::Api) if REDCap reports an error,
    /// [`NotRedcap`](ErrorKind::NotRedcap) if something else than REDCap has
    /// answered, [`Incomplete`](ErrorKind::Incomplete) if the data end too
    /// early, and [`Decode`](ErrorKind::Decode) if they are not in the format.
    pub fn finish(mut self) -> Result<Vec<Batch>, Error> {
        let rest = &self.data[self.cutter.start()..];
        let whole = self.foreign.is_none()
            && match &self.cutter {
                Cutter::Csv(_) => without_mark(rest).trim_ascii().is_empty() && !self.is_sentence(),
                Cutter::Json(cutter) => cutter.has_ended(),
            };
        // An error may come as a whole row.
        if !whole || recognise::error_at_end(&failure::tail(&self.data)).is_some() {
            return Err(self.failure());
        }
        if !self.rows.is_empty() {
            let data = mem::take(&mut self.data);
            self.pack(data);
        }
        Ok(self.ready.into())
    }

    fn scan(&mut self) {
        while self.foreign.is_none() {
            match self.cutter.next(&self.data) {
                Cut::Row(row) => match self.form {
                    Form::Csv(delimiter) => self.csv_row(row, delimiter),
                    Form::Json => self.json_row(row),
                },
                Cut::More => break,
                Cut::Foreign(place) => self.foreign = Some(place),
            }
        }
    }

    fn csv_row(&mut self, place: Range<usize>, delimiter: u8) {
        let row = &self.data[place.clone()];
        let Some(header) = &self.header else {
            let text = String::from_utf8_lossy(without_mark(row));
            let mut names = Texts::default();
            if text.trim().is_empty() {
                return;
            }
            if recognise::is_no_header(&text) || !csv::read(&text, delimiter, &mut names) {
                self.foreign = Some(place.start);
                return;
            }
            let names = (0..names.len()).filter_map(|place| names.get(place)).map(Box::from);
            self.header = Some(Arc::new(Header::new(names.collect())));
            return;
        };
        if csv::is_foreign(row) {
            self.foreign = Some(place.start);
        } else if !row.is_empty() || header.names().len() == 1 {
            self.row(place);
        }
    }

    fn json_row(&mut self, place: Range<usize>) {
        if self.header.is_none() {
            let row = String::from_utf8_lossy(&self.data[place.clone()]);
            let names = json::read(&row, &Header::default(), &mut Texts::default());
            self.header = names.ok().flatten().map(Arc::new);
        }
        self.row(place);
    }

    /// Adds a row. The last one stays here, because it can be an error that is
    /// known as such only by being the last.
    fn row(&mut self, place: Range<usize>) {
        self.count += 1;
        if place.end > self.batch() && !self.rows.is_empty() {
            let mut rest = Vec::with_capacity(self.batch() + 2 * PIECE);
            rest.extend_from_slice(&self.data[place.start..]);
            let mut data = mem::replace(&mut self.data, rest);
            data.truncate(place.start);
            self.pack(data);
            self.cutter.moved(place.start);
            self.rows.push(0..place.len());
        } else {
            self.rows.push(place);
        }
    }

    fn batch(&self) -> usize {
        match self.form {
            Form::Csv(_) => CSV_BATCH,
            Form::Json => JSON_BATCH,
        }
    }

    fn pack(&mut self, data: Vec<u8>) {
        let rows = mem::take(&mut self.rows);
        let before = self.packed;
        self.packed += rows.len() as u64;
        self.ready.push_back(Batch {
            form: self.form,
            header: self.header.clone().unwrap_or_default(),
            before,
            data,
            rows,
        });
    }

    /// Whether the header is words, and nothing comes below them. REDCap sends
    /// no header when it finds nothing.
    fn is_sentence(&self) -> bool {
        let names = self.header.iter().flat_map(|header| header.names());
        self.count == 0 && names.clone().any(|name| name.contains(char::is_whitespace))
    }

    /// The error for a body that is not whole or not an export.
    fn failure(&self) -> Error {
        let start = self.foreign.unwrap_or(self.cutter.start());
        let text = failure::tail(without_mark(&self.data[start..]));
        let error = failure::reported(&text).or_else(|| failure::reported_last(&failure::tail(&self.data)));
        let stray = recognise::stray(&text);
        error.unwrap_or_else(|| match &self.cutter {
            Cutter::Csv(_) if text.trim().is_empty() => Stray::Text.error().with_body(&self.data),
            Cutter::Csv(_) if self.header.is_some() => failure::broken_off(&text, self.count),
            // A header without its end.
            Cutter::Csv(_) if self.foreign.is_none() && stray == Stray::Text && !text.contains(' ') => {
                failure::broken_off(&text, self.count)
            }
            Cutter::Csv(_) => stray.error().with_body(text.as_bytes()),
            Cutter::Json(cutter) if !cutter.has_begun() => failure::no_list(&text),
            Cutter::Json(_) if self.foreign.is_none() || stray == Stray::Page => {
                failure::broken_off(&text, self.count)
            }
            Cutter::Json(_) => {
                let problem = format!("the answer is not valid JSON after row {}", self.count);
                Error::new(ErrorKind::Decode, problem)
            }
        })
    }
}

impl Cutter {
    fn next(&mut self, data: &[u8]) -> Cut {
        match self {
            Cutter::Csv(cutter) => cutter.next(data),
            Cutter::Json(cutter) => cutter.next(data),
        }
    }

    fn start(&self) -> usize {
        match self {
            Cutter::Csv(cutter) => cutter.start,
            Cutter::Json(cutter) => cutter.start,
        }
    }

    fn moved(&mut self, by: usize) {
        match self {
            Cutter::Csv(cutter) => cutter.moved(by),
            Cutter::Json(cutter) => cutter.moved(by),
        }
    }
}

fn without_mark(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes)
}

impl fmt::Debug for Framer {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Framer").field("rows", &self.count).finish_non_exhaustive()
    }
}
