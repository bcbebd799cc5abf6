// Made by `cargo run generate` from spec/methods/arms.yaml.
// Do not edit: change the source and run it again.

use crate::mock::{Mock, Reply};
use crate::{TOKEN, client};

#[tokio::test]
async fn export_arms_sends_its_example() {
    let mock = Mock::start(vec![Reply::text("")]);
    let client = client(&mock);
    let _ = client.export_arms().arms([1, 2]).send().await;
    assert_eq!(
        mock.request().text(), format!("token={TOKEN}&{}",
        "content=arm&format=json&returnFormat=json&arms%5B0%5D=1&arms%5B1%5D=2")
    );
}

#[tokio::test]
async fn export_arms_reads_its_answer() {
    let mock = Mock::start(
        vec![
            Reply::new(200u16, "application/json; charset=utf-8",
            "[{\"arm_num\":1,\"name\":\"Drug A\"},{\"arm_num\":2,\"name\":\"Drug B\"}]")
        ],
    );
    let client = client(&mock);
    let answer = client.export_arms().arms([1, 2]).send().await.unwrap();
    assert_eq!(answer.len(), 2usize);
    assert!(answer.iter().all(| item | item.other.is_empty()));
}

#[tokio::test]
async fn import_arms_sends_its_example() {
    let mock = Mock::start(vec![Reply::text("")]);
    let client = client(&mock);
    let _ = client
        .import_arms([redcap::arms::Arm::new(3, "Placebo")])
        .override_all(false)
        .send()
        .await;
    assert_eq!(
        mock.request().text(), format!("token={TOKEN}&{}",
        "content=arm&action=import&format=json&returnFormat=json&data=%5B%7B%22arm_num%22%3A3%2C%22name%22%3A%22Placebo%22%7D%5D&override=0")
    );
}

#[tokio::test]
async fn import_arms_reads_its_answer() {
    let mock = Mock::start(vec![Reply::new(200u16, "text/html; charset=UTF-8", "1")]);
    let client = client(&mock);
    let answer = client
        .import_arms([redcap::arms::Arm::new(3, "Placebo")])
        .override_all(false)
        .send()
        .await
        .unwrap();
    assert_eq!(answer, 1);
}

#[tokio::test]
async fn delete_arms_sends_its_example() {
    let mock = Mock::start(vec![Reply::text("")]);
    let client = client(&mock);
    let _ = client.delete_arms([3]).send().await;
    assert_eq!(
        mock.request().text(), format!("token={TOKEN}&{}",
        "content=arm&action=delete&returnFormat=json&arms%5B0%5D=3")
    );
}

#[tokio::test]
async fn delete_arms_reads_its_answer() {
    let mock = Mock::start(vec![Reply::new(200u16, "text/html; charset=UTF-8", "1")]);
    let client = client(&mock);
    let answer = client.delete_arms([3]).send().await.unwrap();
    assert_eq!(answer, 1);
}
