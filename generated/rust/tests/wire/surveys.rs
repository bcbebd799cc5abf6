// Made by `cargo run generate` from spec/methods/surveys.yaml.
// Do not edit: change the source and run it again.

use redcap::Client;
use crate::mock::Reply;
use crate::{answered, sends};

#[test]
fn export_survey_link() {
    let call = |client: Client| {
        client.export_survey_link("1", "contact").event("enrollment_arm_1").send()
    };
    sends(
        call,
        "content=surveyLink&returnFormat=json&record=1&instrument=contact&event=enrollment_arm_1",
    );
    let answer = answered(
        call,
        Reply::text("https://redcap.example.org/surveys/?s=US9EGZDFEE1EX11K"),
    );
    assert_eq!(answer, "https://redcap.example.org/surveys/?s=US9EGZDFEE1EX11K");
}

#[test]
fn export_survey_participants() {
    let call = |client: Client| {
        client.export_survey_participants("contact").event("enrollment_arm_1").send()
    };
    sends(
        call,
        "content=participantList&format=json&returnFormat=json&instrument=contact&event=enrollment_arm_1",
    );
    let answer = answered(
        call,
        Reply::json(
            "[{\"email\":\"iris@example.org\",\"email_occurrence\":1,\"identifier\":\"Iris Invented\",\"record\":\"1\",\"invitation_sent_status\":1,\"invitation_send_time\":\"\",\"response_status\":2,\"survey_access_code\":\"NYLQYVCJ5\",\"survey_link\":\"https:\\/\\/redcap.example.org\\/surveys\\/?s=US9EGZDFEE1EX11K\",\"survey_queue_link\":\"https:\\/\\/redcap.example.org\\/surveys\\/?sq=1MQXKH2HG4RY898E\"},{\"email\":\"jean@example.org\",\"email_occurrence\":1,\"identifier\":\"Jean Imaginaire\",\"record\":\"2\",\"invitation_sent_status\":1,\"invitation_send_time\":\"\",\"response_status\":2,\"survey_access_code\":\"V3GLQN068\",\"survey_link\":\"https:\\/\\/redcap.example.org\\/surveys\\/?s=Z0ETF2EF3763IQAK\",\"survey_queue_link\":\"https:\\/\\/redcap.example.org\\/surveys\\/?sq=T9YOVYDOE5R8X23X\"},{\"email\":\"mia.nobody@example.org\",\"email_occurrence\":1,\"identifier\":\"\",\"record\":\"\",\"invitation_sent_status\":1,\"invitation_send_time\":\"\",\"response_status\":0,\"survey_access_code\":\"GUMIDFE7S\",\"survey_link\":\"https:\\/\\/redcap.example.org\\/surveys\\/?s=CNIEN16DV11QIE6I\",\"survey_queue_link\":\"\"},{\"email\":\"\",\"email_occurrence\":1,\"identifier\":\"\",\"record\":\"3\",\"invitation_sent_status\":0,\"invitation_send_time\":\"\",\"response_status\":0,\"survey_access_code\":\"8ZYLX3R8R\",\"survey_link\":\"https:\\/\\/redcap.example.org\\/surveys\\/?s=CH6KH8YA489H6NIP\",\"survey_queue_link\":\"https:\\/\\/redcap.example.org\\/surveys\\/?sq=INISZ2NS9WVQFJLM\"}]",
        ),
    );
    assert_eq!(answer.len(), 4);
    assert!(answer.iter().all(| item | item.other.is_empty()));
}

#[test]
fn export_survey_queue_link() {
    let call = |client: Client| client.export_survey_queue_link("1").send();
    sends(call, "content=surveyQueueLink&returnFormat=json&record=1");
    let answer = answered(
        call,
        Reply::text("https://redcap.example.org/surveys/?sq=1MQXKH2HG4RY898E"),
    );
    assert_eq!(answer, "https://redcap.example.org/surveys/?sq=1MQXKH2HG4RY898E");
}

#[test]
fn export_survey_return_code() {
    let call = |client: Client| {
        client.export_survey_return_code("1", "contact").event("enrollment_arm_1").send()
    };
    sends(
        call,
        "content=surveyReturnCode&returnFormat=json&record=1&instrument=contact&event=enrollment_arm_1",
    );
    let answer = answered(call, Reply::text("GLU35JIX"));
    assert_eq!(answer, "GLU35JIX");
}

#[test]
fn export_survey_access_code() {
    let call = |client: Client| {
        client.export_survey_access_code("1", "contact").event("enrollment_arm_1").send()
    };
    sends(
        call,
        "content=surveyAccessCode&returnFormat=json&record=1&instrument=contact&event=enrollment_arm_1",
    );
    let answer = answered(call, Reply::text("NYLQYVCJ5"));
    assert_eq!(answer, "NYLQYVCJ5");
}
