//! Imports of records: answers, places, names, the log and calculations.

use redcap_sandbox::Server;
use redcap_sandbox::project::{Field, FieldType, LogKind, Project, Record, Repeating, RowKey, Value};

use crate::support::{at, both, project, with};

/// Imports JSON rows, with further parameters.
pub fn import_with(server: &Server, data: &str, more: &[(&str, &str)]) -> (u16, String) {
    let mut fields = vec![("content", "record"), ("format", "json"), ("data", data)];
    fields.extend_from_slice(more);
    both(server, &fields)
}

/// Imports JSON rows.
pub fn import(server: &Server, data: &str) -> (u16, String) {
    import_with(server, data, &[])
}

/// The answer to an import of so many records.
pub fn counted(count: usize) -> (u16, String) {
    (200, format!("{{\"count\":{count}}}"))
}

/// The answer to a cell that is refused.
pub fn refused(line: &str) -> (u16, String) {
    let quoted = serde_json::to_string(line).expect("a text").replace('/', "\\/");
    (400, format!("{{\"error\":{quoted}}}"))
}

/// A record as it is now.
pub fn record(server: &Server, name: &str) -> Option<Record> {
    server.store.projects()[0].snapshot().project.record(name).cloned()
}

/// A value of a record's plain row in the first event.
fn value(server: &Server, name: &str, field: &str) -> Option<Value> {
    let event = server.store.projects()[0].snapshot().project.first_event(None);
    record(server, name)?.value(&RowKey::base(event), field).cloned()
}

/// A text of a record's plain row in the first event, blank if there is none.
pub fn stored(server: &Server, name: &str, field: &str) -> String {
    let value = value(server, name, field);
    value.and_then(|value| value.as_text().map(str::to_owned)).unwrap_or_default()
}

/// A project without records whose only form has these further text fields.
pub fn with_fields(fields: &[&str]) -> Project {
    let mut project = Project::new(1, "Fields");
    for name in fields {
        let field = Field::new(name, "my_first_instrument", FieldType::Text, name);
        project.fields.insert((*name).to_owned(), field);
    }
    project
}

#[test]
fn records_are_counted_in_each_format() {
    let server = with(project("test_simple_project"));
    let data = r#"[{"record_id":4},{"record_id":"5","sex":"1"},{"record_id":"5","height":150}]"#;
    let answer = |format| import_with(&server, data, &[("returnFormat", format)]);
    assert_eq!(answer("json"), counted(2));
    assert_eq!(answer("csv"), (200, "2".to_owned()));
    let xml = "<?xml version=\"1.0\" encoding=\"UTF-8\" ?><count>2</count>";
    assert_eq!(answer("xml"), (200, xml.to_owned()));
    assert_eq!((stored(&server, "5", "sex").as_str(), stored(&server, "5", "height").as_str()), ("1", "150"));
    assert!(record(&server, "4").is_some());
}

