//! Events.

use redcap_sandbox::Server;

use crate::support::{at, both, project, text, with};

const XML: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" ?>";

fn import(server: &Server, replace: &str, format: &str, data: &str) -> (u16, String) {
    let fields = [
        ("content", "event"),
        ("action", "import"),
        ("override", replace),
        ("format", format),
        ("data", data),
    ];
    both(server, &fields)
}

fn names(server: &Server) -> Vec<String> {
    let csv = text(server, &[("content", "event"), ("format", "csv")]);
    let header: Vec<&str> = csv.lines().next().expect("a header").split(',').collect();
    let column = header.iter().position(|name| *name == "unique_event_name").expect("the column");
    csv.lines().skip(1).filter_map(|line| line.split(',').nth(column)).map(str::to_owned).collect()
}

#[test]
fn events_are_listed_in_each_format() {
    let server = with(project("test_long_project"));
    let first = |format| {
        let whole = text(&server, &[("content", "event"), ("format", format), ("arms[0]", "2")]);
        whole.split_inclusive(['\n', '}']).take(2).collect::<String>()
    };
    assert_eq!(
        first("csv"),
        "event_name,arm_num,unique_event_name,custom_event_label,event_id\n\"Enrollment\",2,enrollment_arm_2,,1010\n"
    );
    let json = text(&server, &[("content", "event"), ("format", "json"), ("arms[0]", "2")]);
    assert!(
        json.starts_with(
            r#"[{"event_name":"Enrollment","arm_num":2,"unique_event_name":"enrollment_arm_2","custom_event_label":"","event_id":1010},{"event_name":""#
        ),
        "{json}"
    );
    let xml = text(&server, &[("content", "event"), ("format", "xml"), ("arms[0]", "2")]);
    assert!(
        xml.starts_with(&format!(
            "{XML}<events><item><event_name><![CDATA[Enrollment]]></event_name><arm_num>2</arm_num>\
             <unique_event_name><![CDATA[enrollment_arm_2]]></unique_event_name><custom_event_label></custom_event_label>\
             <event_id>1010</event_id></item><item>"
        )),
        "{xml}"
    );
    assert_eq!(names(&server).len(), 16);
    assert!(!text(&server, &[("content", "event"), ("format", "csv")]).ends_with('\n'));
    let old =
        text(&at(Some("12.5.2"), project("test_long_project")), &[("content", "event"), ("format", "csv")]);
    assert!(old.starts_with("event_name,arm_num,unique_event_name,custom_event_label\n"));
}

#[test]
fn offsets_come_with_scheduling() {
    let mut project = project("test_long_project");
    project.settings.scheduling_enabled = true;
    let server = with(project);
    let csv = text(&server, &[("content", "event"), ("format", "csv")]);
    assert!(csv.starts_with(
        "event_name,arm_num,day_offset,offset_min,offset_max,unique_event_name,custom_event_label,event_id\n"
    ));
    let data = "event_name,arm_num,day_offset,offset_min,offset_max\nLate,1,500,1,2\n";
    assert_eq!(import(&server, "0", "csv", data), (200, "1".into()));
    let json = text(&server, &[("content", "event"), ("format", "json")]);
    assert!(json.contains(r#"{"event_name":"Late","arm_num":1,"day_offset":500,"offset_min":1,"offset_max":2,"unique_event_name":"late_arm_1""#));
    assert_eq!(
        import(&server, "0", "csv", "event_name,arm_num,day_offset\nLater,1,soon\n"),
        (400, "ERROR: The value 'soon' is not valid for 'day_offset'".into())
    );
}

#[test]
fn a_classic_project_has_no_events_to_export() {
    let server = with(project("test_simple_project"));
    assert_eq!(
        both(&server, &[("content", "event"), ("format", "json")]),
        (400, r#"{"error":"You cannot export events for classic projects"}"#.into())
    );
}

#[test]
fn events_are_added_changed_replaced_and_deleted() {
    let server = with(project("test_long_project"));
    let before = names(&server).len();
    // A unique name that no event has is not taken over.
    let added = r#"[{"event_name":"Month 12","arm_num":"1","unique_event_name":"other_arm_1"},{"event_name":"Deadline to opt out of it","arm_num":2}]"#;
    assert_eq!(import(&server, "0", "json", added), (200, "2".into()));
    assert!(names(&server).contains(&"month_12_arm_1".to_owned()));
    assert!(names(&server).contains(&"deadline_to_opt_ou_arm_2".to_owned()));
    let renamed = "event_name,arm_num,unique_event_name\nFinal visit,1,month_12_arm_1\n";
    assert_eq!(import(&server, "0", "csv", renamed), (200, "1".into()));
    assert!(names(&server).contains(&"final_visit_arm_1".to_owned()));
    assert_eq!(names(&server).len(), before + 2);
    let delete = |events: &[(&str, &str)]| {
        let fields: Vec<(&str, &str)> = [("content", "event"), ("action", "delete"), ("returnFormat", "xml")]
            .into_iter()
            .chain(events.iter().copied())
            .collect();
        both(&server, &fields)
    };
    assert_eq!(
        delete(&[("events[0]", "final_visit_arm_1"), ("events[1]", "nope_arm_1")]),
        (
            400,
            format!(
                "{XML}<hash><error>The event \"nope_arm_1\" does not exist in the project.</error></hash>"
            )
        )
    );
    assert_eq!(
        delete(&[("events[0]", "final_visit_arm_1"), ("events[1]", "deadline_to_opt_ou_arm_2")]),
        (200, "2".into())
    );
    assert_eq!(names(&server).len(), before);
    assert!(
        delete(&[("events", "enrollment_arm_1")])
            .1
            .contains("The 'events' parameter is either missing or is not an array.")
    );
    let xml = "  <events><item><event_name><![CDATA[Only]]></event_name><arm_num>1</arm_num></item></events>";
    assert_eq!(import(&server, "1", "xml", xml), (200, "1".into()));
    assert_eq!(names(&server), ["only_arm_1"]);
}

#[test]
fn bad_events_are_refused() {
    let server = with(project("test_long_project"));
    let before = names(&server);
    for (data, message) in [
        (
            r#"[{"event_name":"A","arm_num":1},{"event_name":"","arm_num":1}]"#,
            "The event name must not be blank",
        ),
        (r#"[{"event_name":"A","arm_num":"one"}]"#, "The arm number 'one' is not valid"),
        (r#"[{"event_name":"A"}]"#, "The arm number '' is not valid"),
    ] {
        assert_eq!(import(&server, "1", "json", data), (400, format!("{{\"error\":\"{message}\"}}")));
    }
    assert_eq!(names(&server), before);
}

#[test]
fn production_allows_no_loss_of_events() {
    let mut project = project("test_long_project");
    project.settings.in_production = true;
    let server = with(project);
    let refused =
        (400, r#"{"error":"This can only be done while the project is in Development status."}"#.to_owned());
    let event = r#"[{"event_name":"New","arm_num":1}]"#;
    assert_eq!(import(&server, "1", "json", event), refused);
    assert_eq!(import(&server, "0", "json", event), (200, "1".into()));
    let delete =
        [("content", "event"), ("action", "delete"), ("events[0]", "new_arm_1"), ("returnFormat", "json")];
    assert_eq!(both(&server, &delete), refused);
    let arms = [("content", "arm"), ("action", "delete"), ("arms[0]", "2"), ("returnFormat", "json")];
    assert_eq!(both(&server, &arms), refused);
    let metadata = [("content", "metadata"), ("format", "json"), ("data", "[]")];
    assert_eq!(both(&server, &metadata), refused);
}
