// Made by `cargo run generate` from templates/rust-client/src/runtime/form.rs.
// Do not edit: change the source and run it again.

//! The form fields of a request and their two encodings.

use std::borrow::Cow;
use std::sync::Arc;

use reqwest::multipart;
use url::form_urlencoded;

use super::error::{Error, ErrorKind};
use super::file::Upload;
use super::json;
use super::row::Row;

/// The fields in the order they were set.
#[derive(Clone)]
pub(super) struct Form {
    fields: Vec<(String, Field)>,
    /// Columns that rows may lack.
    allowed: Vec<&'static str>,
}

#[derive(Clone)]
enum Field {
    Text(String),
    List(Vec<String>),
    /// Sent as a JSON list of objects.
    Rows(Arc<Vec<Row>>),
    File(Upload),
}

impl Form {
    pub(super) fn new() -> Form {
        Form { fields: Vec::new(), allowed: Vec::new() }
    }

    pub(super) fn set(&mut self, name: &str, value: String) {
        self.place(name, Field::Text(value));
    }

    pub(super) fn set_list(&mut self, name: &str, values: Vec<String>) {
        self.place(name, Field::List(values));
    }

    pub(super) fn set_rows(&mut self, name: &str, rows: Vec<Row>) {
        self.place(name, Field::Rows(Arc::new(rows)));
    }

    pub(super) fn set_file(&mut self, name: &str, upload: Upload) {
        self.place(name, Field::File(upload));
    }

    fn place(&mut self, name: &str, field: Field) {
        match self.fields.iter_mut().find(|(known, _)| known == name) {
            Some((_, old)) => *old = field,
            None => self.fields.push((name.to_owned(), field)),
        }
    }

    pub(super) fn allow(&mut self, column: &'static str) {
        self.allowed.push(column);
    }

    pub(super) fn allows(&self, column: &str) -> bool {
        self.allowed.contains(&column)
    }

    /// Leaves out all fields but these.
    pub(super) fn keep(&mut self, names: &[&str]) {
        self.fields.retain(|(known, _)| names.contains(&known.as_str()));
    }

    pub(super) fn list(&self, name: &str) -> Option<&[String]> {
        self.fields.iter().find_map(|(known, field)| match field {
            Field::List(values) if known == name => Some(values.as_slice()),
            _ => None,
        })
    }

    /// The rows to import, without copying them.
    pub(super) fn rows(&self) -> Option<(&str, Arc<Vec<Row>>)> {
        self.fields.iter().find_map(|(name, field)| match field {
            Field::Rows(rows) => Some((name.as_str(), Arc::clone(rows))),
            _ => None,
        })
    }

    pub(super) fn value(&self, name: &str) -> Option<&str> {
        self.fields.iter().find_map(|(known, field)| match field {
            Field::Text(value) if known == name => Some(value.as_str()),
            _ => None,
        })
    }

    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.fields.iter().map(|(name, _)| name.as_str())
    }

    pub(super) fn has_upload(&self) -> bool {
        self.fields.iter().any(|(_, field)| matches!(field, Field::File(_)))
    }

    /// Whether it can be sent a second time.
    pub(super) fn is_replayable(&self) -> bool {
        self.fields.iter().all(|(_, field)| !matches!(field, Field::File(upload) if upload.is_spent()))
    }

    /// Refuses what would be sent as something else than was meant.
    pub(super) fn check(&self) -> Result<(), Error> {
        let deletes = self.value("action") == Some("delete");
        for (name, field) in &self.fields {
            check_name(name)?;
            match field {
                // REDCap takes a blank limit for none and deletes whole records.
                Field::Text(value) if deletes && value.trim().is_empty() => {
                    return Err(refused(format!(
                        "`{name}` is blank, and more would be deleted than was meant; leave it out"
                    )));
                }
                // An empty list has no form field at all, and to some methods no list means everything.
                Field::List(values) if values.is_empty() => {
                    return Err(refused(format!(
                        "the list `{name}` is empty; leave it out if no restriction is meant"
                    )));
                }
                Field::File(upload) => upload.check()?,
                _ => {}
            }
        }
        Ok(())
    }

    /// `application/x-www-form-urlencoded`, the token first.
    pub(super) fn to_urlencoded(&self, token: &str) -> String {
        let mut body = form_urlencoded::Serializer::new(String::new());
        body.append_pair("token", token);
        for (name, field) in &self.fields {
            match field {
                Field::Text(value) => {
                    body.append_pair(name, value);
                }
                Field::List(values) => {
                    for (index, value) in values.iter().enumerate() {
                        body.append_pair(&format!("{name}[{index}]"), value);
                    }
                }
                Field::Rows(rows) => {
                    body.append_pair(name, &json::write_rows(rows));
                }
                // Forms with a file are sent as multipart.
                Field::File(_) => {}
            }
        }
        body.finish()
    }

    /// `multipart/form-data`, the token first.
    pub(super) async fn to_multipart(&self, token: &str) -> Result<multipart::Form, Error> {
        // Encoded names would need a notation that PHP does not read, and the names have been checked.
        let mut body = multipart::Form::new().percent_encode_noop().text("token", token.to_owned());
        for (name, field) in &self.fields {
            match field {
                Field::Text(value) => body = body.text(name.clone(), value.clone()),
                Field::List(values) => {
                    for (index, value) in values.iter().enumerate() {
                        body = body.text(format!("{name}[{index}]"), value.clone());
                    }
                }
                Field::Rows(rows) => body = body.text(name.clone(), json::write_rows(rows)),
                Field::File(upload) => body = body.part(name.clone(), upload.part().await?),
            }
        }
        Ok(body)
    }
}

/// Refuses names that are the client's business or could not be sent safely.
fn check_name(name: &str) -> Result<(), Error> {
    let plain = |byte: u8| byte.is_ascii_graphic() && !matches!(byte, b'"' | b'\\');
    if name.is_empty() || !name.bytes().all(plain) {
        return Err(refused(
            "the name of a parameter is empty or has blanks, quotes or characters beyond ASCII",
        ));
    }
    let bare = name.split('[').next().unwrap_or(name);
    if bare == "token" {
        return Err(refused("the token belongs to the client, not to a request"));
    }
    Ok(())
}

fn refused(problem: impl Into<Cow<'static, str>>) -> Error {
    Error::new(ErrorKind::InvalidRequest, problem.into())
}
