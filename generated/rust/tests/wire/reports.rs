// Made by `cargo run generate` from spec/methods/reports.yaml.
// Do not edit: change the source and run it again.

use crate::mock::{Mock, Reply};
use crate::{TOKEN, client};

#[tokio::test]
async fn export_reports_sends_its_example() {
    let mock = Mock::start(vec![Reply::text("")]);
    let client = client(&mock);
    let _ = client.export_reports(42).send().await;
    assert_eq!(
        mock.request().text(), format!("token={TOKEN}&{}",
        "content=report&format=json&returnFormat=json&report_id=42")
    );
}

#[tokio::test]
async fn export_reports_reads_its_answer() {
    let mock = Mock::start(
        vec![
            Reply::new(200u16, "application/json; charset=utf-8",
            "[{\"record_id\":\"1\",\"age\":\"42\",\"sex\":\"2\"},{\"record_id\":\"2\",\"age\":\"37\",\"sex\":\"1\"}]")
        ],
    );
    let client = client(&mock);
    let answer = client.export_reports(42).send().await.unwrap();
    assert_eq!(answer.len(), 2usize);
    assert_eq!(answer[0usize].get("record_id"), Some("1"));
    assert_eq!(answer[0usize].get("age"), Some("42"));
    assert_eq!(answer[0usize].get("sex"), Some("2"));
    assert_eq!(answer[1usize].get("record_id"), Some("2"));
    assert_eq!(answer[1usize].get("age"), Some("37"));
    assert_eq!(answer[1usize].get("sex"), Some("1"));
}