#[test]
fn old_servers_count_without_a_name() {
    let data = [("content", "record"), ("format", "json"), ("data", r#"[{"record_id":"7"}]"#)];
    assert_eq!(both(&at(Some("4.0.0"), with_fields(&[])), &data), (200, "1".to_owned()));
    assert_eq!(both(&at(Some("5.9.0"), with_fields(&[])), &data), counted(1));
}

#[test]
fn names_are_listed_in_the_order_sent() {
    let server = with(with_fields(&[]));
    let data = r#"[{"record_id":10},{"record_id":"b c"},{"record_id":"2"},{"record_id":10}]"#;
    let ids = |format| import_with(&server, data, &[("returnContent", "ids"), ("returnFormat", format)]).1;
    assert_eq!(ids("json"), r#"["10","b c","2"]"#);
    assert_eq!(ids("csv"), "id\n10\n\"b c\"\n2");
    assert_eq!(
        ids("xml"),
        "<?xml version=\"1.0\" encoding=\"UTF-8\" ?><ids><id>10</id><id><![CDATA[b c]]></id><id>2</id></ids>"
    );
    for format in ["json", "csv", "xml"] {
        let more = [("returnContent", "nothing"), ("returnFormat", format)];
        assert_eq!(import_with(&server, data, &more), (200, String::new()));
    }
}

#[test]
fn new_names_are_given_only_when_asked_for_and_numbered() {
    let mut numbered = with_fields(&["a"]);
    numbered.record_mut("4");
    let server = with(numbered);
    let data = r#"[{"record_id":"x","a":"1"},{"record_id":"y"},{"record_id":"x","a":"2"}]"#;
    let auto = [("forceAutoNumber", "true"), ("returnContent", "auto_ids")];
    assert_eq!(import_with(&server, data, &auto), (200, r#"["5,x","6,y"]"#.to_owned()));
    assert_eq!(stored(&server, "5", "a"), "2");
    let csv = [&auto[..], &[("returnFormat", "csv")]].concat();
    assert_eq!(import_with(&server, data, &csv), (200, "id\n\"7,x\"\n\"8,y\"".to_owned()));
    // One client sends this with every import; it is no wish for new names.
    let more = [("forceAutoNumber", "False"), ("returnContent", "ids")];
    assert_eq!(import_with(&server, data, &more), (200, r#"["x","y"]"#.to_owned()));

    let mut manual = with_fields(&[]);
    manual.settings.record_autonumbering_enabled = false;
    let row = r#"[{"record_id":"1101"}]"#;
    assert_eq!(import_with(&with(manual), row, &auto), (200, r#"["1101,1101"]"#.to_owned()));
}

#[test]
fn data_of_the_wrong_form_store_nothing() {
    let server = with(with_fields(&["a"]));
    for data in ["{\"record_id\":\"1\",\"a\":\"2\"}", "\"[{\\\"record_id\\\":\\\"1\\\"}]\"", "[]"] {
        assert_eq!(import(&server, data), counted(0), "{data}");
    }
    assert!(record(&server, "1").is_none());
    let (status, text) = import(&server, "record_id,a\n1,2\n");
    assert_eq!((status, text.as_str()), (400, "The data is not in the specified format."));
    let (status, _) =
        both(&server, &[("content", "record"), ("format", "csv"), ("data", "[{\"record_id\":1}]")]);
    assert_eq!(status, 400);
}

#[test]
fn csv_and_xml_are_read() {
    let server = with(with_fields(&["a", "b"]));
    let csv = |data, delimiter| {
        let fields = [("content", "record"), ("format", "csv"), ("csvDelimiter", delimiter), ("data", data)];
        both(&server, &fields)
    };
    assert_eq!(csv("record_id,a,b\n1,\"x, y\",\"line\nbreak\"\n,,\n\n", ","), (200, "1".to_owned()));
    assert_eq!(
        (stored(&server, "1", "a").as_str(), stored(&server, "1", "b").as_str()),
        ("x, y", "line\nbreak")
    );
    assert_eq!(csv("record_id;a\n2;z\n", ";"), (200, "1".to_owned()));
    assert_eq!(csv("record_id\ta\n3\tz\n", "tab"), (200, "1".to_owned()));
    assert_eq!(stored(&server, "2", "a"), "z");
    let xml = "<?xml version=\"1.0\" encoding=\"UTF-8\" ?>\n<records>\n <item><record_id>4</record_id>\
               <a><![CDATA[<b> & c]]></a></item>\n</records>";
    let fields = [("content", "record"), ("format", "xml"), ("data", xml), ("returnFormat", "json")];
    assert_eq!(both(&server, &fields), counted(1));
    assert_eq!(stored(&server, "4", "a"), "<b> & c");
}

#[test]
fn blank_cells_erase_only_when_told() {
    let server = with(project("test_long_project"));
    let row = r#"[{"study_id":"1","first_name":"Ann","gym___0":"1","gym___1":"1"}]"#;
    assert_eq!(import(&server, row), counted(1));
    let blank = r#"[{"study_id":"1","first_name":"","gym___0":"","gym___1":"0"}]"#;
    assert_eq!(import(&server, blank), counted(1));
    assert_eq!(stored(&server, "1", "first_name"), "Ann");
    assert_eq!(value(&server, "1", "gym"), Some(Value::checked(["0"])));
    assert_eq!(import_with(&server, blank, &[("overwriteBehavior", "overwrite")]), counted(1));
    assert_eq!((value(&server, "1", "first_name"), value(&server, "1", "gym")), (None, None));
}

#[test]
fn columns_that_the_server_fills_are_passed_over_and_others_refused() {
    let server = with(project("test_long_project"));
    let row = r#"[{"study_id":"1","age":"200","bmi":"7","patient_document":"a.pdf","contact_info_timestamp":"x",
                  "redcap_survey_identifier":"y"}]"#;
    assert_eq!(import(&server, row), counted(1));
    assert_ne!(stored(&server, "1", "age"), "200");
    let row = r#"[{"study_id":"1","first_name":"Ann","gym":"1","nonsense":"","gym___9":"1"}]"#;
    let text =
        "The following fields were not found in the project as real data fields: gym, nonsense, gym___9";
    assert_eq!(import(&server, row), refused(text));
    assert_ne!(stored(&server, "1", "first_name"), "Ann");
}

#[test]
fn records_need_a_name() {
    let server = with(with_fields(&["a"]));
    let blank = "\"\",\"record_id\",\"\",\"The record name must not be blank or hold control characters\"";
    assert_eq!(import(&server, r#"[{"record_id":"1"},{"record_id":" ","a":"1"}]"#), refused(blank));
    let unseen = blank.replacen("\"\"", "\"\u{1b}\"", 1).replace(",\"\",", ",\"\u{1b}\",");
    assert_eq!(import(&server, "[{\"record_id\":\"\\u001b\",\"a\":\"1\"}]"), refused(&unseen));
    assert_eq!(import(&server, r#"[{"a":"1"}]"#).0, 400);
    assert!(record(&server, "1").is_none());
    // Leading zeros count, and 0 is a name.
    assert_eq!(import(&server, r#"[{"record_id":"007"},{"record_id":"7"},{"record_id":0}]"#), counted(3));
}

#[test]
fn events_are_named_or_the_first() {
    let server = with(project("test_long_project"));
    assert_eq!(import(&server, r#"[{"study_id":"9","first_name":"Ann"}]"#), counted(1));
    assert_eq!(stored(&server, "9", "first_name"), "Ann");
    let row = r#"[{"study_id":"9","redcap_event_name":"visit_1_arm_1","vld1":"1"}]"#;
    assert_eq!(import(&server, row), counted(1));
    assert_eq!(record(&server, "9").map(|record| record.rows.len()), Some(2));
    // A record of the second arm stays there.
    let row = r#"[{"study_id":"b","redcap_event_name":"enrollment_arm_2","first_name":"Bea"}]"#;
    assert_eq!(import(&server, row), counted(1));
    assert_eq!(import(&server, r#"[{"study_id":"b","last_name":"Bo"}]"#), counted(1));
    assert_eq!(record(&server, "b").map(|record| record.rows.len()), Some(1));
    let wrong = r#"[{"study_id":"9","redcap_event_name":"visit_1_arm_1","first_name":"Ann"}]"#;
    assert_eq!(
        import(&server, wrong),
        refused(
            "\"9\",\"first_name\",\"Ann\",\"This field ('first_name') exists on an instrument that is not designated \
             for the event named 'Visit 1 (Arm 1: Drug A)'. You are not allowed to import data for this field into \
             this event.\""
        )
    );
    let nowhere = r#"[{"study_id":"9","redcap_event_name":"nowhere_arm_1","first_name":"Ann"}]"#;
    let text =
        "\"9\",\"redcap_event_name\",\"nowhere_arm_1\",\"The event name does not exist in the project\"";
    assert_eq!(import(&server, nowhere), refused(text));
}

#[test]
fn instances_are_named_counted_and_made() {
    let server = with(project("test_long_project"));
    let row = |instance: &str, more: &str| {
        format!(
            "{{\"study_id\":\"9\",\"redcap_event_name\":\"enrollment_arm_1\",\"redcap_repeat_instrument\":\
             \"baseline_data\",\"redcap_repeat_instance\":{instance}{more}}}"
        )
    };
    let rows = [row("1", ",\"height2\":\"150\""), row("\"new\"", ""), row("5", ""), row("\"new\"", "")];
    assert_eq!(import(&server, &format!("[{}]", rows.join(","))), counted(1));
    let numbers = |server: &Server| {
        let record = record(server, "9").expect("the record");
        record.rows.keys().filter_map(RowKey::instance).collect::<Vec<u32>>()
    };
    assert_eq!(numbers(&server), [1, 2, 5, 6]);
    assert_eq!(import(&server, &format!("[{}]", row("\"new\"", ""))), counted(1));
    assert_eq!(numbers(&server), [1, 2, 5, 6, 7]);
    for wrong in ["0", "\"x\"", "-1", "1.5"] {
        assert_eq!(import(&server, &format!("[{}]", row(wrong, ""))).0, 400, "{wrong}");
    }
}

#[test]
fn repeat_columns_that_do_not_fit_are_refused() {
    let server = with(project("test_long_project"));
    let unknown =
        r#"[{"study_id":"9","redcap_repeat_instrument":"Baseline Data","redcap_repeat_instance":3}]"#;
    assert_eq!(
        import(&server, unknown),
        refused(
            "\"9\",\"redcap_repeat_instrument\",\"Baseline Data\",\"redcap_repeat_instrument must be the unique form \
             name of a Repeating Instrument. It currently does not match the unique form name of any Repeating \
             Instruments.  Please fix this in the data import file and try again.\"\n\"9\",\"redcap_repeat_instance\",\
             \"3\",\"redcap_repeat_instance cannot have a value since this instrument or event is not a repeating \
             instrument or repeating event, respectively.  The redcap_repeat_instance field must be left blank for \
             this row of data.\""
        )
    );
    let lacking = r#"[{"study_id":"9","height2":"150"}]"#;
    assert_eq!(
        import(&server, lacking),
        refused(
            "\"9\",\"height2\",\"150\",\"This field ('height2') exists on a Repeating Instrument named \
             'baseline_data'. However, the fields 'redcap_repeat_instance' and/or 'redcap_repeat_instrument' for this \
             row of data have no value, which are both required for importing data into a Repeating Instrument.  You \
             are not allowed to import data for this field into a non-repeating instrument.\""
        )
    );
    let other = r#"[{"study_id":"9","redcap_repeat_instrument":"baseline_data","redcap_repeat_instance":1,
                    "first_name":"Ann"}]"#;
    assert_eq!(import(&server, other).0, 400);
    // Servers before repetition do not know the columns at all.
    let old = at(Some("6.18.0"), project("test_long_project"));
    let text =
        "The following fields were not found in the project as real data fields: redcap_repeat_instance";
    assert_eq!(import(&old, r#"[{"study_id":"9","redcap_repeat_instance":""}]"#), refused(text));
}

#[test]
fn instances_of_events_need_only_their_number() {
    let mut project = project("test_long_project");
    let event = project.event("visit_1_arm_1").expect("the event").id;
    project.repeating.insert(event, Repeating::Event);
    let server = with(project);
    let rows = r#"[{"study_id":"9","redcap_event_name":"visit_1_arm_1","redcap_repeat_instance":2,"vld1":"1"},
                   {"study_id":"9","redcap_event_name":"visit_1_arm_1","vld1":"2"}]"#;
    assert_eq!(import(&server, rows), counted(1));
    let record = record(&server, "9").expect("the record");
    let first = record.value(&RowKey::event_instance(event, 1), "vld1");
    assert_eq!(first, Some(&Value::text("2")));
    assert!(record.value(&RowKey::event_instance(event, 2), "vld1").is_some());
}

#[test]
fn single_values_are_imported() {
    let server = with(project("test_long_project"));
    let eav =
        |rows: &str, more: &[(&str, &str)]| import_with(&server, rows, &[&[("type", "eav")], more].concat());
    let rows = r#"[{"record":"9","redcap_event_name":"enrollment_arm_1","field_name":"study_id","value":"9"},
                   {"record":"9","field_name":"first_name","value":"Ann"},
                   {"record":"9","field_name":"gym","value":"0"},
                   {"record":"9","field_name":"gym___2","value":"1"},
                   {"record":"9","field_name":"demographics_complete","value":"2"},
                   {"record":"9","redcap_repeat_instrument":"baseline_data","redcap_repeat_instance":"2",
                    "field_name":"height2","value":"150"}]"#;
    assert_eq!(eav(rows, &[]), counted(1));
    assert_eq!(stored(&server, "9", "first_name"), "Ann");
    assert_eq!(value(&server, "9", "gym"), Some(Value::checked(["0", "2"])));
    assert_eq!(stored(&server, "9", "demographics_complete"), "2");
    let blank = r#"[{"record":"9","field_name":"first_name","value":""},{"record":"9","field_name":"gym","value":""}]"#;
    assert_eq!(eav(blank, &[]), counted(1));
    assert_eq!(stored(&server, "9", "first_name"), "Ann");
    assert_eq!(eav(blank, &[("overwriteBehavior", "overwrite")]), counted(1));
    assert_eq!((value(&server, "9", "first_name"), value(&server, "9", "gym")), (None, None));
    let text = "The following fields were not found in the project as real data fields: nonsense";
    assert_eq!(eav(r#"[{"record":"9","field_name":"nonsense","value":"1"}]"#, &[]), refused(text));
    assert_eq!(eav(r#"[{"study_id":"9","first_name":"Ann"}]"#, &[]).0, 400);
    let csv = "record,redcap_event_name,field_name,value\n8,enrollment_arm_1,first_name,Bob\n";
    let fields = [("content", "record"), ("format", "csv"), ("type", "eav"), ("data", csv)];
    assert_eq!(both(&server, &fields), (200, "1".to_owned()));
}

#[test]
fn odm_documents_are_imported() {
    use redcap_sandbox::odm::{WriteOptions, write};
    let source = project("test_long_project");
    let document = write(&source, &WriteOptions { metadata: false, ..WriteOptions::default() });
    let mut empty = source.clone();
    empty.records.clear();
    empty.documents.clear();
    let server = with(empty);
    let fields = [("content", "record"), ("format", "odm"), ("data", &document), ("returnFormat", "json")];
    assert_eq!(both(&server, &fields), counted(source.records.len()));
    let imported = record(&server, "1").expect("the record");
    for (key, row) in &source.record("1").expect("the record").rows {
        for (field, value) in row.iter().filter(|(_, value)| !matches!(value, Value::File(_))) {
            let calculated = source.fields.get(field).is_some_and(|field| field.kind == FieldType::Calc);
            assert!(calculated || imported.value(key, field) == Some(value), "{field}");
        }
    }
    let fields = [("content", "record"), ("format", "odm"), ("data", "<ODM"), ("returnFormat", "json")];
    assert_eq!(both(&server, &fields).0, 400);
}

#[test]
fn the_secondary_unique_field_stays_unique() {
    let mut project = with_fields(&["code"]);
    project.settings.secondary_unique_field = "code".into();
    let server = with(project);
    assert_eq!(import(&server, r#"[{"record_id":"1","code":"A"},{"record_id":"2","code":"B"}]"#), counted(2));
    assert_eq!(import(&server, r#"[{"record_id":"1","code":"A"}]"#), counted(1));
    for rows in [
        r#"[{"record_id":"3","code":"A"}]"#,
        r#"[{"record_id":"3","code":"C"},{"record_id":"4","code":"C"}]"#,
    ] {
        let (status, text) = import(&server, rows);
        assert_eq!((status, text.contains("duplicate")), (400, true), "{text}");
    }
    assert!(record(&server, "3").is_none());
}

#[test]
fn an_import_in_the_background_is_done_at_once() {
    let server = with(with_fields(&["a"]));
    let more = |format| [("backgroundProcess", "1"), ("returnFormat", format), ("returnContent", "ids")];
    let row = r#"[{"record_id":"1","a":"x"}]"#;
    assert_eq!(import_with(&server, row, &more("json")), (200, "{\"success\":\"true\"}".to_owned()));
    assert_eq!(stored(&server, "1", "a"), "x");
    assert_eq!(import_with(&server, row, &more("csv")), (200, "success\ntrue\n".to_owned()));
    let xml = "<?xml version=\"1.0\" encoding=\"UTF-8\" ?><item><success><![CDATA[true]]></success></item>";
    assert_eq!(import_with(&server, row, &more("xml")), (200, xml.to_owned()));
    assert_eq!(import_with(&server, "no json", &more("json")), (200, "{\"success\":\"false\"}".to_owned()));
}

#[test]
fn the_log_tells_what_was_created_and_changed() {
    let log = |server: &Server| {
        let log = server.store.projects()[0].snapshot().log;
        let lines = log.iter().filter(|one| one.kind != LogKind::Manage);
        lines.map(|one| (one.action.clone(), one.details.clone(), one.record.clone())).collect::<Vec<_>>()
    };
    let line = |action: &str, details: &str| (action.to_owned(), details.to_owned(), "1200".to_owned());
    let server = with(with_fields(&["a", "b"]));
    import(&server, r#"[{"record_id":"1200","a":"x"}]"#);
    import(&server, r#"[{"record_id":"1200","a":"x","b":"two\nlines"}]"#);
    import(&server, r#"[{"record_id":"1200","a":"x"}]"#);
    let expected = [
        line("Create record (API) 1200", "record_id = '1200', a = 'x'"),
        line("Update record (API) 1200", "b = 'two lines'"),
    ];
    assert_eq!(log(&server), expected);
    let changed = record(&server, "1200").expect("the record");
    assert_eq!(&changed.created[..15], "2026-02-03 04:0");
    let old = at(Some("11.4.0"), with_fields(&[]));
    import(&old, r#"[{"record_id":"1200"}]"#);
    assert_eq!(log(&old), [line("Created Record (API) 1200", "record_id = '1200'")]);
}

#[test]
fn calculations_follow_what_they_are_made_of() {
    let mut project = with_fields(&["a", "b", "text"]);
    let calc = |name: &str, formula: &str| {
        let mut field = Field::new(name, "my_first_instrument", FieldType::Calc, name);
        field.formula = formula.to_owned();
        (name.to_owned(), field)
    };
    // The second uses the first, which stands behind it.
    project.fields.extend([calc("double", "[sum] * 2"), calc("sum", "[a] + [b]"), calc("broken", "[a] +")]);
    project.fields["text"].annotation = "@CALCTEXT(if([a] > 1, 'many (2)', 'few')) @HIDDEN".to_owned();
    let plain = RowKey::base(project.first_event(None));
    project.record_mut("old").put(plain, "a", Value::text("5"));
    let server = with(project);
    assert_eq!(import(&server, r#"[{"record_id":"1","a":"1","b":"2","broken":"9"}]"#), counted(1));
    let all = |name: &str| ["sum", "double", "text", "broken"].map(|field| stored(&server, name, field));
    assert_eq!(all("1"), ["3", "6", "few", ""]);
    assert_eq!(import(&server, r#"[{"record_id":"1","a":"4"}]"#), counted(1));
    assert_eq!(all("1"), ["6", "12", "many (2)", ""]);
    let more = [("overwriteBehavior", "overwrite")];
    assert_eq!(import_with(&server, r#"[{"record_id":"1","b":""}]"#, &more), counted(1));
    assert_eq!(all("1"), ["", "", "many (2)", ""]);
    // Records that the data do not name are left alone.
    assert_eq!(all("old"), ["", "", "", ""]);
}

#[test]
fn calculations_reach_into_other_events() {
    let mut project = project("test_long_project");
    let mut field = Field::new("twice", "visit_lab_data", FieldType::Calc, "Twice");
    field.formula = "[enrollment_arm_1][num_children] * 2".to_owned();
    project.fields.insert("twice".to_owned(), field);
    let event = project.event("visit_1_arm_1").expect("the event").id;
    let server = with(project);
    let rows = r#"[{"study_id":"9","redcap_event_name":"visit_1_arm_1","vld1":"1"},
                   {"study_id":"9","redcap_event_name":"enrollment_arm_1","num_children":"3"}]"#;
    assert_eq!(import(&server, rows), counted(1));
    let record = record(&server, "9").expect("the record");
    assert_eq!(record.value(&RowKey::base(event), "twice"), Some(&Value::text("6")));
}
