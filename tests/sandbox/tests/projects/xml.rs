//! Reading and writing project XML.

use std::collections::BTreeSet;

use redcap_sandbox::odm::{Limits, OdmError, ReadOptions, WriteOptions, carried, read, read_records, write};
use redcap_sandbox::project::{Field, FieldType, Project, Repeating, RowKey, Value};

use super::{fixture, project};

const FIXTURES: [&str; 3] = ["doctest_project", "test_long_project", "test_simple_project"];

#[test]
fn the_simple_project_is_read_completely() {
    let project = project("test_simple_project");
    assert_eq!(project.title, "PyCap Test Simple Project");
    assert!(!project.is_longitudinal());
    assert_eq!(project.fields.len(), 15);
    assert_eq!(project.record_id_field(), "record_id");
    assert_eq!(project.instruments[0].label, "Basic Demography Form");
    let address = &project.fields["address"];
    assert_eq!((address.kind, address.identifier), (FieldType::Notes, true));
    let height = &project.fields["height"];
    assert_eq!(height.validation, "number");
    assert_eq!((height.validation_min.as_str(), height.validation_max.as_str()), ("130", "215"));
    assert_eq!(project.fields["weight"].validation, "integer");
    assert_eq!(project.fields["age"].formula, "rounddown(datediff([dob],'today','y'))");
    assert_eq!(project.fields["sex"].select_choices_or_calculations(), "0, Female | 1, Male");
    assert_eq!(project.fields["ethnicity"].alignment, "LH");
    assert_eq!(project.fields["first_name"].section_header, "Contact Information");
    assert_eq!(project.dags[0].unique_name, "test_dag");
    assert_eq!(project.record("3").and_then(|r| r.dag), Some(project.dags[0].id));
    let role = &project.roles[0];
    assert_eq!(role.unique_name, "U-573AEYRNR8");
    assert_eq!(role.rights.forms_export["demographics"], 2);
    assert_eq!(role.rights.forms["demographics"], 1);
    assert!(role.rights.has("stats_and_charts") && !role.rights.has("design"));
    assert_eq!(project.settings.other_groups[0].name, "MultilanguageSettingsGroup");
}

#[test]
fn the_longitudinal_project_is_read_completely() {
    let project = project("test_long_project");
    assert!(project.is_longitudinal());
    assert_eq!(project.events.len(), 16);
    assert_eq!(project.mapping_list().len(), 44);
    assert_eq!(project.instruments.len(), 9);
    assert_eq!(project.arms[&2].name, "Drug B");
    assert_eq!(project.record_id_field(), "study_id");
    let event = project.event("deadline_to_opt_ou_arm_2").expect("the event is there");
    assert_eq!((event.day_offset, event.arm), (5, 2));
    assert!(project.is_repeating_form(project.first_event(None), "baseline_data"));
    assert_eq!(project.survey_queue.len(), 2);
    let gym = &project.fields["gym"];
    assert_eq!((gym.kind, gym.choices.len()), (FieldType::Checkbox, 5));
    assert_eq!(gym.matrix_group, "weekly_schedule");
    assert_eq!(project.fields["specify_mood"].formula, "Very sad | Indifferent | Very happy");
    assert_eq!(project.fields["given_birth"].branching_logic, "[sex] = \"0\"");
    let survey = project.instrument("contact_info").and_then(|i| i.survey.as_ref());
    let survey = survey.expect("the instrument is a survey");
    assert!(survey.is_enabled() && survey.has_return_code());
    // Line breaks within attributes stay.
    assert!(survey.settings["instructions"].contains("</p>\n<p>"));
    let instance = RowKey::form_instance(project.first_event(None), "baseline_data", 1);
    let weight = project.record("1").and_then(|r| r.value(&instance, "weight2"));
    assert_eq!(weight, Some(&Value::text("100")));
}

