// Made by `cargo run generate` from templates/rust-client/src/runtime/request.rs.
// Do not edit: change the source and run it again.

//! One call of an API method: filled with parameters, then sent.

use std::fmt;
use std::path::Path;

use serde::de::DeserializeOwned;

use super::answer::Answer;
use super::batch_export::BatchedExport;
use super::batch_import::BatchedImport;
use super::checked::{Check, Checked};
use super::client::Client;
use super::decode::Framer;
use super::document::{Document, Format};
use super::download::Download;
use super::error::{Error, LONGEST_EXCERPT};
use super::file::{File, Upload};
use super::form::Form;
use super::method::Method;
use super::mode::{Async, Mode};
use super::options::CallOptions;
use super::raw::RawAnswer;
use super::record::Record;
use super::row::{FromRow, ToRow};
use super::rows::{self, Rows};
use super::save::Saving;
use super::transport::{Call, Expect};

/// A request that is being filled. The call that ends it sends it and says what kind of answer is expected.
///
/// All ending calls fail with an [`Error`] if the server cannot be reached, refuses, or answers with
/// something else than expected. Bytes that are not UTF-8, which old data can hold, are replaced by U+FFFD in
/// texts.
#[derive(Clone)]
#[must_use = "a request does nothing until it is sent"]
pub struct Request<M: Mode = Async> {
    client: Client<M>,
    method: &'static Method,
    form: Form,
    options: CallOptions,
}

impl<M: Mode> Request<M> {
    /// A request for `method` that holds nothing but what the method fixes.
    pub fn new(client: &Client<M>, method: &'static Method) -> Request<M> {
        let mut form = Form::new();
        form.set("content", method.content.to_owned());
        if let Some(action) = method.action {
            form.set("action", action.to_owned());
        }
        for (name, value) in method.fixed {
            form.set(name, (*value).to_owned());
        }
        Request { client: client.clone(), method, form, options: CallOptions::new() }
    }

    /// Sets a parameter, in its old place if it was set before.
    pub fn set(&mut self, name: &str, value: impl Into<String>) {
        self.form.set(name, value.into());
    }

    /// Sets a list, sent as `name[0]`, `name[1]` and so on.
    ///
    /// An empty list cannot be sent, and leaving it out can mean "all", so the request will fail with
    /// [`InvalidRequest`](super::ErrorKind::InvalidRequest).
    pub fn set_list(&mut self, name: &str, values: impl IntoIterator<Item = String>) {
        self.form.set_list(name, values.into_iter().collect());
    }

    /// Sets a parameter to a JSON list of rows. It may be empty.
    pub fn set_rows<T: ToRow>(&mut self, name: &str, rows: impl IntoIterator<Item = T>) {
        self.form.set_rows(name, rows.into_iter().map(|row| row.to_row()).collect());
    }

    /// Lets rows to import lack a column that has a [`Guard`](super::Guard).
    pub fn allow(&mut self, column: &'static str) {
        self.form.allow(column);
    }

    /// Sets a file to upload, which makes the body `multipart/form-data`.
    pub fn set_file(&mut self, name: &str, upload: Upload) {
        self.form.set_file(name, upload);
    }

    /// Chooses time limits and the like for this call.
    pub fn with(&mut self, options: CallOptions) {
        self.options = options;
    }

    /// The text a parameter is set to; nothing for lists and files.
    pub fn value(&self, name: &str) -> Option<&str> {
        self.form.value(name)
    }

