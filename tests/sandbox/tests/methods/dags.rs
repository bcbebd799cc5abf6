//! Data access groups and who is in them.

use std::sync::Arc;

use redcap_sandbox::Server;
use redcap_sandbox::project::{Project, User};

use crate::support::{ask_as, at, both, project, text, with};

const XML: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" ?>";

fn list(server: &Server, content: &str, format: &str) -> String {
    text(server, &[("content", content), ("format", format)])
}

fn import(server: &Server, content: &str, format: &str, data: &str) -> (u16, String) {
    both(server, &[("content", content), ("action", "import"), ("format", format), ("data", data)])
}

#[test]
fn groups_are_listed_in_each_format() {
    let mut project = Project::new(1, "Sites");
    project.add_dag("North Clinic");
    project.add_dag("dag-a");
    let server = with(project.clone());
    assert_eq!(
        list(&server, "dag", "csv"),
        "data_access_group_name,unique_group_name,data_access_group_id\n\"North Clinic\",north_clinic,1002\ndag-a,daga,1003"
    );
    assert_eq!(
        list(&server, "dag", "json"),
        r#"[{"data_access_group_name":"North Clinic","unique_group_name":"north_clinic","data_access_group_id":1002},{"data_access_group_name":"dag-a","unique_group_name":"daga","data_access_group_id":1003}]"#
    );
    assert_eq!(
        list(&server, "dag", "xml"),
        format!(
            "{XML}<dags><item><data_access_group_name><![CDATA[North Clinic]]></data_access_group_name>\
             <unique_group_name><![CDATA[north_clinic]]></unique_group_name><data_access_group_id>1002\
             </data_access_group_id></item><item><data_access_group_name><![CDATA[dag-a]]></data_access_group_name>\
             <unique_group_name><![CDATA[daga]]></unique_group_name><data_access_group_id>1003</data_access_group_id>\
             </item></dags>"
        )
    );
    let tabs = text(&server, &[("content", "dag"), ("format", "csv"), ("csvDelimiter", "tab")]);
    assert!(tabs.starts_with("data_access_group_name\tunique_group_name\tdata_access_group_id\n"));
    // The number came with 13.1.
    let old = at(Some("12.5.2"), project);
    assert!(list(&old, "dag", "csv").starts_with("data_access_group_name,unique_group_name\n"));
    let none = with(Project::new(1, "None"));
    assert_eq!(list(&none, "dag", "json"), "[]");
    // Without groups, CSV is the header alone.
    assert_eq!(list(&none, "dag", "csv"), "data_access_group_name,unique_group_name,data_access_group_id");
}

