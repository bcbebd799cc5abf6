//! The token and patient data stay out of everything that ends up in logs.

use redcap::runtime::{Client, Error, ErrorKind, Record, Request, Row, Token, Upload, Value};

use crate::common::{EXPORT, TOKEN, client, failure, request, shown};
use crate::mock::{Mock, Reply};

/// A value that may be seen nowhere.
const SECRET: &str = "Jane Roe 1970-01-01";

/// A reply for every way a call can fail.
fn bad_replies() -> Vec<Reply> {
    let echo = format!("{{\"error\":\"{TOKEN} sent {SECRET}: '{SECRET}'\"}}");
    let mut replies = Vec::new();
    for status in [200, 400, 401, 403, 404, 500, 503] {
        for body in [
            echo.clone(),
            format!("ERROR: {TOKEN} {SECRET}"),
            format!("<hash><error>\"{TOKEN}\" {SECRET}</error></hash>"),
            format!("<html>{TOKEN} {SECRET}</html>"),
            format!("{TOKEN} {SECRET}"),
            format!("[{{\"{SECRET}"),
            format!("[\"{SECRET}\"] {TOKEN}"),
            String::new(),
        ] {
            replies.push(Reply::new(status, "text/html", body));
        }
    }
    replies.push(Reply::json(&format!("[{{\"a\":[\"{SECRET}\",\"{TOKEN}\"]}}]")));
    replies.push(Reply::json(&format!("[{{\"a\":\"{SECRET}\"}}]")).cut_off(5));
    replies.push(Reply::new(302, "", "").header("location", &format!("/x?{TOKEN}#{TOKEN}")));
    replies.push(Reply::new(302, "", "").header("location", &format!("/{TOKEN}/")));
    replies
}

fn assert_clean(error: &Error) {
    let shown = shown(error);
    for part in [TOKEN, SECRET, "Roe", "1970"] {
        assert!(!shown.contains(part), "{shown}");
    }
    assert!(!error.api_message().unwrap_or("").contains(TOKEN));
}

#[tokio::test]
async fn errors_show_neither_token_nor_data() {
    for reply in bad_replies() {
        // Words outside quotes cannot be told from the server's own, so the
        // name in a bare text is out of reach; digits are not.
        let (_mock, mut request) = request(reply);
        request.set("records", SECRET);
        let error = failure(request.records().await);
        let text = shown(&error);
        assert!(!text.contains(TOKEN) && !text.contains("1970"), "{text}");
        assert!(!error.api_message().unwrap_or("").contains(TOKEN));
        if error.kind() != ErrorKind::Api {
            assert_clean(&error);
        }
    }
}

#[tokio::test]
async fn an_echoed_token_is_blotted_out() {
    let (_mock, request) = request(Reply::json(&format!("{{\"error\":\"bad {TOKEN} token\"}}")));
    let error = failure(request.records().await);
    assert_eq!(error.api_message(), Some("bad [token] token"));
    assert!(error.to_string().ends_with("bad [token] token"), "{error}");
}

#[test]
fn clients_show_their_address_only() {
    let client = Client::new("https://redcap.example.org/api/", TOKEN).expect("a client");
    let shown = format!("{client:?} {client:#?}");
    assert!(shown.contains("https://redcap.example.org/api/"));
    assert!(!shown.contains(TOKEN));
}

#[test]
fn tokens_show_nothing() {
    assert_eq!(format!("{:?}", Token::from(TOKEN)), "Token(..)");
    assert_eq!(format!("{:#?}", Token::from(TOKEN.to_owned())), "Token(..)");
}

#[test]
fn requests_show_names_only() {
    let mock = Mock::start(Vec::new());
    let mut request = Request::new(&client(&mock), &EXPORT);
    request.set("filterLogic", SECRET);
    request.set_list("records", [SECRET.to_owned()]);
    request.set_rows("data", [Record::from([("name", SECRET)])]);
    request.set_file("file", Upload::new(SECRET, SECRET));
    for shown in [format!("{request:?}"), format!("{request:#?}")] {
        for part in ["records.export", "content", "filterLogic", "records", "data", "file"] {
            assert!(shown.contains(part), "{shown}");
        }
        assert!(!shown.contains(SECRET) && !shown.contains(TOKEN), "{shown}");
    }
}

#[test]
fn data_show_names_only() {
    let record = Record::from([("record_id", SECRET), ("age", "1970")]);
    let mut row = Row::new();
    row.put("record_id", &SECRET.to_owned());
    row.put("age", &1970_i64);
    for shown in [format!("{record:?}"), format!("{row:?}"), format!("{record:#?} {row:#?}")] {
        assert!(shown.contains("record_id") && shown.contains("age"), "{shown}");
        assert!(!shown.contains("Roe") && !shown.contains("1970"), "{shown}");
    }
    let cells = vec![(String::from("a"), Value::Text(SECRET.to_owned()))];
    let values = [
        Value::Null,
        Value::Bool(true),
        Value::Number(String::from("1970")),
        Value::Text(SECRET.to_owned()),
        Value::List(vec![Value::Text(SECRET.to_owned())]),
        Value::Object(cells),
    ];
    let shown = format!("{values:?} {values:#?}");
    assert!(!shown.contains("Roe") && !shown.contains("1970"), "{shown}");
}
