//! Which values an import takes, by field type and validation.

use redcap_sandbox::Server;
use redcap_sandbox::project::{Field, FieldType, Project, Value, parse_choices};
use redcap_sandbox::server::LogUpdate;

use crate::support::{both, with};

const FORMAT: &str = "The value you provided could not be validated because it does not follow the expected format. Please try again.";

/// A server whose record form has one further field `f`.
fn with_field(kind: FieldType, choices: &str, validation: &str) -> std::sync::Arc<Server> {
    let mut project = Project::new(1, "Field");
    let mut field = Field::new("f", "my_first_instrument", kind, "Field");
    field.choices = parse_choices(choices);
    field.validation = validation.to_owned();
    project.fields.insert("f".to_owned(), field);
    with(project)
}

/// Imports one value into a column and gives what is stored, or the error.
fn take(server: &Server, column: &str, value: &str, order: &str) -> Result<Option<Value>, String> {
    let data = serde_json::json!([{ "record_id": "1", column: value }]).to_string();
    let fields = [("content", "record"), ("format", "json"), ("data", &data), ("dateFormat", order)];
    match both(server, &fields) {
        (200, _) => {
            let project = server.store.projects()[0].snapshot().project;
            let row = project.record("1").and_then(|record| record.rows.values().next()).cloned();
            Ok(row.unwrap_or_default().shift_remove("f"))
        }
        (400, text) => Err(text),
        other => panic!("{other:?}"),
    }
}

fn text(value: &str) -> Result<Option<Value>, String> {
    Ok(Some(Value::text(value)))
}

fn line(column: &str, value: &str, message: &str) -> Result<Option<Value>, String> {
    let line = format!("\"1\",\"{column}\",\"{}\",\"{message}\"", value.replace('"', "\"\""));
    let quoted = serde_json::to_string(&line).expect("a text").replace('/', "\\/");
    Err(format!("{{\"error\":{quoted}}}"))
}

#[test]
fn validations_take_what_follows_their_format() {
    let cases: [(&str, &[&str], &[&str]); 30] = [
        ("", &["anything", " ", "äöü", "1,5"], &[]),
        ("number", &["1", "-1.5", ".5", "1e3", "+2"], &["1,5", "x", "1.", "1 ", "--1"]),
        ("number_1dp", &["22.0", "-0.5"], &["22", "22.00", ".5"]),
        ("number_2dp", &["1.25"], &["1.5"]),
        ("number_3dp", &["1.255"], &["1.25"]),
        ("number_4dp", &["1.2555"], &["1.255"]),
        ("number_comma_decimal", &["1,5", "-3", "7"], &["1.5"]),
        ("number_1dp_comma_decimal", &["1,5"], &["1.5", "1,54"]),
        ("number_2dp_comma_decimal", &["1,54"], &["1,5"]),
        ("number_3dp_comma_decimal", &["1,545"], &["1,5"]),
        ("number_4dp_comma_decimal", &["1,5454"], &["1,5"]),
        ("integer", &["0", "-7", "+7", "007"], &["1.0", "x"]),
        ("email", &["aaa@bbb.com", "a.b+c@d-e.org"], &["aaa", "a@b", "a b@c.de", "@c.de"]),
        (
            "phone",
            &["(987) 654-3210", "615-322-2222", "6153222222", "615-322-2222 x12"],
            &["123", "911-322-2222"],
        ),
        ("phone_australia", &["(02) 1234 5678", "0412345678"], &["12345678"]),
        ("zipcode", &["08001", "08001-1234"], &["8001", "080011"]),
        ("postalcode_australia", &["2000"], &["9000", "200"]),
        ("postalcode_canada", &["K1A 0B1", "k1a0b1"], &["K1A 0B", "D1A 0B1"]),
        ("postalcode_french", &["75001"], &["99001", "7500"]),
        ("postalcode_germany", &["01067", "80331"], &["00123", "8033"]),
        ("postalcode_uk", &["SW1A 1AA", "M1 1AE"], &["SW1A", "12345"]),
        ("ssn", &["999-99-9999"], &["999999999"]),
        ("mrn_8d", &["00123456"], &["0012345", "001234567"]),
        ("mrn_10d", &["0012345678"], &["00123456"]),
        ("mrn_generic", &["Ab-1_2"], &["a b", "a+"]),
        ("vmrn", &["1234", "123456789"], &["123", "1234567890"]),
        ("alpha_only", &["abcXYZ"], &["ab1", "a b"]),
        ("time", &["15:15", "00:00"], &["24:00", "15:60", "15", "15:15:15"]),
        ("time_hh_mm_ss", &["15:15:49"], &["15:15", "15:15:60"]),
        ("time_mm_ss", &["15:00", "59:59"], &["60:00", "15"]),
    ];
    for (validation, good, bad) in cases {
        let server = with_field(FieldType::Text, "", validation);
        for value in good {
            assert_eq!(take(&server, "f", value, "YMD"), text(value), "{validation}");
        }
        for value in bad {
            assert_eq!(take(&server, "f", value, "YMD"), line("f", value, FORMAT), "{validation}");
        }
    }
}

