//! What most tests here begin with.

use redcap::runtime::{Batch, Error, Framer, Record};

pub fn csv() -> Framer {
    Framer::csv(",").expect("a comma")
}

/// All batches of a body that comes in these pieces.
pub fn batches<'a>(
    mut framer: Framer,
    pieces: impl IntoIterator<Item = &'a [u8]>,
) -> Result<Vec<Batch>, Error> {
    let mut batches = Vec::new();
    for piece in pieces {
        framer.push(piece)?;
        while let Some(batch) = framer.next_batch() {
            batches.push(batch);
        }
    }
    batches.extend(framer.finish()?);
    Ok(batches)
}

/// All records of a body that comes in these pieces.
pub fn records<'a>(framer: Framer, pieces: impl IntoIterator<Item = &'a [u8]>) -> Result<Vec<Record>, Error> {
    let mut records = Vec::new();
    for batch in batches(framer, pieces)? {
        records.extend(batch.records()?.rows);
    }
    Ok(records)
}

pub fn whole(framer: Framer, body: impl AsRef<[u8]>) -> Result<Vec<Record>, Error> {
    records(framer, [body.as_ref()])
}

pub fn failure(framer: Framer, body: impl AsRef<[u8]>) -> Error {
    match whole(framer, &body) {
        Ok(rows) => panic!("{} rows of {}", rows.len(), String::from_utf8_lossy(body.as_ref())),
        Err(error) => error,
    }
}

/// Rows with everything that REDCap writes in a special way.
pub fn tricky() -> Vec<Record> {
    let row =
        |id: &str, note: &str, last: &str| Record::from([("record_id", id), ("note", note), ("x", last)]);
    vec![
        row("001017", "", ""),
        row("2", "a, b\nc \"d\" \"\"", "\\"),
        row("Ärzte\u{1F600}", "\"", "\r\n"),
        row("", "{\"error\":\"no\"}", "[1]"),
        row("<b>", "tab\there ,", "\u{fffd}"),
    ]
}

/// CSV as PHP writes it.
pub fn as_csv(rows: &[Record], delimiter: char) -> String {
    let mut out = String::new();
    let line = |cells: Vec<&str>, out: &mut String| {
        for (place, cell) in cells.into_iter().enumerate() {
            if place > 0 {
                out.push(delimiter);
            }
            if cell.contains([' ', '\t', '\n', '\r', '"', '\\', delimiter]) {
                out.push_str(&format!("\"{}\"", cell.replace('"', "\"\"")));
            } else {
                out.push_str(cell);
            }
        }
        out.push('\n');
    };
    if let Some(first) = rows.first() {
        line(first.iter().map(|(name, _)| name).collect(), &mut out);
    }
    for row in rows {
        line(row.iter().map(|(_, value)| value).collect(), &mut out);
    }
    out
}

/// JSON as PHP writes it.
pub fn as_json(rows: &[Record]) -> String {
    let text = |text: &str| {
        let escaped = |mark: char| match mark {
            '"' | '\\' | '/' => format!("\\{mark}"),
            '\n' => String::from("\\n"),
            ' '..='~' => mark.to_string(),
            _ => mark.encode_utf16(&mut [0; 2]).iter().map(|unit| format!("\\u{unit:04x}")).collect(),
        };
        format!("\"{}\"", text.chars().map(escaped).collect::<String>())
    };
    let object = |row: &Record| {
        let cells: Vec<String> =
            row.iter().map(|(name, value)| format!("{}:{}", text(name), text(value))).collect();
        format!("{{{}}}", cells.join(","))
    };
    format!("[{}]", rows.iter().map(object).collect::<Vec<_>>().join(","))
}
