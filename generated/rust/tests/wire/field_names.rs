// Made by `cargo run generate` from spec/methods/field_names.yaml.
// Do not edit: change the source and run it again.

use crate::mock::{Mock, Reply};
use crate::{TOKEN, client};

#[tokio::test]
async fn export_field_names_sends_its_example() {
    let mock = Mock::start(vec![Reply::text("")]);
    let client = client(&mock);
    let _ = client.export_field_names().field("meds").send().await;
    assert_eq!(
        mock.request().text(), format!("token={TOKEN}&{}",
        "content=exportFieldNames&format=json&returnFormat=json&field=meds")
    );
}

#[tokio::test]
async fn export_field_names_reads_its_answer() {
    let mock = Mock::start(
        vec![
            Reply::new(200u16, "application/json; charset=utf-8",
            "[{\"original_field_name\":\"meds\",\"choice_value\":\"1\",\"export_field_name\":\"meds___1\"},{\"original_field_name\":\"meds\",\"choice_value\":\"2\",\"export_field_name\":\"meds___2\"},{\"original_field_name\":\"meds\",\"choice_value\":\"-2\",\"export_field_name\":\"meds____2\"}]")
        ],
    );
    let client = client(&mock);
    let answer = client.export_field_names().field("meds").send().await.unwrap();
    assert_eq!(answer.len(), 3usize);
    assert!(answer.iter().all(| item | item.other.is_empty()));
}
