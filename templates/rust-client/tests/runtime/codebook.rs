//! Values by their meaning, with the help of the data dictionary.

use redcap::codebook::{Codebook, Column, TypedValue};
use redcap::runtime::{ErrorKind, Record};
use redcap::validation::Validation;

/// A row of the dictionary: name, form, type, choices, validation.
fn row(cells: [&str; 5]) -> Record {
    let [name, form, kind, choices, validation] = cells;
    Record::from([
        ("field_name", name),
        ("form_name", form),
        ("field_type", kind),
        ("select_choices_or_calculations", choices),
        ("text_validation_type_or_show_slider_number", validation),
        ("field_label", "A label"),
        ("identifier", if name == "surname" { "y" } else { "" }),
        ("required_field", if name == "sex" { "y" } else { "" }),
    ])
}

fn codebook() -> Codebook {
    let rows = [
        ["record_id", "base", "text", "", "integer"],
        ["surname", "base", "text", "", ""],
        ["hello", "base", "descriptive", "", ""],
        ["sex", "base", "radio", "0, Female | 1, Male", ""],
        ["symptoms", "base", "checkbox", "0,None|-99,Unknown|A, Ache", ""],
        ["count", "visit", "text", "", "integer"],
        ["weight", "visit", "text", "", "number_1dp_comma_decimal"],
        ["bmi", "visit", "calc", "[weight] / 2", ""],
        ["zip", "visit", "text", "", "zipcode"],
        ["day", "visit", "text", "", "date_mdy"],
        ["seen", "visit", "text", "", "datetime_dmy"],
        ["clock", "visit", "text", "", "time"],
        ["ok", "visit", "yesno", "", ""],
        ["pain", "visit", "slider", "none | some | much", "number"],
        ["scan", "visit", "file", "", ""],
        ["site", "visit", "sql", "select 1", ""],
        ["end", "bye", "descriptive", "", ""],
    ];
    Codebook::new(rows.map(row)).expect("a codebook").with_missing_data_codes("UNK, Unknown | -7, Refused")
}

/// The kind and, where there is one, the text or number.
fn said(codebook: &Codebook, column: &str, text: &str) -> String {
    match codebook.typed_text(column, text) {
        TypedValue::Blank => "blank".to_owned(),
        TypedValue::Missing(code) => format!("missing {}", code.label()),
        TypedValue::Text(text) => format!("text {text}"),
        TypedValue::Integer { value, text } => format!("integer {value} {text}"),
        TypedValue::Number { value, text } => format!("number {value} {text}"),
        TypedValue::Bool(truth) => format!("bool {truth}"),
        TypedValue::Checked(truth) => format!("checked {truth}"),
        TypedValue::Choice(choice) => format!("choice {} {}", choice.code(), choice.label()),
        TypedValue::Date(text) => format!("date {text}"),
        TypedValue::Datetime(text) => format!("datetime {text}"),
        TypedValue::Time(text) => format!("time {text}"),
        TypedValue::File(name) => format!("file {name}"),
        TypedValue::Other(text) => format!("other {text}"),
        _ => "unknown".to_owned(),
    }
}

#[test]
fn values_have_the_meaning_of_their_field() {
    let codebook = codebook();
    for (column, text, expected) in [
        ("record_id", "007", "text 007"),
        ("record_id", "100000", "text 100000"),
        ("record_id", "-7", "text -7"),
        ("surname", "12", "text 12"),
        ("surname", "", "blank"),
        ("surname", "UNK", "missing Unknown"),
        ("sex", "0", "choice 0 Female"),
        ("sex", "2", "other 2"),
        ("sex", "-7", "missing Refused"),
        ("symptoms___0", "1", "checked true"),
        ("symptoms____99", "0", "checked false"),
        ("symptoms___a", "", "blank"),
        ("symptoms___a", "Ache", "other Ache"),
        ("symptoms", "A", "choice A Ache"),
        ("symptoms", "a", "other a"),
        ("count", "007", "integer 7 007"),
        ("count", "7.0", "other 7.0"),
        ("count", "99999999999999999999", "other 99999999999999999999"),
        ("weight", "71,50", "number 71.5 71,50"),
        ("weight", "71.5", "other 71.5"),
        ("weight", "7,1,5", "other 7,1,5"),
        ("bmi", "0.9033457249070632", "number 0.9033457249070632 0.9033457249070632"),
        ("bmi", "1,5", "other 1,5"),
        ("bmi", "nan", "other nan"),
        ("bmi", "inf", "other inf"),
        ("bmi", "1e999", "other 1e999"),
        ("zip", "08001", "text 08001"),
        ("day", "2024-02-29", "date 2024-02-29"),
        ("day", "02/29/2024", "other 02/29/2024"),
        ("day", "2024-02-29 10:00", "other 2024-02-29 10:00"),
        ("seen", "2024-02-29 10:00", "datetime 2024-02-29 10:00"),
        ("seen", "2024-02-29", "other 2024-02-29"),
        ("clock", "15:15", "time 15:15"),
        ("clock", "25:15", "other 25:15"),
        ("ok", "1", "bool true"),
        ("ok", "Yes", "other Yes"),
        ("pain", "73", "integer 73 73"),
        ("scan", "scan.png", "file scan.png"),
        ("site", "12", "text 12"),
        ("visit_complete", "2", "choice 2 Complete"),
        ("visit_complete", "", "blank"),
        ("visit_complete", "Complete", "other Complete"),
        ("redcap_repeat_instance", "2", "text 2"),
        ("nobody_knows", "x", "text x"),
    ] {
        assert_eq!(said(&codebook, column, text), expected, "{column} {text}");
    }
}

