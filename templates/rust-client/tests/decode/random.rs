//! Rows at random, written as REDCap writes them and read back; and garbage,
//! for which the bodies of the fuzz targets are used.

use proptest::collection::vec;
use proptest::prelude::*;
use redcap::runtime::{Framer, Record};

use crate::bodies;
use crate::common::{as_csv, as_json, csv, records};

fn rows() -> impl Strategy<Value = Vec<Record>> {
    let value = prop_oneof![
        Just(String::new()),
        "[0-9.]{1,6}",
        "[\"\\\\,;\n\r\t {}\\[\\]:<>/]{0,8}",
        any::<String>(),
        "x{0,30}".prop_map(|text| text.repeat(300)),
    ];
    (2..6_usize).prop_flat_map(move |columns| {
        let row = vec(value.clone(), columns).prop_map(|values| {
            values.into_iter().enumerate().map(|(place, value)| (format!("field_{place}"), value)).collect()
        });
        vec(row, 1..40)
    })
}

/// Pieces of these lengths, over and over.
fn pieces<'a>(mut body: &'a [u8], lengths: &[usize]) -> Vec<&'a [u8]> {
    let mut pieces = Vec::new();
    for &length in lengths.iter().cycle() {
        if body.is_empty() {
            break;
        }
        let (piece, rest) = body.split_at(length.min(body.len()));
        pieces.push(piece);
        body = rest;
    }
    pieces
}

/// Saved inputs; what fuzzing finds is added here.
#[test]
fn saved_bodies() {
    let bodies: [&[u8]; 8] = [
        b"a,b\n\xC3,\xA9\n",
        b"\xEF\xBB\xBF\n\r\n\"a\"\n\"",
        b"a\n\r\n\r",
        b"{\"\n{\"",
        b"[{\"\":\"\\",
        b"[{\"\\u0000\":-}]",
        b"[{}{",
        b"ERROR:\n\n",
    ];
    for body in bodies {
        bodies::csv(body);
        bodies::json(body);
        bodies::texts(body);
        bodies::errors(body);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn rows_come_back(rows in rows(), lengths in vec(1..5000_usize, 1..6)) {
        let body = as_csv(&rows, ',');
        prop_assert_eq!(&records(csv(), pieces(body.as_bytes(), &lengths)).expect("rows"), &rows);
        let body = as_json(&rows);
        prop_assert_eq!(&records(Framer::json(), pieces(body.as_bytes(), &lengths)).expect("rows"), &rows);
    }

    #[test]
    fn garbage_does_no_harm(body in vec(any::<u8>(), 0..200)) {
        bodies::csv(&body);
        bodies::json(&body);
        bodies::texts(&body);
        bodies::errors(&body);
    }

    #[test]
    fn messages_arrive_as_they_were_sent(text in "(\"1\",\"age\",\"x\",\"no\"|[\"\\\\,\n\r<>&;'{}]|error:|ERROR|</error>|\\PC){0,20}") {
        bodies::errors(text.as_bytes());
    }

    #[test]
    fn headers_and_calls_do_no_harm(text in "(record=|instrument=|project_id=|&|%[0-9a-f]|text/plain; ?|name=|[\"'/.a;é]){0,12}") {
        bodies::texts(text.as_bytes());
    }

    #[test]
    fn near_misses_do_no_harm(body in "[\\[\\]{}\",:\\\\\n\r aé1<e]{0,80}") {
        bodies::csv(body.as_bytes());
        bodies::csv(format!("a,b\n{body}").as_bytes());
        bodies::json(body.as_bytes());
        bodies::json(format!("[{{{body}").as_bytes());
    }

    /// Damage in the middle of an export is never a short success.
    #[test]
    fn rows_are_never_lost_silently(rows in rows(), cut in any::<prop::sample::Index>()) {
        let body = as_json(&rows);
        let cut = cut.index(body.len());
        prop_assert!(records(Framer::json(), [&body.as_bytes()[..cut]]).is_err());
    }
}
