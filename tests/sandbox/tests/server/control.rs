//! The control surface.

use redcap_sandbox::{Options, Sandbox};
use serde_json::{Value, json};

use crate::support::{TOKEN, fixture, project};
use crate::wire::{IMPORT, VERSION, classic, post, request, was_imported};

/// Sends a request to the control surface.
fn control(sandbox: &Sandbox, line: &str, body: &str) -> (u16, Value) {
    let (method, path) = line.split_once(' ').expect("method and path");
    let heard = request(sandbox.address(), &format!("{method} /_sandbox/{path}"), &[], body);
    let json = serde_json::from_slice(&heard.body).unwrap_or_else(|error| panic!("{error}: {heard:?}"));
    assert_eq!(heard.header("content-type"), Some("application/json; charset=utf-8"));
    assert_eq!(heard.header("access-control-allow-origin"), None);
    (heard.status(), json)
}

fn ok(sandbox: &Sandbox, line: &str, body: &str) -> Value {
    let (status, json) = control(sandbox, line, body);
    assert_eq!(status, 200, "{json}");
    json
}

fn refused(sandbox: &Sandbox, line: &str, body: &str) -> String {
    let (status, json) = control(sandbox, line, body);
    assert!((400..500).contains(&status), "{status} {json}");
    assert!(json["help"].as_str().is_some_and(|help| !help.is_empty()));
    json["error"].as_str().expect("an error").to_owned()
}

#[test]
fn only_this_machine_gets_through() {
    let sandbox = classic(Options::default());
    let get = |headers: &[(&str, &str)]| {
        let mut text = String::from("GET /_sandbox/projects HTTP/1.1\r\nconnection: close\r\n");
        for (name, value) in headers {
            text.push_str(&format!("{name}: {value}\r\n"));
        }
        crate::wire::send(sandbox.address(), format!("{text}\r\n").as_bytes()).status()
    };
    for host in ["127.0.0.1", "localhost:8085", "[::1]:8085", "LOCALHOST"] {
        assert_eq!(get(&[("host", host)]), 200, "{host}");
    }
    for host in
        ["redcap.example.org", "127.0.0.1.example.org", "localhost.example.org:80", "192.168.0.1", "", "::"]
    {
        assert_eq!(get(&[("host", host)]), 403, "{host}");
    }
    assert_eq!(get(&[("host", "localhost"), ("origin", "https://evil.example")]), 403);
    assert_eq!(get(&[("host", "localhost"), ("origin", "null")]), 403);
    assert_eq!(get(&[("host", "localhost"), ("origin", "http://localhost:3000")]), 200);
    assert_eq!(get(&[("host", "localhost"), ("sec-fetch-site", "cross-site")]), 403);
}

#[test]
fn the_first_page_lists_the_others() {
    let sandbox = classic(Options::default());
    let page = ok(&sandbox, "GET ", "");
    assert_eq!(page["api"], sandbox.url());
    let paths = page["paths"].as_object().expect("paths");
    assert!(paths.len() >= 10);
    for path in paths.keys() {
        // Each is there: what is not is a 404.
        let heard = request(sandbox.address(), &format!("PATCH {path}"), &[], "");
        assert_eq!(heard.status(), 405, "{path}");
    }
    assert!(refused(&sandbox, "GET nope", "").contains("no such path"));
}

#[test]
fn projects_are_listed_seeded_and_reset() {
    let sandbox = classic(Options::default());
    let seeded = ok(&sandbox, "POST seed?token=CAFE&title=Other", &fixture("test_simple_project"));
    assert_eq!(seeded, json!({"project": 2, "token": "CAFE"}));
    let dictionary = "field_name,form_name,field_type,field_label\nid,f,text,Id\n";
    let third = ok(&sandbox, "POST seed", dictionary);
    let token = third["token"].as_str().expect("a token");
    assert!(token.len() == 32 && token.bytes().all(|byte| byte.is_ascii_hexdigit()), "{token}");
    post(&sandbox, &[], IMPORT);
    assert_eq!(ok(&sandbox, "POST reset", ""), json!({"projects": 3}));
    let listed = ok(&sandbox, "GET projects", "");
    assert_eq!(
        listed[0],
        json!({"project": 1, "title": "PyCap Test Simple Project", "records": 3, "users": ["sandbox_owner"]})
    );
    assert_eq!((&listed[1]["title"], &listed[2]["title"]), (&json!("Other"), &json!("Project")));
    assert!(!listed.to_string().contains(TOKEN));
}

