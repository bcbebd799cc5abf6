// Made by `cargo run generate` from spec/methods/records.yaml.
// Do not edit: change the source and run it again.

use redcap::Client;
use crate::mock::Reply;
use crate::{answered, sends};

#[test]
fn export_records() {
    let call = |client: Client| {
        client.export_records().records(["1", "2"]).fields(["record_id", "age"]).send()
    };
    sends(
        call,
        "content=record&format=json&type=flat&returnFormat=json&records%5B0%5D=1&records%5B1%5D=2&fields%5B0%5D=record_id&fields%5B1%5D=age",
    );
    let answer = answered(
        call,
        Reply::json(
            "[{\"record_id\":\"1\",\"age\":\"42\"},{\"record_id\":\"2\",\"age\":\"37\"}]",
        ),
    );
    assert_eq!(answer.len(), 2);
    assert_eq!(answer[0].get("record_id"), Some("1"));
    assert_eq!(answer[0].get("age"), Some("42"));
    assert_eq!(answer[1].get("record_id"), Some("2"));
    assert_eq!(answer[1].get("age"), Some("37"));
}

#[test]
fn import_records() {
    let call = |client: Client| {
        client
            .import_records([
                redcap::Record::from([("record_id", "1"), ("age", "42")]),
                redcap::Record::from([("record_id", "2"), ("age", "37")]),
            ])
            .row_type(redcap::records::RecordType::Flat)
            .overwrite_behavior(redcap::records::OverwriteBehavior::Normal)
            .send()
    };
    sends(
        call,
        "content=record&format=json&returnFormat=json&data=%5B%7B%22record_id%22%3A%221%22%2C%22age%22%3A%2242%22%7D%2C%7B%22record_id%22%3A%222%22%2C%22age%22%3A%2237%22%7D%5D&type=flat&overwriteBehavior=normal",
    );
    let answer = answered(call, Reply::json("{\"count\":2}"));
    assert!(answer.other.is_empty());
}

#[test]
fn delete_records() {
    let call = |client: Client| client.delete_records(["1", "2"]).send();
    sends(
        call,
        "content=record&action=delete&returnFormat=json&records%5B0%5D=1&records%5B1%5D=2",
    );
    let answer = answered(call, Reply::text("2"));
    assert_eq!(answer, 2);
}

#[test]
fn rename_record() {
    let call = |client: Client| client.rename_record("1", "101").send();
    sends(
        call,
        "content=record&action=rename&returnFormat=json&record=1&new_record_name=101",
    );
    let () = answered(call, Reply::text("1"));
}

#[test]
fn generate_next_record_name() {
    let call = |client: Client| client.generate_next_record_name().send();
    sends(call, "content=generateNextRecordName&returnFormat=json");
    let answer = answered(call, Reply::text("6"));
    assert_eq!(answer.as_str(), "6");
}

#[test]
fn randomize_record() {
    let call = |client: Client| client.randomize_record("1", 12).send();
    sends(
        call,
        "content=record&action=randomize&format=json&returnFormat=json&record=1&randomization_id=12",
    );
    let answer = answered(
        call,
        Reply::json("{\"randomization_id\":12,\"record\":\"1\",\"target_field\":\"2\"}"),
    );
    assert!(answer.other.is_empty());
}
