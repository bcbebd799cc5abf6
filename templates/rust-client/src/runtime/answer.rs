//! Turning the answer of the server into what the caller expects.

use std::borrow::Cow;

use super::body::Head;
use super::decode::{Batch, Framer};
use super::document::{Document, Format};
use super::error::{Error, ErrorKind};
use super::file::File;
use super::json::{self, Fault};
use super::recognise::{self, Stray};
use super::row::{DecodeError, FromRow, Row};
use super::value::Value;

/// An answer that arrived completely.
pub(super) struct Answer {
    pub(super) head: Head,
    pub(super) body: Vec<u8>,
}

impl Answer {
    /// Refuses a body that nobody here can read.
    pub(super) fn check_encoding(head: &Head) -> Result<(), Error> {
        match head.header("content-encoding") {
            Some(encoding) if !encoding.eq_ignore_ascii_case("identity") => {
                Err(Error::new(ErrorKind::Decode, "the server compressed its answer without being asked to"))
            }
            _ => Ok(()),
        }
    }

    /// The error for a status that is no success. `redirect` is where the
    /// server points to.
    pub(super) fn refused(self, redirect: Option<String>) -> Error {
        if matches!(self.head.status, 300..=399) {
            let problem = match redirect {
                Some(target) => {
                    format!("the server redirects to {target}; if that is the right place, use it as the URL")
                }
                None => "the server redirects without saying where to".to_owned(),
            };
            return Error::new(ErrorKind::Redirect, problem);
        }
        let text = self.content();
        if let Some(message) = recognise::error(&text).or_else(|| recognise::error_at_end(&text)) {
            return Error::api(message);
        }
        // REDCap has refusals without any form around them, but not with the
        // statuses that come from proxies and web servers.
        let from_redcap = matches!(self.head.status, 400 | 401 | 403 | 406 | 500 | 501);
        if from_redcap && recognise::is_plain_text(&text) {
            return Error::api(text.trim());
        }
        let problem = match self.head.status {
            404 => "there is no REDCap API at this address; check the path of the URL",
            408 | 504 => "the server gave up before the work was done; ask for less at a time",
            413 => "the request is too large for the server; send less at a time",
            429 => "the server gets too many requests; wait before the next one",
            502 | 503 => "the server is overloaded or under maintenance",
            _ => "the answer does not come from the REDCap API",
        };
        Error::new(ErrorKind::NotRedcap, problem).with_body(&self.body)
    }

    pub(super) fn list<T: FromRow>(self) -> Result<Vec<T>, Error> {
        let text = self.json()?;
        let elements = json::elements(&text).map_err(|fault| unreadable(fault, &text))?;
        let Some(elements) = elements else {
            return Err(unexpected("a list"));
        };
        let mut items = Vec::with_capacity(elements.len());
        for (index, element) in elements.into_iter().enumerate() {
            let value = json::value(element).map_err(|fault| unreadable(fault, &text))?;
            let item = row(value).and_then(T::from_row);
            items.push(item.map_err(|error| misread(index, &error))?);
        }
        Ok(items)
    }

    pub(super) fn object<T: FromRow>(self) -> Result<T, Error> {
        let text = self.json()?;
        let value = match json::parse(&text).map_err(|fault| unreadable(fault, &text))? {
            Value::List(mut items) => match (items.pop(), items.is_empty()) {
                (Some(only), true) => only,
                (None, _) => return Err(unexpected("one object, not an empty list")),
                (Some(_), false) => return Err(unexpected("one object, not a list of several")),
            },
            value => value,
        };
        row(value).and_then(T::from_row).map_err(|error| Error::new(ErrorKind::Decode, error.to_string()))
    }

