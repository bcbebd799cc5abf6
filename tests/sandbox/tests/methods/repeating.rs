//! Repeating instruments and events.

use redcap_sandbox::Server;

use crate::support::{ask, both, project, text, with};

const XML: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" ?>";

fn list(server: &Server, format: &str) -> String {
    text(server, &[("content", "repeatingFormsEvents"), ("format", format)])
}

fn import(server: &Server, format: &str, data: &str) -> (u16, String) {
    both(server, &[("content", "repeatingFormsEvents"), ("format", format), ("data", data)])
}

#[test]
fn what_repeats_is_listed_and_goes_back_in_each_format() {
    let server = with(project("doctest_project"));
    assert_eq!(list(&server, "csv"), "event_name,form_name,custom_form_label\nevent_1_arm_1,,\n");
    assert_eq!(
        list(&server, "json"),
        r#"[{"event_name":"event_1_arm_1","form_name":"","custom_form_label":""}]"#
    );
    assert_eq!(
        list(&server, "xml"),
        format!(
            "{XML}<items><item><event_name><![CDATA[event_1_arm_1]]></event_name><form_name></form_name>\
             <custom_form_label></custom_form_label></item></items>"
        )
    );
    for format in ["json", "csv", "xml"] {
        let exported = list(&server, format);
        assert_eq!(import(&server, format, &exported), (200, "1".into()), "{format}");
        assert_eq!(list(&server, format), exported);
    }
}

#[test]
fn a_classic_project_has_no_event_column() {
    let server = with(project("test_simple_project"));
    let nothing = "You cannot export repeating instruments and events because the project does not contain any repeating \
                   instruments and events";
    let ask_csv = || both(&server, &[("content", "repeatingFormsEvents"), ("format", "csv")]);
    assert_eq!(ask_csv(), (400, format!("ERROR: {nothing}")));
    let repeats = || {
        ask(&server, &[("content", "project"), ("format", "json")]).json()["has_repeating_instruments_or_events"].clone()
    };
    assert_eq!(repeats(), 0);
    let data = "form_name,custom_form_label\ndemographics,[first_name] [last_name]\n";
    assert_eq!(import(&server, "csv", data), (200, "1".into()));
    assert_eq!(list(&server, "csv"), data);
    assert_eq!(repeats(), 1);
    assert_eq!(import(&server, "json", "[]"), (200, "0".into()));
    assert_eq!(repeats(), 0);
    assert_eq!(ask_csv().0, 400);
    assert_eq!(
        import(&server, "json", r#"[{"event_name":"event_1_arm_1","form_name":"demographics"}]"#),
        (400, r#"{"error":"event 'event_1_arm_1' is not available in project"}"#.into())
    );
}

#[test]
fn unknown_events_and_instruments_are_refused() {
    let server = with(project("doctest_project"));
    let before = list(&server, "csv");
    for (data, message) in [
        (r#"[{"event_name":"nope","form_name":""}]"#, "event 'nope' is not available in project"),
        (r#"[{"form_name":"form_1"}]"#, "event '' is not available in project"),
        (
            r#"[{"event_name":"event_1_arm_1","form_name":"nope"}]"#,
            "The instrument \\\"nope\\\" does not exist in the project.",
        ),
    ] {
        assert_eq!(import(&server, "json", data), (400, format!("{{\"error\":\"{message}\"}}")));
    }
    assert_eq!(list(&server, "csv"), before);
}
