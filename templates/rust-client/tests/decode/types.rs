//! Records in types of one's own.

use std::collections::{BTreeMap, HashMap};

use redcap::runtime::{Error, ErrorKind, Framer, Record};
use serde::{Deserialize, Serialize};

use crate::common::{as_csv, as_json, batches, csv};

#[derive(Debug, PartialEq, Deserialize, Serialize)]
enum Sex {
    #[serde(rename = "1")]
    Female,
    #[serde(rename = "2")]
    Male,
}

#[derive(Debug, PartialEq, Deserialize, Serialize)]
struct Id(String);

#[derive(Debug, PartialEq, Deserialize, Serialize)]
struct Visit {
    record_id: Id,
    #[serde(rename = "redcap_repeat_instance")]
    instance: Option<u32>,
    sex: Option<Sex>,
    weight: f64,
    delta: i8,
    consented: bool,
    mark: char,
    #[serde(default)]
    extra: Option<String>,
}

fn visit() -> Record {
    Record::from([
        ("unknown", "x"),
        ("weight", " 70.50"),
        ("record_id", "001017"),
        ("redcap_repeat_instance", ""),
        ("sex", "2"),
        ("consented", "1"),
        ("delta", "-3 "),
        ("mark", "ä"),
    ])
}

fn expected() -> Visit {
    Visit {
        record_id: Id("001017".to_owned()),
        instance: None,
        sex: Some(Sex::Male),
        weight: 70.5,
        delta: -3,
        consented: true,
        mark: 'ä',
        extra: None,
    }
}

/// Reads one row in every way there is.
fn decoded<T: for<'de> Deserialize<'de>>(record: &Record) -> Vec<Result<T, Error>> {
    let rows = [record.clone()];
    let mut results = vec![record.decode()];
    for (framer, body) in [(csv(), as_csv(&rows, ',')), (Framer::json(), as_json(&rows))] {
        let batch = batches(framer, [body.as_bytes()]).expect("a batch").remove(0);
        results.push(batch.decode().map(|mut decoded| decoded.rows.remove(0)));
    }
    results
}

#[test]
fn structs_of_all_kinds_of_cells() {
    for result in decoded::<Visit>(&visit()) {
        assert_eq!(result.expect("a visit"), expected());
    }
    let truths = [("0", false), ("1", true), ("true", true), ("FALSE", false), (" 1 ", true)];
    for (text, truth) in truths {
        let visit: Visit = visit().set("consented", text).decode().expect("a visit");
        assert_eq!(visit.consented, truth);
    }
}

#[test]
fn errors_name_the_column_and_never_the_value() {
    for (column, value, problem) in [
        ("weight", "70,5 Jane", "is not a number"),
        ("weight", "NaN", "is not a number"),
        ("weight", "", "is not a number"),
        ("delta", "300777", "is not a whole number (i8)"),
        ("redcap_repeat_instance", "Jane", "is not a whole number (u32)"),
        ("sex", "Jane", "is not one of 1, 2"),
        ("consented", "yes Jane", "is not 0 or 1"),
        ("mark", "Jane", "is not a character"),
    ] {
        for error in
            decoded::<Visit>(&visit().set(column, value)).into_iter().map(|result| result.expect_err(column))
        {
            assert_eq!(error.kind(), ErrorKind::Decode);
            let shown = error.to_string();
            assert!(shown.ends_with(&format!("column `{column}` {problem}")), "{shown}");
            assert!(value.is_empty() || !format!("{error:?}").contains(value), "{error:?}");
        }
    }
    let without: Record = visit().iter().filter(|(name, _)| *name != "weight").collect();
    for error in decoded::<Visit>(&without).into_iter().map(|result| result.expect_err("no weight")) {
        assert!(error.to_string().ends_with("column `weight` is missing"), "{error}");
    }
}

#[test]
fn rows_are_named_by_number() {
    let body = "record_id,age\n1,40\n2,Jane\n";
    #[derive(Debug, Deserialize)]
    #[allow(dead_code)]
    struct Age {
        age: u8,
    }
    let batch = batches(csv(), [body.as_bytes()]).expect("a batch").remove(0);
    let error = batch.decode::<Age>().expect_err("no number");
    assert_eq!(error.to_string(), "row 2: column `age` is not a whole number (u8)");
}

#[test]
fn messages_of_types_are_not_shown() {
    #[derive(Debug)]
    struct Picky;
    impl<'de> Deserialize<'de> for Picky {
        fn deserialize<D: serde::Deserializer<'de>>(source: D) -> Result<Picky, D::Error> {
            let text = String::deserialize(source)?;
            Err(serde::de::Error::custom(format!("I do not like {text}")))
        }
    }
    #[derive(Debug, Deserialize)]
    #[allow(dead_code)]
    struct Row {
        name: Picky,
    }
    let error = Record::from([("name", "Jane")]).decode::<Row>().expect_err("picky");
    assert_eq!(error.to_string(), "column `name` is not a value that its type accepts");
}

#[test]
fn maps() {
    let record = Record::from([("b", "1"), ("a", "")]);
    for result in decoded::<BTreeMap<String, String>>(&record) {
        let pairs: Vec<_> = result.expect("a map").into_iter().collect();
        assert_eq!(pairs, [("a".to_owned(), String::new()), ("b".to_owned(), "1".to_owned())]);
    }
    for result in decoded::<HashMap<String, Option<i64>>>(&record) {
        assert_eq!(
            result.expect("a map"),
            HashMap::from([("a".to_owned(), None), ("b".to_owned(), Some(1))])
        );
    }
    let borrowed: HashMap<&str, &str> = record.decode().expect("a map");
    assert_eq!(borrowed["b"], "1");
}

