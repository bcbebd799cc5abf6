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
            .begin_time("2026-01-01 00:00")
            .end_time("2026-01-15 23:59")
            .send()
    };
    sends(
        call,
        "content=log&format=json&returnFormat=json&logtype=record&beginTime=2026-01-01+00%3A00&endTime=2026-01-15+23%3A59",
    );
    let answer = answered(
        call,
        Reply::json(
            "[{\"timestamp\":\"2026-01-14 11:47\",\"username\":\"carl_coordinator\",\"action\":\"Update record 2\",\"details\":\"score = '61', visit_complete = '2'\",\"record\":\"2\"},{\"timestamp\":\"2026-01-12 14:02\",\"username\":\"berta_berlin\",\"action\":\"Update record 1\",\"details\":\"score = '54', visit_complete = '2'\",\"record\":\"1\"},{\"timestamp\":\"2026-01-07 10:31\",\"username\":\"carl_coordinator\",\"action\":\"Create record 2\",\"details\":\"record_id = '2', contact_complete = '2'\",\"record\":\"2\"},{\"timestamp\":\"2026-01-05 09:20\",\"username\":\"berta_berlin\",\"action\":\"Update record 1\",\"details\":\"enrolled = '2026-01-05', severity = '2'\",\"record\":\"1\"},{\"timestamp\":\"2026-01-05 09:12\",\"username\":\"berta_berlin\",\"action\":\"Create record 1\",\"details\":\"record_id = '1', contact_complete = '2'\",\"record\":\"1\"}]",
        ),
    );
    assert_eq!(answer.len(), 5);
    assert!(answer.iter().all(| item | item.other.is_empty()));
}