    pub(super) fn texts<T: From<String>>(self) -> Result<Vec<T>, Error> {
        let text = self.json()?;
        let Value::List(items) = json::parse(&text).map_err(|fault| unreadable(fault, &text))? else {
            return Err(unexpected("a list"));
        };
        let read = |(index, item)| match item {
            Value::Text(text) | Value::Number(text) => Ok(T::from(text)),
            _ => Err(misread(index, &DecodeError::expected("a text or a number"))),
        };
        items.into_iter().enumerate().map(read).collect()
    }

    pub(super) fn integer(self) -> Result<u64, Error> {
        let text = self.json()?;
        let number = match json::parse(&text).map_err(|fault| unreadable(fault, &text))? {
            Value::Number(digits) => digits.parse().ok(),
            Value::Text(digits) => digits.trim().parse().ok(),
            _ => None,
        };
        number.ok_or_else(|| unexpected("a whole number"))
    }

    pub(super) fn text<T: From<String>>(self) -> Result<T, Error> {
        let text = self.something()?;
        if let Some(message) = recognise::error_at_end(&text) {
            return Err(Error::api(message));
        }
        match recognise::stray(&text) {
            Stray::Text if !recognise::is_complaint(&text) => Ok(T::from(text.trim().to_owned())),
            stray => Err(stray.error()),
        }
    }

    pub(super) fn done(self) -> Result<(), Error> {
        let text = self.something()?;
        match text.trim() {
            "1" | "\"1\"" => Ok(()),
            _ => Err(self.unconfirmed(&text)),
        }
    }

    pub(super) fn empty(self) -> Result<(), Error> {
        let text = self.content();
        let confirmation = text.trim().trim_matches('"');
        let harmless = matches!(confirmation, "" | "1" | "{}" | "[]" | "null" | "true")
            || confirmation.eq_ignore_ascii_case("success");
        if harmless {
            return Ok(());
        }
        Err(self.unconfirmed(&text))
    }

    /// The error for a `text` that should have been a confirmation.
    fn unconfirmed(&self, text: &str) -> Error {
        if let Some(message) = recognise::error(text).or_else(|| recognise::error_at_end(text)) {
            return Error::api(message);
        }
        match recognise::stray(text) {
            Stray::Text => unexpected("a confirmation"),
            stray => stray.error(),
        }
    }

    pub(super) fn file(self) -> Result<File, Error> {
        let file = File::new(self.head.header("content-type"), self.body);
        // Only stored files come with a name, and those may hold anything,
        // even the text of an error. A PDF has no name, but is easy to tell.
        if file.name().is_some() || file.bytes().starts_with(b"%PDF") {
            return Ok(file);
        }
        let text = readable(file.bytes());
        if text.trim().is_empty() {
            return Err(nothing());
        }
        if let Some(message) = recognise::error(&text).or_else(|| recognise::error_at_end(&text)) {
            return Err(Error::api(message));
        }
        match recognise::stray(&text) {
            Stray::Text => Ok(file),
            stray => Err(stray.error()),
        }
    }

    /// The body as it is, if it is a whole document of its format.
    pub(super) fn document(self, format: Format) -> Result<Document, Error> {
        match format {
            Format::Csv => self.check_csv()?,
            Format::Json => {
                drop(json::parse(&self.json()?).map_err(|fault| unreadable(fault, &self.content()))?)
            }
            Format::Xml | Format::Odm => self.check_xml(format)?,
        }
        Ok(Document::new(format, self.body))
    }

    fn check_csv(&self) -> Result<(), Error> {
        let text = self.content();
        if let Some(message) = recognise::error(&text).or_else(|| recognise::error_at_end(&text)) {
            return Err(Error::api(message));
        }
        match recognise::stray(&text) {
            Stray::Text => Ok(()),
            stray => Err(stray.error()),
        }
    }

    /// Makes sure that the body is whole rows of CSV.
    pub(super) fn check_rows(&self, delimiter: &str) -> Result<(), Error> {
        let mut framer = Framer::csv(delimiter)?;
        for piece in self.body.chunks(64 * 1024) {
            framer.push(piece)?;
            while let Some(batch) = framer.next_batch() {
                batch.check()?;
            }
        }
        framer.finish()?.iter().try_for_each(Batch::check)
    }

