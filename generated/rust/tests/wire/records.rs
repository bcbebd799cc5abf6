// Made by `cargo run generate` from spec/methods/records.yaml.
// Do not edit: change the source and run it again.

use redcap::Client;
use crate::mock::Reply;
use crate::{answered, sends};

#[test]
fn export_records() {
    let call = |client: Client| {
        client
            .export_records()
            .records(["1", "2"])
            .fields(["record_id", "enrolled", "severity"])
            .events(["enrollment_arm_1"])
            .send()
    };
    sends(
        call,
        "content=record&format=json&type=flat&returnFormat=json&records%5B0%5D=1&records%5B1%5D=2&fields%5B0%5D=record_id&fields%5B1%5D=enrolled&fields%5B2%5D=severity&events%5B0%5D=enrollment_arm_1",
    );
    let answer = answered(
        call,
        Reply::json(
            "[{\"record_id\":\"1\",\"redcap_event_name\":\"enrollment_arm_1\",\"redcap_repeat_instrument\":\"\",\"redcap_repeat_instance\":\"\",\"enrolled\":\"2026-01-05\",\"severity\":\"2\"},{\"record_id\":\"2\",\"redcap_event_name\":\"enrollment_arm_1\",\"redcap_repeat_instrument\":\"\",\"redcap_repeat_instance\":\"\",\"enrolled\":\"2026-01-07\",\"severity\":\"1\"}]",
        ),
    );
    assert_eq!(answer.len(), 2);
    assert_eq!(answer[0].get("record_id"), Some("1"));
    assert_eq!(answer[0].get("redcap_event_name"), Some("enrollment_arm_1"));
    assert_eq!(answer[0].get("redcap_repeat_instrument"), Some(""));
    assert_eq!(answer[0].get("redcap_repeat_instance"), Some(""));
    assert_eq!(answer[0].get("enrolled"), Some("2026-01-05"));
    assert_eq!(answer[0].get("severity"), Some("2"));
    assert_eq!(answer[1].get("record_id"), Some("2"));
    assert_eq!(answer[1].get("redcap_event_name"), Some("enrollment_arm_1"));
    assert_eq!(answer[1].get("redcap_repeat_instrument"), Some(""));
    assert_eq!(answer[1].get("redcap_repeat_instance"), Some(""));
    assert_eq!(answer[1].get("enrolled"), Some("2026-01-07"));
    assert_eq!(answer[1].get("severity"), Some("1"));
}

#[test]
fn import_records() {
    let call = |client: Client| {
        client
            .import_records([
                redcap::Record::from([
                    ("record_id", "1"),
                    ("redcap_event_name", "week_4_arm_1"),
                    ("score", "35"),
                ]),
                redcap::Record::from([
                    ("record_id", "2"),
                    ("redcap_event_name", "week_4_arm_1"),
                    ("score", "58"),
                ]),
            ])
            .row_type(redcap::records::RecordType::Flat)
            .overwrite_behavior(redcap::records::OverwriteBehavior::Normal)
            .send()
    };
    sends(
        call,
        "content=record&format=json&returnFormat=json&data=%5B%7B%22record_id%22%3A%221%22%2C%22redcap_event_name%22%3A%22week_4_arm_1%22%2C%22score%22%3A%2235%22%7D%2C%7B%22record_id%22%3A%222%22%2C%22redcap_event_name%22%3A%22week_4_arm_1%22%2C%22score%22%3A%2258%22%7D%5D&type=flat&overwriteBehavior=normal",
    );
    let answer = answered(call, Reply::json("{\"count\":2}"));
    assert!(answer.other.is_empty());
}

#[test]
fn delete_records() {
    let call = |client: Client| client.delete_records(["3", "4"]).send();
    sends(
        call,
        "content=record&action=delete&returnFormat=json&records%5B0%5D=3&records%5B1%5D=4",
    );
    let answer = answered(call, Reply::text("2"));
    assert_eq!(answer, 2);
}

#[test]
fn rename_record() {
    let call = |client: Client| client.rename_record("4", "104").send();
    sends(
        call,
        "content=record&action=rename&returnFormat=json&record=4&new_record_name=104",
    );
    let () = answered(call, Reply::text("1"));
}

#[test]
fn generate_next_record_name() {
    let call = |client: Client| client.generate_next_record_name().send();
    sends(call, "content=generateNextRecordName&returnFormat=json");
    let answer = answered(call, Reply::text("5"));
    assert_eq!(answer.as_str(), "5");
}

#[test]
fn randomize_record() {
    let call = |client: Client| client.randomize_record("3", 2020).send();
    sends(
        call,
        "content=record&action=randomize&format=json&returnFormat=json&record=3&randomization_id=2020",
    );
    let answer = answered(
        call,
        Reply::json(
            "{\"randomization_id\":2020,\"record\":\"3\",\"target_field\":\"P\"}",
        ),
    );
    assert!(answer.other.is_empty());
}
