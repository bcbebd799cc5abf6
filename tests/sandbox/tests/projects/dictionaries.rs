//! Data dictionary files.

use redcap_sandbox::dictionary::{Header, Problem, read_csv, write_csv};
use redcap_sandbox::project::{FieldType, parse_choices};

use super::project;

#[test]
fn every_dictionary_survives_both_headers() {
    for name in ["doctest_project", "test_long_project", "test_simple_project"] {
        let project = project(name);
        for header in [Header::Api, Header::Ui] {
            let text = write_csv(project.fields.values(), header);
            let fields = read_csv(text.as_bytes()).expect("the dictionary is read");
            assert!(project.fields.values().eq(&fields), "{name}");
        }
    }
}

#[test]
fn cells_are_quoted_as_the_server_quotes_them() {
    let project = project("test_simple_project");
    let text = write_csv(project.fields.values().take(2), Header::Api);
    let mut lines = text.lines();
    assert!(lines.next().is_some_and(|line| line.starts_with("field_name,form_name,section_header,")));
    assert_eq!(lines.next(), Some("record_id,demographics,,text,\"Study ID\",,,,,,,,,,,,,"));
    assert_eq!(
        lines.next(),
        Some("first_name,demographics,\"Contact Information\",text,\"First Name\",,,,,,y,,,,,,,")
    );
}

#[test]
fn spreadsheet_habits_are_understood() {
    let text = "\u{FEFF}sep=;\r\nVariable / Field Name;Form Name;Field Type;Field Label;\
                Choices OR Calculations;Identifier?;\r\n\
                Record_ID;My First Form;text;Gr\u{f6}\u{df}e;;;\r\nsex;my_first_form;RADIO;\"a;b\";1,F|2,M;Y;\r\n;;;;;;\r\n";
    let fields = read_csv(text.trim_start_matches('\u{FEFF}').as_bytes()).expect("read");
    assert_eq!(fields[0].name, "record_id");
    assert_eq!(fields[0].form, "my_first_form");
    assert_eq!((fields[1].kind, fields[1].identifier), (FieldType::Radio, true));
    assert_eq!(fields[1].label, "a;b");
    assert_eq!(fields[1].select_choices_or_calculations(), "1,F|2,M");
    let utf16: Vec<u8> =
        [0xFF, 0xFE].into_iter().chain(text.encode_utf16().skip(1).flat_map(u16::to_le_bytes)).collect();
    assert_eq!(read_csv(&utf16).expect("read"), fields);
    let latin: Vec<u8> = text.chars().skip(1).map(|c| c as u8).collect();
    assert_eq!(read_csv(&latin).expect("read"), fields);
}

#[test]
fn problems_name_their_cells() {
    let text = "field_name,form_name,field_type,field_label\n\
                id,a,text,Id\nx,a,words,X\nx,b,text,X\n,b,text,\n9y,,text,\nz,a,text,Z\n";
    let problems = read_csv(text.as_bytes()).expect_err("the dictionary is refused");
    assert_eq!(
        problems,
        [
            Problem::BadType { value: "words".into(), row: 3 },
            Problem::MissingName(5),
            Problem::BadName { name: "9y".into(), row: 6 },
            Problem::MissingForm(6),
            Problem::ScatteredForm { name: "a".into(), row: 7 },
            Problem::DuplicateName { name: "x".into(), rows: vec![3, 4] },
        ]
    );
    assert!(problems[0].to_string().contains("(D3)"));
    assert!(problems[0].to_string().contains("text, notes, radio, dropdown, calc, file, checkbox, yesno"));
    assert!(problems[5].to_string().contains("x (A3), x (A4)"));
    assert_eq!(read_csv(b""), Err(vec![Problem::Empty]));
    assert_eq!(read_csv(b"a,b\n1,2\n").map_err(|p| p[0].clone()), Err(Problem::MissingColumn("field_name")));
}

#[test]
fn choices_keep_commas_in_labels() {
    let choices = parse_choices("1, a, b|2,c| 3 , d |x");
    let pairs: Vec<(&str, &str)> = choices.iter().map(|c| (c.code.as_str(), c.label.as_str())).collect();
    assert_eq!(pairs, [("1", "a, b"), ("2", "c"), ("3", "d"), ("x", "x")]);
}
