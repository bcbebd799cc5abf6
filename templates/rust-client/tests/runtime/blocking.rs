//! The client for programs without asynchronous code.

use std::io::Read;

use redcap::runtime::blocking::Client;
use redcap::runtime::{ErrorKind, Method, Request};

use crate::common::{EXPORT, TOKEN, failure};
use crate::mock::{Mock, Reply};

const FILE: Method = Method::new("export_file", "file").action("export").reads();

fn client(mock: &Mock) -> Client {
    Client::new(&mock.url(), TOKEN).expect("a client")
}

#[test]
fn calls_return_when_they_are_done() {
    let mock = Mock::start(vec![Reply::json("[{\"record_id\":\"1\"}]")]);
    let records = Request::new(&client(&mock), &EXPORT).records().expect("records");
    assert_eq!(records[0].get("record_id"), Some("1"));
}

#[test]
fn files_can_be_read() {
    let reply = Reply::new(200, "text/plain; name=\"a.txt\"", "content");
    let mock = Mock::start(vec![reply]);
    let mut download = Request::new(&client(&mock), &FILE).download().expect("a file");
    assert_eq!(download.name(), Some("a.txt"));
    let mut text = String::new();
    download.read_to_string(&mut text).expect("its content");
    assert_eq!(text, "content");
}

#[test]
fn rows_end_where_they_cannot_be_waited_for() {
    let reply = Reply::new(200, "text/csv", "record_id\n1\n");
    let mock = Mock::start(vec![reply.clone(), reply]);
    let client = client(&mock);
    let rows = Request::new(&client, &EXPORT).rows().expect("an export");
    assert_eq!(rows.filter_map(Result::ok).count(), 1);
    let rows = Request::new(&client, &EXPORT).rows().expect("an export");
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
    let results: Vec<_> = runtime.block_on(async move { rows.collect() });
    assert!(matches!(results.as_slice(), [Err(_)]), "an error, and then the end");
}

#[test]
fn asynchronous_code_is_told_to_use_the_other_client() {
    let mock = Mock::start(vec![Reply::json("[]")]);
    let client = client(&mock);
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
    let request = Request::new(&client, &EXPORT);
    let error = runtime.block_on(async move {
        // Dropping the last client here must not panic either.
        let client = client;
        let result = request.records();
        drop(client);
        failure(result)
    });
    assert_eq!(error.kind(), ErrorKind::InvalidRequest);
    assert!(mock.requests().is_empty());
}
