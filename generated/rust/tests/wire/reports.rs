// Made by `cargo run generate` from spec/methods/reports.yaml.
// Do not edit: change the source and run it again.

use redcap::Client;
use crate::mock::Reply;
use crate::{answered, sends};

#[test]
fn export_reports() {
    let call = |client: Client| client.export_reports(2021).send();
    sends(call, "content=report&format=json&returnFormat=json&report_id=2021");
    let answer = answered(
        call,
        Reply::json(
            "[{\"record_id\":\"2\",\"redcap_event_name\":\"week_1_arm_1\",\"redcap_repeat_instrument\":\"\",\"redcap_repeat_instance\":\"\",\"score\":\"61\",\"change\":\"60\"},{\"record_id\":\"1\",\"redcap_event_name\":\"week_1_arm_1\",\"redcap_repeat_instrument\":\"\",\"redcap_repeat_instance\":\"\",\"score\":\"54\",\"change\":\"52\"},{\"record_id\":\"4\",\"redcap_event_name\":\"week_1_arm_2\",\"redcap_repeat_instrument\":\"\",\"redcap_repeat_instance\":\"\",\"score\":\"47\",\"change\":\"46\"}]",
        ),
    );
    assert_eq!(answer.len(), 3);
    assert_eq!(answer[0].get("record_id"), Some("2"));
    assert_eq!(answer[0].get("redcap_event_name"), Some("week_1_arm_1"));
    assert_eq!(answer[0].get("redcap_repeat_instrument"), Some(""));
    assert_eq!(answer[0].get("redcap_repeat_instance"), Some(""));
    assert_eq!(answer[0].get("score"), Some("61"));
    assert_eq!(answer[0].get("change"), Some("60"));
    assert_eq!(answer[1].get("record_id"), Some("1"));
    assert_eq!(answer[1].get("redcap_event_name"), Some("week_1_arm_1"));
    assert_eq!(answer[1].get("redcap_repeat_instrument"), Some(""));
    assert_eq!(answer[1].get("redcap_repeat_instance"), Some(""));
    assert_eq!(answer[1].get("score"), Some("54"));
    assert_eq!(answer[1].get("change"), Some("52"));
    assert_eq!(answer[2].get("record_id"), Some("4"));
    assert_eq!(answer[2].get("redcap_event_name"), Some("week_1_arm_2"));
    assert_eq!(answer[2].get("redcap_repeat_instrument"), Some(""));
    assert_eq!(answer[2].get("redcap_repeat_instance"), Some(""));
    assert_eq!(answer[2].get("score"), Some("47"));
    assert_eq!(answer[2].get("change"), Some("46"));
}