#[test]
fn what_cannot_be_seeded_is_explained_with_its_place() {
    let sandbox = classic(Options::default());
    assert_eq!(refused(&sandbox, "POST seed", ""), "1:1: the file is empty");
    assert!(refused(&sandbox, "POST seed", "<ODM>\n <Study>\n</ODM>").starts_with("3:"));
    let broken = refused(
        &sandbox,
        "POST seed",
        "field_name,form_name,field_type,field_label\nid,f,text,Id\nx,f,wrong,X\n,f,text,Y\n",
    );
    assert_eq!(broken.lines().map(|line| &line[..4]).collect::<Vec<_>>(), ["3:4:", "4:1:"], "{broken}");
    assert_eq!(
        refused(
            &sandbox,
            &format!("POST seed?token={TOKEN}"),
            "field_name,form_name,field_type,field_label\nid,f,text,Id\n"
        ),
        "this token is in use"
    );
    assert!(refused(&sandbox, "POST seed?tilte=x", "").contains("`tilte` is not known"));
}

#[test]
fn a_project_is_emptied_by_token_or_number_and_either_method() {
    let sandbox = classic(Options::default());
    let slot = sandbox.server().store.project(1).expect("the project");
    let lines = [
        format!("GET empty?token={TOKEN}"),
        "POST empty?project=1".into(),
        "POST empty".into(),
        "POST empty".into(),
    ];
    let bodies = ["", "", "{\"project\": 1}", "project=1"];
    for (line, body) in lines.iter().zip(bodies) {
        post(&sandbox, &[], IMPORT);
        let before = slot.snapshot();
        assert!(!before.project.records.is_empty() && !before.log.is_empty());
        let answer = ok(&sandbox, line, body);
        assert_eq!(answer["removed_records"], before.project.records.len());
        let after = slot.snapshot();
        assert_eq!((after.project.records.len(), after.project.documents.len(), after.log.len()), (0, 0, 0));
        assert_eq!(after.project.fields, before.project.fields);
    }
    assert_eq!(refused(&sandbox, "GET empty", ""), "which project?");
    assert_eq!(refused(&sandbox, "GET empty?project=7", ""), "there is no project 7");
    assert_eq!(refused(&sandbox, "GET empty?project=x", ""), "`x` is no number");
    assert_eq!(refused(&sandbox, "GET empty?token=x", ""), "this token opens no project");
    assert!(refused(&sandbox, "GET empty?tokn=x", "").contains("unknown field `tokn`"));
}

#[test]
fn the_clock_is_set_told_and_freed() {
    let sandbox = classic(Options::default());
    assert_eq!(
        ok(&sandbox, "POST clock", "{\"time\":\"2020-02-29 12:00:00\"}"),
        json!({"time": "2020-02-29 12:00:00"})
    );
    assert!(ok(&sandbox, "GET clock", "")["time"].as_str().expect("a time").starts_with("2020-02-29 12:0"));
    assert!(refused(&sandbox, "POST clock", "time=2021-02-29").contains("`time` cannot be read"));
    assert!(!ok(&sandbox, "DELETE clock", "")["time"].as_str().expect("a time").starts_with("2020"));
}

#[test]
fn faults_are_armed_listed_and_removed() {
    let sandbox = classic(Options::default());
    let armed = json!({"number": 1, "fault": "503-before,times=2", "played": 0});
    assert_eq!(ok(&sandbox, "POST faults", "fault=503,times=2"), armed);
    ok(&sandbox, "POST faults", "{\"fault\": \"empty\"}");
    assert_eq!(post(&sandbox, &[], VERSION).status(), 503);
    assert_eq!(
        ok(&sandbox, "GET faults", "")[0],
        json!({"number": 1, "fault": "503-before,times=1", "played": 1})
    );
    assert_eq!(ok(&sandbox, "DELETE faults?number=1", "").as_array().map(Vec::len), Some(1));
    assert!(refused(&sandbox, "DELETE faults?number=1", "").contains("no fault 1 is armed"));
    assert_eq!(ok(&sandbox, "DELETE faults", ""), json!([]));
    assert!(refused(&sandbox, "POST faults", "fault=504,time=1").contains("did you mean `times`?"));
    assert!(refused(&sandbox, "POST faults", "{\"fault\": 1").contains("no JSON object"));
}

#[test]
fn the_journal_is_read_and_cleared() {
    let sandbox = classic(Options::default());
    post(&sandbox, &[], VERSION);
    let journal = ok(&sandbox, "GET journal", "");
    assert_eq!(journal[0]["method"], "export_redcap_version");
    assert_eq!(journal.as_array().map(Vec::len), Some(1));
    assert_eq!(ok(&sandbox, "DELETE journal", ""), json!([]));
}

