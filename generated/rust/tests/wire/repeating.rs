// Made by `cargo run generate` from spec/methods/repeating.yaml.
// Do not edit: change the source and run it again.

use crate::mock::{Mock, Reply};
use crate::{TOKEN, client};

#[tokio::test]
async fn export_repeating_instruments_events_sends_its_example() {
    let mock = Mock::start(vec![Reply::text("")]);
    let client = client(&mock);
    let _ = client.export_repeating_instruments_events().send().await;
    assert_eq!(
        mock.request().text(), format!("token={TOKEN}&{}",
        "content=repeatingFormsEvents&format=json&returnFormat=json")
    );
}

#[tokio::test]
async fn export_repeating_instruments_events_reads_its_answer() {
    let mock = Mock::start(
        vec![
            Reply::new(200u16, "application/json; charset=utf-8",
            "[{\"event_name\":\"visit_1_arm_1\",\"form_name\":\"adverse_event\",\"custom_form_label\":\"[ae_term]\"}]")
        ],
    );
    let client = client(&mock);
    let answer = client.export_repeating_instruments_events().send().await.unwrap();
    assert_eq!(answer.len(), 1usize);
    assert!(answer.iter().all(| item | item.other.is_empty()));
}

#[tokio::test]
async fn import_repeating_instruments_events_sends_its_example() {
    let mock = Mock::start(vec![Reply::text("")]);
    let client = client(&mock);
    let _ = client
        .import_repeating_instruments_events([
            redcap::repeating::RepeatingSetup::new("adverse_event")
                .event_name("visit_1_arm_1")
                .custom_form_label("[ae_term]"),
        ])
        .send()
        .await;
    assert_eq!(
        mock.request().text(), format!("token={TOKEN}&{}",
        "content=repeatingFormsEvents&format=json&returnFormat=json&data=%5B%7B%22event_name%22%3A%22visit_1_arm_1%22%2C%22form_name%22%3A%22adverse_event%22%2C%22custom_form_label%22%3A%22%5Bae_term%5D%22%7D%5D")
    );
}

#[tokio::test]
async fn import_repeating_instruments_events_reads_its_answer() {
    let mock = Mock::start(vec![Reply::new(200u16, "text/html; charset=UTF-8", "1")]);
    let client = client(&mock);
    let answer = client
        .import_repeating_instruments_events([
            redcap::repeating::RepeatingSetup::new("adverse_event")
                .event_name("visit_1_arm_1")
                .custom_form_label("[ae_term]"),
        ])
        .send()
        .await
        .unwrap();
    assert_eq!(answer, 1);
}
