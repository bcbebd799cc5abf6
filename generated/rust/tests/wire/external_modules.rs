// Made by `cargo run generate` from spec/methods/external_modules.yaml.
// Do not edit: change the source and run it again.

use redcap::Client;
use crate::mock::Reply;
use crate::{answered, sends};

#[test]
fn call_external_module() {
    let call = |client: Client| {
        client.call_external_module("sandbox_echo", "echo").field("record", "1").send()
    };
    sends(
        call,
        "content=externalModule&format=json&returnFormat=json&prefix=sandbox_echo&action=echo&record=1",
    );
    let answer = answered(
        call,
        Reply::new(200, "application/json; charset=utf-8", "{\"names\":\"record\"}"),
    );
    assert_eq!(answer.bytes(), "{\"names\":\"record\"}".as_bytes());
}
