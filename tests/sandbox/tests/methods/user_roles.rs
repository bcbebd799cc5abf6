//! User roles and who has them.

use redcap_sandbox::Server;
use redcap_sandbox::project::{Project, User};

use crate::support::{ask, at, both, project, text, with};

const XML: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" ?>";

fn import(server: &Server, format: &str, data: &str) -> (u16, String) {
    both(server, &[("content", "userRole"), ("format", format), ("data", data)])
}

fn roles(server: &Server) -> serde_json::Value {
    ask(server, &[("content", "userRole"), ("format", "json")]).json()
}

#[test]
fn roles_are_listed_in_each_format_with_rights_as_texts() {
    let server = with(project("test_simple_project"));
    let list = |format| text(&server, &[("content", "userRole"), ("format", format)]);
    assert_eq!(
        list("csv"),
        "unique_role_name,role_label,design,alerts,user_rights,data_access_groups,reports,stats_and_charts,\
         manage_survey_participants,calendar,data_import_tool,data_comparison_tool,logging,email_logging,\
         file_repository,data_quality_create,data_quality_execute,api_export,api_import,api_modules,mobile_app,\
         mobile_app_download_data,record_create,record_rename,record_delete,lock_records_customization,lock_records,\
         lock_records_all_forms,forms,forms_export\n\
         U-573AEYRNR8,\"Example Role\",0,0,0,0,1,1,1,1,0,0,0,0,1,0,0,0,0,0,0,0,1,0,0,0,0,0,demographics:1,demographics:2"
    );
    assert_eq!(
        list("json"),
        r#"[{"unique_role_name":"U-573AEYRNR8","role_label":"Example Role","design":"0","alerts":"0","user_rights":"0","data_access_groups":"0","reports":"1","stats_and_charts":"1","manage_survey_participants":"1","calendar":"1","data_import_tool":"0","data_comparison_tool":"0","logging":"0","email_logging":"0","file_repository":"1","data_quality_create":"0","data_quality_execute":"0","api_export":"0","api_import":"0","api_modules":"0","mobile_app":"0","mobile_app_download_data":"0","record_create":"1","record_rename":"0","record_delete":"0","lock_records_customization":"0","lock_records":"0","lock_records_all_forms":"0","forms":{"demographics":1},"forms_export":{"demographics":2}}]"#
    );
    assert!(list("xml").starts_with(&format!(
        "{XML}<users><item><unique_role_name><![CDATA[U-573AEYRNR8]]></unique_role_name>\
         <role_label><![CDATA[Example Role]]></role_label><design>0</design>"
    )));
    assert!(list("xml").ends_with(
        "<forms><demographics>1</demographics></forms><forms_export><demographics>2</demographics></forms_export>\
         </item></users>"
    ));
    let nobody = with(Project::new(1, "Empty"));
    assert_eq!(text(&nobody, &[("content", "userRole"), ("format", "json")]), "[]");
    let header = text(&nobody, &[("content", "userRole"), ("format", "csv")]);
    assert!(header.starts_with("unique_role_name,role_label,design,") && !header.contains('\n'), "{header}");
}

