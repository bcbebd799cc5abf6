//! What an answer must look like.

use quick_xml::XmlVersion;
use quick_xml::events::Event;
use redcap_sandbox::Server;
use redcap_sandbox::api::{Form, Format, Refusal, Subject, envelope};

use crate::support::Answer;

/// Why an answer is not what a client can read.
pub fn problem(server: &Server, form: &Form, subject: &Subject, answer: &Answer) -> Option<String> {
    let Ok(body) = std::str::from_utf8(&answer.bytes) else {
        let file = ["export_file", "export_file_repository_file", "export_pdf"];
        let file = answer.status == 200 && file.iter().any(|id| subject.method.as_deref() == Some(id));
        return (!file).then(|| "it is not UTF-8".to_owned());
    };
    match answer.status {
        200 => of_success(server, form, subject, answer, body),
        // So servers before 9.0 answered to files.
        201 => (body != "success" || answer.media != "text/html; charset=utf-8")
            .then(|| "201 of what?".to_owned()),
        400 | 403 | 501 => of_refusal(server, form, subject, body),
        other => Some(format!("status {other}")),
    }
}

fn of_success(
    server: &Server,
    form: &Form,
    subject: &Subject,
    answer: &Answer,
    body: &str,
) -> Option<String> {
    let method = subject.method.as_deref().and_then(|id| server.catalogue.model().method(id));
    // Older servers pass over the parameter.
    let delimiter = method.and_then(|method| method.parameter("csvDelimiter")).and(form.text("csvDelimiter"));
    match answer.media.as_str() {
        "application/json; charset=utf-8" => {
            serde_json::from_str::<serde_json::Value>(body).err().map(|error| error.to_string())
        }
        "text/xml; charset=utf-8" => of_xml(body),
        "text/csv; charset=utf-8" => of_csv(delimiter, body),
        _ => None,
    }
}

/// XML must be one element, closed, with attributes and references that can be read.
fn of_xml(body: &str) -> Option<String> {
    let mut reader = quick_xml::Reader::from_str(body);
    let (mut depth, mut roots) = (0_usize, 0_usize);
    loop {
        let event = match reader.read_event() {
            Ok(event) => event,
            Err(error) => return Some(error.to_string()),
        };
        if let Event::Start(tag) | Event::Empty(tag) = &event {
            roots += usize::from(depth == 0);
            let bad = tag.attributes().any(|attribute| {
                attribute
                    .map_or(true, |attribute| attribute.normalized_value(XmlVersion::Explicit1_0).is_err())
            });
            if bad {
                return Some("an attribute cannot be read".to_owned());
            }
        }
        match event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth -= 1,
            Event::Text(text) if depth == 0 && !text.trim_ascii().is_empty() => {
                return Some("there is text outside of the root".to_owned());
            }
            Event::GeneralRef(name)
                if !matches!(&*name, "amp" | "lt" | "gt" | "quot" | "apos")
                    && !matches!(name.resolve_char_ref(), Ok(Some(_))) =>
            {
                return Some("a reference cannot be read".to_owned());
            }
            Event::Eof if depth > 0 => return Some("it ends within an element".to_owned()),
            Event::Eof if roots != 1 => return Some(format!("it has {roots} roots")),
            Event::Eof => return None,
            _ => {}
        }
    }
}

/// Rows must have as many cells as the header.
fn of_csv(delimiter: Option<&str>, body: &str) -> Option<String> {
    let delimiter = match delimiter {
        Some("tab") => b'\t',
        Some(text) => text.bytes().next().unwrap_or(b','),
        None => b',',
    };
    let mut reader =
        csv::ReaderBuilder::new().delimiter(delimiter).has_headers(false).from_reader(body.as_bytes());
    reader.records().find_map(|record| record.err().map(|error| error.to_string()))
}

/// A refusal must be the envelope of its format around a text.
fn of_refusal(server: &Server, form: &Form, subject: &Subject, body: &str) -> Option<String> {
    let method = subject.method.as_deref().and_then(|id| server.catalogue.model().method(id));
    // This one text comes bare, and only where a document was sent.
    let takes_document = method.is_some_and(|method| method.parameter("data").is_some());
    if takes_document && body == "The data is not in the specified format." {
        return None;
    }
    let default = method.and_then(|method| method.parameter("returnFormat")?.default.clone());
    let format = Format::of_errors(form, default.as_deref());
    // The envelope around a text that can be told from it.
    let (_, around) = envelope(&server.catalogue, &Refusal::bad("MESSAGE"), format);
    let (start, end) = around.split_once("MESSAGE").expect("the envelope holds the message");
    let message = body.strip_prefix(start).and_then(|rest| rest.strip_suffix(end));
    let well_formed = match format {
        Format::Json => serde_json::from_str::<serde_json::Value>(body).is_ok(),
        Format::Xml => of_xml(body).is_none(),
        Format::Csv | Format::Odm => true,
    };
    let fine = well_formed && message.is_some_and(|message| !message.is_empty());
    (!fine).then(|| format!("it is no error in {}", format.name()))
}
