//! The data dictionary.

use redcap_sandbox::Server;
use redcap_sandbox::project::{Field, FieldType, Project};

use crate::support::{ask, ask_as, both, project, text, with};

const XML: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" ?>";
const HEADER: &str = "field_name,form_name,section_header,field_type,field_label,select_choices_or_calculations,field_note,\
                      text_validation_type_or_show_slider_number,text_validation_min,text_validation_max,identifier,\
                      branching_logic,required_field,custom_alignment,question_number,matrix_group_name,matrix_ranking,\
                      field_annotation";

/// Three fields on two instruments, with what is hard to quote.
fn small() -> Project {
    let mut project = Project::new(1, "Small");
    let mut age = Field::new("age", "my_first_instrument", FieldType::Text, "Age a/b, \"years\"");
    age.validation = "integer".into();
    age.validation_min = "18".into();
    age.required = true;
    age.identifier = true;
    let mut sex = Field::new("sex", "second", FieldType::Radio, "Sex é");
    sex.set_choices_or_calculations("1, female | 2, male");
    let mut fields: Vec<Field> = project.fields.values().cloned().collect();
    fields.extend([age, sex]);
    project.replace_metadata(fields).expect("a dictionary");
    project
}

fn export(server: &Server, format: &str, filters: &[(&str, &str)]) -> (u16, String) {
    let fields: Vec<(&str, &str)> =
        [("content", "metadata"), ("format", format)].into_iter().chain(filters.iter().copied()).collect();
    both(server, &fields)
}

fn import(server: &Server, format: &str, data: &str) -> (u16, String) {
    both(server, &[("content", "metadata"), ("format", format), ("data", data)])
}

#[test]
fn fields_are_listed_in_each_format() {
    let server = with(small());
    assert_eq!(
        export(&server, "csv", &[]).1,
        format!(
            "{HEADER}\nrecord_id,my_first_instrument,,text,\"Record ID\",,,,,,,,,,,,,\n\
             age,my_first_instrument,,text,\"Age a/b, \"\"years\"\"\",,,integer,18,,y,,y,,,,,\n\
             sex,second,,radio,\"Sex é\",\"1, female | 2, male\",,,,,,,,,,,,\n"
        )
    );
    let empty = r#""field_note":"","text_validation_type_or_show_slider_number":"","text_validation_min":"","text_validation_max":"","identifier":"","branching_logic":"","required_field":"","custom_alignment":"","question_number":"","matrix_group_name":"","matrix_ranking":"","field_annotation":"""#;
    let record_id = format!(
        r#"{{"field_name":"record_id","form_name":"my_first_instrument","section_header":"","field_type":"text","field_label":"Record ID","select_choices_or_calculations":"",{empty}}}"#
    );
    let age = r#"{"field_name":"age","form_name":"my_first_instrument","section_header":"","field_type":"text","field_label":"Age a\/b, \"years\"","select_choices_or_calculations":"","field_note":"","text_validation_type_or_show_slider_number":"integer","text_validation_min":"18","text_validation_max":"","identifier":"y","branching_logic":"","required_field":"y","custom_alignment":"","question_number":"","matrix_group_name":"","matrix_ranking":"","field_annotation":""}"#;
    let sex = format!(
        r#"{{"field_name":"sex","form_name":"second","section_header":"","field_type":"radio","field_label":"Sex \u00e9","select_choices_or_calculations":"1, female | 2, male",{empty}}}"#
    );
    assert_eq!(export(&server, "json", &[]).1, format!("[{record_id},\n{age},\n{sex}]"));
    let xml = export(&server, "xml", &[("fields[0]", "age")]).1;
    assert!(
        xml.starts_with(&format!(
            "{XML}<records><item><field_name><![CDATA[age]]></field_name><form_name><![CDATA[my_first_instrument]]></form_name>\
             <section_header></section_header><field_type><![CDATA[text]]></field_type>\
             <field_label><![CDATA[Age a/b, \"years\"]]></field_label>"
        )),
        "{xml}"
    );
}

