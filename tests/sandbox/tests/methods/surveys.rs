//! Survey links, codes and participants.

use redcap_sandbox::project::{Participant, Project, Response, ResponseKey, RowKey};
use redcap_sandbox::{Options, Server};

use crate::support::{TOKEN, both, project, text, with};

/// A longitudinal project whose record 1 has a form and a survey in its first event.
const SURVEY: [(&str, &str); 3] =
    [("record", "1"), ("instrument", "contact_info"), ("event", "enrollment_arm_1")];

fn ask(server: &Server, content: &str, fields: &[(&str, &str)]) -> (u16, String) {
    let mut all = vec![("content", content), ("returnFormat", "csv")];
    all.extend(fields);
    both(server, &all)
}

fn code(server: &Server, content: &str, fields: &[(&str, &str)]) -> String {
    let (status, text) = ask(server, content, fields);
    assert_eq!(status, 200, "{text}");
    text
}

fn is_code(text: &str, length: usize) -> bool {
    text.len() == length && text.bytes().all(|sign| sign.is_ascii_uppercase() || sign.is_ascii_digit())
}

#[test]
fn links_and_codes_have_their_shapes_and_stay_the_same() {
    let server = with(project("test_long_project"));
    let slot = server.store.projects().remove(0);
    let before = slot.snapshot().project;
    let link = code(&server, "surveyLink", &SURVEY);
    let hash = link.strip_prefix("http://127.0.0.1:8085/surveys/?s=").expect("a survey page");
    assert!(is_code(hash, 16), "{hash}");
    let queue = code(&server, "surveyQueueLink", &SURVEY[..1]);
    let hash = queue.strip_prefix("http://127.0.0.1:8085/surveys/?sq=").expect("a queue page");
    assert!(is_code(hash, 16), "{hash}");
    assert!(is_code(&code(&server, "surveyReturnCode", &SURVEY), 8));
    assert!(is_code(&code(&server, "surveyAccessCode", &SURVEY), 9));
    assert_eq!(code(&server, "surveyLink", &SURVEY), link);
    let second = code(&server, "surveyLink", &[("record", "2"), SURVEY[1], SURVEY[2]]);
    assert_ne!(second, link);
    assert_eq!(slot.snapshot().project, before, "a read changes nothing");
}

#[test]
fn links_begin_with_the_public_address() {
    for address in ["https://redcapdemo.vumc.org/", "https://redcapdemo.vumc.org"] {
        let options = Options::default().public_url(address);
        let server = Server::new(options).expect("a server");
        server.seed(project("test_long_project"), Some(TOKEN));
        let link = code(&server, "surveyLink", &SURVEY);
        assert!(link.starts_with("https://redcapdemo.vumc.org/surveys/?s="), "{link}");
    }
}

#[test]
fn stored_codes_come_before_made_ones() {
    let mut project = project("test_long_project");
    let event = project.event("enrollment_arm_1").expect("the event").id;
    let key = ResponseKey { event, instrument: "contact_info".into(), instance: 1 };
    let response = Response {
        link: Some("LINKLINKLINKLINK".into()),
        access_code: Some("ACCESSCOD".into()),
        return_code: Some("RETURNCO".into()),
        ..Response::default()
    };
    project.record_mut("1").responses.insert(key, response);
    project.queue_links.insert("1".into(), "QUEUEQUEUEQUEUEQ".into());
    let server = with(project);
    assert!(code(&server, "surveyLink", &SURVEY).ends_with("?s=LINKLINKLINKLINK"));
    assert!(code(&server, "surveyQueueLink", &SURVEY[..1]).ends_with("?sq=QUEUEQUEUEQUEUEQ"));
    assert_eq!(code(&server, "surveyAccessCode", &SURVEY), "ACCESSCOD");
    assert_eq!(code(&server, "surveyReturnCode", &SURVEY), "RETURNCO");
}

#[test]
fn what_is_no_survey_of_a_record_is_refused() {
    let mut loose = project("test_long_project");
    loose.survey_queue.clear();
    let survey = loose.instruments.iter_mut().find_map(|form| form.survey.as_mut()).expect("a survey");
    survey.settings.insert("save_and_return".into(), "0".into());
    let server = with(loose);
    let [record, instrument, event] = SURVEY;
    for (content, fields, message) in [
        ("surveyLink", vec![], "The parameter 'record' is missing"),
        ("surveyLink", vec![record], "The parameter 'instrument' is missing"),
        ("surveyLink", vec![record, instrument], "The parameter 'event' is missing"),
        ("surveyLink", vec![("record", "-1"), instrument, event], "The record \"-1\" does not exist"),
        ("surveyQueueLink", vec![("record", "-1")], "The record \"-1\" does not exist"),
        (
            "surveyLink",
            vec![record, instrument, ("event", "dose_1_arm_1")],
            "The instrument 'contact_info' is not designated for the event 'dose_1_arm_1'",
        ),
        (
            "surveyAccessCode",
            vec![record, ("instrument", "demographics"), event],
            "The instrument 'demographics' is not enabled as a survey",
        ),
        (
            "surveyLink",
            vec![record, ("instrument", "nothing"), event],
            "The instrument \"nothing\" does not exist in the project.",
        ),
        (
            "surveyReturnCode",
            SURVEY.to_vec(),
            "The survey 'contact_info' does not have Save & Return Later enabled",
        ),
        ("surveyQueueLink", vec![record], "The Survey Queue is not enabled in this project"),
        ("participantList", vec![], "The parameter 'instrument' is missing"),
    ] {
        assert_eq!(ask(&server, content, &fields), (400, format!("ERROR: {message}")));
    }
}

