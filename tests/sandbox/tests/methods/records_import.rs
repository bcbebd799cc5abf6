//! Imports of records.

use redcap_sandbox::Server;

use crate::support::{both, project, with};

/// Imports JSON rows, with further parameters.
fn import_with(server: &Server, data: &str, more: &[(&str, &str)]) -> (u16, String) {
    let mut fields = vec![("content", "record"), ("format", "json"), ("data", data)];
    fields.extend_from_slice(more);
    both(server, &fields)
}

/// Imports JSON rows.
fn import(server: &Server, data: &str) -> (u16, String) {
    import_with(server, data, &[])
}

#[test]
fn records_are_counted_in_each_format() {
    let server = with(project("test_simple_project"));
    let data = r#"[{"record_id":4},{"record_id":"5","sex":"1"},{"record_id":"5","height":"150"}]"#;
    assert_eq!(import(&server, r#"[{"record_id":1}]"#), (200, "{\"count\":1}".to_owned()));
    let count = |format| import_with(&server, data, &[("returnFormat", format)]);
    assert_eq!(count("json"), (200, "{\"count\":2}".to_owned()));
    assert_eq!(count("csv"), (200, "2".to_owned()));
    assert_eq!(count("xml"), (200, "<?xml version=\"1.0\" encoding=\"UTF-8\" ?><count>2</count>".to_owned()));
}
