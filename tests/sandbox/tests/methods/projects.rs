//! Creating projects, project information and settings.

use crate::support::{Answer, TOKEN, ask, ask_as, at, both, fixture, project, text, with};
use redcap_sandbox::Server;
use redcap_sandbox::project::Project;

const SUPER: &str = "0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF";

fn empty(version: Option<&str>) -> std::sync::Arc<Server> {
    let server = at(version, Project::new(1, "Other"));
    server.store.add_super_token(SUPER, "creator");
    server
}

fn create(server: &Server, fields: &[(&str, &str)]) -> Answer {
    let fields: Vec<(&str, &str)> = [("content", "project")].iter().chain(fields).copied().collect();
    ask_as(server, SUPER, &fields)
}

fn token(server: &Server, fields: &[(&str, &str)]) -> String {
    let answer = create(server, fields);
    assert_eq!(
        (answer.status, answer.media.as_str()),
        (200, "text/html; charset=utf-8"),
        "{}",
        answer.text()
    );
    let token = answer.text();
    assert_eq!(token.len(), 32, "{token}");
    assert!(token.chars().all(|c| c.is_ascii_digit() || ('A'..='F').contains(&c)), "{token}");
    token
}

fn info(server: &Server, token: &str) -> serde_json::Value {
    let answer = ask_as(server, token, &[("content", "project"), ("format", "json")]);
    assert_eq!(answer.status, 200, "{}", answer.text());
    answer.json()
}

#[test]
fn a_project_is_created_from_each_format_and_wrapping() {
    let server = empty(None);
    let xml = "<?xml version=\"1.0\" encoding=\"UTF-8\" ?>";
    for (format, data) in [
        (
            "json",
            r#"[{"project_title":"New","purpose":"1","purpose_other":"Why","project_notes":"N"}]"#.to_owned(),
        ),
        (
            "json",
            r#"{"project_title":"New","purpose":1,"purpose_other":"Why","project_note":"N"}"#.to_owned(),
        ),
        ("csv", "project_title,purpose,purpose_other,project_notes\nNew,1,Why,N\n".to_owned()),
        (
            "xml",
            format!(
                "   {xml}\n<item><project_title>New</project_title><purpose>1</purpose>\
                 <purpose_other>Why</purpose_other><project_notes>N</project_notes></item>"
            ),
        ),
        (
            "xml",
            format!(
                "{xml}<items><item><project_title><![CDATA[New]]></project_title><purpose>1</purpose>\
                 <purpose_other>Why</purpose_other><project_notes>N</project_notes></item></items>"
            ),
        ),
    ] {
        let token = token(&server, &[("format", format), ("data", &data)]);
        let info = info(&server, &token);
        assert_eq!(info["project_title"], "New", "{data}");
        assert_eq!(info["purpose"], 1);
        assert_eq!(info["purpose_other"], "Why");
        assert_eq!(info["project_notes"], "N");
        assert_eq!(info["is_longitudinal"], 0);
        assert_eq!(info["record_autonumbering_enabled"], 1);
        assert_eq!(info["creation_time"], "2026-02-03 04:05:06");
        let forms = ask_as(&server, &token, &[("content", "instrument"), ("format", "csv")]).text();
        assert_eq!(forms, "instrument_name,instrument_label\nmy_first_instrument,\"My First Instrument\"\n");
    }
}

