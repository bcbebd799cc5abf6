//! Calls of the Data Entry Trigger.

use std::collections::BTreeSet;

use proptest::prelude::*;
use redcap::runtime::ErrorKind;
use redcap::trigger::{DataEntryTrigger, FormStatus};

/// The description of the API, from which the names of the fields come.
const SPEC: &str = include_str!("../../../../spec/trigger.yaml");

const WHOLE: &str = "project_id=42&username=jdoe&instrument=visit&record=1001+%C3%A9\
    &redcap_event_name=visit_1_arm_1&redcap_data_access_group=north_clinic&visit_complete=2\
    &redcap_repeat_instance=3&redcap_repeat_instrument=visit\
    &redcap_url=https%3A%2F%2Fredcap.example.org%2F\
    &project_url=https%3A%2F%2Fredcap.example.org%2Fredcap_v16.1.3%2Findex.php%3Fpid%3D42";

fn problem(body: &str) -> String {
    let error = DataEntryTrigger::parse(body).expect_err("a refusal");
    assert_eq!(error.kind(), ErrorKind::Decode);
    assert!(!format!("{error} {error:?}").contains("Roe"));
    error.to_string()
}

#[test]
fn a_whole_call_is_read() {
    let call = DataEntryTrigger::parse(WHOLE).expect("a call");
    assert_eq!((call.project_id, call.record.as_str(), call.instrument.as_str()), (42, "1001 é", "visit"));
    assert_eq!(call.status, Some(FormStatus::Complete));
    assert_eq!(call.username.as_deref(), Some("jdoe"));
    assert_eq!(call.redcap_event_name.as_deref(), Some("visit_1_arm_1"));
    assert_eq!(call.redcap_data_access_group.as_deref(), Some("north_clinic"));
    assert_eq!(call.redcap_repeat_instrument.as_deref(), Some("visit"));
    assert_eq!(call.redcap_repeat_instance, Some(3));
    assert_eq!(call.redcap_url.as_deref(), Some("https://redcap.example.org/"));
    let project = "https://redcap.example.org/redcap_v16.1.3/index.php?pid=42";
    assert_eq!(call.project_url.as_deref(), Some(project));
    assert!(call.other.is_empty());
    let shown = format!("{call:?}");
    assert!(!shown.contains("1001") && !shown.contains("jdoe"), "{shown}");
}

#[test]
fn the_fields_are_those_of_the_description() {
    let described = SPEC.split("\n    since:").next().expect("a callback").lines();
    let names = described.filter_map(|line| line.trim().strip_prefix("- name: "));
    let described: BTreeSet<_> = names.map(|name| name.replace("<instrument>", "visit")).collect();
    let sent = WHOLE.split('&').filter_map(|field| Some(field.split_once('=')?.0.to_owned()));
    assert_eq!(sent.collect::<BTreeSet<_>>(), described);
}

#[test]
fn old_versions_send_less_and_new_ones_more() {
    let call =
        DataEntryTrigger::parse("record=007&instrument=a&project_id=1&redcap_event_name=&future=x&a=1");
    let call = call.expect("a call");
    assert_eq!((call.record.as_str(), &call.status, &call.username), ("007", &None, &None));
    assert_eq!(call.redcap_event_name, None);
    assert_eq!(
        call.other.iter().collect::<Vec<_>>(),
        [(&"a".into(), &"1".into()), (&"future".into(), &"x".into())]
    );
    for (code, status) in [
        ("0", FormStatus::Incomplete),
        ("1", FormStatus::Unverified),
        ("2", FormStatus::Complete),
        ("3", FormStatus::Other("3".to_owned())),
    ] {
        let body = format!("b_complete=9&a_complete={code}&project_id=1&record=1&instrument=a");
        assert_eq!(DataEntryTrigger::parse(body).expect("a call").status, Some(status));
    }
}

#[test]
fn what_is_no_call_is_refused() {
    for (body, reason) in [
        ("", "`instrument` is missing"),
        ("Roe", "`instrument` is missing"),
        ("project_id=1&instrument=a", "`record` is missing"),
        ("project_id=1&instrument=a&record=", "`record` is missing"),
        ("instrument=a&record=1", "`project_id` is missing"),
        ("project_id=Roe&instrument=a&record=1", "`project_id` is not a whole number"),
        ("project_id=-1&instrument=a&record=1", "`project_id` is not a whole number"),
        ("project_id=1&instrument=a&record=1&record=Roe", "occurs twice"),
        ("project_id=1&instrument=a&record=1&redcap_repeat_instance=Roe", "`redcap_repeat_instance` is not"),
    ] {
        assert!(problem(body).contains(reason), "{body}");
    }
}

proptest! {
    #[test]
    fn no_bytes_cause_a_panic(body: Vec<u8>) {
        let _ = DataEntryTrigger::parse(body);
    }

    #[test]
    fn record_names_come_back(record in "(?s).+") {
        let encoded = url::form_urlencoded::Serializer::new(String::new())
            .append_pair("project_id", "1")
            .append_pair("instrument", "visit")
            .append_pair("record", &record)
            .finish();
        prop_assert_eq!(DataEntryTrigger::parse(encoded).expect("a call").record, record);
    }
}
