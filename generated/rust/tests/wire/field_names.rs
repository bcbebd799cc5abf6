// Made by `cargo run generate` from spec/methods/field_names.yaml.
// Do not edit: change the source and run it again.

use redcap::Client;
use crate::mock::Reply;
use crate::{answered, sends};

#[test]
fn export_field_names() {
    let call = |client: Client| client.export_field_names().field("meds").send();
    sends(call, "content=exportFieldNames&format=json&returnFormat=json&field=meds");
    let answer = answered(
        call,
        Reply::json(
            "[{\"original_field_name\":\"meds\",\"choice_value\":\"1\",\"export_field_name\":\"meds___1\"},{\"original_field_name\":\"meds\",\"choice_value\":\"2\",\"export_field_name\":\"meds___2\"},{\"original_field_name\":\"meds\",\"choice_value\":\"-2\",\"export_field_name\":\"meds____2\"}]",
        ),
    );
    assert_eq!(answer.len(), 3);
    assert!(answer.iter().all(| item | item.other.is_empty()));
}
