//! Records, built and read.

use redcap::runtime::{FromRow, Record, Row, ToRow, Value};

#[test]
fn fields_keep_their_order_and_a_new_value_its_place() {
    let record = Record::new().set("record_id", "1").set("age", "42").set("record_id", String::from("2"));
    assert_eq!(record.iter().collect::<Vec<_>>(), [("record_id", "2"), ("age", "42")]);
    assert_eq!((record.len(), record.is_empty()), (2, false));
    assert_eq!((record.get("age"), record.get("Age")), (Some("42"), None));
    assert!(Record::new().is_empty());
}

#[test]
fn records_come_from_pairs() {
    let pairs = vec![(String::from("a"), "1"), (String::from("b"), "2"), (String::from("a"), "3")];
    let record: Record = pairs.into_iter().collect();
    assert_eq!(record, Record::from([("a", "3"), ("b", "2")]));
    assert_ne!(record, Record::from([("b", "2"), ("a", "3")]));
}

#[test]
fn wide_records_are_built_quickly() {
    let record: Record = (0..40_000).map(|number| (format!("field_{number}"), "1")).collect();
    assert_eq!(record.len(), 40_000);
    assert_eq!(record.get("field_39999"), Some("1"));
}

#[test]
fn records_become_rows_and_come_back() {
    let record = Record::from([("record_id", "001"), ("note", "")]);
    assert_eq!(Record::from_row(record.to_row()).expect("a record"), record);
    let mut row = Row::new();
    row.put("record_id", &1_i64);
    row.put("x", &Value::Null);
    let read = Record::from_row(row).expect("a record");
    assert_eq!(read, Record::from([("record_id", "1"), ("x", "")]));
}

#[test]
fn a_value_may_become_longer_or_shorter() {
    let record = Record::from([("a", "1"), ("b", "22"), ("c", "3")]);
    let changed = record.clone().set("b", "").set("a", "a longer text").set("d", "4");
    assert_eq!(changed, Record::from([("a", "a longer text"), ("b", ""), ("c", "3"), ("d", "4")]));
    assert_eq!(record, Record::from([("a", "1"), ("b", "22"), ("c", "3")]));
}
