// Made by `cargo run generate` from spec/methods/instruments.yaml.
// Do not edit: change the source and run it again.

use crate::mock::{Mock, Reply};
use crate::{TOKEN, client};

#[tokio::test]
async fn export_instruments_sends_its_example() {
    let mock = Mock::start(vec![Reply::text("")]);
    let client = client(&mock);
    let _ = client.export_instruments().send().await;
    assert_eq!(
        mock.request().text(), format!("token={TOKEN}&{}",
        "content=instrument&format=json&returnFormat=json")
    );
}

#[tokio::test]
async fn export_instruments_reads_its_answer() {
    let mock = Mock::start(
        vec![
            Reply::new(200u16, "application/json; charset=utf-8",
            "[{\"instrument_name\":\"demographics\",\"instrument_label\":\"Demographics\"},{\"instrument_name\":\"vital_signs\",\"instrument_label\":\"Vital Signs\"}]")
        ],
    );
    let client = client(&mock);
    let answer = client.export_instruments().send().await.unwrap();
    assert_eq!(answer.len(), 2usize);
    assert!(answer.iter().all(| item | item.other.is_empty()));
}

#[tokio::test]
async fn export_pdf_sends_its_example() {
    let mock = Mock::start(vec![Reply::text("")]);
    let client = client(&mock);
    let _ = client.export_pdf().record("101").instrument("demographics").send().await;
    assert_eq!(
        mock.request().text(), format!("token={TOKEN}&{}",
        "content=pdf&returnFormat=json&record=101&instrument=demographics")
    );
}

#[tokio::test]
async fn export_pdf_reads_its_answer() {
    let mock = Mock::start(
        vec![Reply::new(200u16, "text/html; charset=UTF-8", "%PDF-1.3\n%%EOF\n")],
    );
    let client = client(&mock);
    let answer = client
        .export_pdf()
        .record("101")
        .instrument("demographics")
        .send()
        .await
        .unwrap();
    assert_eq!(answer.bytes(), "%PDF-1.3\n%%EOF\n".as_bytes());
}

#[tokio::test]
async fn export_instrument_event_mappings_sends_its_example() {
    let mock = Mock::start(vec![Reply::text("")]);
    let client = client(&mock);
    let _ = client.export_instrument_event_mappings().arms([1]).send().await;
    assert_eq!(
        mock.request().text(), format!("token={TOKEN}&{}",
        "content=formEventMapping&format=json&returnFormat=json&arms%5B0%5D=1")
    );
}

#[tokio::test]
async fn export_instrument_event_mappings_reads_its_answer() {
    let mock = Mock::start(
        vec![
            Reply::new(200u16, "application/json; charset=utf-8",
            "[{\"arm_num\":1,\"unique_event_name\":\"enrollment_arm_1\",\"form\":\"demographics\"},{\"arm_num\":1,\"unique_event_name\":\"visit_1_arm_1\",\"form\":\"vital_signs\"}]")
        ],
    );
    let client = client(&mock);
    let answer = client
        .export_instrument_event_mappings()
        .arms([1])
        .send()
        .await
        .unwrap();
    assert_eq!(answer.len(), 2usize);
    assert!(answer.iter().all(| item | item.other.is_empty()));
}

#[tokio::test]
async fn import_instrument_event_mappings_sends_its_example() {
    let mock = Mock::start(vec![Reply::text("")]);
    let client = client(&mock);
    let _ = client
        .import_instrument_event_mappings([
            redcap::instruments::InstrumentEventMapping::new(
                1,
                "enrollment_arm_1",
                "demographics",
            ),
            redcap::instruments::InstrumentEventMapping::new(
                1,
                "visit_1_arm_1",
                "vital_signs",
            ),
        ])
        .send()
        .await;
    assert_eq!(
        mock.request().text(), format!("token={TOKEN}&{}",
        "content=formEventMapping&format=json&returnFormat=json&data=%5B%7B%22arm_num%22%3A1%2C%22unique_event_name%22%3A%22enrollment_arm_1%22%2C%22form%22%3A%22demographics%22%7D%2C%7B%22arm_num%22%3A1%2C%22unique_event_name%22%3A%22visit_1_arm_1%22%2C%22form%22%3A%22vital_signs%22%7D%5D")
    );
}

#[tokio::test]
async fn import_instrument_event_mappings_reads_its_answer() {
    let mock = Mock::start(vec![Reply::new(200u16, "text/html; charset=UTF-8", "2")]);
    let client = client(&mock);
    let answer = client
        .import_instrument_event_mappings([
            redcap::instruments::InstrumentEventMapping::new(
                1,
                "enrollment_arm_1",
                "demographics",
            ),
            redcap::instruments::InstrumentEventMapping::new(
                1,
                "visit_1_arm_1",
                "vital_signs",
            ),
        ])
        .send()
        .await
        .unwrap();
    assert_eq!(answer, 2);
}