#[test]
fn the_repeating_project_is_read_completely() {
    let project = project("doctest_project");
    let event = project.first_event(None);
    assert_eq!(project.repeating[&event], Repeating::Event);
    let key = RowKey::event_instance(event, 1);
    let record = project.record("1").expect("the record is there");
    assert_eq!(record.value(&key, "checkbox_field"), Some(&Value::checked(["2"])));
    let Some(Value::File(id)) = record.value(&key, "upload_field") else { panic!("no file") };
    let document = &project.documents[id];
    assert_eq!(document.name, "test_upload.txt");
    assert_eq!(document.mime, "text/plain");
    assert_eq!(document.bytes, b"test upload\n");
    let report = &project.reports[0];
    assert_eq!(report.fields, ["record_id", "checkbox_field"]);
    assert!(report.filter_logic.ends_with("([event-name][field_1] = \"1\")"));
    assert_eq!(report.order[0].field, "record_id");
    let choices = project.fields["checkbox_field"].select_choices_or_calculations();
    assert_eq!(choices, "1, Option 1 | 2, Option 2");
    assert_eq!(project.roles[0].rights.forms["form_1"], 2);
}

#[test]
fn writing_and_reading_gives_the_same_project() {
    for name in FIXTURES {
        let first = project(name);
        let text = write(&first, &WriteOptions::default());
        let second = read(&text, &ReadOptions::default()).expect("what was written is read");
        assert_eq!(carried(&first), carried(&second), "{name}");
        assert_eq!(first.fields, second.fields);
        assert_eq!(text, write(&second, &WriteOptions::default()), "{name}");
    }
}

#[test]
fn a_field_that_became_one_for_files_has_no_file_to_write() {
    let mut project = project("test_simple_project");
    let mut fields: Vec<Field> = project.fields.values().cloned().collect();
    let email = fields.iter_mut().find(|field| field.name == "email").expect("the field is there");
    email.kind = FieldType::File;
    email.validation.clear();
    project.replace_metadata(fields).expect("the dictionary is sound");
    let text = write(&project, &WriteOptions::default());
    assert!(!text.contains("ItemOID=\"email\" Value"), "a text is no file");
    let back = read(&text, &ReadOptions::default()).expect("what was written is read");
    assert_eq!(carried(&project), carried(&back));
}

#[test]
fn choices_that_a_new_dictionary_lacks_are_not_written() {
    let mut project = project("test_long_project");
    let event = RowKey::base(project.first_event(None));
    project.record_mut("1").put(event.clone(), "gym", Value::checked(["0", "3"]));
    let mut fields: Vec<Field> = project.fields.values().cloned().collect();
    let gym = fields.iter_mut().find(|field| field.name == "gym").expect("the field is there");
    gym.choices.retain(|choice| choice.code != "3");
    project.replace_metadata(fields).expect("the dictionary is sound");
    let text = write(&project, &WriteOptions::default());
    let back = read(&text, &ReadOptions::default()).expect("what was written is read");
    assert_eq!(carried(&project), carried(&back));
    let kept = back.record("1").and_then(|record| record.value(&event, "gym").cloned());
    assert_eq!(kept, Some(Value::checked(["0"])));
}

/// Trimmed lines of a document's metadata, sorted: order is free, content is not.
fn metadata_lines(text: &str) -> Vec<String> {
    let start = text.find("<MetaDataVersion").expect("metadata begin");
    let end = text.find("</MetaDataVersion>").expect("metadata end");
    // Attribute order within an item is free as well.
    let mut lines: Vec<String> = text[start..end]
        .lines()
        .map(|line| {
            let mut parts: Vec<&str> = line.trim().trim_end_matches(['/', '>']).split("\" ").collect();
            parts.iter_mut().for_each(|part| *part = part.trim_end_matches('"'));
            parts.sort_unstable();
            parts.join(" ")
        })
        .collect();
    lines.sort_unstable();
    lines
}

