// Made by `cargo run generate` from spec/methods/repeating.yaml.
// Do not edit: change the source and run it again.

use redcap::Client;
use crate::mock::Reply;
use crate::{answered, sends};

#[test]
fn export_repeating_instruments_events() {
    let call = |client: Client| client.export_repeating_instruments_events().send();
    sends(call, "content=repeatingFormsEvents&format=json&returnFormat=json");
    let answer = answered(
        call,
        Reply::json(
            "[{\"event_name\":\"week_1_arm_1\",\"form_name\":\"diary\",\"custom_form_label\":\"[diary_day]\"},{\"event_name\":\"week_1_arm_1\",\"form_name\":\"adverse_event\",\"custom_form_label\":\"[ae_term]\"},{\"event_name\":\"week_4_arm_1\",\"form_name\":\"diary\",\"custom_form_label\":\"[diary_day]\"},{\"event_name\":\"unscheduled_arm_1\",\"form_name\":\"\",\"custom_form_label\":\"\"}]",
        ),
    );
    assert_eq!(answer.len(), 4);
    assert!(answer.iter().all(| item | item.other.is_empty()));
}

#[test]
fn import_repeating_instruments_events() {
    let call = |client: Client| {
        client
            .import_repeating_instruments_events([
                redcap::repeating::RepeatingSetup::new("diary")
                    .event_name("week_1_arm_1")
                    .custom_form_label("[diary_day]"),
                redcap::repeating::RepeatingSetup::new("adverse_event")
                    .event_name("week_1_arm_1")
                    .custom_form_label("[ae_term]"),
                redcap::repeating::RepeatingSetup::new("visit")
                    .event_name("week_4_arm_1")
                    .custom_form_label(""),
            ])
            .send()
    };
    sends(
        call,
        "content=repeatingFormsEvents&format=json&returnFormat=json&data=%5B%7B%22event_name%22%3A%22week_1_arm_1%22%2C%22form_name%22%3A%22diary%22%2C%22custom_form_label%22%3A%22%5Bdiary_day%5D%22%7D%2C%7B%22event_name%22%3A%22week_1_arm_1%22%2C%22form_name%22%3A%22adverse_event%22%2C%22custom_form_label%22%3A%22%5Bae_term%5D%22%7D%2C%7B%22event_name%22%3A%22week_4_arm_1%22%2C%22form_name%22%3A%22visit%22%2C%22custom_form_label%22%3A%22%22%7D%5D",
    );
    let answer = answered(call, Reply::text("3"));
    assert_eq!(answer, 3);
}
