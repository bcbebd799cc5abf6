// Made by `cargo run generate` from spec/methods/redcap.yaml.
// Do not edit: change the source and run it again.

use redcap::Client;
use crate::mock::Reply;
use crate::{answered, sends};

#[test]
fn export_redcap_version() {
    let call = |client: Client| client.export_redcap_version().send();
    sends(call, "content=version&format=json");
    let answer = answered(call, Reply::text("17.4.1"));
    assert_eq!(answer, "17.4.1");
}
