// Made by `cargo run generate` from templates/rust-client/src/runtime/decode/csv.rs.
// Do not edit: change the source and run it again.

//! CSV as REDCap writes it.

use memchr::{memchr, memchr_iter, memchr2};

use super::super::columns::Texts;
use super::super::recognise::PHP_COMPLAINTS;
use super::framer::Cut;

/// How failures of servers begin, beside the complaints of PHP.
const FAILURES: [&str; 3] = ["<br />", "<!DOCTYPE ", "ERROR: "];

/// Cuts CSV into rows.
#[derive(Default)]
pub(super) struct Cutter {
    /// Where the row begins that has no end yet.
    pub(super) start: usize,
    /// Up to where the data was looked at.
    place: usize,
    quoted: bool,
}

impl Cutter {
    /// The next row in `data`, without its line break.
    pub(super) fn next(&mut self, data: &[u8]) -> Cut {
        loop {
            let rest = &data[self.place..];
            let found = if self.quoted { memchr(b'"', rest) } else { memchr2(b'"', b'\n', rest) };
            let Some(found) = found else {
                self.place = data.len();
                return Cut::More;
            };
            let place = self.place + found;
            self.place = place + 1;
            if data[place] == b'"' {
                self.quoted = !self.quoted;
                continue;
            }
            let row = &data[self.start..place];
            let row = self.start..self.start + row.strip_suffix(b"\r").unwrap_or(row).len();
            self.start = self.place;
            return Cut::Row(row);
        }
    }

    /// The data lost so many bytes at the front.
    pub(super) fn moved(&mut self, by: usize) {
        self.start -= by;
        self.place -= by;
    }
}

/// Reads the cells of a row; whether its quotes are where they can be.
pub(super) fn read(row: &str, delimiter: u8, texts: &mut Texts) -> bool {
    let bytes = row.as_bytes();
    let mut start = 0;
    loop {
        let end = if bytes.get(start) == Some(&b'"') {
            match quoted(row, start + 1, texts) {
                Some(end) => end,
                None => return false,
            }
        } else {
            let end = memchr(delimiter, &bytes[start..]).map_or(bytes.len(), |found| start + found);
            texts.part(&row[start..end]);
            end
        };
        texts.end();
        match bytes.get(end) {
            None => return true,
            Some(&mark) if mark == delimiter => start = end + 1,
            Some(_) => return false,
        }
    }
}

/// The number of cells of a row.
pub(super) fn count(mut row: &[u8], delimiter: u8) -> usize {
    let (mut count, mut quoted) = (1, false);
    loop {
        let quote = memchr(b'"', row);
        if !quoted {
            count += memchr_iter(delimiter, &row[..quote.unwrap_or(row.len())]).count();
        }
        let Some(quote) = quote else { return count };
        quoted = !quoted;
        row = &row[quote + 1..];
    }
}

/// Reads what is between quotes; gives the place behind the closing one.
fn quoted(row: &str, mut start: usize, texts: &mut Texts) -> Option<usize> {
    let bytes = row.as_bytes();
    loop {
        let quote = start + memchr(b'"', &bytes[start..])?;
        if bytes.get(quote + 1) != Some(&b'"') {
            texts.part(&row[start..quote]);
            return Some(quote + 1);
        }
        // Of two quotes one is meant.
        texts.part(&row[start..=quote]);
        start = quote + 2;
    }
}

/// Whether a row cannot be data: an object in JSON where quotes would have to
/// be doubled, or a failure with blanks, which would have to be in quotes.
pub(super) fn is_foreign(row: &[u8]) -> bool {
    row.starts_with(b"{\"")
        || FAILURES.iter().chain(&PHP_COMPLAINTS).any(|start| row.starts_with(start.as_bytes()))
}