#[test]
fn aliases_and_defaults_and_skipped_fields() {
    #[derive(Debug, PartialEq, Deserialize)]
    struct Row {
        #[serde(alias = "old_a", alias = "older_a")]
        a: String,
        #[serde(skip)]
        skipped: u8,
        #[serde(default)]
        b: u8,
        c: String,
    }
    for name in ["a", "old_a", "older_a"] {
        for result in decoded::<Row>(&Record::from([("c", "C"), ("x", "X"), (name, "A")])) {
            let row = Row { a: "A".to_owned(), skipped: 0, b: 0, c: "C".to_owned() };
            assert_eq!(result.expect(name), row);
        }
    }
    for result in decoded::<Row>(&Record::from([("a", "A"), ("old_a", "B"), ("c", "")])) {
        assert!(result.expect_err("two names").to_string().ends_with("column `a` is there twice"));
    }
}

#[test]
fn unknown_columns_can_be_forbidden() {
    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    #[allow(dead_code)]
    struct Row {
        a: String,
        b: String,
    }
    for result in decoded::<Row>(&Record::from([("b", ""), ("a", "")])) {
        result.expect("all known");
    }
    for result in decoded::<Row>(&Record::from([("b", ""), ("c", "Jane"), ("a", "")])) {
        assert!(result.expect_err("c").to_string().ends_with("column `c` is unknown"));
    }
}

#[test]
fn flattened_and_wrapped_structs() {
    #[derive(Debug, PartialEq, Deserialize)]
    struct Row {
        a: i32,
        #[serde(flatten)]
        rest: BTreeMap<String, String>,
    }
    #[derive(Debug, PartialEq, Deserialize)]
    struct Wrapped(Option<Row>);
    for result in decoded::<Wrapped>(&Record::from([("b", "001"), ("a", "1")])) {
        let rest = BTreeMap::from([("b".to_owned(), "001".to_owned())]);
        assert_eq!(result.expect("a row"), Wrapped(Some(Row { a: 1, rest })));
    }
}

#[test]
fn types_that_are_no_rows() {
    let record = Record::from([("a", "Jane"), ("b", "x")]);
    assert!(record.decode::<(String, String)>().is_err());
    assert!(record.decode::<String>().is_err());
    assert!(record.decode::<Sex>().is_err());
    assert!(record.decode::<BTreeMap<String, Vec<String>>>().is_err());
    assert!(record.decode::<BTreeMap<String, ()>>().is_err());
    record.decode::<serde::de::IgnoredAny>().expect("anything");
    #[derive(Debug, Deserialize)]
    struct Nothing {}
    record.decode::<Nothing>().expect("no field");
}

#[test]
fn repeated_columns_are_refused_where_they_count() {
    #[derive(Debug, Deserialize)]
    #[allow(dead_code)]
    struct Row {
        a: String,
    }
    for (header, fine) in [("a,b,b", true), ("a,b,a", false)] {
        let body = format!("{header}\n1,2,3\n");
        let batch = batches(csv(), [body.as_bytes()]).expect("a batch").remove(0);
        assert_eq!(batch.decode::<Row>().is_ok(), fine, "{header}");
    }
}

#[test]
fn types_become_records() {
    let record = Record::encode(&expected()).expect("a record");
    let cells = [
        ("record_id", "001017"),
        ("sex", "2"),
        ("weight", "70.5"),
        ("delta", "-3"),
        ("consented", "1"),
        ("mark", "ä"),
    ];
    assert_eq!(record, Record::from(cells));
    assert_eq!(record.decode::<Visit>().expect("a visit"), expected());
    let blank = Record::encode(&BTreeMap::from([("a", Some("")), ("b", None)])).expect("a record");
    assert_eq!(blank, Record::from([("a", "")]));
}

#[test]
fn numbers_have_no_exponent() {
    let record = Record::encode(&BTreeMap::from([("a", 1e20), ("b", 1e-7), ("c", -2.5e16), ("d", 0.5)]));
    let cells =
        [("a", "100000000000000000000"), ("b", "0.0000001"), ("c", "-25000000000000000"), ("d", "0.5")];
    assert_eq!(record.expect("a record"), Record::from(cells));
    let names = Record::encode(&BTreeMap::from([("record_id", "1e5")])).expect("a record");
    assert_eq!(names.get("record_id"), Some("1e5"), "a text stays as it is");
}

#[test]
fn types_that_do_not_fit_into_a_record() {
    for result in [
        Record::encode(&BTreeMap::from([("note", vec!["Jane"])])),
        Record::encode(&BTreeMap::from([("note", BTreeMap::from([("Jane", 1)]))])),
    ] {
        let error = result.expect_err("nested");
        assert_eq!(error.kind(), ErrorKind::InvalidRequest);
        assert_eq!(error.to_string(), "column `note` is not a single value");
    }
    for result in [Record::encode("Jane"), Record::encode(&["Jane"]), Record::encode(&Some(1))] {
        assert_eq!(result.expect_err("no row").to_string(), "this is not a struct or a map");
    }
}
