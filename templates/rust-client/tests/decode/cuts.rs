//! The same data in any pieces, and data that end too early.

use redcap::runtime::{ErrorKind, Framer};

use crate::common::{as_csv, as_json, csv, failure, records, tricky, whole};

#[test]
fn pieces_do_not_matter() {
    let rows = tricky();
    for (framer, body) in [
        (csv as fn() -> Framer, format!("\u{feff}{}", as_csv(&rows, ','))),
        (Framer::json, format!("\u{feff}{}\n", as_json(&rows))),
    ] {
        let body = body.as_bytes();
        for cut in 0..=body.len() {
            let (left, right) = body.split_at(cut);
            assert_eq!(records(framer(), [left, right]).expect("rows"), rows, "cut at {cut}");
        }
        assert_eq!(records(framer(), body.chunks(1)).expect("rows"), rows);
    }
}

#[test]
fn json_that_ends_early_is_an_error() {
    let body = as_json(&tricky());
    for end in 0..body.len() {
        let error = failure(Framer::json(), &body.as_bytes()[..end]);
        assert_eq!(error.kind(), ErrorKind::Incomplete, "cut at {end}");
    }
}

/// What is cut behind a row is whole CSV by nature, and so is nothing at all,
/// which REDCap sends when it finds nothing.
#[test]
fn csv_that_ends_inside_a_row_is_an_error() {
    let rows = tricky();
    let body = as_csv(&rows, ',');
    let whole_ends: Vec<usize> = (1..=rows.len()).map(|count| as_csv(&rows[..count], ',').len()).collect();
    let header = body.find('\n').expect("a header") + 1;
    for end in 1..body.len() {
        let part = &body.as_bytes()[..end];
        if let Some(count) = whole_ends.iter().position(|&whole| whole == end) {
            assert_eq!(whole(csv(), part).expect("rows"), rows[..=count]);
        } else if end == header {
            assert_eq!(whole(csv(), part).expect("no rows"), []);
        } else {
            assert_eq!(failure(csv(), part).kind(), ErrorKind::Incomplete, "cut at {end}");
        }
    }
}
