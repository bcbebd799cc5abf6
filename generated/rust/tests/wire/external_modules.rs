// Made by `cargo run generate` from spec/methods/external_modules.yaml.
// Do not edit: change the source and run it again.

use crate::mock::{Mock, Reply};
use crate::{TOKEN, client};

#[tokio::test]
async fn call_external_module_sends_its_example() {
    let mock = Mock::start(vec![Reply::text("")]);
    let client = client(&mock);
    let _ = client
        .call_external_module("appointment_reminder", "count_due")
        .send()
        .await;
    assert_eq!(
        mock.request().text(), format!("token={TOKEN}&{}",
        "content=externalModule&format=json&returnFormat=json&prefix=appointment_reminder&action=count_due")
    );
}

#[tokio::test]
async fn call_external_module_reads_its_answer() {
    let mock = Mock::start(
        vec![Reply::new(200u16, "application/json; charset=utf-8", "{\"due\":4}")],
    );
    let client = client(&mock);
    let answer = client
        .call_external_module("appointment_reminder", "count_due")
        .send()
        .await
        .unwrap();
    assert_eq!(answer.bytes(), "{\"due\":4}".as_bytes());
}
