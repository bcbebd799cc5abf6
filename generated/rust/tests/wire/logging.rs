// Made by `cargo run generate` from spec/methods/logging.yaml.
// Do not edit: change the source and run it again.

use crate::mock::{Mock, Reply};
use crate::{TOKEN, client};

#[tokio::test]
async fn export_logging_sends_its_example() {
    let mock = Mock::start(vec![Reply::text("")]);
    let client = client(&mock);
    let _ = client
        .export_logging()
        .logtype(redcap::logging::LogType::Record)
        .begin_time("2024-03-01 00:00")
        .end_time("2024-03-31 23:59")
        .send()
        .await;
    assert_eq!(
        mock.request().text(), format!("token={TOKEN}&{}",
        "content=log&format=json&returnFormat=json&logtype=record&beginTime=2024-03-01+00%3A00&endTime=2024-03-31+23%3A59")
    );
}

#[tokio::test]
async fn export_logging_reads_its_answer() {
    let mock = Mock::start(
        vec![
            Reply::new(200u16, "application/json; charset=utf-8",
            "[{\"timestamp\":\"2024-03-05 14:02\",\"username\":\"jdoe\",\"action\":\"Update record (API) 101\",\"details\":\"weight = '71.5'\",\"record\":\"101\"},{\"timestamp\":\"2024-03-05 13:58\",\"username\":\"jdoe\",\"action\":\"Create record (API) 101\",\"details\":\"record_id = '101'\",\"record\":\"101\"}]")
        ],
    );
    let client = client(&mock);
    let answer = client
        .export_logging()
        .logtype(redcap::logging::LogType::Record)
        .begin_time("2024-03-01 00:00")
        .end_time("2024-03-31 23:59")
        .send()
        .await
        .unwrap();
    assert_eq!(answer.len(), 2usize);
    assert!(answer.iter().all(| item | item.other.is_empty()));
}
