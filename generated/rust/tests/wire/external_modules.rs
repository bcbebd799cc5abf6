// Made by `cargo run generate` from spec/methods/external_modules.yaml.
// Do not edit: change the source and run it again.

use redcap::Client;
use crate::mock::Reply;
use crate::{answered, sends};

#[test]
fn call_external_module() {
    let call = |client: Client| {
        client.call_external_module("appointment_reminder", "count_due").send()
    };
    sends(
        call,
        "content=externalModule&format=json&returnFormat=json&prefix=appointment_reminder&action=count_due",
    );
    let answer = answered(
        call,
        Reply::new(200, "application/json; charset=utf-8", "{\"due\":4}"),
    );
    assert_eq!(answer.bytes(), "{\"due\":4}".as_bytes());
}