#[test]
fn metadata_are_written_as_the_server_writes_them() {
    for name in FIXTURES {
        let text = fixture(name);
        let project = project(name);
        let options = WriteOptions {
            // Servers leave the column out where the exporting user has no group right.
            dags: text.contains("ItemDef OID=\"redcap_data_access_group\""),
            ..WriteOptions::default()
        };
        // Known differences: the document's own identifier, the names of
        // groups that continue after a heading, and a full stop that older
        // servers wrote.
        let compared = |text: &str| -> Vec<String> {
            let ignored = ["<MetaDataVersion", "<ItemGroupDef", "<ErrorMessage"];
            let lines = metadata_lines(text).into_iter();
            lines.filter(|line| ignored.iter().all(|start| !line.contains(start))).collect()
        };
        let (theirs, ours) = (compared(&text), compared(&write(&project, &options)));
        let missing: Vec<&String> = theirs.iter().filter(|line| !ours.contains(line)).collect();
        let extra: Vec<&String> = ours.iter().filter(|line| !theirs.contains(line)).collect();
        assert!(missing.is_empty() && extra.is_empty(), "{name}\nmissing {missing:#?}\nextra {extra:#?}");
        assert_eq!(theirs.len(), ours.len(), "{name}");
    }
}

#[test]
fn creation_drops_calculated_values_only() {
    let text = fixture("test_simple_project");
    let project = read(&text, &ReadOptions::for_creation(7, "2025-01-01 00:00:00")).expect("read");
    let key = RowKey::base(project.first_event(None));
    let record = project.record("1").expect("the record is there");
    assert_eq!(record.value(&key, "bmi"), None);
    assert_eq!(record.value(&key, "weight"), Some(&Value::text("100")));
    assert_eq!(project.settings.creation_time, "2025-01-01 00:00:00");
    // Three record ids and the values that are left.
    let values: usize =
        project.records.values().map(|r| r.rows.values().map(|row| row.len()).sum::<usize>()).sum();
    assert_eq!(values + project.records.len(), 30);
}

#[test]
fn options_limit_what_is_written() {
    let project = project("test_long_project");
    let set = |names: &[&str]| Some(names.iter().map(|n| (*n).to_owned()).collect::<BTreeSet<String>>());
    let back = |options: &WriteOptions| {
        read(&write(&project, options), &ReadOptions::default()).expect("what was written is read")
    };
    let none = back(&WriteOptions { data: false, ..WriteOptions::default() });
    assert!(none.records.is_empty() && none.fields.len() == project.fields.len());
    let one = back(&WriteOptions { records: set(&["2"]), ..WriteOptions::default() });
    assert_eq!(one.records.len(), 1);
    let event = back(&WriteOptions { events: set(&["visit_1_arm_1"]), ..WriteOptions::default() });
    assert_eq!(event.records.len(), 1);
    assert_eq!(event.record("1").map(|r| r.rows.len()), Some(1));
    let fields = back(&WriteOptions { fields: set(&["study_id", "first_name"]), ..WriteOptions::default() });
    let row = RowKey::base(fields.first_event(None));
    let record = fields.record("1").expect("the record is there");
    assert_eq!(record.rows[&row].keys().collect::<Vec<_>>(), ["first_name"]);
    let files = super::project("doctest_project");
    let without = write(&files, &WriteOptions { files: false, ..WriteOptions::default() });
    assert!(!without.contains("ItemDataBase64Binary"));
    let without = write(&files, &WriteOptions { dags: false, ..WriteOptions::default() });
    assert!(!without.contains("redcap_data_access_group"));
}

#[test]
fn records_alone_are_read_into_a_known_project() {
    let project = project("test_simple_project");
    let options = WriteOptions { metadata: false, ..WriteOptions::default() };
    let text = write(&project, &options);
    assert!(!text.contains("<Study "));
    let read = read_records(&text, &project, &ReadOptions::default()).expect("records are read");
    assert_eq!(read.records.len(), 3);
    assert_eq!(carried(&read), carried(&project));
}

