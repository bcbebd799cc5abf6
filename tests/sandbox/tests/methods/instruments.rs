//! Instruments and their events.

use redcap_sandbox::Server;

use crate::support::{both, project, text, with};

const XML: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" ?>";

#[test]
fn instruments_are_listed_in_each_format() {
    let server = with(project("test_simple_project"));
    let list = |format| text(&server, &[("content", "instrument"), ("format", format)]);
    assert_eq!(list("csv"), "instrument_name,instrument_label\ndemographics,\"Basic Demography Form\"\n");
    assert_eq!(
        list("json"),
        r#"[{"instrument_name":"demographics","instrument_label":"Basic Demography Form"}]"#
    );
    assert_eq!(
        list("xml"),
        format!(
            "{XML}<items><item><instrument_name><![CDATA[demographics]]></instrument_name>\
             <instrument_label><![CDATA[Basic Demography Form]]></instrument_label></item></items>"
        )
    );
}

fn mappings(server: &Server, format: &str) -> String {
    text(server, &[("content", "formEventMapping"), ("format", format)])
}

fn import(server: &Server, format: &str, data: &str) -> (u16, String) {
    both(server, &[("content", "formEventMapping"), ("format", format), ("data", data)])
}

#[test]
fn mappings_are_listed_in_each_format() {
    let server = with(project("test_long_project"));
    let csv = mappings(&server, "csv");
    assert!(csv.starts_with("arm_num,unique_event_name,form\n1,enrollment_arm_1,demographics\n1,"), "{csv}");
    assert_eq!(csv.lines().count(), 45);
    assert!(!csv.ends_with('\n'));
    let json = mappings(&server, "json");
    assert!(
        json.starts_with(r#"[{"arm_num":1,"unique_event_name":"enrollment_arm_1","form":"demographics"},{"#)
    );
    let xml = mappings(&server, "xml");
    assert!(xml.starts_with(&format!(
        "{XML}<items><item><arm_num>1</arm_num><unique_event_name><![CDATA[enrollment_arm_1]]></unique_event_name>\
         <form><![CDATA[demographics]]></form></item>"
    )));
    let second = text(&server, &[("content", "formEventMapping"), ("format", "csv"), ("arms", "2")]);
    assert!(second.lines().skip(1).all(|line| line.starts_with("2,")));
    // Nothing to list leaves the header.
    let none = text(&server, &[("content", "formEventMapping"), ("format", "csv"), ("arms", "9")]);
    assert_eq!(none, "arm_num,unique_event_name,form");
    assert_eq!(
        both(&with(project("test_simple_project")), &[("content", "formEventMapping"), ("format", "csv")]),
        (400, "ERROR: You cannot export form/event mappings for classic projects".into())
    );
}

#[test]
fn an_import_replaces_all_mappings() {
    let server = with(project("test_long_project"));
    let all = [mappings(&server, "json"), mappings(&server, "csv"), mappings(&server, "xml")];
    let one = r#"[{"arm_num":1,"unique_event_name":"enrollment_arm_1","form":"demographics"}]"#;
    for (format, data) in ["json", "csv", "xml"].into_iter().zip(&all) {
        assert_eq!(import(&server, "json", one), (200, "1".into()));
        assert_eq!(mappings(&server, "json"), one);
        assert_eq!(import(&server, format, data), (200, "44".into()), "{format}");
        assert_eq!(mappings(&server, format), *data);
    }
    let with_action =
        [("content", "formEventMapping"), ("action", "import"), ("format", "json"), ("data", one)];
    assert_eq!(text(&server, &with_action), "1");
}

#[test]
fn every_problem_of_a_mapping_has_a_line() {
    let server = with(project("test_long_project"));
    let before = mappings(&server, "csv");
    let data = "arm_num,unique_event_name,form\n9,enrollment_arm_1,demographics\n1,nope_arm_1,demografics\n";
    assert_eq!(
        import(&server, "csv", data),
        (
            400,
            "ERROR: The arm number \"9\" does not exist in the project.\n\
             The event \"nope_arm_1\" does not exist in the project.\n\
             The instrument \"demografics\" does not exist in the project."
                .into()
        )
    );
    assert_eq!(
        import(&server, "csv", "arm_num,unique_event_name,form\nx,enrollment_arm_1,demographics\n"),
        (400, "ERROR: The arm number 'x' is not valid".into())
    );
    assert_eq!(mappings(&server, "csv"), before);
}
