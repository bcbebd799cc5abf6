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
            "[{\"instrument_name\":\"contact\",\"instrument_label\":\"Contact\"},{\"instrument_name\":\"enrollment\",\"instrument_label\":\"Enrollment\"},{\"instrument_name\":\"visit\",\"instrument_label\":\"Visit\"},{\"instrument_name\":\"diary\",\"instrument_label\":\"Diary\"},{\"instrument_name\":\"adverse_event\",\"instrument_label\":\"Adverse Event\"},{\"instrument_name\":\"unscheduled\",\"instrument_label\":\"Unscheduled\"}]",
        ),
    );
    assert_eq!(answer.len(), 6);
    assert!(answer.iter().all(| item | item.other.is_empty()));
}

#[test]
fn export_pdf() {
    let call = |client: Client| {
        client
            .export_pdf()
            .record("1")
            .event("enrollment_arm_1")
            .instrument("enrollment")
            .send()
    };
    sends(
        call,
        "content=pdf&returnFormat=json&record=1&event=enrollment_arm_1&instrument=enrollment",
    );
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
            "[{\"arm_num\":1,\"unique_event_name\":\"enrollment_arm_1\",\"form\":\"contact\"},{\"arm_num\":1,\"unique_event_name\":\"enrollment_arm_1\",\"form\":\"enrollment\"},{\"arm_num\":1,\"unique_event_name\":\"week_1_arm_1\",\"form\":\"visit\"},{\"arm_num\":1,\"unique_event_name\":\"week_1_arm_1\",\"form\":\"diary\"},{\"arm_num\":1,\"unique_event_name\":\"week_1_arm_1\",\"form\":\"adverse_event\"},{\"arm_num\":1,\"unique_event_name\":\"week_4_arm_1\",\"form\":\"visit\"},{\"arm_num\":1,\"unique_event_name\":\"week_4_arm_1\",\"form\":\"diary\"},{\"arm_num\":1,\"unique_event_name\":\"unscheduled_arm_1\",\"form\":\"unscheduled\"}]",
        ),
    );
    assert_eq!(answer.len(), 8);
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
                    "contact",
                ),
                redcap::instruments::InstrumentEventMapping::new(
                    1,
                    "enrollment_arm_1",
                    "enrollment",
                ),
                redcap::instruments::InstrumentEventMapping::new(
                    1,
                    "week_1_arm_1",
                    "visit",
                ),
                redcap::instruments::InstrumentEventMapping::new(
                    1,
                    "week_1_arm_1",
                    "diary",
                ),
            ])
            .send()
    };
    sends(
        call,
        "content=formEventMapping&format=json&returnFormat=json&data=%5B%7B%22arm_num%22%3A1%2C%22unique_event_name%22%3A%22enrollment_arm_1%22%2C%22form%22%3A%22contact%22%7D%2C%7B%22arm_num%22%3A1%2C%22unique_event_name%22%3A%22enrollment_arm_1%22%2C%22form%22%3A%22enrollment%22%7D%2C%7B%22arm_num%22%3A1%2C%22unique_event_name%22%3A%22week_1_arm_1%22%2C%22form%22%3A%22visit%22%7D%2C%7B%22arm_num%22%3A1%2C%22unique_event_name%22%3A%22week_1_arm_1%22%2C%22form%22%3A%22diary%22%7D%5D",
    );
    let answer = answered(call, Reply::text("4"));
    assert_eq!(answer, 4);
}
