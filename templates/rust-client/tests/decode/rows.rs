//! Whole exports.

use redcap::runtime::{Error, ErrorKind, Framer, Record};

use crate::common::{as_csv, as_json, batches, csv, failure, tricky, whole};

#[test]
fn rows_are_read_as_they_were_written() {
    let rows = tricky();
    assert_eq!(whole(csv(), as_csv(&rows, ',')).expect("rows"), rows);
    assert_eq!(whole(Framer::json(), as_json(&rows)).expect("rows"), rows);
    for (parameter, mark) in [("", ','), (";", ';'), ("tab", '\t'), ("\t", '\t'), ("|", '|'), ("^", '^')] {
        let framer = Framer::csv(parameter).expect("a delimiter");
        assert_eq!(whole(framer, as_csv(&rows, mark)).expect("rows"), rows, "{parameter}");
    }
}

#[test]
fn delimiters_are_single_characters() {
    for wrong in ["\"", "\n", "\r", "ä", ",,", "comma"] {
        let error = Framer::csv(wrong).expect_err(wrong);
        assert_eq!(error.kind(), ErrorKind::InvalidRequest);
    }
}

#[test]
fn nothing_found() {
    for body in ["", "\n", "\r\n", "\u{feff}", "\u{feff}\n", "record_id,age\n"] {
        assert_eq!(whole(csv(), body).expect(body), []);
    }
    for body in ["[]", " [ ] \n", "\u{feff}\n[]"] {
        assert_eq!(whole(Framer::json(), body).expect(body), []);
    }
}

#[test]
fn forms_of_csv() {
    let rows = [Record::from([("a", "1"), ("b", "")]), Record::from([("a", ""), ("b", "x\r\ny")])];
    for body in [
        "a,b\n1,\n,\"x\r\ny\"\n",
        "\u{feff}a,b\r\n1,\r\n,\"x\r\ny\"\r\n",
        "\na,\"b\"\n\"1\",\"\"\n\n\"\",\"x\r\ny\"\n\n",
    ] {
        assert_eq!(whole(csv(), body).expect(body), rows, "{body}");
    }
    // With one column an empty line is a blank.
    let ages = [Record::from([("age", "1")]), Record::from([("age", "")]), Record::from([("age", "2")])];
    assert_eq!(whole(csv(), "age\n1\n\n2\n").expect("rows"), ages);
    // Quotes in a cell without quotes are kept.
    assert_eq!(whole(csv(), "a\n5\"x\"\n").expect("rows"), [Record::from([("a", "5\"x\"")])]);
}

#[test]
fn forms_of_json() {
    let body = "\u{feff} [ {\"a\":1.50,\"b\" : null , \"c\":true,\"d\":\"\\u00e4\\/\"},\n\
                { \"a\":\"\", \"b\":\"}]\",\"c\":-1e5,\"d\":\"\\\"{\" } ]\n";
    let rows = [
        Record::from([("a", "1.50"), ("b", ""), ("c", "true"), ("d", "ä/")]),
        Record::from([("a", ""), ("b", "}]"), ("c", "-1e5"), ("d", "\"{")]),
    ];
    assert_eq!(whole(Framer::json(), body).expect("rows"), rows);
}

#[test]
fn objects_may_differ_in_their_names() {
    let body = r#"[{"a":"1","b":"2"},{"b":"3"},{"a":"4","c":"5","d":"6"},{},{"a":"7"}]"#;
    let rows = [
        Record::from([("a", "1"), ("b", "2")]),
        Record::from([("b", "3")]),
        Record::from([("a", "4"), ("c", "5"), ("d", "6")]),
        Record::new(),
        Record::from([("a", "7")]),
    ];
    assert_eq!(whole(Framer::json(), body).expect("rows"), rows);
}

#[test]
fn repeated_labels_are_all_there() {
    let rows = whole(csv(), "Study ID,Complete?,Complete?\n1,2,0\n").expect("rows");
    assert_eq!(
        rows[0].iter().collect::<Vec<_>>(),
        [("Study ID", "1"), ("Complete?", "2"), ("Complete?", "0")]
    );
    assert_eq!(rows[0].get("Complete?"), Some("2"));
}

#[test]
fn bytes_that_are_not_utf8_are_replaced_and_counted() -> Result<(), Error> {
    let bodies: [(Framer, &[u8]); 2] = [
        (csv(), b"a,b\n1,caf\xe9\n2,\xc3\xa9\n\xc3,\xa9\n"),
        (Framer::json(), b"[{\"a\":\"1\",\"b\":\"caf\xe9\"},{\"a\":\"2\",\"b\":\"\xc3\xa9\"},{\"a\":\"\xc3\",\"b\":\"\xa9\"}]"),
    ];
    for (framer, body) in bodies {
        let batch = batches(framer, [body])?.remove(0);
        let decoded = batch.records()?;
        assert_eq!(decoded.replaced, 2);
        let values: Vec<_> = decoded.rows.iter().filter_map(|row| row.get("b")).collect();
        assert_eq!(values, ["caf\u{fffd}", "é", "\u{fffd}"]);
    }
    Ok(())
}

#[test]
fn batches_are_small_and_hold_every_row_once() {
    let rows: Vec<Record> = (0..12_000)
        .map(|id| Record::from([("record_id", format!("{id}")), ("note", "x y".repeat(20))]))
        .collect();
    for (framer, body) in [(csv(), as_csv(&rows, ',')), (Framer::json(), as_json(&rows))] {
        let batches = batches(framer, [body.as_bytes()]).expect("batches");
        assert!(batches.len() > 4 && batches.len() < 20, "{}", batches.len());
        assert_eq!(batches.iter().map(|batch| batch.len()).sum::<usize>(), 12_000);
        let handle = std::thread::spawn(move || {
            batches.into_iter().flat_map(|batch| batch.records().expect("rows").rows).collect::<Vec<_>>()
        });
        assert_eq!(handle.join().expect("no panic"), rows);
    }
}

#[test]
fn rows_are_counted_while_they_come() {
    let mut framer = csv();
    framer.push(b"a,b\n1,2\n3,").expect("a part");
    assert_eq!(framer.rows(), 1);
    framer.push(b"4\n").expect("a part");
    assert_eq!(framer.rows(), 2);
}

#[test]
fn wide_rows() {
    let row: Record = (0..40_000).map(|place| (format!("field_{place}"), "1")).collect();
    let rows = vec![row; 5];
    for (framer, body) in [(csv(), as_csv(&rows, ',')), (Framer::json(), as_json(&rows))] {
        let read = whole(framer, body).expect("rows");
        assert_eq!(read, rows);
        assert_eq!(read[4].get("field_39999"), Some("1"));
    }
}

#[test]
fn nothing_of_the_data_is_shown() {
    let mut framer = csv();
    framer.push(b"record_id,name\n1,Jane Roe\n2,Jane").expect("a part");
    assert!(!format!("{framer:?}").contains("Jane"));
    let batch = batches(csv(), [&b"record_id,name\n1,Jane Roe\n"[..]]).expect("a batch").remove(0);
    let decoded = batch.records().expect("rows");
    assert!(!format!("{batch:?} {decoded:?} {:?}", decoded.rows).contains("Jane"));
    assert!(!format!("{:?}", failure(csv(), "record_id,name\n1,Jane Roe\n2,Jane")).contains("Jane"));
}
