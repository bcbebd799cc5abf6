// Made by `cargo run generate` from templates/rust-client/src/runtime/discreet.rs.
// Do not edit: change the source and run it again.

//! What may be shown of a text in which REDCap explains a refusal.
//!
//! Such texts quote what was sent: record names, values, user names. They are meant for the caller, not for a
//! log.

use super::cells;

/// Longest text shown, in characters.
const LONGEST: usize = 300;

/// Stands for a part that is not shown.
const HIDDEN: &str = "…";

/// Most names of fields listed.
const MOST_FIELDS: usize = 8;

/// Texts that are always the same and hold nothing of the request.
const HARMLESS: [&str; 14] = [
    "An unknown error occurred",
    "Insufficient user privileges: You must have 'API Export' privileges and 'Data Access Groups' privileges in the project.",
    "Invalid doc_id or missing doc_id",
    "No valid file was uploaded",
    "The REDCap project no longer exists because it was deleted.",
    "The data is not in the specified format.",
    "The requested method is not implemented.",
    "You cannot export arms for classic projects",
    "You cannot export events for classic projects",
    "You cannot export form/event mappings for classic projects",
    "You cannot export repeating instruments and events because the project does not contain any repeating instruments and events",
    "You do not have API Import/Update privileges",
    "You do not have Delete Record privileges",
    "You must provide some text for 'purpose_other' since you specified 'purpose' as '1' (Other).",
];

/// The text REDCap sends for every token it does not accept, whatever the reason.
const NO_ACCESS: &str = "You do not have permissions to use the API";

/// Words that announce, in front of or behind it, a quoted name of the project design or of the API instead
/// of a value.
const NAMING_WORDS: [&str; 5] = ["parameter", "field", "form", "instrument", "event"];

/// The text as it may be shown to anybody.
pub(super) fn presentable(message: &str) -> String {
    let message = message.trim();
    if message == NO_ACCESS {
        return format!("{NO_ACCESS}; the token is wrong or revoked, or lacks API rights");
    }
    if HARMLESS.contains(&message) {
        return message.to_owned();
    }
    if message.is_empty() {
        return "no reason given".to_owned();
    }
    refused_values(message).unwrap_or_else(|| bounded(&masked(message)))
}

/// The summary of a list of refused values.
fn refused_values(message: &str) -> Option<String> {
    let cells = cells::refused(message);
    let mut fields: Vec<&str> = Vec::new();
    for cell in &cells {
        // A value with quotes or line breaks can shift the parts, so only what looks like the name of a field
        // is taken for one.
        if is_variable(&cell.field) && !fields.contains(&cell.field.as_str()) {
            fields.push(&cell.field);
        }
    }
    let count = cells.len();
    if count == 0 {
        return None;
    }
    let noun = if count == 1 { "value" } else { "values" };
    let mut names = fields[..fields.len().min(MOST_FIELDS)].join(", ");
    if fields.len() > MOST_FIELDS {
        names.push_str(", …");
    }
    Some(match fields.len() {
        0 => format!("{count} {noun} refused"),
        1 => format!("{count} {noun} refused (field {names})"),
        _ => format!("{count} {noun} refused (fields {names})"),
    })
}

/// Whether `text` has the form of a field name.
fn is_variable(text: &str) -> bool {
    text.len() <= 100
        && text.starts_with(|first: char| first.is_ascii_lowercase())
        && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_')
}

/// The text without its quoted parts, without words that hold a digit or an `@`, and without lists of
/// records.
fn masked(message: &str) -> String {
    let (message, has_list) = without_list(message);
    let mut shown = String::new();
    let mut rest = message;
    while let Some((open, mark)) = opening(rest) {
        let (before, inside) = (&rest[..open], &rest[open + 1..]);
        hide_words(before, &mut shown);
        let mut closings = closings(inside, mark);
        let first = closings.next();
        let is_name = first.is_some_and(|close| names_design(&inside[..close], before, &inside[close + 1..]));
        // A value can hold quotes itself, so everything up to the last one is hidden, and all the rest if
        // none follows.
        let close = if is_name { first } else { closings.last().or(first) };
        shown.push(mark);
        shown.push_str(match close {
            Some(close) if is_name => &inside[..close],
            _ => HIDDEN,
        });
        shown.push(mark);
        rest = close.map_or("", |close| &inside[close + 1..]);
    }
    hide_words(rest, &mut shown);
    if has_list {
        shown.push_str(HIDDEN);
    }
    shown
}

/// The text up to a list of records, and whether there is one. Such a list is not quoted but follows a colon:
/// "The following records do not exist: 1, 2".
fn without_list(message: &str) -> (&str, bool) {
    let list = message
        .to_ascii_lowercase()
        .find("record")
        .and_then(|word| Some(word + message[word..].find(": ")? + 2));
    match list {
        Some(start) => (&message[..start], true),
        None => (message, false),
    }
}

/// The first quotation mark that opens a quoted part, and its place.
fn opening(text: &str) -> Option<(usize, char)> {
    let mut before = ' ';
    for (place, mark) in text.char_indices() {
        // The mark in "don't" opens nothing.
        if mark == '"' || (mark == '\'' && !before.is_alphanumeric()) {
            return Some((place, mark));
        }
        before = mark;
    }
    None
}

/// The places of the marks that can close a part opened by `mark`. The one in O'Brien cannot.
fn closings(inside: &str, mark: char) -> impl Iterator<Item = usize> {
    inside.match_indices(mark).filter_map(|(place, _)| {
        let next = inside[place + 1..].chars().next();
        next.is_none_or(|next| !next.is_alphanumeric()).then_some(place)
    })
}

/// Whether a quoted text is the name of a parameter, field, form or event, judging by the words around it.
fn names_design(inner: &str, before: &str, after: &str) -> bool {
    let is_name = inner.len() <= 100
        && inner.starts_with(|first: char| first.is_ascii_alphabetic())
        && inner.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    let word_before = before.trim_end_matches('(').split_whitespace().next_back().unwrap_or("");
    let word_after = after.split_whitespace().next().unwrap_or("");
    is_name && (NAMING_WORDS.contains(&word_before) || word_after == "parameter")
}

/// Appends `text` to `shown`, leaving out words that can be a record name, a date, a number or an e-mail
/// address.
fn hide_words(text: &str, shown: &mut String) {
    for word in text.split_inclusive(char::is_whitespace) {
        let bare = word.trim_end();
        if bare.contains(|mark: char| mark.is_numeric() || mark == '@') {
            shown.push_str(HIDDEN);
        } else {
            shown.push_str(bare);
        }
        if bare.len() < word.len() {
            shown.push(' ');
        }
    }
}

/// At most [`LONGEST`] characters of `text`, without control characters.
fn bounded(text: &str) -> String {
    let mut marks = text.chars().filter(|mark| !mark.is_control());
    let mut shown: String = marks.by_ref().take(LONGEST).collect();
    if marks.next().is_some() {
        shown.push('…');
    }
    shown
}
