//! Answers that do not come from the API, or not completely.

use redcap::runtime::{Error, ErrorKind};

use crate::common::{failure, request, shown};
use crate::mock::Reply;

const PAGE: &str = "\n<!DOCTYPE HTML>\n<html><head><title>Jane Roe</title></head></html>";

async fn failed(reply: Reply) -> Error {
    let (_mock, request) = request(reply);
    let error = failure(request.records().await);
    assert!(!shown(&error).contains("Roe"), "{error}");
    error
}

#[tokio::test]
async fn web_pages_with_status_200() {
    for body in [
        PAGE,
        "<html>Roe</html>",
        "<br />\n<b>Warning</b>: Roe",
        "<!-- Roe -->",
        "<div>unknown error Roe opened multiple browser tabs of the same REDCap page</div>",
        "<?xml version=\"1.0\"?><records><item>Roe</item></records>",
    ] {
        let error = failed(Reply::text(body)).await;
        assert_eq!(error.kind(), ErrorKind::NotRedcap);
        assert_eq!(error.status(), Some(200));
        assert!(error.to_string().contains("web page"), "{error}");
        assert_eq!(error.api_message(), None);
        assert!(!error.is_retryable() && !error.is_permission());

        let (_mock, number) = request(Reply::text(body));
        assert_eq!(failure(number.integer().await).kind(), ErrorKind::NotRedcap);
        let (_mock, text) = request(Reply::text(body));
        assert_eq!(failure(text.text::<String>().await).kind(), ErrorKind::NotRedcap);
        let (_mock, done) = request(Reply::text(body));
        assert_eq!(failure(done.done().await).kind(), ErrorKind::NotRedcap);
    }
}

#[tokio::test]
async fn pages_with_other_statuses() {
    for (status, hint, retryable) in [
        (400, "does not come from", false),
        (401, "does not come from", false),
        (403, "does not come from", false),
        (404, "check the path", false),
        (408, "ask for less", false),
        (413, "send less", false),
        (429, "wait", true),
        (500, "does not come from", false),
        (502, "overloaded", true),
        (503, "overloaded", true),
        (504, "ask for less", true),
    ] {
        for body in [PAGE, "", "[{\"name\":\"Roe\"}]"] {
            let error = failed(Reply::new(status, "text/html", body)).await;
            assert_eq!(error.kind(), ErrorKind::NotRedcap, "{status}");
            assert_eq!(error.status(), Some(status));
            assert!(error.to_string().contains(hint), "{error}");
            assert!(error.to_string().contains(&status.to_string()), "{error}");
            assert_eq!(error.is_retryable(), retryable, "{status}");
            assert!(!error.is_permission());
        }
    }
    let error = failed(Reply::new(503, "text/plain", "Roe is down")).await;
    assert_eq!(error.kind(), ErrorKind::NotRedcap);
}

#[tokio::test]
async fn notes_instead_of_data() {
    for body in ["Roe was here", "the end of Roe", "nothing for Roe", "SELECT Roe;"] {
        assert_eq!(failed(Reply::text(body)).await.kind(), ErrorKind::NotRedcap);
    }
    let note = "The hostname (roe) / username (Roe) / password (XXXXXX) combination could not connect to \
                the MySQL server.";
    let error = failed(Reply::text(note)).await;
    assert_eq!(error.kind(), ErrorKind::NotRedcap);
    assert!(error.to_string().contains("database"), "{error}");
    let (_mock, text) = request(Reply::text(note));
    assert_eq!(failure(text.text::<String>().await).kind(), ErrorKind::NotRedcap);
}

#[tokio::test]
async fn empty_answers() {
    for body in ["", "\n", " \r\n\t", "\u{feff}", "\u{feff}\n"] {
        let error = failed(Reply::json(body)).await;
        assert_eq!(error.kind(), ErrorKind::Incomplete);
        assert_eq!(error.to_string(), "records.export: the server sent an empty answer (status 200)");
        assert!(error.is_retryable());

        let (_mock, number) = request(Reply::text(body));
        assert_eq!(failure(number.integer().await).kind(), ErrorKind::Incomplete);
        let (_mock, text) = request(Reply::text(body));
        assert_eq!(failure(text.text::<String>().await).kind(), ErrorKind::Incomplete);
        let (_mock, done) = request(Reply::text(body));
        assert_eq!(failure(done.done().await).kind(), ErrorKind::Incomplete);
    }
}

#[tokio::test]
async fn cut_off_json_at_every_place() {
    let whole = "[{\"name\":\"Roe é\\n\",\"n\":1,\"x\":{\"y\":[true,null]}},{\"name\":\"\"}]";
    for length in 1..whole.len() {
        let part = whole.as_bytes()[..length].to_vec();
        let error = failed(Reply::new(200, "application/json", part)).await;
        assert_eq!(error.kind(), ErrorKind::Incomplete, "{length}: {error}");
        assert!(error.is_retryable());
    }
}

#[tokio::test]
async fn json_with_something_behind_it() {
    for body in [
        "[{\"name\":\"Roe\"}]<br />Roe",
        "[{\"name\":\"Roe\"}][]",
        "[{\"name\":\"Roe\"},]",
        "[{\"name\":Roe}]",
        "[{'name':'Roe'}]",
        "\"Roe\" x",
        "12 Roe",
    ] {
        let error = failed(Reply::json(body)).await;
        assert_eq!(error.kind(), ErrorKind::Decode, "{error}");
        assert!(error.to_string().contains("not valid JSON at line 1, column"), "{error}");
        assert!(!error.is_retryable());
    }
}

#[tokio::test]
async fn answers_compressed_without_being_asked() {
    let reply = Reply::json("[]").header("content-encoding", "gzip");
    let error = failed(reply).await;
    assert_eq!(error.kind(), ErrorKind::Decode);
    assert!(error.to_string().contains("compressed"), "{error}");
    let (_mock, plain) = request(Reply::json("[]").header("content-encoding", "identity"));
    assert!(plain.records().await.expect("a list").is_empty());
}
