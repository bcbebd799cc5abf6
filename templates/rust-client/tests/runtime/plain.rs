//! Answers that are no JSON documents: numbers, texts, confirmations, XML.

use redcap::runtime::{ErrorKind, Format, Token};

use crate::common::{failure, request};
use crate::mock::Reply;

#[tokio::test]
async fn whole_numbers() {
    for (body, number) in [
        ("3", 3),
        ("0", 0),
        (" 44\n", 44),
        ("\"12\"", 12),
        ("\" 12 \"", 12),
        ("\u{feff}7", 7),
        ("18446744073709551615", u64::MAX),
    ] {
        let (_mock, request) = request(Reply::text(body));
        assert_eq!(request.integer().await.expect(body), number);
    }
    for body in ["-1", "1.0", "1e2", "[]", "[3]", "{}", "\"x\"", "true"] {
        let (_mock, request) = request(Reply::text(body));
        let error = failure(request.integer().await);
        assert_eq!(error.kind(), ErrorKind::Decode, "{body}");
    }
}

#[tokio::test]
async fn texts_lose_the_white_space_around_them() {
    for (body, text) in [
        ("14.5.5", "14.5.5"),
        ("14.5.5\n", "14.5.5"),
        ("\u{feff}12", "12"),
        ("https://h.example.org/surveys/?s=abc", "https://h.example.org/surveys/?s=abc"),
        ("two\nlines", "two\nlines"),
    ] {
        let (_mock, request) = request(Reply::text(body));
        assert_eq!(request.text::<String>().await.expect(body), text);
    }
}

#[tokio::test]
async fn complaints_of_php_are_no_text() {
    for body in ["Warning: Undefined variable in /x.php on line 3\n1012", "\n<br />\n<b>Notice</b>: x"] {
        let (_mock, request) = request(Reply::text(body));
        assert_eq!(failure(request.text::<String>().await).kind(), ErrorKind::NotRedcap, "{body}");
    }
}

#[tokio::test]
async fn a_text_can_be_a_token() {
    let (_mock, request) = request(Reply::text("made-up"));
    let token: Token = request.text().await.expect("a text");
    assert_eq!(token.expose(), "made-up");
}

#[tokio::test]
async fn done_is_the_text_one() {
    for body in ["1", "1\n", "\"1\""] {
        let (_mock, request) = request(Reply::text(body));
        request.done().await.expect(body);
    }
    for body in ["0", "false", "2", "[]", "something else"] {
        let (_mock, request) = request(Reply::text(body));
        let error = failure(request.done().await);
        assert_eq!(error.kind(), ErrorKind::Decode, "{body}");
    }
}

#[tokio::test]
async fn empty_takes_nothing_and_confirmations() {
    for body in ["", "\n", "{}", "[]", "success", "Success", "\"success\"", "1", "\"\""] {
        let (_mock, request) = request(Reply::text(body));
        request.empty().await.expect(body);
    }
    let (_mock, created) = request(Reply::new(201, "", ""));
    created.empty().await.expect("status 201");
    for (body, kind) in [
        ("0", ErrorKind::Decode),
        ("something else", ErrorKind::Decode),
        ("<html></html>", ErrorKind::NotRedcap),
        ("ERROR: no", ErrorKind::Api),
        ("{\"error\":\"no\"}", ErrorKind::Api),
        ("<br />\n<b>Fatal error</b>{\"error\":\"no\"}", ErrorKind::Api),
    ] {
        let (_mock, request) = request(Reply::text(body));
        assert_eq!(failure(request.empty().await).kind(), kind, "{body}");
    }
}

#[tokio::test]
async fn odm_documents() {
    let plain = "<?xml version=\"1.0\" encoding=\"UTF-8\" ?>\n<ODM xmlns=\"x\">é</ODM>\n";
    let commented = "<!-- <ODM> --><?xml version=\"1.0\"?><ODM></ODM>";
    for body in [plain, commented] {
        let (_mock, request) = request(Reply::new(200, "text/xml", body));
        assert_eq!(request.document(Format::Odm).await.expect(body).text(), body);
    }
    let (_mock, marked) = request(Reply::new(200, "text/xml", format!("\u{feff}{plain}")));
    assert_eq!(marked.document(Format::Odm).await.expect("a document").text(), plain);
}

#[tokio::test]
async fn what_is_not_odm() {
    for (body, kind) in [
        ("", ErrorKind::Incomplete),
        ("<?xml version=\"1.0\"?><ODM><Study>", ErrorKind::Incomplete),
        ("<?xml version=\"1.0\"?><records></records>", ErrorKind::NotRedcap),
        ("<!DOCTYPE html><html></html>", ErrorKind::NotRedcap),
        ("[]", ErrorKind::Decode),
        ("<?xml", ErrorKind::NotRedcap),
        ("ERROR: no", ErrorKind::Api),
        ("<ODM><br /><b>Fatal error</b>{\"error\":\"no\"}", ErrorKind::Api),
        ("<?xml version=\"1.0\" encoding=\"UTF-8\" ?><hash><error>no</error></hash>", ErrorKind::Api),
    ] {
        let (_mock, request) = request(Reply::new(200, "text/xml", body));
        assert_eq!(failure(request.document(Format::Odm).await).kind(), kind, "{body}");
    }
}
