//! What is sent again, and what never is.

use std::time::Duration;

use redcap::runtime::{CallOptions, Client, ErrorKind, Method, Request, RetryPolicy};

use crate::common::{DELETE, EXPORT, IMPORT, TOKEN, failure};
use crate::mock::{Mock, Reply};

const QUICK: RetryPolicy = RetryPolicy::attempts(3).waits(Duration::from_millis(1), Duration::from_millis(2));

fn ready(replies: Vec<Reply>, method: &'static Method) -> (Mock, Request) {
    let mock = Mock::start(replies);
    let client = Client::builder().retry(QUICK).build(&mock.url(), TOKEN).expect("a client");
    (mock, Request::new(&client, method))
}

fn busy() -> Reply {
    Reply::new(503, "text/html", "<html>busy</html>")
}

fn hasty() -> Reply {
    Reply::new(429, "text/html", "<html>slow down</html>").header("retry-after", "0")
}

#[tokio::test]
async fn reads_are_sent_until_they_succeed() {
    for failing in [busy(), hasty(), Reply::new(502, "", ""), Reply::new(504, "", ""), Reply::json("")] {
        let (mock, request) = ready(vec![failing.clone(), failing, Reply::json("[]")], &EXPORT);
        assert!(request.records().await.expect("the third attempt").is_empty());
        assert_eq!(mock.requests().len(), 3);
    }
}

#[tokio::test]
async fn nothing_is_doubted_once() {
    let csv = |body: &str| Reply::new(200, "text/csv", body);
    for (second, count) in [(csv("record_id\n1\n"), 1), (csv(""), 0)] {
        let (mock, request) = ready(vec![csv(""), second], &EXPORT);
        let rows = request.rows().await.expect("an export").all().await.expect("rows");
        assert_eq!((rows.len(), mock.requests().len()), (count, 2));
    }
}

#[tokio::test]
async fn there_is_an_end_to_it() {
    let (mock, request) = ready(vec![busy(); 4], &EXPORT);
    let error = failure(request.records().await);
    assert_eq!((error.kind(), error.status()), (ErrorKind::NotRedcap, Some(503)));
    assert!(error.is_retryable());
    assert_eq!(mock.requests().len(), 3);
}

#[tokio::test]
async fn changes_are_sent_again_only_if_nothing_was_done_and_repeating_is_harmless() {
    for (method, reply, sent) in [
        (&IMPORT, busy(), 1),
        (&IMPORT, hasty(), 1),
        (&DELETE, busy(), 1),
        (&DELETE, Reply::new(502, "", ""), 1),
        (&DELETE, hasty(), 3),
    ] {
        let (mock, request) = ready(vec![reply; 4], method);
        failure(request.integer().await);
        assert_eq!(mock.requests().len(), sent);
    }
}

#[tokio::test]
async fn refusals_and_broken_answers_are_not_sent_again() {
    for reply in [
        Reply::new(400, "application/json", "{\"error\":\"no\"}"),
        Reply::new(500, "text/html", "<html>oops</html>"),
        Reply::json("[{\"a\":\"1\"").cut_off(5),
        Reply::json("[{\"a\":\"1\""),
        Reply::json("<html>login</html>"),
    ] {
        let (mock, request) = ready(vec![reply; 3], &EXPORT);
        failure(request.records().await);
        assert_eq!(mock.requests().len(), 1);
    }
}

#[tokio::test]
async fn the_wait_that_the_server_asks_for_counts_in_the_total() {
    let patient = Reply::new(503, "", "").header("retry-after", "3600");
    let (mock, request) = ready(vec![patient; 3], &EXPORT);
    let error = failure(request.records().await);
    assert_eq!(error.retry_after(), Some(Duration::from_secs(3600)));
    assert_eq!(mock.requests().len(), 1);
    let dated = Reply::new(503, "", "").header("retry-after", "Wed, 01 Jan 2020 00:00:00 GMT");
    let (mock, request) = ready(vec![dated, Reply::json("[]")], &EXPORT);
    assert!(request.records().await.is_ok(), "a date that has passed");
    assert_eq!(mock.requests().len(), 2);
}

