//! Export field names.

use crate::support::{both, project, text, with};

const XML: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" ?>";

#[test]
fn columns_are_listed_in_each_format() {
    let server = with(project("doctest_project"));
    let list = |format| text(&server, &[("content", "exportFieldNames"), ("format", format)]);
    // The file field is left out.
    assert_eq!(
        list("csv"),
        "original_field_name,choice_value,export_field_name\nrecord_id,,record_id\nfield_1,,field_1\n\
         checkbox_field,1,checkbox_field___1\ncheckbox_field,2,checkbox_field___2\nform_1_complete,,form_1_complete\n"
    );
    assert_eq!(
        list("json"),
        r#"[{"original_field_name":"record_id","choice_value":"","export_field_name":"record_id"},{"original_field_name":"field_1","choice_value":"","export_field_name":"field_1"},{"original_field_name":"checkbox_field","choice_value":"1","export_field_name":"checkbox_field___1"},{"original_field_name":"checkbox_field","choice_value":"2","export_field_name":"checkbox_field___2"},{"original_field_name":"form_1_complete","choice_value":"","export_field_name":"form_1_complete"}]"#
    );
    assert!(list("xml").starts_with(&format!(
        "{XML}<items><item><original_field_name><![CDATA[record_id]]></original_field_name><choice_value></choice_value>\
         <export_field_name><![CDATA[record_id]]></export_field_name></item>"
    )));
    let bars = text(&server, &[("content", "exportFieldNames"), ("format", "csv"), ("csvDelimiter", "|")]);
    assert!(bars.ends_with("\nform_1_complete||form_1_complete\n"));
}

#[test]
fn one_field_can_be_asked_for() {
    let server = with(project("doctest_project"));
    let one = |field| text(&server, &[("content", "exportFieldNames"), ("format", "csv"), ("field", field)]);
    let header = "original_field_name,choice_value,export_field_name";
    assert_eq!(one("field_1"), format!("{header}\nfield_1,,field_1\n"));
    assert_eq!(one("form_1_complete"), format!("{header}\nform_1_complete,,form_1_complete\n"));
    assert_eq!(one("checkbox_field").lines().count(), 3);
    assert_eq!(one("upload_field"), "\n");
    assert_eq!(
        both(&server, &[("content", "exportFieldNames"), ("format", "csv"), ("field", "checkbox_field___1")]),
        (
            400,
            "ERROR: The following values in the parameter \"field\" are not valid: 'checkbox_field___1'"
                .into()
        )
    );
    let simple =
        text(&with(project("test_simple_project")), &[("content", "exportFieldNames"), ("format", "csv")]);
    assert_eq!(simple.lines().count(), 17);
}
