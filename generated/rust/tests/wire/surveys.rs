// Made by `cargo run generate` from spec/methods/surveys.yaml.
// Do not edit: change the source and run it again.

use crate::mock::{Mock, Reply};
use crate::{TOKEN, client};

#[tokio::test]
async fn export_survey_link_sends_its_example() {
    let mock = Mock::start(vec![Reply::text("")]);
    let client = client(&mock);
    let _ = client
        .export_survey_link("1001", "contact_info")
        .event("enrollment_arm_1")
        .send()
        .await;
    assert_eq!(
        mock.request().text(), format!("token={TOKEN}&{}",
        "content=surveyLink&returnFormat=json&record=1001&instrument=contact_info&event=enrollment_arm_1")
    );
}

#[tokio::test]
async fn export_survey_link_reads_its_answer() {
    let mock = Mock::start(
        vec![
            Reply::new(200u16, "text/html; charset=UTF-8",
            "https://redcap.example.org/surveys/?s=K7RM3XPW9CYNAHTD")
        ],
    );
    let client = client(&mock);
    let answer = client
        .export_survey_link("1001", "contact_info")
        .event("enrollment_arm_1")
        .send()
        .await
        .unwrap();
    assert_eq!(answer, "https://redcap.example.org/surveys/?s=K7RM3XPW9CYNAHTD");
}

#[tokio::test]
async fn export_survey_participants_sends_its_example() {
    let mock = Mock::start(vec![Reply::text("")]);
    let client = client(&mock);
    let _ = client
        .export_survey_participants("contact_info")
        .event("enrollment_arm_1")
        .send()
        .await;
    assert_eq!(
        mock.request().text(), format!("token={TOKEN}&{}",
        "content=participantList&format=json&returnFormat=json&instrument=contact_info&event=enrollment_arm_1")
    );
}

#[tokio::test]
async fn export_survey_participants_reads_its_answer() {
    let mock = Mock::start(
        vec![
            Reply::new(200u16, "application/json; charset=utf-8",
            "[{\"email\":\"pat.lee@example.org\",\"email_occurrence\":1,\"identifier\":\"Pat Lee\",\"record\":\"1001\",\"invitation_sent_status\":1,\"invitation_send_time\":\"\",\"response_status\":2,\"survey_access_code\":\"P7WXT4NHK\",\"survey_link\":\"https:\\/\\/redcap.example.org\\/surveys\\/?s=K7RM3XPW9CYNAHTD\"}]")
        ],
    );
    let client = client(&mock);
    let answer = client
        .export_survey_participants("contact_info")
        .event("enrollment_arm_1")
        .send()
        .await
        .unwrap();
    assert_eq!(answer.len(), 1usize);
    assert!(answer.iter().all(| item | item.other.is_empty()));
}

#[tokio::test]
async fn export_survey_queue_link_sends_its_example() {
    let mock = Mock::start(vec![Reply::text("")]);
    let client = client(&mock);
    let _ = client.export_survey_queue_link("1001").send().await;
    assert_eq!(
        mock.request().text(), format!("token={TOKEN}&{}",
        "content=surveyQueueLink&returnFormat=json&record=1001")
    );
}

#[tokio::test]
async fn export_survey_queue_link_reads_its_answer() {
    let mock = Mock::start(
        vec![
            Reply::new(200u16, "text/html; charset=UTF-8",
            "https://redcap.example.org/surveys/?sq=R4TXW8KMPAHN7YCE")
        ],
    );
    let client = client(&mock);
    let answer = client.export_survey_queue_link("1001").send().await.unwrap();
    assert_eq!(answer, "https://redcap.example.org/surveys/?sq=R4TXW8KMPAHN7YCE");
}

#[tokio::test]
async fn export_survey_return_code_sends_its_example() {
    let mock = Mock::start(vec![Reply::text("")]);
    let client = client(&mock);
    let _ = client
        .export_survey_return_code("1001", "contact_info")
        .event("enrollment_arm_1")
        .send()
        .await;
    assert_eq!(
        mock.request().text(), format!("token={TOKEN}&{}",
        "content=surveyReturnCode&returnFormat=json&record=1001&instrument=contact_info&event=enrollment_arm_1")
    );
}

#[tokio::test]
async fn export_survey_return_code_reads_its_answer() {
    let mock = Mock::start(
        vec![Reply::new(200u16, "text/html; charset=UTF-8", "HK4T7NWX")],
    );
    let client = client(&mock);
    let answer = client
        .export_survey_return_code("1001", "contact_info")
        .event("enrollment_arm_1")
        .send()
        .await
        .unwrap();
    assert_eq!(answer, "HK4T7NWX");
}

#[tokio::test]
async fn export_survey_access_code_sends_its_example() {
    let mock = Mock::start(vec![Reply::text("")]);
    let client = client(&mock);
    let _ = client
        .export_survey_access_code("1001", "contact_info")
        .event("enrollment_arm_1")
        .send()
        .await;
    assert_eq!(
        mock.request().text(), format!("token={TOKEN}&{}",
        "content=surveyAccessCode&returnFormat=json&record=1001&instrument=contact_info&event=enrollment_arm_1")
    );
}

#[tokio::test]
async fn export_survey_access_code_reads_its_answer() {
    let mock = Mock::start(
        vec![Reply::new(200u16, "text/html; charset=UTF-8", "P7WXT4NHK")],
    );
    let client = client(&mock);
    let answer = client
        .export_survey_access_code("1001", "contact_info")
        .event("enrollment_arm_1")
        .send()
        .await
        .unwrap();
    assert_eq!(answer, "P7WXT4NHK");
}
