// Made by `cargo run generate` from spec/methods/surveys.yaml.
// Do not edit: change the source and run it again.

use redcap::Client;
use crate::mock::Reply;
use crate::{answered, sends};

#[test]
fn export_survey_link() {
    let call = |client: Client| {
        client
            .export_survey_link("1001", "contact_info")
            .event("enrollment_arm_1")
            .send()
    };
    sends(
        call,
        "content=surveyLink&returnFormat=json&record=1001&instrument=contact_info&event=enrollment_arm_1",
    );
    let answer = answered(
        call,
        Reply::text("https://redcap.example.org/surveys/?s=K7RM3XPW9CYNAHTD"),
    );
    assert_eq!(answer, "https://redcap.example.org/surveys/?s=K7RM3XPW9CYNAHTD");
}

#[test]
fn export_survey_participants() {
    let call = |client: Client| {
        client
            .export_survey_participants("contact_info")
            .event("enrollment_arm_1")
            .send()
    };
    sends(
        call,
        "content=participantList&format=json&returnFormat=json&instrument=contact_info&event=enrollment_arm_1",
    );
    let answer = answered(
        call,
        Reply::json(
            "[{\"email\":\"pat.lee@example.org\",\"email_occurrence\":1,\"identifier\":\"Pat Lee\",\"record\":\"1001\",\"invitation_sent_status\":1,\"invitation_send_time\":\"\",\"response_status\":2,\"survey_access_code\":\"P7WXT4NHK\",\"survey_link\":\"https:\\/\\/redcap.example.org\\/surveys\\/?s=K7RM3XPW9CYNAHTD\"}]",
        ),
    );
    assert_eq!(answer.len(), 1);
    assert!(answer.iter().all(| item | item.other.is_empty()));
}

#[test]
fn export_survey_queue_link() {
    let call = |client: Client| client.export_survey_queue_link("1001").send();
    sends(call, "content=surveyQueueLink&returnFormat=json&record=1001");
    let answer = answered(
        call,
        Reply::text("https://redcap.example.org/surveys/?sq=R4TXW8KMPAHN7YCE"),
    );
    assert_eq!(answer, "https://redcap.example.org/surveys/?sq=R4TXW8KMPAHN7YCE");
}

#[test]
fn export_survey_return_code() {
    let call = |client: Client| {
        client
            .export_survey_return_code("1001", "contact_info")
            .event("enrollment_arm_1")
            .send()
    };
    sends(
        call,
        "content=surveyReturnCode&returnFormat=json&record=1001&instrument=contact_info&event=enrollment_arm_1",
    );
    let answer = answered(call, Reply::text("HK4T7NWX"));
    assert_eq!(answer, "HK4T7NWX");
}

#[test]
fn export_survey_access_code() {
    let call = |client: Client| {
        client
            .export_survey_access_code("1001", "contact_info")
            .event("enrollment_arm_1")
            .send()
    };
    sends(
        call,
        "content=surveyAccessCode&returnFormat=json&record=1001&instrument=contact_info&event=enrollment_arm_1",
    );
    let answer = answered(call, Reply::text("P7WXT4NHK"));
    assert_eq!(answer, "P7WXT4NHK");
}
