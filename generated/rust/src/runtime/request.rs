// Made by `cargo run generate` from templates/rust-client/src/runtime/request.rs.
// Do not edit: change the source and run it again.

//! One call of an API method: filled with parameters, then sent.

use std::fmt;

use super::answer::Answer;
use super::client::Client;
use super::error::Error;
use super::file::{File, Upload};
use super::form::Form;
use super::json;
use super::method::Method;
use super::record::Record;
use super::row::{FromRow, Row, ToRow};
use super::transport;

/// A request that is being filled. The call that ends it sends it and says
/// what kind of answer is expected.
///
/// Dropping the future of that call drops the connection; the server may have
/// done the work all the same.
///
/// All ending calls fail with an [`Error`] if the server cannot be reached,
/// refuses, or answers with something else than expected. Bytes that are not
/// UTF-8, which old data can hold, are replaced by U+FFFD in texts.
#[derive(Clone)]
#[must_use = "a request does nothing until it is sent"]
pub struct Request {
    client: Client,
    method: &'static Method,
    form: Form,
}

impl Request {
    /// A request for `method` that holds nothing but what the method fixes.
    pub fn new(client: &Client, method: &'static Method) -> Request {
        let mut form = Form::new();
        form.set("content", method.content.to_owned());
        if let Some(action) = method.action {
            form.set("action", action.to_owned());
        }
        Request { client: client.clone(), method, form }
    }

    /// Sets a parameter, in its old place if it was set before.
    pub fn set(&mut self, name: &str, value: impl Into<String>) {
        self.form.set(name, value.into());
    }

    /// Sets a list, sent as `name[0]`, `name[1]` and so on.
    ///
    /// An empty list cannot be sent, and leaving it out can mean "all", so the
    /// request will fail with
    /// [`InvalidRequest`](super::ErrorKind::InvalidRequest).
    pub fn set_list(&mut self, name: &str, values: impl IntoIterator<Item = String>) {
        self.form.set_list(name, values.into_iter().collect());
    }

    /// Sets a parameter to a JSON list of rows. It may be empty.
    pub fn set_rows<T: ToRow>(&mut self, name: &str, rows: impl IntoIterator<Item = T>) {
        let rows: Vec<Row> = rows.into_iter().map(|row| row.to_row()).collect();
        self.form.set(name, json::write_rows(&rows));
    }

    /// Sets a file to upload, which makes the body `multipart/form-data`.
    pub fn set_file(&mut self, name: &str, upload: Upload) {
        self.form.set_file(name, upload);
    }

    /// The text a parameter is set to; nothing for lists and files.
    pub fn value(&self, name: &str) -> Option<&str> {
        self.form.value(name)
    }

    /// Expects a JSON list of objects.
    pub async fn list<T: FromRow>(self) -> Result<Vec<T>, Error> {
        self.read(Answer::list).await
    }

    /// Expects one JSON object, or a list that holds exactly one.
    pub async fn object<T: FromRow>(self) -> Result<T, Error> {
        self.read(Answer::object).await
    }

    /// Expects rows of records.
    pub async fn records(self) -> Result<Vec<Record>, Error> {
        self.read(Answer::list).await
    }

    /// Expects a JSON list of texts or numbers.
    pub async fn texts<T: From<String>>(self) -> Result<Vec<T>, Error> {
        self.read(Answer::texts).await
    }

    /// Expects a whole number, bare or as a JSON text.
    pub async fn integer(self) -> Result<u64, Error> {
        self.read(Answer::integer).await
    }

    /// Expects plain text. White space around it is removed.
    pub async fn text<T: From<String>>(self) -> Result<T, Error> {
        self.read(Answer::text).await
    }

    /// Expects the text `1`, by which REDCap says that it is done.
    pub async fn done(self) -> Result<(), Error> {
        self.read(Answer::done).await
    }

    /// Expects the bytes of a file.
    pub async fn file(self) -> Result<File, Error> {
        self.read(Answer::file).await
    }

    /// Expects an XML document in the ODM format.
    pub async fn odm(self) -> Result<String, Error> {
        self.read(Answer::odm).await
    }

    /// Expects no body, or one that only confirms.
    pub async fn empty(self) -> Result<(), Error> {
        self.read(Answer::empty).await
    }

    /// Takes any body that does not have the form of a REDCap error.
    pub async fn any(self) -> Result<File, Error> {
        self.read(Answer::any).await
    }

    /// Sends the request and reads the answer with `reader`.
    async fn read<T>(self, reader: fn(Answer) -> Result<T, Error>) -> Result<T, Error> {
        let Request { client, method, form } = self;
        let answer = match form.check() {
            Ok(()) => transport::send(&client, form).await,
            Err(error) => Err(error),
        };
        answer
            .and_then(|answer| {
                let status = answer.status;
                answer.screened().and_then(reader).map_err(|error| error.with_status(status))
            })
            .map_err(|error| error.of(method).without(client.token().expose()))
    }
}

impl fmt::Debug for Request {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<&str> = self.form.names().collect();
        out.debug_struct("Request")
            .field("method", &self.method.id)
            .field("parameters", &names)
            .finish_non_exhaustive()
    }
}
