//! Forms with a file.

use redcap::runtime::{ErrorKind, Method, Request, Upload};

use crate::common::{TOKEN, client, failure};
use crate::mock::{Mock, Part, Reply};

const UPLOAD: Method = Method::new("files.import", "file").action("import").idempotent();

fn text_part(name: &str, value: &str) -> Part {
    Part { name: name.to_owned(), file_name: None, content_type: None, bytes: value.into() }
}

#[tokio::test]
async fn the_form_is_multipart_in_the_same_order() {
    let mock = Mock::start(vec![Reply::text("")]);
    let mut request = Request::new(&client(&mock), &UPLOAD);
    request.set("record", "é 1");
    let bytes: Vec<u8> = (0..=255).collect();
    let upload = Upload::new("scan 1 \"é\".png", bytes.clone()).content_type("image/png");
    request.set_file("file", upload);
    request.set_list("some", ["a", "b"].map(String::from));
    request.empty().await.expect("no answer");

    let sent = mock.request();
    assert!(sent.header("content-length").is_some());
    let file = Part {
        name: String::from("file"),
        file_name: Some(String::from("scan 1 \"é\".png")),
        content_type: Some(String::from("image/png")),
        bytes,
    };
    assert_eq!(
        sent.parts(),
        [
            text_part("token", TOKEN),
            text_part("content", "file"),
            text_part("action", "import"),
            text_part("record", "é 1"),
            file,
            text_part("some[0]", "a"),
            text_part("some[1]", "b"),
        ]
    );
}

#[tokio::test]
async fn the_bytes_of_a_part_are_what_php_reads() {
    let mock = Mock::start(vec![Reply::text("")]);
    let mut request = Request::new(&client(&mock), &UPLOAD);
    request.set_file("file", Upload::new("a b.txt", "hello"));
    request.empty().await.expect("no answer");
    let text = mock.request().text();
    assert!(
        text.contains(
            "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a b.txt\"\r\n\
             Content-Type: application/octet-stream\r\n\r\nhello\r\n--"
        ),
        "{text}"
    );
}

#[tokio::test]
async fn a_request_with_a_file_can_be_sent_twice() {
    let mock = Mock::start(vec![Reply::text(""), Reply::text("")]);
    let mut request = Request::new(&client(&mock), &UPLOAD);
    request.set_file("file", Upload::new("a.txt", "hello"));
    request.clone().empty().await.expect("no answer");
    request.empty().await.expect("no answer");
    let requests = mock.requests();
    assert_eq!(requests[0].parts(), requests[1].parts());
}

#[tokio::test]
async fn names_that_would_break_the_form_are_refused() {
    for upload in [
        Upload::new("", "x"),
        Upload::new("a\r\nX: y", "x"),
        Upload::new("a\0b", "x"),
        Upload::new("a", "x").content_type("not a type"),
        Upload::new("a", "x").content_type("text/plain\r\nX: y"),
    ] {
        let mock = Mock::start(vec![Reply::text("")]);
        let mut request = Request::new(&client(&mock), &UPLOAD);
        request.set_file("file", upload);
        let error = failure(request.empty().await);
        assert_eq!(error.kind(), ErrorKind::InvalidRequest);
        assert!(mock.requests().is_empty());
    }
}

#[test]
fn uploads_show_neither_name_nor_content() {
    let upload = Upload::new("Jane-Roe.txt", "secret").content_type("text/plain");
    let shown = format!("{upload:?}");
    assert!(shown.contains("text/plain"));
    assert!(!shown.contains("Jane") && !shown.contains("secret"));
}
