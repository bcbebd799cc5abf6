//! Export of records: rows, columns, cells and formats.

use redcap_sandbox::project::Project;

use crate::support::{both, project, text, with};
use crate::worlds::{Builder, check, choices};

/// `export` of a server, with `content=record`.
pub fn export(server: &redcap_sandbox::Server, fields: &[(&str, &str)]) -> String {
    let mut all = vec![("content", "record")];
    all.extend(fields);
    text(server, &all)
}

/// A classic project with a repeating instrument and a survey.
fn classic() -> Project {
    let mut world = Builder::classic(&["nonrepeat", "repeat", "survey"]);
    world.label("nonrepeat", "Nonrepeated").label("repeat", "Repeated").survey("survey");
    world.field("nonrepeat", "nonrepeat_1").field("repeat", "repeat_1");
    world.fields("survey", "survey_yesno", |field| field.kind = redcap_sandbox::project::FieldType::YesNo);
    world.repeat("", "repeat");
    world.set("1", "", 0, &[("nonrepeat_1", "1"), ("nonrepeat_complete", "0")]);
    world.set("1", "", 0, &[("survey_yesno", "1"), ("survey_complete", "2")]);
    world.completed("1", "survey", "2022-11-09 10:33:35");
    world.set("1", "", 1, &[("repeat_1", "1"), ("repeat_complete", "0")]);
    world.set("1", "", 2, &[("repeat_1", "3"), ("repeat_complete", "0")]);
    world.set("3", "", 1, &[("repeat_1", "C"), ("repeat_complete", "0")]);
    world.project
}

#[test]
fn a_classic_project_with_repeats_and_a_survey() {
    let server = with(classic());
    assert_eq!(
        export(&server, &[("format", "csv"), ("exportSurveyFields", "true")]),
        "record_id,redcap_repeat_instrument,redcap_repeat_instance,redcap_survey_identifier,nonrepeat_1,\
         nonrepeat_complete,repeat_1,repeat_complete,survey_timestamp,survey_yesno,survey_complete\n\
         1,,,,1,0,,,\"2022-11-09 10:33:35\",1,2\n\
         1,repeat,1,,,,1,0,,,\n\
         1,repeat,2,,,,3,0,,,\n\
         3,,,,,0,,,,,0\n\
         3,repeat,1,,,,C,0,,,\n"
    );
    // Without the flag, and in projects without surveys, there are no survey columns.
    assert!(!export(&server, &[("format", "csv")]).contains("survey_timestamp"));
    let simple = with(project("test_simple_project"));
    assert!(
        !export(&simple, &[("format", "csv"), ("exportSurveyFields", "true")]).contains("survey_identifier")
    );
}

#[test]
fn json_and_xml_have_the_same_cells() {
    let server = with(classic());
    let asked = [("records[0]", "3"), ("fields[0]", "record_id"), ("forms[0]", "repeat")];
    let of = |format| {
        let mut fields = asked.to_vec();
        fields.push(("format", format));
        export(&server, &fields)
    };
    assert_eq!(
        of("json"),
        r#"[{"record_id":"3","redcap_repeat_instrument":"","redcap_repeat_instance":"","repeat_1":"","repeat_complete":""},{"record_id":"3","redcap_repeat_instrument":"repeat","redcap_repeat_instance":1,"repeat_1":"C","repeat_complete":"0"}]"#
    );
    assert_eq!(
        of("xml"),
        "<?xml version=\"1.0\" encoding=\"UTF-8\" ?><records><item><record_id>3</record_id>\
         <redcap_repeat_instrument></redcap_repeat_instrument><redcap_repeat_instance></redcap_repeat_instance>\
         <repeat_1></repeat_1><repeat_complete></repeat_complete></item><item><record_id>3</record_id>\
         <redcap_repeat_instrument><![CDATA[repeat]]></redcap_repeat_instrument>\
         <redcap_repeat_instance>1</redcap_repeat_instance><repeat_1><![CDATA[C]]></repeat_1>\
         <repeat_complete>0</repeat_complete></item></records>"
    );
}