    fn check_xml(&self, format: Format) -> Result<(), Error> {
        let text = self.something()?;
        let root = recognise::root(&text);
        let fits = |root: &&str| if format == Format::Odm { *root == "ODM" } else { !is_html(root) };
        let Some(root) = root.filter(fits) else {
            if let Some(message) = recognise::error_at_end(&text) {
                return Err(Error::api(message));
            }
            return Err(match recognise::stray(&text) {
                Stray::Text => unexpected("an XML document"),
                stray => stray.error(),
            });
        };
        let end = text.trim_end();
        // A root without content is the first and last element.
        let is_only = |last| recognise::root(&end[..last]).is_none();
        let only = end.ends_with("/>") && end.rfind('<').is_some_and(is_only);
        if only || end.ends_with(&format!("</{root}>")) {
            return Ok(());
        }
        Err(match recognise::error_at_end(&text) {
            Some(message) => Error::api(message),
            None => Error::new(ErrorKind::Incomplete, "the XML document has no end"),
        })
    }

    pub(super) fn any(self) -> Result<File, Error> {
        let file = File::new(self.head.header("content-type"), self.body);
        if file.name().is_none()
            && let Some(message) = recognise::error(&readable(file.bytes()))
        {
            return Err(Error::api(message));
        }
        Ok(file)
    }

    /// The body as text.
    fn content(&self) -> Cow<'_, str> {
        readable(&self.body)
    }

    /// The body as text that is neither empty nor an error.
    fn something(&self) -> Result<Cow<'_, str>, Error> {
        let text = self.content();
        if text.trim().is_empty() {
            return Err(nothing());
        }
        match recognise::error(&text) {
            Some(message) => Err(Error::api(message)),
            None => Ok(text),
        }
    }

    /// The body as text that begins like JSON and is not an error.
    fn json(&self) -> Result<Cow<'_, str>, Error> {
        let text = self.something()?;
        if json::begins_like_json(&text) {
            return Ok(text);
        }
        if let Some(message) = recognise::error_at_end(&text) {
            return Err(Error::api(message));
        }
        Err(recognise::stray(&text).error())
    }
}

fn is_html(root: &str) -> bool {
    root.eq_ignore_ascii_case("html") || root.starts_with('!') || root.eq_ignore_ascii_case("br")
}

/// The bytes as text, without a byte order mark.
pub(super) fn readable(bytes: &[u8]) -> Cow<'_, str> {
    String::from_utf8_lossy(bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes))
}

fn row(value: Value) -> Result<Row, DecodeError> {
    match value {
        Value::Object(cells) => Ok(Row::from_cells(cells)),
        _ => Err(DecodeError::expected("an object")),
    }
}

/// The error for JSON that cannot be read. The server may have failed in the
/// middle of it and said so.
fn unreadable(fault: Fault, text: &str) -> Error {
    if let Some(message) = recognise::error_at_end(text) {
        return Error::api(message);
    }
    match fault {
        Fault::CutOff => Error::new(ErrorKind::Incomplete, "the answer of the server is cut off"),
        Fault::Syntax { line, column } => Error::new(
            ErrorKind::Decode,
            format!("the answer is not valid JSON at line {line}, column {column}"),
        ),
        Fault::Content => {
            Error::new(ErrorKind::Decode, "the answer has an impossible character or too many levels")
        }
    }
}

fn misread(index: usize, error: &DecodeError) -> Error {
    let number = index + 1;
    Error::new(ErrorKind::Decode, format!("item {number}: {error}"))
}

fn unexpected(wanted: &str) -> Error {
    Error::new(ErrorKind::Decode, format!("the answer is not what was expected: {wanted}"))
}

fn nothing() -> Error {
    Error::new(ErrorKind::Incomplete, "the server sent an empty answer")
}
