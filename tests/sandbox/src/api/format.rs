//! Formats of answers, payloads and errors.

use super::form::Form;
use super::refusal::Refusal;
use crate::catalogue::Catalogue;

/// A format.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Rows of text.
    Csv,
    /// JSON.
    Json,
    /// XML.
    Xml,
    /// CDISC ODM.
    Odm,
}

impl Format {
    /// The name on the wire.
    pub fn name(self) -> &'static str {
        match self {
            Format::Csv => "csv",
            Format::Json => "json",
            Format::Xml => "xml",
            Format::Odm => "odm",
        }
    }

    /// Reads the name on the wire.
    pub fn parse(name: &str) -> Option<Format> {
        [Format::Csv, Format::Json, Format::Xml, Format::Odm].into_iter().find(|one| one.name() == name)
    }

    /// The format of an error: `returnFormat`, else `format`, else what the method defaults to, else xml.
    pub fn of_errors(form: &Form, default: Option<&str>) -> Format {
        let named = form.text("returnFormat").or_else(|| form.text("format"));
        match named.or(default) {
            None => Format::Xml,
            // What is no format gets the plainest envelope.
            Some(name) => Format::parse(name).unwrap_or(Format::Csv),
        }
    }
}

/// The media type and body of a refusal.
pub fn envelope(catalogue: &Catalogue, refusal: &Refusal, format: Format) -> (String, String) {
    let wanted = match format {
        Format::Odm => Format::Csv.name(),
        other => other.name(),
    };
    let body = catalogue.model().api.error_bodies.iter().find(|body| body.format == wanted);
    let (media, template) =
        body.map_or(("text/html; charset=utf-8", "{message}"), |one| (one.media.as_str(), one.body.as_str()));
    if refusal.bare {
        return (media.to_owned(), refusal.message.clone());
    }
    let message = match format {
        Format::Json => {
            let quoted = super::table::json_string(&refusal.message);
            quoted[1..quoted.len() - 1].to_owned()
        }
        Format::Xml => refusal.message.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;"),
        Format::Csv | Format::Odm => refusal.message.clone(),
    };
    (media.to_owned(), template.replace("{message}", &message))
}
