//! Values on their way through the client and through serde.

use redcap::runtime::{Row, Value};

use crate::common::request;
use crate::mock::Reply;

#[tokio::test]
async fn numbers_keep_their_text() {
    for digits in ["1.50", "1e5", "-0", "0.10", "100000000000000000000000000000", "1E+2"] {
        let (mock, first) = request(Reply::json(&format!("[{{\"x\":{digits}}}]")));
        let rows: Vec<Row> = first.list().await.expect("a list");
        let value: Value = rows[0].clone().required("x").expect("a value");
        assert!(value == Value::Number(digits.to_owned()), "{digits}");
        drop(mock);

        let (mock, mut second) = request(Reply::json("[]"));
        second.set_rows("data", &rows);
        second.records().await.expect("a list");
        assert_eq!(mock.request().form()[1 + 1].1, format!("[{{\"x\":{digits}}}]"));
    }
}

#[tokio::test]
async fn whatever_is_read_can_be_sent() {
    let body = r#"[{"b":{"y":[1,"2",null,true,false,{}],"x":""},"a":"é\n\"\\"}]"#;
    let (_mock, first) = request(Reply::json(body));
    let rows: Vec<Row> = first.list().await.expect("a list");
    let (mock, mut second) = request(Reply::json("[]"));
    second.set_rows("data", &rows);
    second.records().await.expect("a list");
    assert_eq!(mock.request().form()[2].1, body);
}

#[tokio::test]
async fn a_number_that_is_none_is_sent_as_text() {
    let (mock, mut request) = request(Reply::json("[]"));
    let mut row = Row::new();
    for (name, text) in [("a", "x"), ("b", "1,2"), ("c", " 1"), ("d", ""), ("e", "01"), ("f", "1}")] {
        row.put(name, &Value::Number(text.to_owned()));
    }
    request.set_rows("data", [row]);
    request.records().await.expect("a list");
    assert_eq!(mock.request().form()[2].1, r#"[{"a":"x","b":"1,2","c":" 1","d":"","e":"01","f":"1}"}]"#);
}

#[test]
fn serde_reads_and_writes_values() {
    let text = r#"{"b":[null,true,-1,18446744073709551615,1.5,"x",[],{}],"a":{"c":""}}"#;
    let value: Value = serde_json::from_str(text).expect("a value");
    assert_eq!(serde_json::to_string(&value).expect("JSON"), text);
    let Value::Object(cells) = &value else {
        panic!("this should be an object");
    };
    assert_eq!(cells[0].0, "b");
    let big = Value::Number(String::from("not a number"));
    assert_eq!(serde_json::to_string(&big).expect("JSON"), "\"not a number\"");
}

#[test]
fn serde_writes_records_in_their_order() {
    let record = redcap::Record::from([("record_id", "001"), ("age", ""), ("a", "é\"")]);
    let text = serde_json::to_string(&record).expect("JSON");
    assert_eq!(text, r#"{"record_id":"001","age":"","a":"é\""}"#);
}
