// Made by `cargo run generate` from spec/methods/logging.yaml.
// Do not edit: change the source and run it again.

use redcap::Client;
use crate::mock::Reply;
use crate::{answered, sends};

#[test]
fn export_logging() {
    let call = |client: Client| {
        client
            .export_logging()
            .logtype(redcap::logging::LogType::Record)
            .begin_time("2024-03-01 00:00")
            .end_time("2024-03-31 23:59")
            .send()
    };
    sends(
        call,
        "content=log&format=json&returnFormat=json&logtype=record&beginTime=2024-03-01+00%3A00&endTime=2024-03-31+23%3A59",
    );
    let answer = answered(
        call,
        Reply::json(
            "[{\"timestamp\":\"2024-03-05 14:02\",\"username\":\"jdoe\",\"action\":\"Update record (API) 101\",\"details\":\"weight = '71.5'\",\"record\":\"101\"},{\"timestamp\":\"2024-03-05 13:58\",\"username\":\"jdoe\",\"action\":\"Create record (API) 101\",\"details\":\"record_id = '101'\",\"record\":\"101\"}]",
        ),
    );
    assert_eq!(answer.len(), 2);
    assert!(answer.iter().all(| item | item.other.is_empty()));
}
