// Made by `cargo run generate` from spec/methods/instruments.yaml.
// Do not edit: change the source and run it again.

use redcap::Client;
use crate::mock::Reply;
use crate::{answered, sends};

#[test]
fn export_instruments() {
    let call = |client: Client| client.export_instruments().send();
    sends(call, "content=instrument&format=json&returnFormat=json");
    let answer = answered(
        call,
        Reply::json(
            "[{\"instrument_name\":\"demographics\",\"instrument_label\":\"Demographics\"},{\"instrument_name\":\"vital_signs\",\"instrument_label\":\"Vital Signs\"}]",
        ),
    );
    assert_eq!(answer.len(), 2);
    assert!(answer.iter().all(| item | item.other.is_empty()));
}

#[test]
fn export_pdf() {
    let call = |client: Client| {
        client.export_pdf().record("101").instrument("demographics").send()
    };
    sends(call, "content=pdf&returnFormat=json&record=101&instrument=demographics");
    let answer = answered(
        call,
        Reply::new(200, "text/html; charset=UTF-8", "%PDF-1.3\n%%EOF\n"),
    );
    assert_eq!(answer.bytes(), "%PDF-1.3\n%%EOF\n".as_bytes());
}

#[test]
fn export_instrument_event_mappings() {
    let call = |client: Client| {
        client.export_instrument_event_mappings().arms([1]).send()
    };
    sends(call, "content=formEventMapping&format=json&returnFormat=json&arms%5B0%5D=1");
    let answer = answered(
        call,
        Reply::json(
            "[{\"arm_num\":1,\"unique_event_name\":\"enrollment_arm_1\",\"form\":\"demographics\"},{\"arm_num\":1,\"unique_event_name\":\"visit_1_arm_1\",\"form\":\"vital_signs\"}]",
        ),
    );
    assert_eq!(answer.len(), 2);
    assert!(answer.iter().all(| item | item.other.is_empty()));
}

#[test]
fn import_instrument_event_mappings() {
    let call = |client: Client| {
        client
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
    };
    sends(
        call,
        "content=formEventMapping&format=json&returnFormat=json&data=%5B%7B%22arm_num%22%3A1%2C%22unique_event_name%22%3A%22enrollment_arm_1%22%2C%22form%22%3A%22demographics%22%7D%2C%7B%22arm_num%22%3A1%2C%22unique_event_name%22%3A%22visit_1_arm_1%22%2C%22form%22%3A%22vital_signs%22%7D%5D",
    );
    let answer = answered(call, Reply::text("2"));
    assert_eq!(answer, 2);
}