#[tokio::test]
async fn a_call_can_have_its_own_policy() {
    let (mock, mut request) = ready(vec![busy(); 3], &EXPORT);
    request.with(CallOptions::new().retry(RetryPolicy::none()));
    failure(request.records().await);
    assert_eq!(mock.requests().len(), 1);
}

#[tokio::test]
async fn few_calls_are_under_way_at_a_time() {
    let mock = Mock::start(vec![Reply::silence(); 3]);
    let client = Client::builder().concurrency(2).build(&mock.url(), TOKEN).expect("a client");
    let calls: Vec<_> =
        (0..3).map(|_| tokio::spawn(Request::new(&client.clone(), &EXPORT).records())).collect();
    while mock.requests().len() < 2 {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    // Nothing frees a turn, so no third call can arrive however long one waits.
    tokio::time::pause();
    tokio::time::sleep(Duration::from_secs(60)).await;
    assert_eq!(mock.requests().len(), 2);
    calls.iter().for_each(tokio::task::JoinHandle::abort);
}

#[tokio::test(start_paused = true)]
async fn calls_keep_their_distance() {
    let client = Client::builder()
        .min_interval(Duration::from_secs(10))
        .retry(RetryPolicy::none())
        .build("http://127.0.0.1:9/api/", TOKEN)
        .expect("a client");
    let start = tokio::time::Instant::now();
    for _ in 0..3 {
        failure(Request::new(&client, &EXPORT).records().await);
    }
    assert!(start.elapsed() >= Duration::from_secs(20));
}

#[tokio::test]
async fn a_change_follows_only_redirects_that_ask_for_the_form_again() {
    for (status, sent) in [(301, 1), (302, 1), (303, 1), (307, 2), (308, 2)] {
        let moved = Reply::new(status, "", "").header("location", "/redcap/api/");
        let (mock, request) = ready(vec![moved, Reply::text("1")], &IMPORT);
        assert_eq!(request.integer().await.is_ok(), sent == 2);
        assert_eq!(mock.requests().len(), sent, "{status}");
    }
}

#[tokio::test]
async fn a_redirect_on_the_same_server_is_followed_with_the_whole_form() {
    for status in [301, 302, 307, 308] {
        let moved = Reply::new(status, "", "").header("location", "/redcap/api/");
        let (mock, request) = ready(vec![moved, Reply::json("[]")], &EXPORT);
        assert!(request.records().await.expect("the second place").is_empty());
        let requests = mock.requests();
        assert_eq!((requests[1].method.as_str(), requests[1].path.as_str()), ("POST", "/redcap/api/"));
        assert_eq!(requests[0].body, requests[1].body);
    }
    let circle = Reply::new(307, "", "").header("location", "/api/");
    let (mock, request) = ready(vec![circle; 6], &EXPORT);
    assert_eq!(failure(request.records().await).kind(), ErrorKind::Redirect);
    assert_eq!(mock.requests().len(), 4);
}

#[tokio::test]
async fn an_endless_wait_is_no_panic() {
    for wait in ["18446744073709551615", "Fri, 31 Dec 9999 23:59:59 GMT"] {
        let reply = Reply::new(429, "text/html", "<html>slow down</html>").header("retry-after", wait);
        let (mock, request) = ready(vec![reply], &EXPORT);
        assert_eq!(failure(request.records().await).status(), Some(429));
        assert_eq!(mock.requests().len(), 1);
    }
    let mock = Mock::start(vec![hasty(), Reply::json("[]")]);
    let client = Client::builder().min_interval(Duration::MAX).build(&mock.url(), TOKEN).expect("a client");
    assert!(Request::new(&client, &EXPORT).records().await.expect("the second attempt").is_empty());
}