#[test]
fn other_sources_and_sloppy_files_are_read() {
    let text = "\u{FEFF}\n<?xml version='1.0'?><!-- c --><o:ODM xmlns:o='x'><o:Extra><a/></o:Extra>
        <o:ClinicalData><o:SubjectData SubjectKey='01-1'><o:StudyEventData StudyEventOID='SE.1'>
        <o:FormData FormOID='F.VS'><o:ItemGroupData><o:ItemDataFloat ItemOID='I.T'>37.5</o:ItemDataFloat>
        <o:ItemData ItemOID='I.ID' Value='01-1'/><o:ItemData ItemOID='unknown' Value='x'/>
        </o:ItemGroupData></o:FormData></o:StudyEventData></o:SubjectData></o:ClinicalData>
        <o:Study><o:MetaDataVersion><o:ItemDef OID='I.T' Name='Temp C' DataType='float'>
        <o:Question><o:TranslatedText><![CDATA[T < 40]]> &amp; more</o:TranslatedText></o:Question></o:ItemDef>
        <o:ItemDef OID='I.ID' Name='Subject' DataType='text'/>
        <o:ItemGroupDef OID='G'><o:ItemRef ItemOID='I.ID'/><o:ItemRef ItemOID='I.T' Mandatory='Yes'/></o:ItemGroupDef>
        <o:FormDef OID='F.VS' Name='Vital signs'><o:ItemGroupRef ItemGroupOID='G'/></o:FormDef>
        <o:StudyEventDef OID='SE.1' Name='Visit one'><o:FormRef FormOID='F.VS'/></o:StudyEventDef>
        </o:MetaDataVersion><o:GlobalVariables><o:StudyName>Other</o:StudyName></o:GlobalVariables></o:Study></o:ODM>";
    let project = read(text, &ReadOptions::default()).expect("the document is read");
    assert_eq!(project.title, "Other");
    assert_eq!(project.events[0].unique_name, "visit_one_arm_1");
    let field = &project.fields["temp_c"];
    assert_eq!((field.label.as_str(), field.validation.as_str()), ("T < 40 & more", "number"));
    assert!(field.required);
    let key = RowKey::base(project.first_event(None));
    let record = project.record("01-1").expect("the record is there");
    assert_eq!(record.value(&key, "temp_c"), Some(&Value::text("37.5")));
}

fn refusal(text: &str) -> OdmError {
    read(text, &ReadOptions::default()).expect_err("the document is refused")
}

#[test]
fn what_is_not_odm_is_refused_with_its_position() {
    assert_eq!(
        refusal("<a>\n <b></a>").to_string().split(':').next(),
        Some("line 2, column 5"),
        "{}",
        refusal("<a>\n <b></a>")
    );
    assert!(refusal("").to_string().contains("empty"));
    assert!(refusal("record_id,name").to_string().contains("outside the root"));
    assert!(refusal("<html/>").to_string().contains("<html>, not <ODM>"));
    assert!(refusal("<ODM><Study/></ODM>").to_string().contains("MetaDataVersion"));
    assert!(
        refusal("<ODM><Study>\n<MetaDataVersion/></Study></ODM>").to_string().starts_with("line 2, column 1")
    );
    // A mark and blank lines before the declaration do not shift positions.
    assert!(refusal("\u{FEFF}\n\n<ODM>\n<Study/></ODM>").to_string().starts_with("line 4, column 1"));
    assert!(refusal("<ODM>&nope;</ODM>").to_string().starts_with("line 1, column 6"));
    let entity = "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><ODM>&e;</ODM>";
    assert!(refusal(entity).to_string().contains("document type"));
    assert!(refusal(&"<ODM>".repeat(100)).to_string().contains("nested more than 64"));
    assert!(refusal("<ODM><Study>").to_string().contains("<Study> is not closed"));
    let options = ReadOptions { limits: Limits { bytes: 10, ..Limits::default() }, ..ReadOptions::default() };
    let refused = read("<ODM>          </ODM>", &options).expect_err("too large");
    assert_eq!(refused, OdmError::TooLarge { limit: 10, actual: 21 });
}

#[test]
fn a_state_file_holds_the_whole_project() {
    for name in FIXTURES {
        let project = project(name);
        let text = serde_json::to_string(&project).expect("the project is written");
        let back: Project = serde_json::from_str(&text).expect("the project is read");
        assert_eq!(project, back);
    }
}