#[test]
fn groups_are_created_renamed_and_deleted() {
    let server = with(Project::new(1, "Sites"));
    let json = r#"[{"data_access_group_name":"Integration Test DAG","unique_group_name":""},{"data_access_group_name":"Second"}]"#;
    assert_eq!(import(&server, "dag", "json", json), (200, "2".into()));
    assert!(list(&server, "dag", "csv").contains(",integration_test_d,"));
    let csv = "data_access_group_name,unique_group_name\nA different name,second\n";
    assert_eq!(import(&server, "dag", "csv", csv), (200, "1".into()));
    assert!(list(&server, "dag", "csv").contains("\"A different name\",a_different_name,"));
    let xml =
        "<dags><item><data_access_group_name><![CDATA[Third & last]]></data_access_group_name></item></dags>";
    assert_eq!(import(&server, "dag", "xml", xml), (200, "1".into()));
    assert!(
        list(&server, "dag", "json")
            .contains(r#""data_access_group_name":"Third & last","unique_group_name":"third__last""#)
    );
    assert_eq!(
        import(
            &server,
            "dag",
            "json",
            r#"[{"data_access_group_name":"New"},{"data_access_group_name":"x","unique_group_name":"nope"}]"#
        ),
        (400, r#"{"error":"The data access group 'nope' does not exist in the project"}"#.into())
    );
    assert_eq!(
        import(&server, "dag", "json", r#"[{"data_access_group_name":" "}]"#),
        (400, r#"{"error":"The data access group name must not be blank"}"#.into())
    );
    // Unknown names are passed over and do not count.
    let delete =
        [("content", "dag"), ("action", "delete"), ("dags[0]", "integration_test_d"), ("dags[1]", "nope")];
    assert_eq!(text(&server, &delete), "1");
    assert_eq!(text(&server, &delete), "0");
    let scalar =
        [("content", "dag"), ("action", "delete"), ("dags", "third__last"), ("returnFormat", "json")];
    assert!(both(&server, &scalar).1.starts_with("{\"error\":\"The 'dags' parameter is either missing"));
}

const OTHER: &str = "FEDCBA9876543210FEDCBA9876543210";

/// Two groups; the user may switch between them.
fn two_groups() -> Arc<Server> {
    let mut project = project("test_simple_project");
    let (a, b) = (project.add_dag("Group A"), project.add_dag("Group B"));
    let mut user =
        User { tokens: vec![OTHER.into()], dag: Some(a), switchable_dags: vec![a, b], ..User::new("a_user") };
    user.rights.set("api_export", 1);
    user.rights.set("api_import", 1);
    user.rights.set("data_access_groups", 1);
    project.users.insert("a_user".into(), user);
    with(project)
}

#[test]
fn users_are_listed_by_name_with_their_groups() {
    let server = two_groups();
    assert_eq!(
        list(&server, "userDagMapping", "csv"),
        "username,redcap_data_access_group\na_user,group_a\nsandbox_owner,"
    );
    assert_eq!(
        list(&server, "userDagMapping", "json"),
        r#"[{"username":"a_user","redcap_data_access_group":"group_a"},{"username":"sandbox_owner","redcap_data_access_group":""}]"#
    );
    assert_eq!(
        list(&server, "userDagMapping", "xml"),
        format!(
            "{XML}<items><item><username><![CDATA[a_user]]></username><redcap_data_access_group><![CDATA[group_a]]>\
             </redcap_data_access_group></item><item><username><![CDATA[sandbox_owner]]></username>\
             <redcap_data_access_group></redcap_data_access_group></item></items>"
        )
    );
}

#[test]
fn users_are_put_into_groups_and_out_of_them() {
    let server = two_groups();
    let groups = || list(&server, "userDagMapping", "csv");
    let assign = |format, data| import(&server, "userDagMapping", format, data);
    assert_eq!(
        assign("json", r#"[{"username":"a_user","redcap_data_access_group":"group_b"}]"#),
        (200, "1".into())
    );
    assert!(groups().contains("\na_user,group_b\n"));
    assert_eq!(assign("csv", "username,redcap_data_access_group\na_user,\n"), (200, "1".into()));
    assert!(groups().contains("\na_user,\n"));
    let xml = "<items><item><username>a_user</username><redcap_data_access_group>group_a</redcap_data_access_group></item></items>";
    assert_eq!(assign("xml", xml), (200, "1".into()));
    // One client sends no action.
    let plain = [
        ("content", "userDagMapping"),
        ("format", "csv"),
        ("data", "username,redcap_data_access_group\na_user,group_b"),
    ];
    assert_eq!(text(&server, &plain), "1");
    assert_eq!(
        assign("json", r#"[{"username":"a_user","redcap_data_access_group":"nope"}]"#),
        (400, r#"{"error":"The data access group 'nope' does not exist in the project"}"#.into())
    );
    assert_eq!(
        assign("json", r#"[{"username":"nobody","redcap_data_access_group":""}]"#),
        (400, r#"{"error":"The user 'nobody' does not exist in the project"}"#.into())
    );
    assert!(groups().contains("\na_user,group_b\n"));
}

#[test]
fn a_user_switches_among_the_groups_that_are_enabled() {
    let server = two_groups();
    let switch = |token: &str, dag: &str| {
        let answer = ask_as(
            &server,
            token,
            &[("content", "dag"), ("action", "switch"), ("dag", dag), ("returnFormat", "csv")],
        );
        (answer.status, answer.text())
    };
    assert_eq!(switch(OTHER, "group_b"), (200, "1".into()));
    assert!(list(&server, "userDagMapping", "csv").contains("\na_user,group_b\n"));
    assert_eq!(switch(OTHER, "group_b"), (200, "1".into()));
    assert_eq!(switch(OTHER, "test_dag").0, 400, "not enabled");
    assert_eq!(switch(OTHER, "nope").0, 400);
    assert_eq!(switch(OTHER, ""), (400, "ERROR: The parameter 'dag' is missing".into()));
    assert_eq!(switch(crate::support::TOKEN, "group_a").0, 400, "the owner is in no group");
    assert!(list(&server, "userDagMapping", "csv").contains("\na_user,group_b\n"));
}
