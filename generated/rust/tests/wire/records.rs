// Made by `cargo run generate` from spec/methods/records.yaml.
// Do not edit: change the source and run it again.

use crate::mock::{Mock, Reply};
use crate::{TOKEN, client};

#[tokio::test]
async fn export_records_sends_its_example() {
    let mock = Mock::start(vec![Reply::text("")]);
    let client = client(&mock);
    let _ = client
        .export_records()
        .records(["1", "2"])
        .fields(["record_id", "age"])
        .send()
        .await;
    assert_eq!(
        mock.request().text(), format!("token={TOKEN}&{}",
        "content=record&format=json&type=flat&returnFormat=json&records%5B0%5D=1&records%5B1%5D=2&fields%5B0%5D=record_id&fields%5B1%5D=age")
    );
}

#[tokio::test]
async fn export_records_reads_its_answer() {
    let mock = Mock::start(
        vec![
            Reply::new(200u16, "application/json; charset=utf-8",
            "[{\"record_id\":\"1\",\"age\":\"42\"},{\"record_id\":\"2\",\"age\":\"37\"}]")
        ],
    );
    let client = client(&mock);
    let answer = client
        .export_records()
        .records(["1", "2"])
        .fields(["record_id", "age"])
        .send()
        .await
        .unwrap();
    assert_eq!(answer.len(), 2usize);
    assert_eq!(answer[0usize].get("record_id"), Some("1"));
    assert_eq!(answer[0usize].get("age"), Some("42"));
    assert_eq!(answer[1usize].get("record_id"), Some("2"));
    assert_eq!(answer[1usize].get("age"), Some("37"));
}

#[tokio::test]
async fn import_records_sends_its_example() {
    let mock = Mock::start(vec![Reply::text("")]);
    let client = client(&mock);
    let _ = client
        .import_records([
            redcap::Record::from([("record_id", "1"), ("age", "42")]),
            redcap::Record::from([("record_id", "2"), ("age", "37")]),
        ])
        .row_type(redcap::records::RecordType::Flat)
        .overwrite_behavior(redcap::records::OverwriteBehavior::Normal)
        .send()
        .await;
    assert_eq!(
        mock.request().text(), format!("token={TOKEN}&{}",
        "content=record&format=json&returnFormat=json&data=%5B%7B%22record_id%22%3A%221%22%2C%22age%22%3A%2242%22%7D%2C%7B%22record_id%22%3A%222%22%2C%22age%22%3A%2237%22%7D%5D&type=flat&overwriteBehavior=normal")
    );
}

#[tokio::test]
async fn import_records_reads_its_answer() {
    let mock = Mock::start(
        vec![Reply::new(200u16, "application/json; charset=utf-8", "{\"count\":2}")],
    );
    let client = client(&mock);
    let answer = client
        .import_records([
            redcap::Record::from([("record_id", "1"), ("age", "42")]),
            redcap::Record::from([("record_id", "2"), ("age", "37")]),
        ])
        .row_type(redcap::records::RecordType::Flat)
        .overwrite_behavior(redcap::records::OverwriteBehavior::Normal)
        .send()
        .await
        .unwrap();
    assert!(answer.other.is_empty());
}

#[tokio::test]
async fn delete_records_sends_its_example() {
    let mock = Mock::start(vec![Reply::text("")]);
    let client = client(&mock);
    let _ = client.delete_records(["1", "2"]).send().await;
    assert_eq!(
        mock.request().text(), format!("token={TOKEN}&{}",
        "content=record&action=delete&returnFormat=json&records%5B0%5D=1&records%5B1%5D=2")
    );
}

#[tokio::test]
async fn delete_records_reads_its_answer() {
    let mock = Mock::start(vec![Reply::new(200u16, "text/html; charset=UTF-8", "2")]);
    let client = client(&mock);
    let answer = client.delete_records(["1", "2"]).send().await.unwrap();
    assert_eq!(answer, 2);
}

#[tokio::test]
async fn rename_record_sends_its_example() {
    let mock = Mock::start(vec![Reply::text("")]);
    let client = client(&mock);
    let _ = client.rename_record("1", "101").send().await;
    assert_eq!(
        mock.request().text(), format!("token={TOKEN}&{}",
        "content=record&action=rename&returnFormat=json&record=1&new_record_name=101")
    );
}

#[tokio::test]
async fn rename_record_reads_its_answer() {
    let mock = Mock::start(vec![Reply::new(200u16, "text/html; charset=UTF-8", "1")]);
    let client = client(&mock);
    let () = client.rename_record("1", "101").send().await.unwrap();
}

#[tokio::test]
async fn generate_next_record_name_sends_its_example() {
    let mock = Mock::start(vec![Reply::text("")]);
    let client = client(&mock);
    let _ = client.generate_next_record_name().send().await;
    assert_eq!(
        mock.request().text(), format!("token={TOKEN}&{}",
        "content=generateNextRecordName&returnFormat=json")
    );
}

#[tokio::test]
async fn generate_next_record_name_reads_its_answer() {
    let mock = Mock::start(vec![Reply::new(200u16, "text/html; charset=UTF-8", "6")]);
    let client = client(&mock);
    let answer = client.generate_next_record_name().send().await.unwrap();
    assert_eq!(answer.as_str(), "6");
}

#[tokio::test]
async fn randomize_record_sends_its_example() {
    let mock = Mock::start(vec![Reply::text("")]);
    let client = client(&mock);
    let _ = client.randomize_record("1", 12).send().await;
    assert_eq!(
        mock.request().text(), format!("token={TOKEN}&{}",
        "content=record&action=randomize&format=json&returnFormat=json&record=1&randomization_id=12")
    );
}

#[tokio::test]
async fn randomize_record_reads_its_answer() {
    let mock = Mock::start(
        vec![
            Reply::new(200u16, "application/json; charset=utf-8",
            "{\"randomization_id\":12,\"record\":\"1\",\"target_field\":\"2\"}")
        ],
    );
    let client = client(&mock);
    let answer = client.randomize_record("1", 12).send().await.unwrap();
    assert!(answer.other.is_empty());
}
