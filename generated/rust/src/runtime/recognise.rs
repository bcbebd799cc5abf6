// Made by `cargo run generate` from templates/rust-client/src/runtime/recognise.rs.
// Do not edit: change the source and run it again.

//! Telling errors and strangers from answers, whatever the status says.

use std::borrow::Cow;

use super::error::{Error, ErrorKind};
use super::json;
use super::value::Value;

/// Something that is neither an answer nor a REDCap error.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Stray {
    /// HTML or XML.
    Page,
    /// The note REDCap prints when it cannot reach its database. It holds host and user names, so nothing of
    /// it is passed on.
    Database,
    /// Any other text.
    Text,
}

impl Stray {
    /// The error for something that is not an answer of the API.
    pub(super) fn error(self) -> Error {
        let problem = match self {
            Stray::Page => {
                "the server sent a web page instead of an answer of the API; it may be a login or maintenance page or the wrong address"
            }
            Stray::Database => "the server sent a message that its database cannot be reached",
            Stray::Text => "the server sent a text instead of the data asked for",
        };
        Error::new(ErrorKind::NotRedcap, problem)
    }
}

/// Failures that are sent without any form around them, as they begin.
const BARE_FAILURES: [&str; 3] = [
    "The data is not in the specified format",
    "REDCap ran out of server memory",
    "An unknown error occurred",
];

/// How complaints of PHP begin where it is not set to write HTML.
pub(super) const PHP_COMPLAINTS: [&str; 6] =
    ["PHP ", "Warning: ", "Notice: ", "Deprecated: ", "Fatal error: ", "Parse error: "];

/// A failure that comes inside a longer text.
const TOO_BIG: &str = "the data export is not able to complete successfully";

/// Longest text, in bytes, that can be such a failure.
const LONGEST_BARE: usize = 2000;

/// How an error in JSON begins when other output stands before it.
const JSON_ERROR: &str = "{\"error\":";

/// The message if the whole `text` is an error in one of its forms.
pub(super) fn error(text: &str) -> Option<String> {
    let text = text.trim();
    match text.bytes().next()? {
        b'{' => json_error(text),
        b'<' => xml_error(text),
        _ => csv_error(text).or_else(|| bare_error(text)),
    }
}

/// The message if `text` ends with an error in JSON. PHP prints its own complaints, and parts of the data, in
/// front of it.
pub(super) fn error_at_end(text: &str) -> Option<String> {
    let start = text.rfind(JSON_ERROR)?;
    json_error(text[start..].trim())
}

/// Whether the first line of a body is something else than a line of CSV.
pub(super) fn is_no_header(line: &str) -> bool {
    line.starts_with(['<', '{'])
        || line.starts_with("[{")
        || is_complaint(line)
        || error(line).is_some()
        || stray(line) != Stray::Text
}

/// Whether a text begins with a complaint of PHP.
pub(super) fn is_complaint(text: &str) -> bool {
    PHP_COMPLAINTS.iter().any(|start| text.trim_start().starts_with(start))
}

/// What kind of stranger `text` is.
pub(super) fn stray(text: &str) -> Stray {
    let text = text.trim_start();
    if text.starts_with('<') {
        Stray::Page
    } else if text.starts_with("The hostname (") && text.contains("could not connect") {
        Stray::Database
    } else {
        Stray::Text
    }
}

/// Whether `text` is words and not markup or data.
pub(super) fn is_plain_text(text: &str) -> bool {
    let first = text.trim_start().chars().next();
    first.is_some_and(|first| !matches!(first, '<' | '{' | '[')) && stray(text) == Stray::Text
}

/// The name of the root element of an XML document.
pub(super) fn root(text: &str) -> Option<&str> {
    let mut rest = text.trim_start();
    loop {
        rest = if rest.starts_with("<?") {
            after(rest, "?>")?
        } else if rest.starts_with("<!--") {
            after(rest, "-->")?
        } else {
            break;
        }
        .trim_start();
    }
    let name = rest.strip_prefix('<')?;
    let end = name.find(|mark: char| mark.is_whitespace() || matches!(mark, '>' | '/'))?;
    Some(&name[..end])
}

fn json_error(text: &str) -> Option<String> {
    let Ok(Value::Object(cells)) = json::parse(text) else {
        return None;
    };
    let alone = cells.len() == 1;
    let (_, reason) = cells.into_iter().find(|(name, _)| name == "error")?;
    match reason {
        Value::Text(message) if alone || !message.is_empty() => Some(message),
        // Beside other content this says that there was no error.
        Value::Text(_) | Value::Null | Value::Bool(false) => None,
        other => Some(json::write(&other)),
    }
}

fn csv_error(text: &str) -> Option<String> {
    let (prefix, message) = text.split_at_checked("error:".len())?;
    prefix.eq_ignore_ascii_case("error:").then(|| message.trim_start().to_owned())
}

fn bare_error(text: &str) -> Option<String> {
    // Data can quote these words, a long text is data.
    if text.len() > LONGEST_BARE || text.starts_with(['[', '"']) {
        return None;
    }
    let known = BARE_FAILURES.iter().any(|start| text.starts_with(start)) || text.contains(TOO_BIG);
    known.then(|| text.to_owned())
}

/// `<hash><error>…</error></hash>`, with or without blanks between the tags.
fn xml_error(text: &str) -> Option<String> {
    if root(text)? != "hash" {
        return None;
    }
    let inside = after(after(text, "<hash")?, ">")?.trim_start();
    let message = inside.strip_prefix("<error>")?;
    let message = message.split("</error>").next()?.trim();
    Some(plain(message).into_owned())
}

/// The text of an XML element that holds no other elements.
fn plain(text: &str) -> Cow<'_, str> {
    if let Some(literal) = text.strip_prefix("<![CDATA[") {
        return Cow::Borrowed(literal.strip_suffix("]]>").unwrap_or(literal));
    }
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    let text = text
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#039;", "'")
        .replace("&#39;", "'")
        .replace("&apos;", "'")
        // Last, so that an escaped ampersand does not start another entity.
        .replace("&amp;", "&");
    Cow::Owned(text)
}

fn after<'a>(text: &'a str, mark: &str) -> Option<&'a str> {
    text.split_once(mark).map(|(_, rest)| rest)
}