#[test]
fn a_user_is_added_with_rights_and_changed() {
    let sandbox = classic(Options::default());
    let body =
        json!({"project": 1, "username": "kim", "rights": {"api_export": 1}, "expiration": "2030-01-01"});
    let added = ok(&sandbox, "POST users", &body.to_string());
    let token = added["token"].as_str().expect("a token").to_owned();
    let import = |token: &str| {
        let media = [("content-type", "application/x-www-form-urlencoded")];
        request(sandbox.address(), "POST /api/", &media, &format!("token={token}&{IMPORT}")).status()
    };
    assert_eq!(import(&token), 403);
    let again = ok(
        &sandbox,
        "POST users",
        &json!({"project": 1, "username": "kim", "rights": {"api_export": 1, "api_import": 1, "record_create": 1}}).to_string(),
    );
    assert_eq!(again["token"], token.as_str());
    assert_eq!(import(&token), 200);
    assert!(was_imported(&sandbox));
    ok(&sandbox, "POST users", "project=1&username=kim&expiration=2001-01-01");
    assert_eq!(import(&token), 403);
    let user = |more: &str| refused(&sandbox, "POST users", &format!("project=1&username=kim&{more}"));
    assert_eq!(user("dag=nope"), "the project has no group `nope`");
    assert_eq!(user("role=nope"), "the project has no role `nope`");
    assert_eq!(user("expiration=soon"), "`soon` is no date");
    assert_eq!(refused(&sandbox, "POST users", "project=1&username="), "`username` is blank");
}

#[test]
fn a_survey_response_is_marked() {
    let sandbox = Sandbox::start_blocking(Options::default()).expect("a free port");
    sandbox.server().seed(project("test_long_project"), Some(TOKEN));
    let snapshot = || sandbox.server().store.project(1).expect("the project").snapshot().project;
    let start = snapshot();
    let event =
        start.events.iter().find(|event| start.is_designated(event.id, "contact_info")).expect("an event");
    let mark = |state: &str| {
        json!({"token": TOKEN, "record": "1", "instrument": "contact_info", "event": event.unique_name, "state": state,
               "time": "2025-05-05 05:05:05"}).to_string()
    };
    let shown = || {
        let record = snapshot();
        let record = record.record("1").expect("the record").clone();
        let found = record
            .responses
            .iter()
            .find(|(key, _)| key.event == event.id && key.instrument == "contact_info");
        found.map(|(_, response)| response.timestamp().to_owned())
    };
    for (state, timestamp) in
        [("completed", "2025-05-05 05:05:05"), ("started", "[not completed]"), ("not_started", "")]
    {
        ok(&sandbox, "POST survey", &mark(state));
        assert_eq!(shown().as_deref(), Some(timestamp));
    }
    assert!(refused(&sandbox, "POST survey", &mark("done")).contains("unknown variant"));
    let other = |name: &str, value: &str| {
        let mut body: Value = serde_json::from_str(&mark("started")).expect("JSON");
        body[name] = json!(value);
        refused(&sandbox, "POST survey", &body.to_string())
    };
    assert_eq!(other("record", "77"), "there is no such record");
    assert_eq!(other("instrument", "nope"), "the project has no instrument `nope`");
    assert_eq!(other("event", "nope"), "the project has no event `nope`");
    assert_eq!(other("time", "now"), "`now` is no time");
}

#[test]
fn randomization_is_set_up() {
    let sandbox = classic(Options::default());
    let body = json!({"project": 1, "target_field": "sex", "strata": [{"field": "race"}],
                      "allocations": [{"target": "0", "strata": ["1"]}, {"target": "1", "strata": ["2"]}]});
    let id = ok(&sandbox, "POST randomization", &body.to_string())["randomization"].as_u64();
    let project = sandbox.server().store.project(1).expect("the project").snapshot().project;
    let model = &project.randomizations[0];
    assert_eq!((Some(model.id), model.target_field.as_str()), (id, "sex"));
    assert_eq!((model.allocations.len(), model.allocations[1].target.as_str()), (2, "1"));
    assert!(project.settings.randomization_enabled);
    let wrong = json!({"project": 1, "target_field": "nope", "allocations": []});
    assert_eq!(
        refused(&sandbox, "POST randomization", &wrong.to_string()),
        "the project has no field `nope`"
    );
    let wrong =
        json!({"project": 1, "target_field": "sex", "allocations": [{"target": "0", "strata": ["1"]}]});
    assert_eq!(
        refused(&sandbox, "POST randomization", &wrong.to_string()),
        "allocation 1 has 1 values for 0 strata"
    );
}
