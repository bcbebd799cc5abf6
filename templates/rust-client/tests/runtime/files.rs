//! Answers that are files.

use redcap::runtime::{ErrorKind, File};

use crate::common::{failure, request};
use crate::mock::Reply;

async fn file(content_type: &str, bytes: impl Into<Vec<u8>>) -> File {
    let (_mock, request) = request(Reply::new(200, content_type, bytes));
    request.file().await.expect("a file")
}

#[tokio::test]
async fn names_come_from_the_content_type() {
    for (header, kind, name, charset) in [
        ("image/jpeg; name=\"mugshot-1.jpg\"", "image/jpeg", Some("mugshot-1.jpg"), None),
        ("text/plain; name=\"a.txt\";charset=UTF-8", "text/plain", Some("a.txt"), Some("UTF-8")),
        ("text/plain; charset=\"UTF-8\"; name='a b.docx'", "text/plain", Some("a b.docx"), Some("UTF-8")),
        ("application/pdf; name=plain.pdf", "application/pdf", Some("plain.pdf"), None),
        ("text/csv;NAME=\"a;b=c.csv\" ;charset=x", "text/csv", Some("a;b=c.csv"), Some("x")),
        ("text/csv; name=\"say \"hi\".csv\"", "text/csv", Some("say \"hi\".csv"), None),
        ("text/csv; name=\"it's.csv\"", "text/csv", Some("it's.csv"), None),
        ("text/csv; name=\"année.csv\"", "text/csv", Some("année.csv"), None),
        ("text/csv; name=\"../../etc/passwd\"", "text/csv", Some("passwd"), None),
        ("text/csv; name=\"C:\\dir\\a.csv\"", "text/csv", Some("a.csv"), None),
        ("text/csv; filename=\"a.csv\"", "text/csv", None, None),
        ("text/csv; name=\"\"", "text/csv", None, None),
        ("text/csv; name=\"..\"", "text/csv", None, None),
        ("text/csv; name", "text/csv", None, None),
        ("text/csv;", "text/csv", None, None),
    ] {
        let file = file(header, "content").await;
        assert_eq!(file.content_type(), Some(kind), "{header}");
        assert_eq!(file.name(), name, "{header}");
        assert_eq!(file.charset(), charset, "{header}");
        assert_eq!(file.bytes(), b"content");
    }
    let bare = file("", "content").await;
    assert_eq!((bare.content_type(), bare.name(), bare.charset()), (None, None, None));
}

#[tokio::test]
async fn bytes_arrive_as_they_are() {
    let bytes: Vec<u8> = (0..=255).cycle().take(100_000).collect();
    let file = file("application/octet-stream; name=\"a.bin\"", bytes.clone()).await;
    assert_eq!(file.into_bytes(), bytes);
}

#[tokio::test]
async fn a_file_with_a_name_may_hold_anything() {
    for body in ["", "ERROR: x", "{\"error\":\"x\"}", "<html></html>", "\u{feff}x"] {
        let file = file("text/plain; name=\"a.txt\"", body).await;
        assert_eq!(file.bytes(), body.as_bytes());
    }
}

#[tokio::test]
async fn a_pdf_needs_no_name() {
    let file = file("text/html; charset=UTF-8", "%PDF-1.3\n\u{feff}<html>").await;
    assert_eq!(file.name(), None);
    assert!(file.bytes().starts_with(b"%PDF"));
}

#[tokio::test]
async fn what_is_no_file() {
    for (body, kind) in [
        ("", ErrorKind::Incomplete),
        ("ERROR: no", ErrorKind::Api),
        ("{\"error\":\"no\"}", ErrorKind::Api),
        ("<hash><error>no</error></hash>", ErrorKind::Api),
        ("\n<!DOCTYPE html><html></html>", ErrorKind::NotRedcap),
        ("<br />Fatal error {\"error\":\"no\"}", ErrorKind::Api),
    ] {
        let (_mock, request) = request(Reply::text(body));
        assert_eq!(failure(request.file().await).kind(), kind, "{body}");
    }
}

#[tokio::test]
async fn any_takes_everything_but_errors() {
    for body in ["", "<html></html>", "1", "[", "record_id,age\n1,2\n", "{\"status\":\"ok\",\"error\":\"\"}"]
    {
        let (_mock, request) = request(Reply::new(200, "text/csv; charset=utf-8", body));
        let file = request.any().await.expect(body);
        assert_eq!(file.bytes(), body.as_bytes());
        assert_eq!(file.charset(), Some("utf-8"));
    }
    for body in ["ERROR: no", "{\"error\":\"no\"}", "<hash><error>no</error></hash>"] {
        let (_mock, request) = request(Reply::text(body));
        assert_eq!(failure(request.any().await).kind(), ErrorKind::Api, "{body}");
    }
}

#[tokio::test]
async fn files_show_neither_name_nor_content() {
    let file = file("text/plain; name=\"Jane-Roe.txt\"", "secret").await;
    let shown = format!("{file:?} {file:#?}");
    assert!(shown.contains("text/plain") && shown.contains('6'));
    assert!(!shown.contains("Jane") && !shown.contains("secret"));
}
