// Made by `cargo run generate` from spec/methods/events.yaml.
// Do not edit: change the source and run it again.

use crate::mock::{Mock, Reply};
use crate::{TOKEN, client};

#[tokio::test]
async fn export_events_sends_its_example() {
    let mock = Mock::start(vec![Reply::text("")]);
    let client = client(&mock);
    let _ = client.export_events().arms([1]).send().await;
    assert_eq!(
        mock.request().text(), format!("token={TOKEN}&{}",
        "content=event&format=json&returnFormat=json&arms%5B0%5D=1")
    );
}

#[tokio::test]
async fn export_events_reads_its_answer() {
    let mock = Mock::start(
        vec![
            Reply::new(200u16, "application/json; charset=utf-8",
            "[{\"event_name\":\"Enrollment\",\"arm_num\":1,\"unique_event_name\":\"enrollment_arm_1\",\"custom_event_label\":\"\",\"event_id\":2888},{\"event_name\":\"Month 6\",\"arm_num\":1,\"unique_event_name\":\"month_6_arm_1\",\"custom_event_label\":\"\",\"event_id\":2889}]")
        ],
    );
    let client = client(&mock);
    let answer = client.export_events().arms([1]).send().await.unwrap();
    assert_eq!(answer.len(), 2usize);
    assert!(answer.iter().all(| item | item.other.is_empty()));
}

#[tokio::test]
async fn import_events_sends_its_example() {
    let mock = Mock::start(vec![Reply::text("")]);
    let client = client(&mock);
    let _ = client
        .import_events([redcap::events::Event::new("Month 12", 1)])
        .override_all(false)
        .send()
        .await;
    assert_eq!(
        mock.request().text(), format!("token={TOKEN}&{}",
        "content=event&action=import&format=json&returnFormat=json&data=%5B%7B%22event_name%22%3A%22Month+12%22%2C%22arm_num%22%3A1%7D%5D&override=0")
    );
}

#[tokio::test]
async fn import_events_reads_its_answer() {
    let mock = Mock::start(vec![Reply::new(200u16, "text/html; charset=UTF-8", "1")]);
    let client = client(&mock);
    let answer = client
        .import_events([redcap::events::Event::new("Month 12", 1)])
        .override_all(false)
        .send()
        .await
        .unwrap();
    assert_eq!(answer, 1);
}

#[tokio::test]
async fn delete_events_sends_its_example() {
    let mock = Mock::start(vec![Reply::text("")]);
    let client = client(&mock);
    let _ = client.delete_events(["month_12_arm_1"]).send().await;
    assert_eq!(
        mock.request().text(), format!("token={TOKEN}&{}",
        "content=event&action=delete&returnFormat=json&events%5B0%5D=month_12_arm_1")
    );
}

#[tokio::test]
async fn delete_events_reads_its_answer() {
    let mock = Mock::start(vec![Reply::new(200u16, "text/html; charset=UTF-8", "1")]);
    let client = client(&mock);
    let answer = client.delete_events(["month_12_arm_1"]).send().await.unwrap();
    assert_eq!(answer, 1);
}
