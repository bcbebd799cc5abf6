//! Rows and the lenient reading of cells.

use std::collections::BTreeMap;

use redcap::runtime::{Cell, FromRow, Row, ToRow, Value};

fn text(text: &str) -> Value {
    Value::Text(text.to_owned())
}

fn number(digits: &str) -> Value {
    Value::Number(digits.to_owned())
}

/// A row with one column `x`.
fn row(value: Value) -> Row {
    let mut row = Row::new();
    row.put("x", &value);
    row
}

fn map(entries: &[(&str, i64)]) -> BTreeMap<String, i64> {
    entries.iter().map(|(name, value)| ((*name).to_owned(), *value)).collect()
}

#[test]
fn texts_take_numbers() {
    for (value, read) in [(text("a"), "a"), (text(""), ""), (number("1.50"), "1.50"), (Value::Null, "")] {
        assert_eq!(row(value).required::<String>("x").expect(read), read);
    }
    for value in [Value::Bool(true), Value::List(Vec::new()), Value::Object(Vec::new())] {
        assert!(row(value).required::<String>("x").is_err());
    }
    assert_eq!(String::from("a").to_value(), text("a"));
}

#[test]
fn numbers_take_texts() {
    for (value, read) in [(number("7"), 7), (number("-7"), -7), (text("007"), 7), (text(" 7 "), 7)] {
        assert_eq!(row(value).required::<i64>("x").expect("a number"), read);
    }
    for value in [text(""), text("x"), number("1.5"), number("1e2"), Value::Null, Value::Bool(true)] {
        let error = row(value).required::<i64>("x").expect_err("no number");
        assert_eq!(error.to_string(), "column `x` is not a whole number");
        assert_eq!(error.column(), Some("x"));
    }
    assert_eq!((-3_i64).to_value(), number("-3"));
}

#[test]
fn truth_values_come_in_many_forms() {
    for value in [number("1"), text("1"), Value::Bool(true), text("true"), text("True")] {
        assert!(row(value).required::<bool>("x").expect("true"));
    }
    for value in [number("0"), text("0"), Value::Bool(false), text("FALSE")] {
        assert!(!row(value).required::<bool>("x").expect("false"));
    }
    for value in [number("2"), text("yes"), text(""), Value::Null, Value::List(Vec::new())] {
        assert!(row(value).required::<bool>("x").is_err());
    }
    assert_eq!((true.to_value(), false.to_value()), (number("1"), number("0")));
}

#[test]
fn maps_come_as_object_text_or_empty_list() {
    let object =
        Value::Object(vec![(String::from("form_1"), number("1")), (String::from("form_2"), text("0"))]);
    let both = map(&[("form_1", 1), ("form_2", 0)]);
    for (value, read) in [
        (object, both.clone()),
        (text("form_1:1,form_2:0"), both.clone()),
        (text(" form_1:1, form_2: 0 ,"), both.clone()),
        (text("a:b:3"), map(&[("a:b", 3)])),
        (text(""), map(&[])),
        (Value::List(Vec::new()), map(&[])),
        (Value::Object(Vec::new()), map(&[])),
    ] {
        assert_eq!(row(value).required::<BTreeMap<String, i64>>("x").expect("a map"), read);
    }
    for value in [
        text("form_1"),
        text("form_1:x"),
        number("1"),
        Value::Null,
        Value::List(vec![number("1")]),
        Value::Object(vec![(String::from("a"), text("x"))]),
    ] {
        assert!(row(value).required::<BTreeMap<String, i64>>("x").is_err());
    }
    let written =
        Value::Object(vec![(String::from("form_1"), number("1")), (String::from("form_2"), number("0"))]);
    assert_eq!(both.to_value(), written);
}

#[test]
fn columns_can_be_missing() {
    let error = Row::new().required::<String>("x").expect_err("nothing there");
    assert_eq!(error.to_string(), "column `x` is missing");
    assert_eq!(Row::new().optional::<i64>("x").expect("nothing"), None);
    for blank in [Value::Null, text("")] {
        assert_eq!(row(blank.clone()).optional::<i64>("x").expect("nothing"), None);
        assert_eq!(row(blank.clone()).optional::<String>("x").expect("nothing"), None);
        assert_eq!(row(blank).optional::<BTreeMap<String, bool>>("x").expect("nothing"), None);
    }
    assert_eq!(row(text("3")).optional::<i64>("x").expect("a number"), Some(3));
    let error = row(text("secret")).optional::<i64>("x").expect_err("no number");
    assert!(!format!("{error} {error:?}").contains("secret"));
}

#[test]
fn columns_are_taken_out_and_the_rest_remains() {
    let mut row = Row::new();
    row.put("a", &1_i64);
    row.put("b", &true);
    row.put_optional("c", Some(&String::from("z")));
    row.put_optional::<String>("d", None);
    row.put("a", &2_i64);
    assert_eq!(row.required::<i64>("a").expect("a number"), 2);
    assert!(row.required::<i64>("a").is_err());
    let rest = row.rest();
    assert_eq!(rest.keys().collect::<Vec<_>>(), ["b", "c"]);
    assert_eq!(rest["c"], text("z"));
}

#[test]
fn rows_pass_as_they_are() {
    let one = row(text("a"));
    assert_eq!((&&one).to_row(), one);
    assert_eq!(Row::from_row(one.clone()).expect("a row"), one);
}
