//! Answers in JSON: lists, single objects and plain values.

use redcap::runtime::{DecodeError, ErrorKind, FromRow, Record, Row};

use crate::common::{failure, request};
use crate::mock::Reply;

#[derive(Debug, PartialEq)]
struct Arm {
    number: i64,
    name: String,
    other: usize,
}

impl FromRow for Arm {
    fn from_row(mut row: Row) -> Result<Arm, DecodeError> {
        Ok(Arm { number: row.required("arm_num")?, name: row.required("name")?, other: row.rest().len() })
    }
}

fn arm(number: i64, name: &str, other: usize) -> Arm {
    Arm { number, name: name.to_owned(), other }
}

#[tokio::test]
async fn lists_of_objects() {
    for (body, arms) in [
        ("[]", vec![]),
        (" [ ] \n", vec![]),
        (r#"[{"arm_num":1,"name":"A"}]"#, vec![arm(1, "A", 0)]),
        (
            "[{\"arm_num\":\"1\",\"name\":\"A\",\"new\":{\"x\":[1]}},\n{\"name\":\"\",\"arm_num\":2}]",
            vec![arm(1, "A", 1), arm(2, "", 0)],
        ),
        ("\u{feff}\n\n[{\"arm_num\":1,\"name\":\"A\\/B \\u00e9\"}]\n", vec![arm(1, "A/B é", 0)]),
    ] {
        let (_mock, request) = request(Reply::json(body));
        assert_eq!(request.list::<Arm>().await.expect(body), arms);
    }
}

#[tokio::test]
async fn a_wrong_cell_is_named_by_item_and_column() {
    for (body, message) in [
        (
            r#"[{"arm_num":1,"name":"A"},{"arm_num":"Jane Roe","name":"B"}]"#,
            "records.export: item 2: column `arm_num` is not a whole number (status 200)",
        ),
        (r#"[{"arm_num":1}]"#, "records.export: item 1: column `name` is missing (status 200)"),
        (r#"["Jane Roe"]"#, "records.export: item 1: this is not an object (status 200)"),
    ] {
        let (_mock, request) = request(Reply::json(body));
        let error = failure(request.list::<Arm>().await);
        assert_eq!(error.kind(), ErrorKind::Decode);
        assert_eq!(error.to_string(), message);
        assert_eq!(error.status(), Some(200));
        assert!(!error.is_retryable());
    }
}

#[tokio::test]
async fn other_json_is_not_a_list() {
    for body in [r#"{"a":"b"}"#, "3", "\"x\"", "null", "true"] {
        let (_mock, request) = request(Reply::json(body));
        let error = failure(request.list::<Row>().await);
        assert_eq!(error.kind(), ErrorKind::Decode, "{body}");
        assert!(error.to_string().contains("a list"), "{error}");
    }
}

#[tokio::test]
async fn single_objects() {
    for body in [
        r#"{"arm_num":1,"name":"A"}"#,
        r#"[{"arm_num":1,"name":"A"}]"#,
        "\u{feff}\n{\"arm_num\":\"1\",\"name\":\"A\"}\n\n",
    ] {
        let (_mock, request) = request(Reply::json(body));
        assert_eq!(request.object::<Arm>().await.expect(body), arm(1, "A", 0));
    }
    for body in ["[]", r#"[{"a":1},{"a":2}]"#, "[1]", "1", r#"{"name":"A"}"#] {
        let (_mock, request) = request(Reply::json(body));
        let error = failure(request.object::<Arm>().await);
        assert_eq!(error.kind(), ErrorKind::Decode, "{body}");
    }
}

#[tokio::test]
async fn a_column_called_error_is_data() {
    let body = r#"[{"record_id":"1","error":"none"}]"#;
    let (_mock, request) = request(Reply::json(body));
    let records = request.records().await.expect("records");
    assert_eq!(records[0].get("error"), Some("none"));
}

#[tokio::test]
async fn data_that_quote_an_error_are_data() {
    let note = r#"ERROR: {\"error\":\"x\"} the data export is not able to complete successfully"#;
    let body = format!(r#"[{{"record_id":"1","note":"{note}"}}]"#);
    let (_mock, request) = request(Reply::json(&body));
    let records = request.records().await.expect("records");
    assert!(records[0].get("note").expect("a note").starts_with("ERROR"));
}

#[tokio::test]
async fn texts() {
    let (_mock, first) = request(Reply::json(r#"["1","007", 12, "a,b"]"#));
    let texts: Vec<String> = first.texts().await.expect("a list");
    assert_eq!(texts, ["1", "007", "12", "a,b"]);
    for body in ["[null]", "[[]]", "{}", "1"] {
        let (_mock, request) = request(Reply::json(body));
        let error = failure(request.texts::<String>().await);
        assert_eq!(error.kind(), ErrorKind::Decode, "{body}");
    }
}

#[tokio::test]
async fn records_are_text_in_order() {
    let body = r#"[{"record_id":"001","redcap_repeat_instance":3,"age":"1e5","x":null,"w":1.50}]"#;
    let (_mock, request) = request(Reply::json(body));
    let records = request.records().await.expect("records");
    let expected = Record::from([
        ("record_id", "001"),
        ("redcap_repeat_instance", "3"),
        ("age", "1e5"),
        ("x", ""),
        ("w", "1.50"),
    ]);
    assert_eq!(records, [expected]);
    let names: Vec<&str> = records[0].iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["record_id", "redcap_repeat_instance", "age", "x", "w"]);
}

#[tokio::test]
async fn nested_values_are_no_record() {
    let (_mock, request) = request(Reply::json(r#"[{"a":"1"},{"a":{"b":"2"}}]"#));
    let error = failure(request.records().await);
    assert!(error.to_string().contains("item 2: column `a`"), "{error}");
}

#[tokio::test]
async fn broken_bytes_become_replacement_characters() {
    let body = b"[{\"a\":\"caf\xe9 \xc3\xa9\"}]".to_vec();
    let (_mock, request) = request(Reply::new(200, "application/json; charset=utf-8", body));
    let records = request.records().await.expect("records");
    assert_eq!(records[0].get("a"), Some("caf\u{fffd} é"));
}

#[tokio::test]
async fn nesting_has_an_end() {
    let body = format!("[{{\"a\":{}{}}}]", "[".repeat(100), "]".repeat(100));
    let (_mock, request) = request(Reply::json(&body));
    let error = failure(request.list::<Row>().await);
    assert_eq!(error.kind(), ErrorKind::Decode);
}

#[tokio::test]
async fn impossible_characters_are_an_error() {
    let (_mock, request) = request(Reply::json(r#"[{"a":"\ud800"}]"#));
    let error = failure(request.list::<Row>().await);
    assert_eq!(error.kind(), ErrorKind::Decode);
}