#[test]
fn the_creator_gets_all_rights_but_those_to_delete_rename_and_lock() {
    let server = empty(None);
    let token = token(&server, &[("format", "json"), ("data", r#"[{"project_title":"New","purpose":0}]"#)]);
    let users = ask_as(&server, &token, &[("content", "user"), ("format", "json")]).json();
    assert_eq!(users.as_array().map(Vec::len), Some(1));
    assert_eq!(users[0]["username"], "creator");
    for (right, value) in [
        ("design", 1),
        ("user_rights", 1),
        ("data_access_groups", 1),
        ("api_export", 1),
        ("api_import", 1),
        ("record_create", 1),
        ("record_delete", 0),
        ("record_rename", 0),
        ("lock_records", 0),
        ("lock_records_all_forms", 0),
        ("lock_records_customization", 0),
        ("email_logging", 0),
        ("mobile_app_download_data", 0),
    ] {
        assert_eq!(users[0][right], value, "{right}");
    }
    assert_eq!(users[0]["forms"], serde_json::json!({"my_first_instrument": 1}));
    assert_eq!(users[0]["forms_export"], serde_json::json!({"my_first_instrument": 1}));
    let log = ask_as(&server, &token, &[("content", "log"), ("format", "json")]).json();
    assert_eq!(
        log.as_array().and_then(|log| log.last()).map(|entry| &entry["details"]),
        Some(&"Create project (API)".into())
    );
}

#[test]
fn a_longitudinal_project_starts_with_one_event() {
    let server = empty(None);
    let data = r#"[{"project_title":"New","purpose":0,"is_longitudinal":1,"surveys_enabled":1,"record_autonumbering_enabled":0}]"#;
    let token = token(&server, &[("format", "json"), ("data", data)]);
    let info = info(&server, &token);
    assert_eq!((&info["is_longitudinal"], &info["surveys_enabled"]), (&1.into(), &1.into()));
    assert_eq!(info["record_autonumbering_enabled"], 0);
    let mappings = ask_as(&server, &token, &[("content", "formEventMapping"), ("format", "csv")]).text();
    assert_eq!(mappings, "arm_num,unique_event_name,form\n1,event_1_arm_1,my_first_instrument");
}

#[test]
fn project_xml_brings_structure_groups_roles_and_records() {
    let server = empty(None);
    for (name, fields, roles) in [("test_simple_project", 15, 1), ("test_long_project", 96, 0)] {
        let token = token(
            &server,
            &[
                ("format", "xml"),
                ("data", "<item><project_title>Copy</project_title><purpose>0</purpose></item>"),
                ("odm", &fixture(name)),
            ],
        );
        let list =
            |content: &str| ask_as(&server, &token, &[("content", content), ("format", "json")]).json();
        let info = list("project");
        assert_eq!(info["project_title"], "Copy");
        assert_eq!(info["creation_time"], "2026-02-03 04:05:06");
        assert_eq!(list("metadata").as_array().map(Vec::len), Some(fields), "{name}");
        assert_eq!(list("userRole").as_array().map(Vec::len), Some(roles), "{name}");
        assert_eq!(list("user").as_array().map(Vec::len), Some(1));
    }
}

#[test]
fn project_xml_brings_all_but_calculated_values() {
    let server = empty(None);
    let data = "<item><project_title>Copy</project_title><purpose>0</purpose></item>";
    let copy = |name: &str| token(&server, &[("format", "xml"), ("data", data), ("odm", &fixture(name))]);
    let simple = copy("test_simple_project");
    let ask = |token: &str, fields: &[(&str, &str)]| ask_as(&server, token, fields).text();
    // Without the two calculated fields of two records.
    let eav = ask(&simple, &[("content", "record"), ("format", "csv"), ("type", "eav")]);
    assert_eq!(eav.lines().count(), 31, "{eav}");
    // Choices come without blanks around the bars.
    let sex = ask(&simple, &[("content", "metadata"), ("format", "csv"), ("fields[0]", "sex")]);
    assert!(sex.contains(",\"0, Female|1, Male\","), "{sex}");
    assert_eq!(ask(&simple, &[("content", "dag"), ("format", "csv")]).split(',').nth(3), Some("test_dag"),);
    let long = copy("test_long_project");
    assert_eq!(ask(&long, &[("content", "formEventMapping"), ("format", "csv")]).lines().count(), 45);
    assert_eq!(ask(&long, &[("content", "repeatingFormsEvents"), ("format", "csv")]).lines().count(), 2);
    let records = ask(&long, &[("content", "record"), ("format", "csv"), ("fields[]", "study_id")]);
    assert!(records.lines().count() > 2, "{records}");
    let link = ask(
        &long,
        &[
            ("content", "surveyLink"),
            ("record", "1"),
            ("instrument", "contact_info"),
            ("event", "enrollment_arm_1"),
        ],
    );
    assert!(link.contains("/surveys/?s="), "{link}");
    let doctest = copy("doctest_project");
    let file = [
        ("content", "file"),
        ("action", "export"),
        ("record", "1"),
        ("field", "upload_field"),
        ("event", "event_1_arm_1"),
    ];
    let file = ask_as(&server, &doctest, &file);
    assert_eq!(file.status, 200, "{}", file.text());
    assert!(file.media.contains("name=\"test_upload.txt\""), "{}", file.media);
}

#[test]
fn what_is_missing_is_refused_and_nothing_is_created() {
    let server = empty(None);
    let before = server.store.projects().len();
    for (data, message) in [
        ("[]", "You must provide some text for 'project_title'."),
        (r#"[{"purpose":0}]"#, "You must provide some text for 'project_title'."),
        (r#"[{"project_title":"New"}]"#, "You must provide a value from 0 to 4 for 'purpose'."),
        (r#"[{"project_title":"New","purpose":7}]"#, "You must provide a value from 0 to 4 for 'purpose'."),
        (
            r#"[{"project_title":"New","purpose":1}]"#,
            "You must provide some text for 'purpose_other' since you specified 'purpose' as '1' (Other).",
        ),
        (
            r#"[{"project_title":"New","purpose":0,"is_longitudinal":"x"}]"#,
            "The value 'x' is not valid for 'is_longitudinal'",
        ),
    ] {
        let answer = create(&server, &[("format", "json"), ("data", data)]);
        assert_eq!((answer.status, answer.text()), (400, format!("{{\"error\":\"{message}\"}}")));
    }
    for odm in ["<ODM", "<items/>", "no xml", "<ODM><Study/></ODM>"] {
        let data = r#"[{"project_title":"New","purpose":0}]"#;
        let answer = create(&server, &[("format", "json"), ("data", data), ("odm", odm)]);
        assert_eq!(answer.status, 400, "{odm}");
        assert!(
            answer.text().starts_with("{\"error\":\"The ODM document cannot be read: "),
            "{}",
            answer.text()
        );
    }
    assert_eq!(server.store.projects().len(), before);
}

#[test]
fn only_a_super_token_creates_projects_and_it_does_nothing_else() {
    let server = empty(None);
    let fields = [("content", "project"), ("format", "json"), ("data", "[{}]")];
    assert_eq!(
        both(&server, &fields),
        (
            403,
            "{\"error\":\"You do not have permissions to use the API 'Create Project' method. You must have been \
             granted a 64-character Super API Token from a REDCap administrator in order to utilize this method.\"}"
                .to_owned()
        )
    );
    for content in ["record", "project", "user", "metadata"] {
        let answer = ask_as(&server, SUPER, &[("content", content), ("format", "csv")]);
        assert_eq!(
            (answer.status, answer.text().as_str()),
            (403, "ERROR: You do not have permissions to use the API")
        );
    }
    assert_eq!(
        ask_as(&server, SUPER, &[("content", "version")]).text(),
        server.catalogue.version.to_string()
    );
}

#[test]
fn project_information_is_one_item_in_each_format() {
    let mut project = project("test_simple_project");
    project.title = "A title".into();
    project.settings.notes = "He said \"no\"".into();
    project.settings.external_modules = vec!["one".into(), "two".into()];
    let server = with(project);
    let info = |format| text(&server, &[("content", "project"), ("format", format)]);
    assert_eq!(
        info("csv"),
        "project_id,project_title,creation_time,production_time,in_production,project_language,purpose,purpose_other,\
         project_notes,custom_record_label,secondary_unique_field,is_longitudinal,has_repeating_instruments_or_events,\
         surveys_enabled,scheduling_enabled,record_autonumbering_enabled,randomization_enabled,ddp_enabled,\
         project_irb_number,project_grant_number,project_pi_firstname,project_pi_lastname,project_pi_email,\
         display_today_now_button,missing_data_codes,external_modules,bypass_branching_erase_field_prompt\n\
         1,\"A title\",\"2021-10-13 10:31:20\",,0,English,0,,\"He said \"\"no\"\"\",,,0,0,0,0,0,0,0,,,,,,1,,\"one,two\",0\n"
    );
    assert_eq!(
        info("json"),
        r#"{"project_id":1,"project_title":"A title","creation_time":"2021-10-13 10:31:20","production_time":"","in_production":0,"project_language":"English","purpose":0,"purpose_other":"","project_notes":"He said \"no\"","custom_record_label":"","secondary_unique_field":"","is_longitudinal":0,"has_repeating_instruments_or_events":0,"surveys_enabled":0,"scheduling_enabled":0,"record_autonumbering_enabled":0,"randomization_enabled":0,"ddp_enabled":0,"project_irb_number":"","project_grant_number":"","project_pi_firstname":"","project_pi_lastname":"","project_pi_email":"","display_today_now_button":1,"missing_data_codes":"","external_modules":"one,two","bypass_branching_erase_field_prompt":0}"#
    );
    assert!(info("xml").starts_with(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" ?><item><project_id>1</project_id>\
         <project_title><![CDATA[A title]]></project_title><creation_time><![CDATA[2021-10-13 10:31:20]]></creation_time>\
         <production_time></production_time><in_production>0</in_production>"
    ));
    let semicolons = text(&server, &[("content", "project"), ("format", "csv"), ("csvDelimiter", ";")]);
    assert!(semicolons.starts_with("project_id;project_title;"));
    assert!(semicolons.contains(";one,two;0\n"));
}

#[test]
fn columns_follow_the_version() {
    for (version, last, count) in [
        ("6.5.0", "randomization_enabled", 15),
        ("8.10.0", "has_repeating_instruments_or_events", 23),
        ("9.3.6", "external_modules", 25),
        ("15.6.0", "bypass_branching_erase_field_prompt", 26),
        ("15.8.2", "bypass_branching_erase_field_prompt", 27),
    ] {
        let server = at(Some(version), project("test_simple_project"));
        let csv = text(&server, &[("content", "project"), ("format", "csv")]);
        let header: Vec<&str> = csv.lines().next().expect("a header").split(',').collect();
        assert_eq!((header.last().copied(), header.len()), (Some(last), count), "{version}");
    }
}

#[test]
fn settings_are_counted_and_set() {
    let server = with(project("test_simple_project"));
    let import =
        |format, data| both(&server, &[("content", "project_settings"), ("format", format), ("data", data)]);
    assert_eq!(import("csv", "project_title\nOne\n"), (200, "1".to_owned()));
    assert_eq!(
        import("json", r#"[{"project_title":"Two","surveys_enabled":1,"project_id":9}]"#),
        (200, "2".to_owned())
    );
    assert_eq!(
        import("xml", "<items><item><project_notes><![CDATA[x & y]]></project_notes></item></items>"),
        (200, "1".to_owned())
    );
    let answer = ask(&server, &[("content", "project"), ("format", "json")]).json();
    assert_eq!(answer["project_title"], "Two");
    assert_eq!(answer["surveys_enabled"], 1);
    assert_eq!(answer["project_notes"], "x & y");
    assert_eq!(answer["project_id"], 1);
    // What was exported can be sent back: 19 of its columns are settings.
    let exported = text(&server, &[("content", "project"), ("format", "csv")]);
    assert_eq!(import("csv", &exported), (200, "19".to_owned()));
    assert_eq!(import("json", "[]"), (200, "0".to_owned()));
    assert_eq!(
        import("json", r#"[{"project_title":"Three","purpose":9}]"#),
        (400, "{\"error\":\"The value '9' is not valid for 'purpose'\"}".to_owned())
    );
    let answer = ask_as(&server, TOKEN, &[("content", "project"), ("format", "json")]).json();
    assert_eq!(answer["project_title"], "Two", "a refused import changes nothing");
    assert_eq!(
        both(&server, &[("content", "project_settings"), ("data", "project_title\nFour")]),
        (400, "The data is not in the specified format.".to_owned())
    );
}

#[test]
fn a_project_is_longitudinal_while_the_switch_is_on_and_there_are_events() {
    let server = with(project("test_simple_project"));
    let longitudinal =
        || ask(&server, &[("content", "project"), ("format", "json")]).json()["is_longitudinal"].clone();
    let json = |content, action, data| {
        text(&server, &[("content", content), ("action", action), ("format", "json"), ("data", data)])
    };
    let arms = r#"[{"arm_num":1,"name":"A"},{"arm_num":2,"name":"B"},{"arm_num":3,"name":"C"}]"#;
    assert_eq!(json("arm", "import", arms), "3");
    let events = r#"[{"event_name":"E1","arm_num":1},{"event_name":"E2","arm_num":2},{"event_name":"E3","arm_num":3}]"#;
    assert_eq!(json("event", "import", events), "3");
    assert_eq!(longitudinal(), 0);
    assert_eq!(both(&server, &[("content", "event"), ("format", "csv")]).0, 400);
    let switch = |on: &str| {
        let data = format!("is_longitudinal\n{on}\n");
        text(&server, &[("content", "project_settings"), ("format", "csv"), ("data", &data)])
    };
    assert_eq!(switch("1"), "1");
    assert_eq!(longitudinal(), 1);
    let names = ask(&server, &[("content", "event"), ("format", "json")]).json();
    let names: Vec<(String, String)> = names
        .as_array()
        .expect("a list")
        .iter()
        .enumerate()
        .map(|(index, event)| {
            (format!("events[{index}]"), event["unique_event_name"].as_str().expect("a name").to_owned())
        })
        .collect();
    let mut fields = vec![("content", "event"), ("action", "delete")];
    fields.extend(names.iter().map(|(key, name)| (key.as_str(), name.as_str())));
    assert_eq!(text(&server, &fields), names.len().to_string());
    assert_eq!(longitudinal(), 0);
    assert_eq!(switch("0"), "1");
}