#[test]
fn roles_are_created_changed_and_deleted() {
    let server = with(project("test_simple_project"));
    assert_eq!(import(&server, "json", r#"[{"role_label":"New Role"}]"#), (200, "1".into()));
    assert_eq!(
        import(&server, "csv", "unique_role_name,role_label,calendar,manage\n,Other,1,1\n"),
        (200, "1".into())
    );
    let xml = format!(
        "     {XML}<users><item><unique_role_name></unique_role_name><role_label>Third</role_label>\
         <forms><demographics>2</demographics></forms></item></users>"
    );
    assert_eq!(import(&server, "xml", &xml), (200, "1".into()));
    let list = roles(&server);
    let labels: Vec<&str> =
        list.as_array().expect("a list").iter().filter_map(|role| role["role_label"].as_str()).collect();
    assert_eq!(labels, ["Example Role", "New Role", "Other", "Third"]);
    assert_eq!((&list[1]["calendar"], &list[2]["calendar"]), (&"0".into(), &"1".into()));
    assert_eq!(list[3]["forms"], serde_json::json!({"demographics": 2}));
    let name = list[1]["unique_role_name"].as_str().expect("a name").to_owned();
    assert!(name.len() == 12 && name.starts_with("U-"), "{name}");
    let update = format!(r#"[{{"unique_role_name":"{name}","role_label":"Renamed","design":"1"}}]"#);
    assert_eq!(import(&server, "json", &update), (200, "1".into()));
    let list = roles(&server);
    assert_eq!((&list[1]["role_label"], &list[1]["design"]), (&"Renamed".into(), &"1".into()));
    let delete = [("content", "userRole"), ("action", "delete"), ("roles[0]", name.as_str())];
    assert_eq!(text(&server, &delete), "1");
    assert_eq!(both(&server, &delete).0, 400, "the role is gone");
    let log = ask(&server, &[("content", "log"), ("format", "json"), ("logtype", "user")]).json();
    let actions: Vec<(&str, &str)> = log
        .as_array()
        .expect("a list")
        .iter()
        .filter_map(|entry| Some((entry["action"].as_str()?, entry["details"].as_str()?)))
        .collect();
    assert_eq!(actions[0], ("Delete user role", "role = 'Renamed'"));
    assert_eq!(actions[1], ("Edit user role", "role = 'Renamed'"));
    assert_eq!(actions[2], ("Create user role", "role = 'Third'"));
}

#[test]
fn bad_roles_are_refused() {
    let server = with(project("test_simple_project"));
    let unknown = |form: &str| {
        format!(
            "The form named \\\"{form}\\\" is incorrect for the user role \\\"U-573AEYRNR8\\\" The form does not exist in \
             this project."
        )
    };
    for (data, message) in [
        (r#"[{"role_label":""}]"#, "The user role label must not be blank".to_owned()),
        (
            r#"[{"unique_role_name":"U-1","role_label":"x"}]"#,
            "The user role 'U-1' does not exist in the project".to_owned(),
        ),
        (
            r#"[{"unique_role_name":"U-573AEYRNR8","forms":{"a":1},"forms_export":{"a":1,"b":1}}]"#,
            format!("{}\\n{}", unknown("a"), unknown("b")),
        ),
    ] {
        assert_eq!(import(&server, "json", data), (400, format!("{{\"error\":\"{message}\"}}")));
    }
    let bare = both(&server, &[("content", "userRole"), ("data", "role_label\nx")]);
    assert_eq!(bare, (400, "The data is not in the specified format.".into()));
    let array = both(&server, &[("content", "userRole"), ("action", "delete"), ("returnFormat", "csv")]);
    assert!(
        array.1.starts_with("ERROR: The 'roles' parameter is either missing or is not an array."),
        "{array:?}"
    );
}

fn with_user(version: Option<&str>) -> std::sync::Arc<Server> {
    let mut project = project("test_simple_project");
    project.users.insert("a_user".into(), User::new("a_user"));
    at(version, project)
}

#[test]
fn every_user_is_listed_with_a_role_or_none() {
    let list = |server: &Server, format| text(server, &[("content", "userRoleMapping"), ("format", format)]);
    let server = with_user(None);
    assert_eq!(
        list(&server, "csv"),
        "username,unique_role_name,data_access_group\na_user,,\nsandbox_owner,,"
    );
    assert_eq!(
        list(&server, "json"),
        r#"[{"username":"a_user","unique_role_name":"","data_access_group":""},{"username":"sandbox_owner","unique_role_name":"","data_access_group":""}]"#
    );
    assert_eq!(
        list(&server, "xml"),
        format!(
            "{XML}<items><item><username><![CDATA[a_user]]></username><unique_role_name></unique_role_name>\
             <data_access_group></data_access_group></item><item><username><![CDATA[sandbox_owner]]></username>\
             <unique_role_name></unique_role_name><data_access_group></data_access_group></item></items>"
        )
    );
    assert_eq!(list(&with_user(Some("15.6.0")), "csv"), "username,unique_role_name\na_user,\nsandbox_owner,");
}

#[test]
fn users_are_put_into_roles_and_out_of_them() {
    let assign = |server: &Server, format, data| {
        let fields =
            [("content", "userRoleMapping"), ("action", "import"), ("format", format), ("data", data)];
        both(server, &fields)
    };
    let list = |server: &Server| text(server, &[("content", "userRoleMapping"), ("format", "csv")]);
    let server = with_user(None);
    let both_columns =
        r#"[{"username":"a_user","unique_role_name":"U-573AEYRNR8","data_access_group":"test_dag"}]"#;
    assert_eq!(assign(&server, "json", both_columns), (200, "1".into()));
    assert!(list(&server).contains("\na_user,U-573AEYRNR8,test_dag\n"));
    // Without the column the group stays.
    assert_eq!(assign(&server, "csv", "username,unique_role_name\na_user,"), (200, "1".into()));
    assert!(list(&server).contains("\na_user,,test_dag\n"));
    let xml = "<items><item><username>a_user</username><unique_role_name>U-573AEYRNR8</unique_role_name>\
               <data_access_group></data_access_group></item></items>";
    assert_eq!(assign(&server, "xml", xml), (200, "1".into()));
    assert!(list(&server).contains("\na_user,U-573AEYRNR8,\n"));
    for (data, message) in [
        (
            r#"[{"username":"nobody","unique_role_name":""}]"#,
            "The user 'nobody' does not exist in the project",
        ),
        (
            r#"[{"username":"a_user","unique_role_name":"U-1"}]"#,
            "The user role 'U-1' does not exist in the project",
        ),
    ] {
        assert_eq!(assign(&server, "json", data), (400, format!("{{\"error\":\"{message}\"}}")));
    }
    // Members of a deleted role fall back on their own rights.
    let delete = [("content", "userRole"), ("action", "delete"), ("roles[]", "U-573AEYRNR8")];
    assert_eq!(text(&server, &delete), "1");
    assert!(list(&server).contains("\na_user,,\n"));
}
