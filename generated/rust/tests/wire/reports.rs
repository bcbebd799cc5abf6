// Made by `cargo run generate` from spec/methods/reports.yaml.
// Do not edit: change the source and run it again.

use redcap::Client;
use crate::mock::Reply;
use crate::{answered, sends};

#[test]
fn export_reports() {
    let call = |client: Client| client.export_reports(42).send();
    sends(call, "content=report&format=json&returnFormat=json&report_id=42");
    let answer = answered(
        call,
        Reply::json(
            "[{\"record_id\":\"1\",\"age\":\"42\",\"sex\":\"2\"},{\"record_id\":\"2\",\"age\":\"37\",\"sex\":\"1\"}]",
        ),
    );
    assert_eq!(answer.len(), 2);
    assert_eq!(answer[0].get("record_id"), Some("1"));
    assert_eq!(answer[0].get("age"), Some("42"));
    assert_eq!(answer[0].get("sex"), Some("2"));
    assert_eq!(answer[1].get("record_id"), Some("2"));
    assert_eq!(answer[1].get("age"), Some("37"));
    assert_eq!(answer[1].get("sex"), Some("1"));
}
