// Made by `cargo run generate` from spec/methods/arms.yaml.
// Do not edit: change the source and run it again.

use redcap::Client;
use crate::mock::Reply;
use crate::{answered, sends};

#[test]
fn export_arms() {
    let call = |client: Client| client.export_arms().arms([1, 2]).send();
    sends(call, "content=arm&format=json&returnFormat=json&arms%5B0%5D=1&arms%5B1%5D=2");
    let answer = answered(
        call,
        Reply::json(
            "[{\"arm_num\":1,\"name\":\"Drug\"},{\"arm_num\":2,\"name\":\"Observation\"}]",
        ),
    );
    assert_eq!(answer.len(), 2);
    assert!(answer.iter().all(| item | item.other.is_empty()));
}

#[test]
fn import_arms() {
    let call = |client: Client| {
        client
            .import_arms([redcap::arms::Arm::new(3, "Placebo")])
            .override_all(false)
            .send()
    };
    sends(
        call,
        "content=arm&action=import&format=json&returnFormat=json&data=%5B%7B%22arm_num%22%3A3%2C%22name%22%3A%22Placebo%22%7D%5D&override=0",
    );
    let answer = answered(call, Reply::text("1"));
    assert_eq!(answer, 1);
}

#[test]
fn delete_arms() {
    let call = |client: Client| client.delete_arms([2]).send();
    sends(call, "content=arm&action=delete&returnFormat=json&arms%5B0%5D=2");
    let answer = answered(call, Reply::text("1"));
    assert_eq!(answer, 1);
}
