//! Export of records: options, rights, values, old versions.

use redcap_sandbox::Server;
use redcap_sandbox::project::{
    Document, FieldType, LogEntry, LogKind, Project, Response, ResponseKey, User, Value,
};

use crate::records_export::export;
use crate::support::{TOKEN, ask, ask_as, at, both, project, with};
use crate::worlds::{Builder, check, choices};

const OTHER: &str = "00000000000000000000000000000002";

/// Adds a user with a token and these export rights, beside API Export.
fn user(project: &mut Project, levels: &[(&str, u16)], dag: Option<&str>) {
    let mut user = User::new("other");
    user.rights.set("api_export", 1);
    user.rights.forms_export = levels.iter().map(|(form, level)| ((*form).to_owned(), *level)).collect();
    user.dag = dag.and_then(|name| project.dag(name)).map(|dag| dag.id);
    user.tokens.push(OTHER.into());
    project.users.insert("other".into(), user);
}

/// What the other user gets.
fn as_other(server: &Server, fields: &[(&str, &str)]) -> (u16, String) {
    let mut all = vec![("content", "record"), ("format", "csv")];
    all.extend(fields);
    let answer = ask_as(server, OTHER, &all);
    (answer.status, answer.text())
}

fn groups() -> Project {
    let mut world = Builder::classic(&["one"]);
    world.field("one", "t");
    let north = world.project.add_dag("North");
    world.project.add_dag("South");
    for name in ["1", "2", "3"] {
        world.set(name, "", 0, &[("t", name)]);
    }
    world.project.record_mut("2").dag = Some(north);
    world.project
}

#[test]
fn the_group_is_a_column_for_callers_outside_groups() {
    let mut project = groups();
    user(&mut project, &[("one", 1)], Some("north"));
    project.users["other"].rights.set("data_access_groups", 1);
    let server = with(project);
    let wanted = ("exportDataAccessGroups", "true");
    let csv = export(&server, &[("format", "csv"), wanted]);
    assert_eq!(csv, "record_id,redcap_data_access_group,t,one_complete\n1,,1,0\n2,north,2,0\n3,,3,0\n");
    let labels = export(&server, &[("format", "csv"), wanted, ("rawOrLabel", "label"), ("records[0]", "2")]);
    assert_eq!(labels, "record_id,redcap_data_access_group,t,one_complete\n2,north,2,Incomplete\n");
    let eav = export(&server, &[("format", "csv"), wanted, ("type", "eav"), ("fields[0]", "t")]);
    assert_eq!(eav, "record,field_name,value\n1,t,1\n2,t,2\n3,t,3\n");
    // Who is in a group sees its records alone, and no column for it.
    assert_eq!(as_other(&server, &[wanted]), (200, "record_id,t,one_complete\n2,2,0\n".into()));
    assert_eq!(as_other(&server, &[("records[0]", "1")]), (200, "\n".into()));
    assert_eq!(
        as_other(&server, &[("type", "eav")]),
        (200, "record,field_name,value\n2,record_id,2\n2,t,2\n".into())
    );
    let without = with(crate::support::project("test_long_project"));
    assert!(!export(&without, &[("format", "csv"), wanted]).contains("redcap_data_access_group"));
}

#[test]
fn the_group_needs_a_right_on_newer_servers() {
    let refused = "ERROR: Insufficient user privileges: You must have 'API Export' privileges and \
                   'Data Access Groups' privileges in the project.";
    for (version, answer) in [
        (None, (400, refused.to_owned())),
        (
            Some("13.1.0"),
            (200, "record_id,redcap_data_access_group,t,one_complete\n2,north,2,0\n".to_owned()),
        ),
    ] {
        let mut project = groups();
        user(&mut project, &[("one", 1)], None);
        let server = at(version, project);
        let asked = [("exportDataAccessGroups", "true"), ("records[0]", "2")];
        assert_eq!(as_other(&server, &asked), answer);
    }
}