/// A project with one participant who answered and one who was invited, beside the records of the file.
fn invited() -> Project {
    let mut project = project("test_long_project");
    let event = project.event("enrollment_arm_1").expect("the event").id;
    let participant = |email: &str, record: Option<&str>, code: &str| Participant {
        instrument: "contact_info".into(),
        event,
        email: email.into(),
        email_occurrence: 1,
        identifier: String::new(),
        record: record.map(str::to_owned),
        invitation_sent: true,
        invitation_send_time: String::new(),
        access_code: code.into(),
        link: format!("{code}{code}"),
    };
    project.participants.push(participant("pat.lee@example.org", Some("1"), "AAAAAAAA"));
    project.participants.push(participant("sam.roe@example.org", None, "BBBBBBBB"));
    let key = ResponseKey { event, instrument: "contact_info".into(), instance: 1 };
    let response = Response { completed: Some("2026-01-02 03:04:05".into()), ..Response::default() };
    project.record_mut("1").responses.insert(key, response);
    project.queue_links.insert("1".into(), "Q1".into());
    project.record_mut("3").touch(RowKey::base(event));
    project
}

#[test]
fn participants_are_listed_in_each_format() {
    let server = with(invited());
    let list = |format| {
        let fields = [("content", "participantList"), SURVEY[1], SURVEY[2], ("format", format)];
        text(&server, &fields)
    };
    let base = "http://127.0.0.1:8085/surveys/";
    let csv = list("csv");
    let lines: Vec<&str> = csv.split('\n').collect();
    assert_eq!(
        lines[..3],
        [
            "email,email_occurrence,identifier,record,invitation_sent_status,invitation_send_time,response_status,\
             survey_access_code,survey_link,survey_queue_link"
                .to_owned(),
            format!("pat.lee@example.org,1,,1,1,,2,AAAAAAAA,{base}?s=AAAAAAAAAAAAAAAA,{base}?sq=Q1"),
            format!("sam.roe@example.org,1,,,1,,0,BBBBBBBB,{base}?s=BBBBBBBBBBBBBBBB,"),
        ]
    );
    // Record 1 answered an invitation, record 2 is not in the event.
    assert_eq!(lines.len(), 4, "{csv}");
    assert!(lines[3].starts_with(",1,,3,0,,0,"), "{csv}");
    let json = list("json");
    assert!(
        json.starts_with(
            "[{\"email\":\"pat.lee@example.org\",\"email_occurrence\":1,\"identifier\":\"\",\"record\":\"1\",\
             \"invitation_sent_status\":1,\"invitation_send_time\":\"\",\"response_status\":2,\
             \"survey_access_code\":\"AAAAAAAA\",\"survey_link\":\"http:\\/\\/127.0.0.1:8085\\/surveys\\/?s=AAAAAAAAAAAAAAAA\""
        ),
        "{json}"
    );
    assert!(list("xml").contains("<email><![CDATA[sam.roe@example.org]]></email>"), "{}", list("xml"));
}

#[test]
fn records_without_an_address_are_listed_with_their_own_links() {
    let mut project = project("test_long_project");
    let event = project.event("enrollment_arm_1").expect("the event").id;
    project.record_mut("3").touch(RowKey::base(event));
    let server = with(project);
    let fields = [("content", "participantList"), SURVEY[1], SURVEY[2], ("format", "json")];
    let rows: serde_json::Value = serde_json::from_str(&text(&server, &fields)).expect("JSON");
    let rows = rows.as_array().expect("a list");
    let names: Vec<&str> = rows.iter().filter_map(|row| row["record"].as_str()).collect();
    assert_eq!(names, ["1", "3"]);
    for row in rows {
        assert_eq!((&row["email"], &row["response_status"]), (&"".into(), &0.into()));
        let record = row["record"].as_str().expect("a name");
        let link = code(&server, "surveyLink", &[("record", record), SURVEY[1], SURVEY[2]]);
        assert_eq!(row["survey_link"], *link);
    }
}