#[test]
fn dates_are_stored_year_first_whatever_their_order() {
    for display in ["ymd", "mdy", "dmy"] {
        let date = with_field(FieldType::Text, "", &format!("date_{display}"));
        let minutes = with_field(FieldType::Text, "", &format!("datetime_{display}"));
        let seconds = with_field(FieldType::Text, "", &format!("datetime_seconds_{display}"));
        for (order, day) in
            [("YMD", "2024-03-31"), ("MDY", "03/31/2024"), ("MDY", "2024-03-31"), ("DMY", "31/03/2024")]
        {
            assert_eq!(take(&date, "f", day, order), text("2024-03-31"));
            assert_eq!(take(&minutes, "f", &format!("{day} 07:05"), order), text("2024-03-31 07:05"));
            assert_eq!(take(&seconds, "f", &format!("{day} 7:05:09"), order), text("2024-03-31 07:05:09"));
            assert!(take(&minutes, "f", day, order).is_err());
            assert!(take(&seconds, "f", &format!("{day} 07:05"), order).is_err());
        }
        for (order, day) in [
            ("YMD", "31/03/2024"),
            ("YMD", "2023-02-29"),
            ("YMD", "24-03-31"),
            ("MDY", "31/03/2024"),
            ("DMY", "03/31/2024"),
            ("YMD", "today"),
        ] {
            assert_eq!(take(&date, "f", day, order), line("f", day, FORMAT), "{order}");
        }
    }
}

#[test]
fn choices_go_by_code_only() {
    let category = "The value is not a valid category for f";
    for kind in [FieldType::Dropdown, FieldType::Radio] {
        let server = with_field(kind, "1, One | a, Two | -99, None", "");
        for value in ["1", "a", "-99"] {
            assert_eq!(take(&server, "f", value, "YMD"), text(value));
        }
        for value in ["One", "2", "A", "01"] {
            assert_eq!(take(&server, "f", value, "YMD"), line("f", value, category));
        }
    }
    for kind in [FieldType::YesNo, FieldType::TrueFalse] {
        let server = with_field(kind, "", "");
        assert_eq!(take(&server, "f", "0", "YMD"), text("0"));
        assert_eq!(take(&server, "f", "Yes", "YMD"), line("f", "Yes", category));
    }
    let server = with_field(FieldType::Text, "", "");
    let status = "my_first_instrument_complete";
    assert!(take(&server, status, "2", "YMD").is_ok());
    let message = format!("The value is not a valid category for {status}");
    assert_eq!(take(&server, status, "3", "YMD"), line(status, "3", &message));
}

#[test]
fn checkboxes_have_a_column_for_each_choice() {
    let server = with_field(FieldType::Checkbox, "1, One | Aa, Two | -99, None", "");
    assert_eq!(take(&server, "f___aa", "1", "YMD"), Ok(Some(Value::checked(["Aa"]))));
    assert_eq!(take(&server, "f____99", "1", "YMD"), Ok(Some(Value::checked(["-99", "Aa"]))));
    assert_eq!(take(&server, "f___aa", "0", "YMD"), Ok(Some(Value::checked(["-99"]))));
    let message = "The value is not a valid category for f___1";
    assert_eq!(take(&server, "f___1", "Checked", "YMD"), line("f___1", "Checked", message));
}

#[test]
fn sliders_take_whole_numbers_within_their_ends() {
    let server = with_field(FieldType::Slider, "", "number");
    assert_eq!(take(&server, "f", "73", "YMD"), text("73"));
    for value in ["101", "-1", "7.5", "x"] {
        assert_eq!(take(&server, "f", value, "YMD"), line("f", value, FORMAT));
    }
}

#[test]
fn values_outside_the_suggested_range_are_stored() {
    let mut project = Project::new(1, "Range");
    let mut field = Field::new("f", "my_first_instrument", FieldType::Text, "Field");
    (field.validation, field.validation_min, field.validation_max) =
        ("integer".into(), "1".into(), "9".into());
    project.fields.insert("f".to_owned(), field);
    assert_eq!(take(&with(project), "f", "10", "YMD"), text("10"));
}

#[test]
fn missing_data_codes_go_everywhere() {
    for (kind, validation) in [
        (FieldType::Text, "integer"),
        (FieldType::Text, "date_ymd"),
        (FieldType::Radio, ""),
        (FieldType::Slider, ""),
        (FieldType::YesNo, ""),
    ] {
        let server = with_field(kind, "1, One", validation);
        assert!(take(&server, "f", "UNK", "YMD").is_err());
        let slot = &server.store.projects()[0];
        let set = |project: &mut Project, _: &mut LogUpdate| {
            project.settings.missing_data_codes = "UNK, Unknown | NI, No information".to_owned();
            Ok::<(), ()>(())
        };
        slot.change(set).expect("a change");
        assert_eq!(take(&server, "f", "UNK", "YMD"), text("UNK"));
    }
}

#[test]
fn every_bad_cell_has_its_line_and_nothing_is_stored() {
    let server = with_field(FieldType::Text, "", "integer");
    let data =
        r#"[{"record_id":"1","f":"1"},{"record_id":"2","f":"x"},{"record_id":"{value}","f":"a \"b\""}]"#;
    let fields = [("content", "record"), ("format", "json"), ("data", data), ("returnFormat", "csv")];
    let expected =
        format!("ERROR: \"2\",\"f\",\"x\",\"{FORMAT}\"\n\"{{value}}\",\"f\",\"a \"\"b\"\"\",\"{FORMAT}\"");
    assert_eq!(both(&server, &fields), (400, expected));
    assert!(server.store.projects()[0].snapshot().project.records.is_empty());
}

#[test]
fn names_follow_the_validation_of_their_field() {
    let server = with_field(FieldType::Text, "", "");
    let slot = &server.store.projects()[0];
    let set = |project: &mut Project, _: &mut LogUpdate| {
        project.fields["record_id"].validation = "integer".to_owned();
        Ok::<(), ()>(())
    };
    slot.change(set).expect("a change");
    let data = [("content", "record"), ("format", "json"), ("data", r#"[{"record_id":"a1"}]"#)];
    let expected = format!("{{\"error\":\"\\\"a1\\\",\\\"record_id\\\",\\\"a1\\\",\\\"{FORMAT}\\\"\"}}");
    assert_eq!(both(&server, &data), (400, expected));
}