fn four_forms() -> Builder {
    let mut world = Builder::classic(&["full", "masked", "tagged", "closed"]);
    for form in ["full", "masked", "tagged", "closed"] {
        world.fields(form, &format!("{form}_name"), |field| field.identifier = true);
        world.field(form, &format!("{form}_text"));
        world.fields(form, &format!("{form}_note"), |field| field.kind = FieldType::Notes);
        world.fields(form, &format!("{form}_born"), |field| field.validation = "date_ymd".into());
        world.fields(form, &format!("{form}_mail"), |field| field.validation = "email".into());
        choices(&mut world, form, &format!("{form}_pick"), "1, One");
    }
    world.touch("1", "");
    world
}

#[test]
fn export_rights_take_columns_away() {
    let mut project = four_forms().project;
    user(&mut project, &[("full", 1), ("masked", 2), ("tagged", 3), ("closed", 0)], None);
    let server = with(project);
    let header = |fields: &[(&str, &str)]| {
        let (status, csv) = as_other(&server, fields);
        assert_eq!(status, 200, "{csv}");
        csv.lines().next().unwrap_or_default().to_owned()
    };
    assert_eq!(
        header(&[]),
        "record_id,full_name,full_text,full_note,full_born,full_mail,full_pick,full_complete,\
         masked_mail,masked_pick,masked_complete,\
         tagged_text,tagged_note,tagged_born,tagged_mail,tagged_pick,tagged_complete"
    );
    assert_eq!(header(&[("forms[0]", "closed"), ("fields[0]", "record_id")]), "record_id");
    assert_eq!(as_other(&server, &[("forms[0]", "closed")]), (200, "\n".into()));
}

#[test]
fn who_may_export_nothing_is_refused() {
    let mut project = four_forms().project;
    user(&mut project, &[], None);
    assert_eq!(as_other(&with(project), &[]).0, 403);
}

#[test]
fn record_ids_that_identify_are_hashed() {
    let make = |id: u64| {
        let mut world = Builder::classic(&["one"]);
        world.fields("one", "record_id", |field| field.identifier = true);
        world.field("one", "t");
        world.set("1", "", 0, &[("t", "x")]).set("2", "", 0, &[("t", "y")]);
        user(&mut world.project, &[("one", 3)], None);
        world.project.settings.creation_time = format!("2020-01-0{id} 00:00:00");
        with(world.project)
    };
    let server = make(1);
    let (_, csv) = as_other(&server, &[("fields[0]", "record_id")]);
    let ids: Vec<&str> = csv.lines().skip(1).collect();
    assert_eq!(ids.len(), 2);
    assert!(
        ids.iter()
            .all(|id| id.len() == 32 && id.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b)))
    );
    assert_ne!(ids[0], ids[1]);
    assert_eq!(as_other(&server, &[("fields[0]", "record_id")]).1, csv, "the same record has the same hash");
    assert_ne!(as_other(&make(2), &[("fields[0]", "record_id")]).1, csv, "other projects have other hashes");
    let (_, eav) = as_other(&server, &[("type", "eav"), ("records[0]", "1")]);
    assert_eq!(eav, format!("record,field_name,value\n{0},record_id,{0}\n{0},t,x\n", ids[0]));
    let (_, odm) = as_other(&server, &[("format", "odm"), ("records[0]", "1")]);
    assert!(!odm.is_empty());
    // Full rights show them as they are.
    assert_eq!(export(&server, &[("format", "csv"), ("fields[0]", "record_id")]), "record_id\n1\n2\n");
}

