//! What fuzzing does with its bytes, and the tests of the client with theirs.

use std::collections::BTreeMap;

use redcap::runtime::{Error, ErrorKind, FileInfo, Framer, Record};
use redcap::trigger::DataEntryTrigger;

/// Any bytes as an export in CSV. The errors of REDCap are recognised on the
/// way.
pub fn csv(body: &[u8]) {
    check(|| Framer::csv(",").expect("a delimiter"), body);
}

/// Any bytes as an export in JSON.
pub fn json(body: &[u8]) {
    check(Framer::json, body);
}

/// Any bytes as the call of a Data Entry Trigger, and as the header of a file. The name of a file must be fit to save
/// the file under it.
pub fn texts(text: &[u8]) {
    if let Ok(call) = DataEntryTrigger::parse(text) {
        assert!(!call.record.is_empty(), "a call is about a record");
    }
    let file = FileInfo::from_content_type(&String::from_utf8_lossy(text));
    let unfit = |name: &str| {
        matches!(name, "" | "." | "..")
            || name.contains(|mark: char| matches!(mark, '/' | '\\') || mark.is_control())
    };
    assert!(!file.name().is_some_and(unfit), "a name that leads elsewhere");
}

/// Any text as the message of an error, in each of the forms that REDCap gives it. It must arrive as it was sent,
/// whatever was asked for, and its refused cells be read.
pub fn errors(text: &[u8]) {
    let text = String::from_utf8_lossy(text);
    let message = text.trim();
    if message.is_empty() {
        return;
    }
    let literal = serde_json::to_string(message).expect("a text");
    let escaped = message.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    let forms = [
        format!("{{\"error\":{literal}}}"),
        format!("ERROR: {message}"),
        format!("<?xml version=\"1.0\" encoding=\"UTF-8\" ?><hash><error>{escaped}</error></hash>"),
    ];
    for form in forms {
        for framer in [Framer::json(), Framer::csv(",").expect("a delimiter")] {
            let error = read(framer, form.as_bytes(), form.len()).expect_err("an error is no data");
            assert_eq!(error.kind(), ErrorKind::Api);
            assert_eq!(error.api_message(), Some(message));
            for cell in error.refused_cells() {
                assert!(message.contains(&cell.field), "a field that the message does not name");
            }
        }
    }
}

/// Reads a body whole and in pieces, which must come to the same.
fn check(framer: impl Fn() -> Framer, body: &[u8]) {
    let kind = |error: Error| error.kind();
    let whole = read(framer(), body, body.len().max(1)).map_err(kind);
    for length in [1, 7] {
        assert!(whole == read(framer(), body, length).map_err(kind), "what comes out depends on the pieces");
    }
}

fn read(mut framer: Framer, body: &[u8], length: usize) -> Result<Vec<Record>, Error> {
    let (mut batches, mut rows) = (Vec::new(), Vec::new());
    for piece in body.chunks(length) {
        framer.push(piece)?;
        batches.extend(std::iter::from_fn(|| framer.next_batch()));
    }
    let counted = framer.rows();
    batches.extend(framer.finish()?);
    for batch in batches {
        let (records, maps) = (batch.records()?.rows, batch.decode::<BTreeMap<String, String>>()?.rows);
        assert_eq!(records.len(), maps.len());
        for (record, map) in records.iter().zip(&maps) {
            assert!(map.iter().all(|(name, value)| record.iter().any(|cell| cell == (name, value))));
        }
        rows.extend(records);
    }
    assert_eq!(counted, rows.len() as u64);
    Ok(rows)
}
