//! The body of a request: form fields as PHP reads them, and uploads.

use std::fmt;

use bytes::Bytes;
use indexmap::IndexMap;

use crate::project::Length;

/// A value of a form field.
#[derive(Clone, PartialEq, Eq)]
pub enum Value {
    /// `name=value`.
    One(String),
    /// `name[0]=value` or `name[]=value`, in the order sent.
    Many(Vec<String>),
}

/// An uploaded file.
#[derive(Clone, PartialEq, Eq)]
pub struct Upload {
    /// Name of the form field.
    pub field: String,
    /// Name of the file.
    pub name: String,
    /// Media type the client gave.
    pub mime: Option<String>,
    /// Content.
    pub bytes: Bytes,
}

/// A form.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Form {
    /// Values by field name without brackets.
    pub values: IndexMap<String, Value>,
    /// Files.
    pub uploads: Vec<Upload>,
}

impl fmt::Debug for Value {
    /// Without the texts: they may be tokens or data.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Value::One(text) => write!(out, "One({:?})", Length(text)),
            Value::Many(texts) => write!(out, "Many({} texts)", texts.len()),
        }
    }
}

impl fmt::Debug for Upload {
    /// Without name and content.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Upload({}, {} bytes)", self.field, self.bytes.len())
    }
}

impl Form {
    /// Reads `application/x-www-form-urlencoded`.
    pub fn from_urlencoded(body: &[u8]) -> Form {
        let mut form = Form::default();
        for (name, value) in form_urlencoded::parse(body) {
            form.add(&name, value.into_owned());
        }
        form
    }

    /// Reads `multipart/form-data`.
    ///
    /// # Errors
    /// When the body does not follow the boundary.
    pub async fn from_multipart(body: Bytes, boundary: &str) -> Result<Form, multer::Error> {
        let whole = async move { Ok::<Bytes, std::convert::Infallible>(body) };
        let mut parts = multer::Multipart::new(futures_util::stream::once(whole), boundary);
        let mut form = Form::default();
        while let Some(part) = parts.next_field().await? {
            let field = part.name().unwrap_or_default().to_owned();
            let file = part.file_name().map(str::to_owned);
            let mime = part.content_type().map(ToString::to_string);
            let bytes = part.bytes().await?;
            match file {
                Some(name) => form.uploads.push(Upload { field, name, mime, bytes }),
                None => form.add(&field, String::from_utf8_lossy(&bytes).into_owned()),
            }
        }
        Ok(form)
    }

    /// Adds a field as PHP does: brackets make a list, and the last of equal names counts.
    pub fn add(&mut self, name: &str, value: String) {
        match name.split_once('[') {
            Some((name, rest)) if !name.is_empty() && rest.contains(']') => {
                match self.values.entry(name.to_owned()).or_insert_with(|| Value::Many(Vec::new())) {
                    Value::Many(values) => values.push(value),
                    scalar => *scalar = Value::Many(vec![value]),
                }
            }
            _ => {
                self.values.insert(name.to_owned(), Value::One(value));
            }
        }
    }

    /// The single value of a field, unless it is blank.
    pub fn text(&self, name: &str) -> Option<&str> {
        match self.values.get(name) {
            Some(Value::One(text)) if !text.is_empty() => Some(text),
            _ => None,
        }
    }

    /// True if nothing was sent.
    pub fn is_empty(&self) -> bool {
        self.values.is_empty() && self.uploads.is_empty()
    }
}