#[test]
fn events_of_several_arms_then_what_repeats() {
    let mut world = Builder::longitudinal(
        &["one", "two", "repeated"],
        &[("Event 1", 1), ("Event 2", 1), ("Late", 2)],
        &[("Event 1", "one two repeated"), ("Event 2", "one repeated"), ("Late", "two")],
    );
    world.field("one", "a").field("two", "b").field("repeated", "r");
    world.repeat("event_1_arm_1", "repeated").repeat("event_2_arm_1", "repeated");
    world.set("1", "event_2_arm_1", 1, &[("r", "A"), ("repeated_complete", "0")]);
    world.set("1", "event_1_arm_1", 2, &[("r", "3"), ("repeated_complete", "0")]);
    world.set("1", "event_1_arm_1", 1, &[("r", "1"), ("repeated_complete", "0")]);
    world.set("1", "event_2_arm_1", 0, &[("a", "1"), ("one_complete", "0")]);
    world.set(
        "1",
        "event_1_arm_1",
        0,
        &[("a", "1"), ("b", "2"), ("one_complete", "0"), ("two_complete", "0")],
    );
    world.set("1", "late_arm_2", 0, &[("b", "z")]);
    world.touch("3", "event_1_arm_1");
    world.set("10", "event_2_arm_1", 1, &[("r", "only")]);
    let server = with(world.project);
    assert_eq!(
        export(&server, &[("format", "csv")]),
        "record_id,redcap_event_name,redcap_repeat_instrument,redcap_repeat_instance,a,one_complete,b,\
         two_complete,r,repeated_complete\n\
         1,event_1_arm_1,,,1,0,2,0,,\n\
         1,event_2_arm_1,,,1,0,,,,\n\
         1,late_arm_2,,,,,z,0,,\n\
         1,event_1_arm_1,repeated,1,,,,,1,0\n\
         1,event_1_arm_1,repeated,2,,,,,3,0\n\
         1,event_2_arm_1,repeated,1,,,,,A,0\n\
         3,event_1_arm_1,,,,0,,0,,\n\
         10,event_2_arm_1,repeated,1,,,,,only,0\n"
    );
    // Restricted to a repeating form, a longitudinal project still has its plain rows.
    assert_eq!(
        export(&server, &[("format", "csv"), ("forms[0]", "repeated"), ("records[0]", "1")]),
        "r,repeated_complete\n,\n,\n,\n1,0\n3,0\nA,0\n"
    );
    assert_eq!(
        export(&server, &[("format", "csv"), ("events[0]", "late_arm_2"), ("fields[0]", "record_id")]),
        "record_id,redcap_event_name,redcap_repeat_instrument,redcap_repeat_instance\n1,late_arm_2,,\n"
    );
}

#[test]
fn a_classic_export_of_a_repeating_form_has_no_plain_rows() {
    let server = with(classic());
    let csv = export(&server, &[("format", "csv"), ("forms[0]", "repeat")]);
    assert_eq!(csv, "repeat_1,repeat_complete\n1,0\n3,0\nC,0\n");
}

#[test]
fn a_repeating_event() {
    let mut world = Builder::longitudinal(
        &["nr_instrument", "r_instrument"],
        &[("NR Event", 1), ("R Event", 1)],
        &[("NR Event", "nr_instrument r_instrument"), ("R Event", "nr_instrument r_instrument")],
    );
    world.field("nr_instrument", "nr_instr_field").field("r_instrument", "r_instr_field");
    world.repeat("nr_event_arm_1", "r_instrument").repeat("r_event_arm_1", "");
    let (nr, r) = ("nr_instrument_complete", "r_instrument_complete");
    world.set("1", "nr_event_arm_1", 0, &[("nr_instr_field", "test"), (nr, "0")]);
    world.set("1", "nr_event_arm_1", 1, &[("r_instr_field", "test"), (r, "0")]);
    world.set("1", "nr_event_arm_1", 3, &[(r, "0")]);
    world.set("1", "r_event_arm_1", 1, &[("nr_instr_field", "test"), (nr, "0")]);
    world.set("1", "r_event_arm_1", 2, &[("nr_instr_field", "test"), (nr, "0")]);
    let server = with(world.project);
    assert_eq!(
        export(&server, &[("format", "csv"), ("exportBlankForGrayFormStatus", "true")]),
        "record_id,redcap_event_name,redcap_repeat_instrument,redcap_repeat_instance,nr_instr_field,\
         nr_instrument_complete,r_instr_field,r_instrument_complete\n\
         1,nr_event_arm_1,,,test,0,,\n\
         1,nr_event_arm_1,r_instrument,1,,,test,0\n\
         1,nr_event_arm_1,r_instrument,3,,,,0\n\
         1,r_event_arm_1,,1,test,0,,\n\
         1,r_event_arm_1,,2,test,0,,\n"
    );
    let json =
        export(&server, &[("format", "json"), ("fields[0]", "record_id"), ("events[0]", "r_event_arm_1")]);
    assert_eq!(
        json,
        r#"[{"record_id":"1","redcap_event_name":"r_event_arm_1","redcap_repeat_instrument":"","redcap_repeat_instance":1},{"record_id":"1","redcap_event_name":"r_event_arm_1","redcap_repeat_instrument":"","redcap_repeat_instance":2}]"#
    );
}

