// Made by `cargo run generate` from spec/methods/field_names.yaml.
// Do not edit: change the source and run it again.

use redcap::Client;
use crate::mock::Reply;
use crate::{answered, sends};

#[test]
fn export_field_names() {
    let call = |client: Client| client.export_field_names().field("diary_meds").send();
    sends(
        call,
        "content=exportFieldNames&format=json&returnFormat=json&field=diary_meds",
    );
    let answer = answered(
        call,
        Reply::json(
            "[{\"original_field_name\":\"diary_meds\",\"choice_value\":\"a\",\"export_field_name\":\"diary_meds___a\"},{\"original_field_name\":\"diary_meds\",\"choice_value\":\"b\",\"export_field_name\":\"diary_meds___b\"},{\"original_field_name\":\"diary_meds\",\"choice_value\":\"-9\",\"export_field_name\":\"diary_meds____9\"}]",
        ),
    );
    assert_eq!(answer.len(), 3);
    assert!(answer.iter().all(| item | item.other.is_empty()));
}