#[test]
fn records_give_typed_values() {
    let codebook = codebook();
    let record = Record::from([("record_id", "1"), ("sex", "1"), ("count", "3")]);
    assert_eq!(codebook.typed(&record, "count"), Some(TypedValue::Integer { value: 3, text: "3" }));
    assert_eq!(codebook.typed(&record, "weight"), None);
    let shown = format!("{:?}", codebook.typed(&record, "sex"));
    assert_eq!(shown, "Some(Choice(..))");
}

#[test]
fn columns_are_those_of_an_export() {
    let codebook = codebook();
    let names: Vec<_> = codebook.columns().map(|column| column.name).collect();
    let expected = "record_id surname sex symptoms___0 symptoms____99 symptoms___a base_complete count weight bmi \
        zip day seen clock ok pain scan site visit_complete bye_complete";
    assert_eq!(names, expected.split_whitespace().collect::<Vec<_>>());
    let refused = codebook.columns().filter(|column| !column.is_importable()).map(|column| column.name);
    assert_eq!(refused.collect::<Vec<_>>(), ["bmi", "scan"]);
    let column = codebook.column("symptoms___a").expect("a column");
    assert_eq!((column.form, column.choice.map(|choice| choice.code())), ("base", Some("A")));
    assert_eq!(column.field.map(|field| field.name.as_str()), Some("symptoms"));
    assert_eq!(
        codebook.column("visit_complete").map(|column| (column.form, column.field)),
        Some(("visit", None))
    );
    assert!(codebook.column("hello").is_none() && codebook.column("symptoms").is_none());
}

#[test]
fn fields_tell_about_themselves() {
    let codebook = codebook();
    assert_eq!(codebook.record_id_field().map(|field| field.name.as_str()), Some("record_id"));
    assert_eq!(codebook.fields().len(), 17);
    let field = |name| codebook.field(name).expect("a field");
    assert!(field("surname").identifier && !field("surname").required && field("sex").required);
    assert_eq!(field("day").validation, Some(Validation::from("date_mdy")));
    assert_eq!((&field("pain").validation, field("pain").choices.len()), (&None, 0));
    assert_eq!(field("ok").choices.to_string(), "1, Yes | 0, No");
    assert_eq!((field("hello").form.as_str(), field("hello").label.as_str()), ("base", "A label"));
    assert!(codebook.field("nobody_knows").is_none());
}

#[test]
fn the_server_has_the_last_word_on_column_names() {
    let rows = [["id", "a", "text", "", ""], ["c", "a", "checkbox", "a, 1 | A, 2", ""]];
    let names =
        [["id", "", "id"], ["c", "a", "c___a"], ["c", "A", "c___a_2"], ["a_complete", "", "a_complete"]];
    let names = names.map(|[field, code, column]| {
        Record::from([("original_field_name", field), ("choice_value", code), ("export_field_name", column)])
    });
    let codebook = Codebook::new(rows.map(row)).and_then(|book| book.with_export_field_names(names));
    let codebook = codebook.expect("a codebook");
    let code = |column: Option<Column<'_>>| column.and_then(|column| Some(column.choice?.code().to_owned()));
    assert_eq!(code(codebook.column("c___a")).as_deref(), Some("a"));
    assert_eq!(code(codebook.column("c___a_2")).as_deref(), Some("A"));
}

#[test]
fn what_is_no_dictionary_is_refused() {
    let error =
        Codebook::new([Record::from([("field_name", "a"), ("form_name", "b")])]).expect_err("a refusal");
    assert_eq!(error.kind(), ErrorKind::Decode);
    assert!(error.to_string().contains("field_type"), "{error}");
    assert_eq!(Codebook::new(Vec::<Record>::new()).expect("a codebook").columns().count(), 0);
}