#[test]
fn nothing_found_is_an_empty_answer_in_each_format() {
    let server = with(classic());
    let none =
        |format, kind| export(&server, &[("format", format), ("type", kind), ("records[0]", "nobody")]);
    for kind in ["flat", "eav"] {
        assert_eq!(none("csv", kind), "\n");
        assert_eq!(none("json", kind), "[]");
        assert_eq!(none("xml", kind), "<?xml version=\"1.0\" encoding=\"UTF-8\" ?><records></records>");
    }
}

#[test]
fn unknown_records_are_passed_over_and_order_is_natural() {
    let mut world = Builder::classic(&["one"]);
    for name in ["10", "9", "0", "331-10", "331-2", "001"] {
        world.touch(name, "");
    }
    let server = with(world.project);
    let ids = |more: &[(&str, &str)]| {
        let mut fields = vec![("format", "csv"), ("fields[0]", "record_id")];
        fields.extend(more);
        export(&server, &fields)
    };
    assert_eq!(ids(&[]), "record_id\n0\n001\n9\n10\n331-2\n331-10\n");
    assert_eq!(ids(&[("records[0]", "10"), ("records[1]", "x"), ("records[2]", "0")]), "record_id\n0\n10\n");
    assert_eq!(ids(&[("records", "9,10,1")]), "record_id\n9\n10\n");
}

#[test]
fn cells_are_quoted_as_php_does() {
    let mut world = Builder::classic(&["one"]);
    world.field("one", "t");
    let values = ["plain;|^", "a b", "say \"x\"", "c:\\d", "two\nlines", "tab\there", "1,5", "ä€", "a@b.c/d"];
    for (index, value) in values.iter().enumerate() {
        world.set(&index.to_string(), "", 0, &[("t", value)]);
    }
    let server = with(world.project);
    let of = |more: &[(&str, &str)]| {
        let mut fields = vec![("fields[0]", "t")];
        fields.extend(more);
        export(&server, &fields)
    };
    assert_eq!(
        of(&[("format", "csv")]),
        "t\nplain;|^\n\"a b\"\n\"say \"\"x\"\"\"\n\"c:\\d\"\n\"two\nlines\"\n\"tab\there\"\n\"1,5\"\nä€\na@b.c/d\n"
    );
    assert_eq!(
        of(&[("format", "json")]),
        "[{\"t\":\"plain;|^\"},{\"t\":\"a b\"},{\"t\":\"say \\\"x\\\"\"},{\"t\":\"c:\\\\d\"},{\"t\":\"two\\nlines\"},\
         {\"t\":\"tab\\there\"},{\"t\":\"1,5\"},{\"t\":\"\\u00e4\\u20ac\"},{\"t\":\"a@b.c\\/d\"}]"
    );
    assert!(of(&[("format", "csv"), ("csvDelimiter", ";")]).starts_with("t\n\"plain;|^\"\n"));
    assert!(of(&[("format", "csv"), ("csvDelimiter", ";")]).contains("\n1,5\n"));
}

#[test]
fn delimiters_stand_between_all_columns() {
    let mut world = Builder::classic(&["one"]);
    world.field("one", "t").set("1", "", 0, &[("t", "x")]);
    let server = with(world.project);
    for (sent, delimiter) in [(",", ","), ("tab", "\t"), (";", ";"), ("|", "|"), ("^", "^"), ("", ",")] {
        assert_eq!(
            export(&server, &[("format", "csv"), ("csvDelimiter", sent)]),
            format!("record_id{delimiter}t{delimiter}one_complete\n1{delimiter}x{delimiter}0\n")
        );
    }
}

