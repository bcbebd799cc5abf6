//! The demo projects are whole, and every method has something to show on them.

mod support;

use std::collections::BTreeSet;
use std::sync::Arc;

use redcap_sandbox::odm::{ReadOptions, WriteOptions, carried, read, write};
use redcap_sandbox::project::{Field, FieldType, Project};
use redcap_sandbox::{Options, Server, demo, dictionary};

use support::ask_as;

fn server() -> Arc<Server> {
    let server = Server::new(Options::default()).expect("a server");
    server.clock.set(Some("2026-02-03 04:05:06")).expect("a time");
    for demo in demo::projects() {
        server.seed_demo(demo);
    }
    Arc::new(server)
}

fn token_of(username: &str) -> &'static str {
    let all = demo::projects();
    let user = all.iter().flat_map(|demo| &demo.users).find(|user| user.username == username);
    user.expect("the user is there").token
}

#[test]
fn the_projects_pass_the_check_of_dictionaries_and_survive_project_xml() {
    for demo in demo::projects() {
        let project = demo.project;
        let fields: Vec<Field> = project.fields.values().cloned().collect();
        assert_eq!(dictionary::check(&fields), [], "{}", project.title);
        let options = WriteOptions {
            now: "2026-02-03 04:05:06".into(),
            version: "16.0.0".into(),
            dags: true,
            survey_fields: true,
            files: true,
            ..WriteOptions::default()
        };
        let text = write(&project, &options);
        let options = ReadOptions { survey_fields: true, calculated_values: true, ..ReadOptions::default() };
        let back = read(&text, &options).expect("the file is read");
        assert_eq!(carried(&back), carried(&project), "{}", project.title);
    }
}

#[test]
fn the_classic_project_has_every_type_of_field_and_the_usual_validations() {
    let project: Project = demo::projects().remove(0).project;
    let kinds: BTreeSet<FieldType> = project.fields.values().map(|field| field.kind).collect();
    assert_eq!(kinds, FieldType::ALL.into_iter().collect());
    let validations: BTreeSet<&str> =
        project.fields.values().map(|field| field.validation.as_str()).collect();
    for one in [
        "date_ymd",
        "date_dmy",
        "datetime_ymd",
        "datetime_seconds_ymd",
        "time",
        "email",
        "integer",
        "number",
        "number_1dp",
        "phone",
        "zipcode",
        "signature",
        "autocomplete",
    ] {
        assert!(validations.contains(one), "{one}");
    }
}

#[test]
fn every_token_is_its_own_and_opens_what_it_should() {
    let server = server();
    let mut tokens = BTreeSet::new();
    for demo in demo::projects() {
        let own = [(demo.token, "sandbox_owner")];
        for (token, name) in own.into_iter().chain(demo.users.iter().map(|user| (user.token, user.username)))
        {
            assert!(token.len() == 32 && token.starts_with("DEADC0DEDEADC0DEDEADC0DE"), "{token}");
            assert!(tokens.insert(token), "{token} is there twice");
            let answer = ask_as(&server, token, &[("content", "version"), ("format", "json")]);
            let dead = answer.text().contains("You do not have permissions to use the API");
            assert_eq!(dead, name == "eva_expired", "{name}: {}", answer.text());
        }
    }
}

#[test]
fn the_users_show_what_they_are_for() {
    let server = server();
    let records = |name: &str| {
        let fields = [("content", "record"), ("format", "json"), ("type", "flat"), ("returnFormat", "json")];
        ask_as(&server, token_of(name), &fields)
    };
    let names = |name: &str| -> BTreeSet<String> {
        let rows = records(name).json();
        rows.as_array()
            .expect("a list")
            .iter()
            .map(|row| row["record_id"].as_str().unwrap_or_default().into())
            .collect()
    };
    let set = |names: &[&str]| -> BTreeSet<String> { names.iter().map(|&name| name.to_owned()).collect() };
    assert_eq!(names("nora_north"), set(&["1", "2", "3"]));
    assert_eq!(names("sol_south"), set(&["4", "5"]));
    assert_eq!(names("mona_monitor").len(), 6);
    assert_eq!(records("eva_expired").status, 403);
    assert_eq!(records("ina_importer").status, 403);
    let hidden = records("dee_deidentified").json();
    let row = hidden[0].as_object().expect("a row");
    assert!(row.contains_key("sex") && !row.contains_key("first_name") && !row.contains_key("consent_form"));
    let import = [("content", "record"), ("format", "json"), ("type", "flat"), ("data", "[]")];
    assert_eq!(ask_as(&server, token_of("rob_reader"), &import).status, 403);
}

#[test]
fn every_method_of_the_owner_has_something_to_show() {
    let server = server();
    let [clinic, trial] = [0, 1].map(|index| demo::projects().remove(index).token);
    let lists = [
        ("arm", &[][..]),
        ("dag", &[]),
        ("userDagMapping", &[]),
        ("event", &[]),
        ("exportFieldNames", &[]),
        ("fileRepository", &[("action", "list")]),
        ("instrument", &[]),
        ("formEventMapping", &[]),
        ("metadata", &[]),
        ("record", &[("type", "flat")]),
        ("repeatingFormsEvents", &[]),
        ("participantList", &[("instrument", "contact"), ("event", "enrollment_arm_1")]),
        ("user", &[]),
        ("userRole", &[]),
        ("userRoleMapping", &[]),
        ("log", &[]),
    ];
    for (content, fields) in lists {
        let answer = ask_as(&server, trial, &[&[("content", content), ("format", "json")], fields].concat());
        assert_eq!(answer.status, 200, "{content}: {}", answer.text());
        assert!(
            answer.json().as_array().is_some_and(|rows| !rows.is_empty()),
            "{content}: {}",
            answer.text()
        );
    }
    let diary = ("instrument", "diary");
    let place = [("record", "1"), diary, ("event", "week_1_arm_1"), ("repeat_instance", "2")];
    for content in ["surveyLink", "surveyReturnCode", "surveyAccessCode", "surveyQueueLink", "pdf"] {
        let answer = ask_as(&server, trial, &[&[("content", content)], &place[..]].concat());
        assert_eq!(answer.status, 200, "{content}");
        assert!(!answer.bytes.is_empty(), "{content}");
    }
    let scan = [
        ("content", "file"),
        ("action", "export"),
        ("record", "1"),
        ("field", "scan"),
        ("event", "week_1_arm_1"),
    ];
    assert_eq!(ask_as(&server, trial, &scan).text(), "This is scan_1.txt, an invented file.\n");
    let consent =
        [("content", "file"), ("action", "export"), ("record", "1"), ("field", "consent_signature")];
    assert_eq!(ask_as(&server, clinic, &consent).media, "image/png; name=\"signature.png\"");
    for demo in demo::projects() {
        for report in &demo.project.reports {
            let id = report.id.to_string();
            let fields = [("content", "report"), ("format", "json"), ("report_id", id.as_str())];
            let answer = ask_as(&server, demo.token, &fields);
            assert!(answer.json().as_array().is_some_and(|rows| !rows.is_empty()), "{}", answer.text());
        }
        for model in &demo.project.randomizations {
            let id = model.id.to_string();
            let fields = [
                ("content", "record"),
                ("action", "randomize"),
                ("format", "json"),
                ("record", "3"),
                ("randomization_id", id.as_str()),
            ];
            let answer = ask_as(&server, demo.token, &fields).json();
            assert_eq!(answer["target_field"], "P");
        }
    }
}
