//! Arms.

use crate::support::{both, project, text, with};

#[test]
fn arms_with_events_are_listed_in_each_format() {
    let server = with(project("test_long_project"));
    let arms = |format| text(&server, &[("content", "arm"), ("format", format)]);
    assert_eq!(arms("csv"), "arm_num,name\n1,\"Drug A\"\n2,\"Drug B\"");
    assert_eq!(arms("json"), r#"[{"arm_num":1,"name":"Drug A"},{"arm_num":2,"name":"Drug B"}]"#);
    assert_eq!(
        arms("xml"),
        "<?xml version=\"1.0\" encoding=\"UTF-8\" ?><arms><item><arm_num>1</arm_num>\
         <name><![CDATA[Drug A]]></name></item><item><arm_num>2</arm_num><name><![CDATA[Drug B]]></name></item></arms>"
    );
    let second = text(&server, &[("content", "arm"), ("format", "json"), ("arms[0]", "2")]);
    assert_eq!(second, r#"[{"arm_num":2,"name":"Drug B"}]"#);
}

#[test]
fn a_classic_project_has_no_arms_to_export() {
    let server = with(project("test_simple_project"));
    assert_eq!(
        both(&server, &[("content", "arm"), ("format", "csv")]),
        (400, "ERROR: You cannot export arms for classic projects".to_owned())
    );
}

#[test]
fn arms_are_added_renamed_replaced_and_deleted() {
    let server = with(project("test_long_project"));
    let import = |replace, data| {
        text(
            &server,
            &[
                ("content", "arm"),
                ("action", "import"),
                ("override", replace),
                ("format", "json"),
                ("data", data),
            ],
        )
    };
    assert_eq!(import("0", r#"[{"arm_num":"1","name":"Drug Alpha"},{"arm_num":3,"name":"Drug C"}]"#), "2");
    // The third arm has no event, so it is stored and not exported.
    let names = text(&server, &[("content", "arm"), ("format", "csv")]);
    assert_eq!(names, "arm_num,name\n1,\"Drug Alpha\"\n2,\"Drug B\"");
    assert_eq!(text(&server, &[("content", "arm"), ("action", "delete"), ("arms[0]", "3")]), "1");
    assert_eq!(import("1", r#"[{"arm_num":1,"name":"Only"}]"#), "1");
}

#[test]
fn arms_to_delete_must_be_an_array() {
    let server = with(project("test_long_project"));
    let refused = "{\"error\":\"The 'arms' parameter is either missing or is not an array. It must be provided as an \
                   array even if it only contains one value.\"}";
    for fields in [
        vec![("content", "arm"), ("action", "delete"), ("arms", "3"), ("returnFormat", "json")],
        vec![("content", "arm"), ("action", "delete"), ("returnFormat", "json")],
    ] {
        assert_eq!(both(&server, &fields), (400, refused.to_owned()));
    }
}
