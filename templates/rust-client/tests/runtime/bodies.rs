//! The form as it is sent.

use redcap::runtime::{ErrorKind, Record, Request, Row, ToRow};

use crate::common::{DELETE, EXPORT, TOKEN, client, failure, request};
use crate::mock::{Mock, Reply};

/// The body of a request that `fill` has filled.
async fn body(fill: impl FnOnce(&mut Request)) -> String {
    let (mock, mut request) = request(Reply::json("[]"));
    fill(&mut request);
    request.records().await.expect("an empty list");
    mock.request().text()
}

#[tokio::test]
async fn the_token_comes_first_then_what_the_method_fixes() {
    let mock = Mock::start(vec![Reply::text("1"), Reply::json("[]")]);
    let client = client(&mock);
    let mut delete = Request::new(&client, &DELETE);
    delete.set_list("arms", [String::from("2")]);
    delete.integer().await.expect("a count");
    let export = Request::new(&client, &EXPORT);
    export.records().await.expect("an empty list");

    let requests = mock.requests();
    assert_eq!(requests[0].text(), format!("token={TOKEN}&content=arm&action=delete&arms%5B0%5D=2"));
    assert_eq!(requests[1].text(), format!("token={TOKEN}&content=record"));
}

#[tokio::test]
async fn requests_are_posts_of_forms() {
    let (mock, request) = request(Reply::json("[]"));
    request.records().await.expect("an empty list");
    let sent = mock.request();
    assert_eq!((sent.method.as_str(), sent.path.as_str()), ("POST", "/api/"));
    assert_eq!(sent.header("content-type"), Some("application/x-www-form-urlencoded"));
    let agent = format!("redcap-rust/{}", env!("CARGO_PKG_VERSION"));
    assert_eq!(sent.header("user-agent"), Some(agent.as_str()));
    assert_eq!(sent.header("accept-encoding"), None);
    assert_eq!(sent.header("authorization"), None);
    assert!(!format!("{:?}", sent.headers).contains(TOKEN));
}

#[tokio::test]
async fn every_byte_arrives_as_it_was() {
    let text = "a b&c=d+e%f\"g'\\/\r\n\té€😀[x]{y}~-_.*";
    let (mock, mut request) = request(Reply::json("[]"));
    request.set("filterLogic", text);
    request.records().await.expect("an empty list");
    let sent = mock.request();
    assert_eq!(
        sent.text(),
        format!(
            "token={TOKEN}&content=record&filterLogic=a+b%26c%3Dd%2Be%25f%22g%27%5C%2F%0D%0A%09\
             %C3%A9%E2%82%AC%F0%9F%98%80%5Bx%5D%7By%7D%7E-_.*"
        )
    );
    assert_eq!(sent.form()[2], (String::from("filterLogic"), text.to_owned()));
}

#[tokio::test]
async fn parameters_keep_their_order_and_a_new_value_its_place() {
    let body = body(|request| {
        request.set("format", "csv");
        request.set("type", "flat");
        request.set("format", String::from("json"));
        request.set("empty", "");
    })
    .await;
    assert_eq!(body, format!("token={TOKEN}&content=record&format=json&type=flat&empty="));
}

#[tokio::test]
async fn lists_are_numbered() {
    let body = body(|request| {
        request.set_list("records", ["1", "é 2"].map(String::from));
        request.set_list("fields", [String::from("gone")]);
        request.set_list("fields", ["a", "b"].map(String::from));
    })
    .await;
    assert_eq!(
        body,
        format!(
            "token={TOKEN}&content=record&records%5B0%5D=1&records%5B1%5D=%C3%A9+2\
             &fields%5B0%5D=a&fields%5B1%5D=b"
        )
    );
}