#[test]
fn values_one_by_one() {
    let mut world = Builder::longitudinal(&["one", "two"], &[("First", 1)], &[("First", "one two")]);
    check(&mut world, "one", "gym", "0, Monday | 1, Tuesday");
    choices(&mut world, "one", "sex", "0, Female | 1, Male");
    world.field("two", "t").repeat("first_arm_1", "two");
    world.fields("one", "scan", |field| field.kind = FieldType::File);
    let first = "first_arm_1";
    world.set("1", first, 0, &[("gym", "0,1"), ("sex", "1"), ("one_complete", "2")]);
    world.set("1", first, 2, &[("t", "x")]);
    world.touch("2", first);
    let name = "photo 1.jpg".to_owned();
    let id = world.project.add_document(Document { name, mime: "image/jpeg".into(), bytes: vec![1] });
    let event = world.event(first);
    let key = redcap_sandbox::project::RowKey::base(event);
    world.project.record_mut("1").put(key, "scan", Value::File(id));
    let server = with(world.project);
    let eav = |more: &[(&str, &str)]| {
        let mut fields = vec![("format", "csv"), ("type", "eav")];
        fields.extend(more);
        export(&server, &fields)
    };
    let header =
        "record,redcap_event_name,redcap_repeat_instrument,redcap_repeat_instance,field_name,value\n";
    assert_eq!(
        eav(&[]),
        format!(
            "{header}1,first_arm_1,,,record_id,1\n1,first_arm_1,,,gym,0\n1,first_arm_1,,,gym,1\n\
             1,first_arm_1,,,sex,1\n1,first_arm_1,,,one_complete,2\n1,first_arm_1,,,scan,{id}\n\
             1,first_arm_1,two,2,t,x\n2,first_arm_1,,,record_id,2\n"
        )
    );
    assert_eq!(eav(&[("exportBlankForGrayFormStatus", "true")]), eav(&[]));
    assert_eq!(
        eav(&[("fields[0]", "sex"), ("fields[1]", "gym"), ("rawOrLabel", "label")]),
        format!("{header}1,First,,,gym,Monday\n1,First,,,gym,Tuesday\n1,First,,,sex,Male\n")
    );
    let json = export(&server, &[("format", "json"), ("type", "eav"), ("fields[0]", "t")]);
    assert_eq!(
        json,
        r#"[{"record":"1","redcap_event_name":"first_arm_1","redcap_repeat_instrument":"two","redcap_repeat_instance":"2","field_name":"t","value":"x"}]"#
    );
    let xml = export(&server, &[("format", "xml"), ("type", "eav"), ("fields[0]", "sex")]);
    assert_eq!(
        xml,
        "<?xml version=\"1.0\" encoding=\"UTF-8\" ?><records><item><record>1</record>\
         <redcap_event_name><![CDATA[first_arm_1]]></redcap_event_name>\
         <redcap_repeat_instrument></redcap_repeat_instrument><redcap_repeat_instance></redcap_repeat_instance>\
         <field_name><![CDATA[sex]]></field_name><value>1</value></item></records>"
    );
    // A flat export has the name of the file.
    assert!(export(&server, &[("format", "csv"), ("fields[0]", "scan")]).contains("\"photo 1.jpg\""));
}