#[test]
fn fields_and_forms_make_one_set_of_columns() {
    let server = with(classic());
    let header = |more: &[(&str, &str)]| {
        let mut fields = vec![("format", "csv"), ("records[0]", "1")];
        fields.extend(more);
        export(&server, &fields).lines().next().unwrap_or_default().to_owned()
    };
    assert_eq!(header(&[("fields[0]", "nonrepeat_1")]), "nonrepeat_1");
    assert_eq!(header(&[("forms[0]", "survey")]), "survey_yesno,survey_complete");
    assert_eq!(
        header(&[("forms[0]", "survey"), ("fields[0]", "nonrepeat_1")]),
        "nonrepeat_1,survey_yesno,survey_complete"
    );
    assert_eq!(
        header(&[("fields[0]", "survey_complete"), ("fields[1]", "nonrepeat_1")]),
        "nonrepeat_1,survey_complete"
    );
    assert_eq!(
        header(&[("forms[0]", "nonrepeat")]),
        "record_id,redcap_repeat_instrument,redcap_repeat_instance,nonrepeat_1,nonrepeat_complete"
    );
}

#[test]
fn fields_and_forms_that_are_not_there_are_refused() {
    let server = with(classic());
    let ask = |name, value| both(&server, &[("content", "record"), ("format", "csv"), (name, value)]);
    let refused = |parameter: &str, names: &str| {
        (400, format!("ERROR: The following values in the parameter \"{parameter}\" are not valid: {names}"))
    };
    assert_eq!(ask("fields", "nonrepeat_1,x,y"), refused("fields", "'x', 'y'"));
    assert_eq!(ask("fields[0]", "redcap_repeat_instance"), refused("fields", "'redcap_repeat_instance'"));
    assert_eq!(ask("forms[0]", "nowhere"), refused("forms", "'nowhere'"));
}

#[test]
fn checkboxes_labels_and_their_headers() {
    let mut world = Builder::classic(&["one"]);
    check(&mut world, "one", "gym", "0, Monday | -99, Not at all | Aa, Sunday");
    choices(&mut world, "one", "sex", "0, Female | 1, Male");
    world.set("1", "", 0, &[("gym", "0,Aa"), ("sex", "1"), ("one_complete", "2")]);
    world.touch("2", "");
    let server = with(world.project);
    let of = |more: &[(&str, &str)]| {
        let mut fields = vec![("format", "csv")];
        fields.extend(more);
        export(&server, &fields)
    };
    let header = "record_id,gym___0,gym____99,gym___aa,sex,one_complete\n";
    assert_eq!(of(&[]), format!("{header}1,1,0,1,1,2\n2,0,0,0,,0\n"));
    let label = ("rawOrLabel", "label");
    assert_eq!(
        of(&[label]),
        format!(
            "{header}1,Checked,Unchecked,Checked,Male,Complete\n2,Unchecked,Unchecked,Unchecked,,Incomplete\n"
        )
    );
    assert_eq!(
        of(&[label, ("exportCheckboxLabel", "true")]),
        format!("{header}1,Monday,,Sunday,Male,Complete\n2,,,,,Incomplete\n")
    );
    // Labels of checkboxes come with labels only.
    assert_eq!(of(&[("exportCheckboxLabel", "true")]), of(&[]));
    let combined = "record_id,gym,sex,one_complete\n";
    let combine = ("combineCheckboxOptions", "true");
    assert_eq!(of(&[combine]), format!("{combined}1,\"0,Aa\",1,2\n2,,,0\n"));
    assert_eq!(
        of(&[combine, label]),
        format!("{combined}1,\"Monday,Sunday\",Male,Complete\n2,,,Incomplete\n")
    );
    assert_eq!(
        of(&[("rawOrLabelHeaders", "label"), ("records[0]", "2")]),
        "\"Record ID\",\"gym (choice=Monday)\",\"gym (choice=Not at all)\",\"gym (choice=Sunday)\",sex,Complete?\n2,0,0,0,,0\n"
    );
    // Other formats have no header line.
    let json = export(&server, &[("format", "json"), ("rawOrLabelHeaders", "label"), ("fields[0]", "sex")]);
    assert_eq!(json, r#"[{"sex":"1"},{"sex":""}]"#);
}