    /// Expects a JSON list of objects.
    pub fn list<T: FromRow + Send + 'static>(self) -> M::Reply<Vec<T>> {
        self.read(Expect::Content, Answer::list)
    }

    /// Expects one JSON object, or a list that holds exactly one.
    pub fn object<T: FromRow + Send + 'static>(self) -> M::Reply<T> {
        self.read(Expect::Content, Answer::object)
    }

    /// Expects rows of records.
    pub fn records(self) -> M::Reply<Vec<Record>> {
        self.list()
    }

    /// Expects a JSON list of texts or numbers.
    pub fn texts<T: From<String> + Send + 'static>(self) -> M::Reply<Vec<T>> {
        self.read(Expect::Content, Answer::texts)
    }

    /// Expects a whole number, bare or as a JSON text.
    pub fn integer(self) -> M::Reply<u64> {
        self.read(Expect::Content, Answer::integer)
    }

    /// Expects plain text. White space around it is removed.
    pub fn text<T: From<String> + Send + 'static>(self) -> M::Reply<T> {
        self.read(Expect::Content, Answer::text)
    }

    /// Expects the text `1`, by which REDCap says that it is done.
    pub fn done(self) -> M::Reply<()> {
        self.read(Expect::Content, Answer::done)
    }

    /// Expects no body, or one that only confirms.
    pub fn empty(self) -> M::Reply<()> {
        self.read(Expect::Success, Answer::empty)
    }

    /// Expects the bytes of a file.
    pub fn file(self) -> M::Reply<File> {
        self.read(Expect::Success, Answer::file)
    }

    /// Takes any body that does not have the form of a REDCap error.
    pub fn any(self) -> M::Reply<File> {
        self.read(Expect::Success, Answer::any)
    }

    /// Asks for the answer in a format and takes it as it is, once it is known to be complete and no error.
    pub fn document(mut self, format: Format) -> M::Reply<Document> {
        // Some methods have one format only.
        if self.value("format").is_some() {
            self.set("format", format.as_str());
        }
        let expect = if format == Format::Csv { Expect::Success } else { Expect::Content };
        // Only of rows of records it is known how they end.
        let has_rows = self.method.reads && matches!(self.method.content, "record" | "report");
        let delimiter = self.value("csvDelimiter").unwrap_or("").to_owned();
        self.read(expect, move |answer| {
            if has_rows && format == Format::Csv {
                answer.check_rows(&delimiter)?;
            }
            answer.document(format)
        })
    }

    /// Takes whatever the server answers, also a refusal.
    pub fn raw(self) -> M::Reply<RawAnswer> {
        let (mode, call) = self.into_call();
        mode.run(async move {
            let mut body = call.send(Expect::Anything).await?;
            let bytes = body.whole().await?;
            Ok(RawAnswer::new(body.head, bytes))
        })
    }

    /// Expects a file and gives it part by part, as it arrives.
    pub fn download(self) -> M::Reply<Download<M>> {
        let (mode, call) = self.into_call();
        let reader = mode.clone();
        mode.run(async move { Download::open(call.send(Expect::Success).await?, reader).await })
    }

    /// Expects rows of records and gives them one after another, as they arrive.
    pub fn rows(self) -> M::Reply<Rows<Record, M>> {
        self.rows_read(rows::as_records)
    }

    /// Expects rows of records and gives them one after another, in a type of the user's own.
    pub fn rows_as<T: DeserializeOwned + Send + 'static>(self) -> M::Reply<Rows<T, M>> {
        self.rows_read(rows::as_type)
    }

    /// Expects rows of records, in a type of the user's own.
    pub fn records_as<T: DeserializeOwned + Send + 'static>(mut self) -> M::Reply<Vec<T>> {
        let framer = self.framer();
        let (mode, call) = self.into_call();
        mode.run(async move {
            let body = call.send(Expect::Success).await?;
            Rows::of_body(body, framer?, rows::as_type, Async).all().await
        })
    }

    /// Writes the answer to a file as it arrives and gives its length in bytes. What is there is replaced
    /// only when the answer is complete and no error.
    pub fn save(mut self, format: Format, path: impl AsRef<Path>) -> M::Reply<u64> {
        if self.value("format").is_some() {
            self.set("format", format.as_str());
        }
        let path = path.as_ref().to_owned();
        let delimiter = self.value("csvDelimiter").unwrap_or("").to_owned();
        let (mode, call) = self.into_call();
        mode.run(async move {
            let check = Check::new(format, &delimiter)?;
            let mut body = Checked::new(call.send(Expect::Success).await?, check);
            let mut saving = Saving::begin(path).await?;
            while let Some(chunk) = body.chunk().await? {
                saving.write(chunk).await?;
            }
            saving.finish().await
        })
    }

    /// An export of so many records at a time.
    pub fn batched_export(self, size: usize) -> BatchedExport<M> {
        let (mode, call) = self.into_call();
        BatchedExport::new(call, mode, size)
    }

    /// An import of so many records at a time.
    pub fn batched_import(self, size: usize) -> BatchedImport<M> {
        let (mode, call) = self.into_call();
        BatchedImport::new(call, mode, size)
    }

    fn rows_read<T: Send + 'static>(mut self, read: rows::Read<T>) -> M::Reply<Rows<T, M>> {
        let framer = self.framer();
        let (mode, call) = self.into_call();
        let reader = mode.clone();
        mode.run(async move { Ok(Rows::of_body(call.send(Expect::Success).await?, framer?, read, reader)) })
    }

    /// What cuts the answer into rows; asks for them in that form.
    fn framer(&mut self) -> Result<Framer, Error> {
        let format = if self.options.rows_as_json { Format::Json } else { Format::Csv };
        self.set("format", format.as_str());
        match format {
            Format::Json => Ok(Framer::json()),
            _ => Framer::csv(self.value("csvDelimiter").unwrap_or("")),
        }
    }

    pub(super) fn into_call(self) -> (M, Call) {
        let Request { client, method, form, options } = self;
        let Client { inner, mode } = client;
        (mode, Call { inner, method, form, options })
    }

    /// Sends the request and reads the answer with `reader`.
    fn read<T, F>(self, expect: Expect, reader: F) -> M::Reply<T>
    where
        T: Send + 'static,
        F: FnOnce(Answer) -> Result<T, Error> + Send + 'static,
    {
        let (mode, call) = self.into_call();
        mode.run(async move {
            let mut body = call.send(expect).await?;
            let bytes = body.whole().await?;
            let excerpt = bytes[..bytes.len().min(LONGEST_EXCERPT)].to_vec();
            reader(Answer { head: body.head.clone(), body: bytes }).map_err(|error| {
                // A refusal by REDCap has been understood.
                body.named(if error.is_refusal() { error } else { error.with_body(&excerpt) })
            })
        })
    }
}

impl<M: Mode> fmt::Debug for Request<M> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<&str> = self.form.names().collect();
        out.debug_struct("Request")
            .field("method", &self.method.id)
            .field("parameters", &names)
            .finish_non_exhaustive()
    }
}