#[test]
fn values_come_as_they_were_stored() {
    let mut world = Builder::classic(&["one"]);
    world.field("one", "record_id").field("one", "b").field("one", "a").fields("one", "twice", |field| {
        field.kind = FieldType::Calc;
        field.formula = "[a] * 2".into();
    });
    let server = with(world.project);
    let import = |item: &str| {
        let data = format!("[{item}]");
        ask(
            &server,
            &[("content", "record"), ("format", "json"), ("overwriteBehavior", "overwrite"), ("data", &data)],
        )
    };
    let eav = |more: &[(&str, &str)]| {
        let rows = export(&server, &[&[("format", "csv"), ("type", "eav")], more].concat());
        rows.lines().skip(1).map(|row| row.trim_start_matches("1,").to_owned()).collect::<Vec<_>>().join(" ")
    };
    import(r#"{"record_id":"1","b":"5","a":"1","one_complete":"2"}"#);
    assert_eq!(eav(&[]), "record_id,1 b,5 a,1 one_complete,2 twice,2");
    // A changed value keeps its place, an erased one that comes back does not.
    import(r#"{"record_id":"1","b":"","a":"3"}"#);
    import(r#"{"record_id":"1","b":"7"}"#);
    assert_eq!(eav(&[]), "record_id,1 a,3 one_complete,2 twice,6 b,7");
    assert_eq!(eav(&[("fields[0]", "b"), ("fields[1]", "a")]), "a,3 b,7");
    assert_eq!(eav(&[("forms[0]", "one")]), eav(&[]));
    // With records and fields, the values come by name.
    let both = [("records[0]", "1"), ("fields[0]", "record_id"), ("fields[1]", "twice"), ("fields[2]", "b")];
    assert_eq!(eav(&both), "b,7 record_id,1 twice,6");
}

#[test]
fn a_real_project_has_the_known_number_of_values() {
    let server = with(project("test_simple_project"));
    let eav = export(&server, &[("format", "json"), ("type", "eav")]);
    let rows: Vec<serde_json::Value> = serde_json::from_str(&eav).expect("JSON");
    let calculated = ["age", "bmi"];
    let stored = rows.iter().filter(|row| !calculated.iter().any(|name| row["field_name"] == *name));
    assert_eq!(stored.count(), 30);
}

#[test]
fn labels_of_events_and_instruments() {
    let mut world = Builder::longitudinal(&["one", "fall"], &[("Event 1", 1)], &[("Event 1", "one fall")]);
    world.label("fall", "Fall").field("fall", "f").repeat("event_1_arm_1", "fall");
    world.set("1", "event_1_arm_1", 1, &[("f", "x")]);
    world.fields("one", "agree", |field| field.kind = FieldType::YesNo);
    world.fields("one", "right", |field| field.kind = FieldType::TrueFalse);
    world.set("1", "event_1_arm_1", 0, &[("agree", "0"), ("right", "1")]);
    world.project.settings.missing_data_codes = "UNK, Unknown".into();
    world.set("2", "event_1_arm_1", 0, &[("agree", "UNK"), ("right", "9")]);
    let server = with(world.project);
    assert_eq!(
        export(&server, &[("format", "csv"), ("rawOrLabel", "label"), ("rawOrLabelHeaders", "label")]),
        "\"Record ID\",\"Event Name\",\"Repeat Instrument\",\"Repeat Instance\",agree,right,Complete?,f,Complete?\n\
         1,\"Event 1\",,,No,True,Incomplete,,\n\
         1,\"Event 1\",Fall,1,,,,x,Incomplete\n\
         2,\"Event 1\",,,Unknown,9,Incomplete,,\n"
    );
}

#[test]
fn the_decimal_mark_is_forced_on_numbers_only() {
    let mut world = Builder::classic(&["one"]);
    world.fields("one", "bmi", |field| field.kind = FieldType::Calc);
    world.fields("one", "n", |field| field.validation = "number".into());
    world.fields("one", "c", |field| field.validation = "number_2dp_comma_decimal".into());
    world.field("one", "t");
    world.set("1", "", 0, &[("bmi", "26.8"), ("n", "-3.5"), ("c", "1,54"), ("t", "1.5")]);
    world.set("2", "", 0, &[("bmi", "27"), ("n", "UNK"), ("t", "a.b")]);
    let server = with(world.project);
    let of = |mark| {
        let fields = [("fields[0]", "bmi"), ("fields[1]", "n"), ("fields[2]", "c"), ("fields[3]", "t")];
        let mut all = vec![("format", "csv"), ("decimalCharacter", mark)];
        all.extend(fields);
        export(&server, &all)
    };
    assert_eq!(of(""), "bmi,n,c,t\n26.8,-3.5,\"1,54\",1.5\n27,UNK,,a.b\n");
    assert_eq!(of(","), "bmi,n,c,t\n\"26,8\",\"-3,5\",\"1,54\",1.5\n27,UNK,,a.b\n");
    assert_eq!(of("."), "bmi,n,c,t\n26.8,-3.5,1.54,1.5\n27,UNK,,a.b\n");
}

#[test]
fn logic_filters_rows() {
    let mut world = Builder::longitudinal(
        &["one", "two"],
        &[("First", 1), ("Second", 1)],
        &[("First", "one"), ("Second", "one two")],
    );
    world.fields("one", "age", |field| field.validation = "integer".into());
    check(&mut world, "one", "gym", "0, Monday | 1, Tuesday");
    for (record, first, second) in [("1", "20", "70"), ("2", "65", "66"), ("3", "", "5")] {
        world.set(record, "first_arm_1", 0, &[("age", first), ("gym", "1")]);
        world.set(record, "second_arm_1", 0, &[("age", second)]);
    }
    let server = with(world.project);
    let of = |logic| {
        let fields =
            [("fields[0]", "record_id"), ("fields[1]", "age"), ("format", "csv"), ("filterLogic", logic)];
        export(&server, &fields)
    };
    let header = "record_id,redcap_event_name,age\n";
    assert_eq!(
        of("[age] >= 61"),
        format!("{header}1,second_arm_1,70\n2,first_arm_1,65\n2,second_arm_1,66\n")
    );
    assert_eq!(of("[gym(1)] = '1' and [age] = 20"), format!("{header}1,first_arm_1,20\n"));
    assert_eq!(of("[first_arm_1][age] = 20"), format!("{header}1,first_arm_1,20\n1,second_arm_1,70\n"));
    assert_eq!(of("[age] > 200"), "\n");
    for bad in ["[age] LIKE 'x'", "[age] >", "[nothing] = 1", "[nowhere_arm_1][age] = 1"] {
        let (status, text) = both(&server, &[("content", "record"), ("format", "csv"), ("filterLogic", bad)]);
        assert_eq!(status, 400, "{bad}");
        assert!(text.starts_with("ERROR: ") && text.contains("filterLogic"), "{text}");
    }
}

#[test]
fn the_log_says_which_records_are_recent() {
    let mut project = groups();
    project.settings.creation_time = "2023-05-01 12:00:00".into();
    let server = with(project);
    let slot = server.store.projects().remove(0);
    let entry = |time: &str, record: &str, kind| LogEntry {
        timestamp: time.into(),
        username: "x".into(),
        action: String::new(),
        details: String::new(),
        record: record.into(),
        kind,
        dag: None,
    };
    slot.append(vec![
        entry("2024-01-01 08:00:00", "1", LogKind::RecordAdd),
        entry("2024-02-01 08:00:00", "2", LogKind::RecordEdit),
        entry("2024-03-01 08:00:00", "3", LogKind::PageView),
    ]);
    let of = |begin, end| {
        let fields =
            [("format", "csv"), ("fields[0]", "record_id"), ("dateRangeBegin", begin), ("dateRangeEnd", end)];
        export(&server, &fields)
    };
    assert_eq!(of("2024-01-01 07:59:59", ""), "record_id\n1\n2\n");
    assert_eq!(of("2024-01-01 08:00:01", ""), "record_id\n2\n");
    assert_eq!(of("", "2024-01-15 00:00:00"), "record_id\n1\n3\n");
    assert_eq!(of("2024-02-01", "2024-02-02"), "record_id\n2\n");
    assert_eq!(of("2025-01-01 00:00:00", ""), "\n");
    // What the log never saw came with the project.
    assert_eq!(of("2023-05-01", "2023-05-02"), "record_id\n3\n");
    assert_eq!(of("", ""), "record_id\n1\n2\n3\n");
    let asked = [("content", "record"), ("format", "csv"), ("dateRangeBegin", "yesterday")];
    assert_eq!(both(&server, &asked).0, 400);
}

#[test]
fn gray_status_and_survey_fields() {
    let mut world = Builder::classic(&["one", "two"]);
    world.field("one", "a").field("two", "b").survey("two");
    world.set("1", "", 0, &[("a", "x"), ("one_complete", "0")]);
    let event = world.event("");
    let started = Response { started: true, identifier: Some("Jo".into()), ..Response::default() };
    let key = ResponseKey { event, instrument: "two".into(), instance: 1 };
    world.project.record_mut("1").responses.insert(key, started);
    let server = with(world.project);
    assert_eq!(
        export(
            &server,
            &[("format", "csv"), ("exportBlankForGrayFormStatus", "true"), ("exportSurveyFields", "1")]
        ),
        "record_id,redcap_survey_identifier,a,one_complete,two_timestamp,b,two_complete\n\
         1,Jo,x,0,\"[not completed]\",,\n"
    );
}

#[test]
fn old_servers_add_the_id_and_name_events_by_label() {
    let mut world = Builder::longitudinal(&["one"], &[("First Visit", 1)], &[("First Visit", "one")]);
    choices(&mut world, "one", "sex", "0, Female | 1, Male");
    check(&mut world, "one", "gym", "0, Monday | 1, Tuesday");
    world.set("1", "first_visit_arm_1", 0, &[("sex", "1"), ("gym", "1")]);
    let project = world.project;
    let old = at(Some("5.8.2"), project.clone());
    let of = |server: &Server, more: &[(&str, &str)]| {
        let mut fields = vec![("format", "csv"), ("fields[0]", "sex")];
        fields.extend(more);
        export(server, &fields)
    };
    assert_eq!(of(&old, &[]), "record_id,redcap_event_name,sex\n1,\"First Visit\",1\n");
    assert_eq!(
        of(&old, &[("eventName", "unique")]),
        "record_id,redcap_event_name,sex\n1,first_visit_arm_1,1\n"
    );
    let unique = ("eventName", "unique");
    assert_eq!(
        of(&old, &[unique, ("rawOrLabel", "both")]),
        "record_id,redcap_event_name,sex\n1,first_visit_arm_1,\"1,Male\"\n"
    );
    let label = of(&old, &[unique, ("rawOrLabel", "label"), ("fields[1]", "gym")]);
    assert_eq!(label, "record_id,redcap_event_name,sex,gym___0,gym___1\n1,first_visit_arm_1,Male,,Tuesday\n");
    // Later the id is there only if it is asked for.
    let newer = at(Some("6.0.0"), project.clone());
    assert_eq!(of(&newer, &[]), "sex\n1\n");
    let pseudo = ("fields[1]", "redcap_event_name");
    assert_eq!(of(&at(Some("13.1.0"), project.clone()), &[pseudo]), "sex\n1\n");
    let (status, _) = both(&with(project), &[("content", "record"), ("fields[0]", "redcap_event_name")]);
    assert_eq!(status, 400);
}

#[test]
fn exports_are_logged_without_their_contents() {
    let server = with(groups());
    export(&server, &[("format", "csv"), ("records[0]", "2"), ("filterLogic", "[t] = '2'")]);
    let log = server.store.projects().remove(0).snapshot().log;
    let last = log.last().expect("a line");
    assert_eq!((last.kind, last.action.as_str()), (LogKind::Export, "Data Export (API) "));
    assert_eq!((last.details.as_str(), last.record.as_str()), ("export_format: CSV", ""));
    assert_ne!(TOKEN, last.username);
}

#[test]
fn odm_has_the_clinical_data_alone() {
    let server = with(groups());
    let odm = export(&server, &[("format", "odm"), ("records[0]", "2"), ("exportDataAccessGroups", "true")]);
    assert!(odm.starts_with("<?xml version=\"1.0\" encoding=\"UTF-8\" ?>\n<ODM "), "{odm}");
    assert!(odm.contains("<SubjectData SubjectKey=\"2\"") && !odm.contains("SubjectKey=\"1\""));
    assert!(odm.contains("ItemOID=\"redcap_data_access_group\" Value=\"north\""));
    assert!(odm.contains("<ItemData ItemOID=\"t\" Value=\"2\"/>"));
    assert!(!odm.contains("<Study ") && odm.ends_with("</ClinicalData>\n</ODM>"));
}