#[tokio::test]
async fn an_empty_list_is_refused_before_anything_is_sent() {
    let mock = Mock::start(vec![Reply::text("1")]);
    let mut request = Request::new(&client(&mock), &DELETE);
    request.set_list("arms", Vec::new());
    let error = failure(request.integer().await);
    assert_eq!(error.kind(), ErrorKind::InvalidRequest);
    assert_eq!(error.method(), Some("arms.delete"));
    assert_eq!(error.status(), None);
    assert!(error.to_string().contains("`arms`"), "{error}");
    assert!(!error.is_retryable());
    assert!(mock.requests().is_empty());
}

#[tokio::test]
async fn a_deletion_with_a_blank_limit_is_refused() {
    for (name, value) in [("instrument", ""), ("event", " "), ("repeat_instance", "")] {
        let mock = Mock::start(vec![Reply::json("1")]);
        let mut request = Request::new(&client(&mock), &DELETE);
        request.set_list("records", ["1".to_owned()]);
        request.set(name, value);
        let error = failure(request.integer().await);
        assert_eq!(error.kind(), ErrorKind::InvalidRequest);
        assert!(error.to_string().contains(name), "{error}");
        assert!(mock.requests().is_empty());
    }
}

#[tokio::test]
async fn rows_are_a_json_list() {
    struct Arm(i64, &'static str);
    impl ToRow for Arm {
        fn to_row(&self) -> Row {
            let mut row = Row::new();
            row.put("arm_num", &self.0);
            row.put("name", &self.1.to_owned());
            row.put_optional::<String>("note", None);
            row
        }
    }
    let (mock, mut request) = request(Reply::json("[]"));
    let arms = [Arm(1, "A \"quoted\" \\ name"), Arm(2, "Äpfel\n")];
    request.set_rows("data", &arms);
    request.set_rows("owned", [Record::from([("record_id", "001")])]);
    request.set_rows("none", Vec::<Record>::new());
    request.records().await.expect("an empty list");
    let form = mock.request().form();
    assert_eq!(form[2].1, r#"[{"arm_num":1,"name":"A \"quoted\" \\ name"},{"arm_num":2,"name":"Äpfel\n"}]"#);
    assert_eq!(form[3].1, r#"[{"record_id":"001"}]"#);
    assert_eq!(form[4].1, "[]");
}

#[tokio::test]
async fn the_token_cannot_be_set_as_a_parameter() {
    for name in ["token", "token[0]", "", "with blank", "a\"b", "a\r\nb", "ä", "a\\b"] {
        let (mock, mut request) = request(Reply::json("[]"));
        request.set(name, "x");
        let error = failure(request.records().await);
        assert_eq!(error.kind(), ErrorKind::InvalidRequest, "{name}");
        assert!(mock.requests().is_empty());
    }
}

#[test]
fn set_texts_can_be_read_back() {
    let mock = Mock::start(Vec::new());
    let mut request = Request::new(&client(&mock), &DELETE);
    request.set("format", "json");
    request.set_list("arms", [String::from("1")]);
    assert_eq!(request.value("content"), Some("arm"));
    assert_eq!(request.value("action"), Some("delete"));
    assert_eq!(request.value("format"), Some("json"));
    assert_eq!(request.value("arms"), None);
    assert_eq!(request.value("token"), None);
}

#[tokio::test]
async fn copies_of_a_request_are_independent() {
    let mock = Mock::start(vec![Reply::json("[]"), Reply::json("[]")]);
    let mut first = Request::new(&client(&mock), &EXPORT);
    first.set("type", "flat");
    let mut second = first.clone();
    second.set("type", "eav");
    first.records().await.expect("an empty list");
    second.records().await.expect("an empty list");
    let types: Vec<String> = mock.requests().iter().map(|sent| sent.form()[2].1.clone()).collect();
    assert_eq!(types, ["flat", "eav"]);
}

#[test]
fn requests_can_be_sent_from_any_thread() {
    fn travels<T: Send + 'static>(_: T) {}
    let mock = Mock::start(Vec::new());
    travels(Request::new(&client(&mock), &EXPORT).records());
    travels(Request::new(&client(&mock), &EXPORT).list::<Row>());
    travels(Request::new(&client(&mock), &EXPORT).file());
}