#[test]
fn fields_and_forms_are_joined() {
    let server = with(small());
    let names = |filters: &[(&str, &str)]| {
        let csv = export(&server, "csv", filters).1;
        csv.lines().skip(1).filter_map(|line| line.split(',').next()).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(names(&[("fields[0]", "sex"), ("fields[1]", "record_id")]), "record_id sex");
    assert_eq!(names(&[("forms[0]", "my_first_instrument")]), "record_id age");
    assert_eq!(names(&[("forms[]", "second"), ("fields[]", "age")]), "age sex");
    assert_eq!(names(&[("fields", "sex,age")]), "age sex");
    assert_eq!(names(&[("fields", "")]), "record_id age sex");
}

#[test]
fn unknown_fields_and_forms_are_refused() {
    let server = with(small());
    assert_eq!(
        export(&server, "json", &[("fields[0]", "age"), ("fields[1]", "nope"), ("fields[2]", "sex___1")]),
        (
            400,
            r#"{"error":"The following values in the parameter \"fields\" are not valid: 'nope', 'sex___1'"}"#.into()
        )
    );
    assert_eq!(
        export(&server, "csv", &[("forms[0]", "Second")]),
        (400, "ERROR: The following values in the parameter \"forms\" are not valid: 'Second'".into())
    );
}

#[test]
fn an_import_replaces_the_dictionary_in_each_format() {
    let server = with(small());
    let all = ["csv", "json", "xml"].map(|format| (format, export(&server, format, &[]).1));
    for (format, data) in &all {
        assert_eq!(
            import(&server, "csv", &format!("{HEADER}\nid,only,,text,ID,,,,,,,,,,,,,\n")),
            (200, "1".into())
        );
        assert_eq!(
            text(&server, &[("content", "instrument"), ("format", "csv")]),
            "instrument_name,instrument_label\nonly,\"Only\"\n"
        );
        assert_eq!(import(&server, format, data), (200, "3".into()), "{format}");
        assert_eq!(export(&server, format, &[]).1, *data);
    }
    // With a mark, with another delimiter inside, with line breaks in a label.
    let data = format!("\u{feff}{HEADER}\r\nid,only,,text,\"Two\nlines; more\",,,,,,,,,,,,,\r\n");
    assert_eq!(import(&server, "csv", &data), (200, "1".into()));
    assert_eq!(
        export(&server, "csv", &[]).1,
        format!("{HEADER}\nid,only,,text,\"Two\nlines; more\",,,,,,,,,,,,,\n")
    );
}

#[test]
fn new_instruments_can_be_seen_by_who_sees_all() {
    let server = with(small());
    let rights = |server: &Server| {
        let users = ask(server, &[("content", "user"), ("format", "json")]).json();
        (users[0]["forms"].clone(), users[0]["forms_export"].clone())
    };
    assert_eq!(
        import(&server, "csv", &format!("{HEADER}\nid,only,,text,ID,,,,,,,,,,,,,\n")),
        (200, "1".into())
    );
    let only = serde_json::json!({"only": 1});
    assert_eq!(rights(&server), (only.clone(), only));
}

#[test]
fn problems_are_told_by_cell_and_nothing_changes() {
    let server = with(small());
    let before = export(&server, "csv", &[]).1;
    let data = "field_name,form_name,field_type,field_label\nrecord_id,one,text,ID\na,,text,A\na,two,texts,A\nb,one,text,B\n";
    let (status, message) = import(&server, "csv", data);
    assert_eq!(status, 400);
    assert_eq!(
        message,
        "ERROR: The field type texts (D4) is not valid. Valid field types are: text, notes, radio, dropdown, calc, file, \
         checkbox, yesno, truefalse, descriptive, slider\n\
         A form name is missing in B3\n\
         The fields of a form must follow each other: one (B5) is used again after another form\n\
         Duplicate variable names: a (A3), a (A4)"
    );
    assert_eq!(
        import(&server, "json", "[{\"field_name\":"),
        (400, "The data is not in the specified format.".into())
    );
    assert_eq!(import(&server, "json", "[]"), (200, "0".into()));
    assert_eq!(import(&server, "json", "{}"), (200, "0".into()));
    assert_eq!(export(&server, "csv", &[]).1, before);
}

#[test]
fn all_fields_are_listed_whatever_may_be_exported() {
    let mut project = project("test_simple_project");
    let mut user = redcap_sandbox::project::User { tokens: vec!["A".repeat(32)], ..Default::default() };
    user.username = "blind".into();
    user.rights.set("api_export", 1);
    project.users.insert("blind".into(), user);
    let server = with(project);
    let answer = ask_as(&server, &"A".repeat(32), &[("content", "metadata"), ("format", "json")]);
    assert_eq!(answer.json().as_array().map(Vec::len), Some(15));
}

#[test]
fn choices_stay_as_they_were_written() {
    let server = with(Project::new(1, "Choices"));
    let cell = |choices: &str| {
        let field = |name: &str, kind: &str, choices: &str| {
            serde_json::json!({"field_name": name, "form_name": "one", "field_type": kind, "field_label": "x",
                "select_choices_or_calculations": choices})
        };
        let data = serde_json::json!([field("id", "text", ""), field("x", "radio", choices)]).to_string();
        assert_eq!(import(&server, "json", &data), (200, "2".into()));
        let text = export(&server, "json", &[("fields[0]", "x")]).1;
        let fields: serde_json::Value = serde_json::from_str(&text).expect("JSON");
        fields[0]["select_choices_or_calculations"].as_str().unwrap_or_default().to_owned()
    };
    for written in ["1, One | 2, Two", "1, One|2, Two", "1, One| 2, Two", "Red | Blue"] {
        assert_eq!(cell(written), written);
    }
    assert_eq!(cell("1, One\n2, Two"), "1, One|2, Two");
}
