// Made by `cargo run generate` from spec/methods/events.yaml.
// Do not edit: change the source and run it again.

use redcap::Client;
use crate::mock::Reply;
use crate::{answered, sends};

#[test]
fn export_events() {
    let call = |client: Client| client.export_events().arms([1]).send();
    sends(call, "content=event&format=json&returnFormat=json&arms%5B0%5D=1");
    let answer = answered(
        call,
        Reply::json(
            "[{\"event_name\":\"Enrollment\",\"arm_num\":1,\"unique_event_name\":\"enrollment_arm_1\",\"custom_event_label\":\"\",\"event_id\":2002},{\"event_name\":\"Week 1\",\"arm_num\":1,\"unique_event_name\":\"week_1_arm_1\",\"custom_event_label\":\"\",\"event_id\":2003},{\"event_name\":\"Week 4\",\"arm_num\":1,\"unique_event_name\":\"week_4_arm_1\",\"custom_event_label\":\"\",\"event_id\":2004},{\"event_name\":\"Unscheduled\",\"arm_num\":1,\"unique_event_name\":\"unscheduled_arm_1\",\"custom_event_label\":\"\",\"event_id\":2005}]",
        ),
    );
    assert_eq!(answer.len(), 4);
    assert!(answer.iter().all(| item | item.other.is_empty()));
}

#[test]
fn import_events() {
    let call = |client: Client| {
        client
            .import_events([redcap::events::Event::new("Month 12", 1)])
            .override_all(false)
            .send()
    };
    sends(
        call,
        "content=event&action=import&format=json&returnFormat=json&data=%5B%7B%22event_name%22%3A%22Month+12%22%2C%22arm_num%22%3A1%7D%5D&override=0",
    );
    let answer = answered(call, Reply::text("1"));
    assert_eq!(answer, 1);
}

#[test]
fn delete_events() {
    let call = |client: Client| client.delete_events(["week_1_arm_2"]).send();
    sends(
        call,
        "content=event&action=delete&returnFormat=json&events%5B0%5D=week_1_arm_2",
    );
    let answer = answered(call, Reply::text("1"));
    assert_eq!(answer, 1);
}
