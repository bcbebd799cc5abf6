//! Redirects, silence and broken connections.

use std::net::TcpListener;
use std::time::Duration;

use redcap::runtime::{Client, Error, ErrorKind, Request};

use crate::common::{EXPORT, IMPORT, TOKEN, client, failure, request, shown};
use crate::mock::{Mock, Reply};

#[tokio::test]
async fn redirects_are_reported_and_not_followed() {
    for status in [301, 302, 303, 307, 308] {
        let elsewhere = Mock::start(vec![Reply::json("[]")]);
        let target = format!("{}?token=secret#secret", elsewhere.url());
        let (mock, request) = request(Reply::new(status, "text/html", "moved").header("location", &target));
        let error = failure(request.records().await);
        assert_eq!(error.kind(), ErrorKind::Redirect);
        assert_eq!(error.status(), Some(status));
        assert!(error.to_string().contains(&elsewhere.url()), "{error}");
        assert!(!shown(&error).contains("secret"));
        assert!(!error.is_retryable());
        assert_eq!(mock.requests().len(), 1);
        assert!(elsewhere.requests().is_empty(), "the token went elsewhere");
    }
}

#[tokio::test]
async fn redirects_of_all_kinds() {
    for (location, told) in [
        ("https://user:secret@h.example.org:444/x?secret", "https://h.example.org:444/x;"),
        ("//h.example.org/x", "http://h.example.org/x;"),
        ("mailto:secret@example.org", "not a URL"),
        ("http://[secret", "not a URL"),
    ] {
        let (_mock, request) = request(Reply::new(302, "", "").header("location", location));
        let error = failure(request.records().await);
        assert_eq!(error.kind(), ErrorKind::Redirect);
        assert!(error.to_string().contains(told), "{error}");
        assert!(!shown(&error).contains("secret"), "{error}");
    }
    let (_mock, request) = request(Reply::new(302, "", ""));
    let error = failure(request.records().await);
    assert!(error.to_string().contains("without saying where"), "{error}");
}

/// The error of a request to a port on which nobody listens.
async fn unreachable(request: impl FnOnce(&Client) -> Request) -> Error {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let address = listener.local_addr().expect("its address");
    drop(listener);
    let client = Client::new(&format!("http://{address}/api/"), TOKEN).expect("a client");
    failure(request(&client).records().await)
}

#[tokio::test]
async fn nobody_there() {
    let error = unreachable(|client| Request::new(client, &EXPORT)).await;
    assert_eq!(error.kind(), ErrorKind::Transport);
    assert_eq!(error.status(), None);
    assert_eq!(error.to_string(), "records.export: the server refused the connection");
    assert!(std::error::Error::source(&error).is_some());
    assert!(error.is_retryable());
    let error = unreachable(|client| Request::new(client, &IMPORT)).await;
    assert!(!error.is_retryable(), "an import may not be repeated");
}

#[tokio::test]
async fn https_is_not_spoken_by_everybody() {
    let mock = Mock::start(vec![Reply::json("[]")]);
    let url = mock.url().replace("http://", "https://");
    let client = Client::new(&url, TOKEN).expect("a client");
    let error = failure(Request::new(&client, &EXPORT).records().await);
    assert_eq!(error.kind(), ErrorKind::Transport);
    assert!(mock.requests().is_empty());
    assert!(!shown(&error).contains(TOKEN));
}

#[tokio::test]
async fn an_answer_that_breaks_off() {
    let (_mock, request) = request(Reply::json("[{\"name\":\"Roe\"}]").cut_off(10));
    let error = failure(request.records().await);
    assert_eq!(error.kind(), ErrorKind::Incomplete);
    assert_eq!(error.status(), Some(200));
    assert!(error.is_retryable());
    assert!(!shown(&error).contains("Roe"));
}

#[tokio::test]
async fn a_silent_server_is_given_up() {
    let (mock, request) = request(Reply::silence());
    let call = tokio::spawn(request.records());
    while mock.requests().is_empty() {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    // From here on the clock runs only when the test says so.
    tokio::time::pause();
    tokio::time::advance(Duration::from_secs(4 * 60)).await;
    tokio::task::yield_now().await;
    assert!(!call.is_finished(), "long computations are allowed");
    tokio::time::advance(Duration::from_secs(61)).await;
    let error = failure(call.await.expect("the task ends"));
    assert_eq!(error.kind(), ErrorKind::Timeout);
    assert!(error.is_timeout() && error.is_retryable());
    assert!(error.to_string().contains("silent for too long"), "{error}");
}

#[tokio::test]
async fn one_client_serves_many_requests_at_once() {
    let mock = Mock::start(vec![Reply::json("[]"); 8]);
    let client = client(&mock);
    let calls: Vec<_> = (0..8).map(|_| tokio::spawn(Request::new(&client, &EXPORT).records())).collect();
    for call in calls {
        assert!(call.await.expect("the task ends").expect("a list").is_empty());
    }
    assert_eq!(mock.requests().len(), 8);
}
