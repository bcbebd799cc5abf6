//! Users and their rights.

use std::sync::Arc;

use redcap_sandbox::Server;
use redcap_sandbox::project::{Project, Rights, Role, User};

use crate::support::{ask, ask_as, at, both, project, text, with};

const XML: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" ?>";

/// A project of one instrument with a user beside the owner, in a group.
fn clinic() -> Project {
    let mut project = Project::new(1, "Clinic");
    let dag = project.add_dag("North Clinic");
    let mut user = User {
        email: "jane@example.org".into(),
        firstname: "Jane".into(),
        lastname: "van Doe".into(),
        expiration: "2027-06-30".into(),
        dag: Some(dag),
        ..User::new("jdoe")
    };
    user.rights.set("user_rights", 2);
    user.rights.set("api_export", 1);
    user.rights.forms.insert("my_first_instrument".into(), 130);
    user.rights.forms_export.insert("my_first_instrument".into(), 2);
    project.users.insert("jdoe".into(), user);
    project
}

fn only(list: &str, user: &str) -> String {
    let list: serde_json::Value = serde_json::from_str(list).expect("JSON");
    let found = list.as_array().expect("a list").iter().find(|one| one["username"] == user);
    found.unwrap_or_else(|| panic!("no {user}")).to_string()
}

fn user(server: &Server, name: &str) -> serde_json::Value {
    let list = text(server, &[("content", "user"), ("format", "json")]);
    serde_json::from_str(&only(&list, name)).expect("JSON")
}

fn import(server: &Server, format: &str, data: &str) -> (u16, String) {
    both(server, &[("content", "user"), ("format", format), ("data", data)])
}

#[test]
fn users_are_listed_in_each_format() {
    let server = with(clinic());
    let list = |format| text(&server, &[("content", "user"), ("format", format)]);
    let rights = "0,0,2,0,0,0,0,0,0,0,0,0,0,0,0,1,0,0,0,0,0,0,0,0,0,0";
    assert_eq!(
        list("csv").lines().take(2).collect::<Vec<_>>().join("\n"),
        format!(
            "username,email,firstname,lastname,expiration,data_access_group,data_access_group_id,\
             data_access_group_label,design,alerts,user_rights,data_access_groups,reports,stats_and_charts,\
             manage_survey_participants,calendar,data_import_tool,data_comparison_tool,logging,email_logging,\
             file_repository,data_quality_create,data_quality_execute,api_export,api_import,api_modules,mobile_app,\
             mobile_app_download_data,record_create,record_rename,record_delete,lock_records_all_forms,lock_records,\
             lock_records_customization,forms,forms_export\n\
             jdoe,jane@example.org,Jane,\"van Doe\",2027-06-30,north_clinic,1002,\"North Clinic\",{rights},\
             my_first_instrument:130,my_first_instrument:2"
        )
    );
    assert!(!list("csv").ends_with('\n'));
    assert_eq!(
        only(&list("json"), "jdoe"),
        r#"{"username":"jdoe","email":"jane@example.org","firstname":"Jane","lastname":"van Doe","expiration":"2027-06-30","data_access_group":"north_clinic","data_access_group_id":"1002","data_access_group_label":"North Clinic","design":0,"alerts":0,"user_rights":2,"data_access_groups":0,"reports":0,"stats_and_charts":0,"manage_survey_participants":0,"calendar":0,"data_import_tool":0,"data_comparison_tool":0,"logging":0,"email_logging":0,"file_repository":0,"data_quality_create":0,"data_quality_execute":0,"api_export":1,"api_import":0,"api_modules":0,"mobile_app":0,"mobile_app_download_data":0,"record_create":0,"record_rename":0,"record_delete":0,"lock_records_all_forms":0,"lock_records":0,"lock_records_customization":0,"forms":{"my_first_instrument":130},"forms_export":{"my_first_instrument":2}}"#
    );
    let xml = list("xml");
    assert!(xml.starts_with(&format!(
        "{XML}<users><item><username><![CDATA[jdoe]]></username><email><![CDATA[jane@example.org]]></email>"
    )));
    assert!(xml.contains(
        "<forms><my_first_instrument>130</my_first_instrument></forms>\
         <forms_export><my_first_instrument>2</my_first_instrument></forms_export></item>"
    ));
}

#[test]
fn several_instruments_share_a_quoted_cell() {
    let mut project = clinic();
    let form =
        redcap_sandbox::project::Instrument { name: "second".into(), label: "Second".into(), survey: None };
    project.instruments.push(form);
    let csv = text(&with(project), &[("content", "user"), ("format", "csv")]);
    let row = csv.lines().find(|line| line.starts_with("jdoe,")).expect("the user");
    assert!(
        row.ends_with(",\"my_first_instrument:130,second:0\",\"my_first_instrument:2,second:0\""),
        "{row}"
    );
}

#[test]
fn columns_and_codes_follow_the_version() {
    let header = |version| {
        let csv = text(&at(Some(version), clinic()), &[("content", "user"), ("format", "csv")]);
        csv.lines().next().expect("a header").to_owned()
    };
    assert_eq!(header("5.8.2"), "username,email,firstname,lastname,expiration,data_access_group,forms");
    assert!(header("10.8.0").contains(",data_access_groups,data_export,reports,"));
    assert!(header("10.8.0").ends_with(",lock_records_customization,forms"));
    assert!(header("15.8.2").contains(",data_access_group_id,design,"));
    assert!(header("16.0.0").contains(",data_access_group_id,data_access_group_label,design,"));
    // Codes of the new scheme mean nothing to an older server.
    let old = user(&at(Some("14.0.5"), clinic()), "jdoe");
    assert_eq!(old["forms"], serde_json::json!({"my_first_instrument": 1}));
    let oldest = text(&at(Some("5.8.2"), clinic()), &[("content", "user"), ("format", "xml")]);
    assert!(oldest.starts_with(&format!("{XML}<records><item><username>")), "{oldest}");
    assert!(oldest.contains("<data_access_group>1002</data_access_group>"));
    let export = user(&at(Some("10.8.0"), clinic()), "jdoe");
    assert_eq!(export["data_export"], 2);
}

#[test]
fn columns_come_with_what_they_are_for() {
    let mut project = clinic();
    let has = |project: &Project, column: &str| {
        let csv = text(&with(project.clone()), &[("content", "user"), ("format", "csv")]);
        csv.lines().next().expect("a header").split(',').any(|name| name == column)
    };
    for column in [
        "data_quality_resolution",
        "mycap_participants",
        "random_setup",
        "random_dashboard",
        "random_perform",
    ] {
        assert!(!has(&project, column), "{column}");
    }
    project.settings.randomization_enabled = true;
    project.settings.other.insert("MyCapEnabled".into(), "1".into());
    project.settings.other.insert("DataResolutionEnabled".into(), "2".into());
    for column in [
        "data_quality_resolution",
        "mycap_participants",
        "random_setup",
        "random_dashboard",
        "random_perform",
    ] {
        assert!(has(&project, column), "{column}");
    }
}

#[test]
fn an_import_changes_what_it_mentions_and_adds_who_is_new() {
    let server = with(clinic());
    let json = |data| import(&server, "json", data);
    assert_eq!(
        json(r#"[{"username":"jdoe","data_access_group":"north_clinic","calendar":1}]"#),
        (200, "1".into())
    );
    let jdoe = user(&server, "jdoe");
    assert_eq!(
        (&jdoe["calendar"], &jdoe["api_export"], &jdoe["user_rights"]),
        (&1.into(), &1.into(), &2.into())
    );
    assert_eq!(jdoe["data_access_group"], "north_clinic");
    assert_eq!(jdoe["expiration"], "2027-06-30");
    assert_eq!(jdoe["forms"], serde_json::json!({"my_first_instrument": 130}));
    // A user whom the server does not know is taken, with the lowest rights.
    assert_eq!(json(r#"[{"username":"pandeharris@example.org"}]"#), (200, "1".into()));
    let new = user(&server, "pandeharris@example.org");
    assert_eq!((&new["design"], &new["api_export"], &new["email"]), (&0.into(), &0.into(), &"".into()));
    assert_eq!(new["forms"], serde_json::json!({"my_first_instrument": 0}));
    // Columns for information, former ones and junk are passed over.
    let junk = r#"[{"username":"jdoe","data_access_group":"north_clinic","email":"x@y.z","data_access_group_id":9,"data_export":2,"manage":1}]"#;
    assert_eq!(json(junk), (200, "1".into()));
    assert_eq!(user(&server, "jdoe")["email"], "jane@example.org");
    assert_eq!(user(&server, "jdoe")["forms_export"], serde_json::json!({"my_first_instrument": 2}));
}

#[test]
fn each_format_brings_form_rights() {
    let server = with(clinic());
    for (format, data) in [
        ("json", r#"[{"username":"jdoe","forms":{"my_first_instrument":138},"forms_export":{"my_first_instrument":3}}]"#.into()),
        ("csv", "\u{feff}username,forms,forms_export\njdoe,my_first_instrument:138,\"my_first_instrument:3\"\n".into()),
        (
            "xml",
            format!(
                "\n  {XML}\n<users>\n<item><username><![CDATA[jdoe]]></username>\n<forms>\n<my_first_instrument>138\
                 </my_first_instrument>\n</forms><forms_export><my_first_instrument><![CDATA[3]]></my_first_instrument>\
                 </forms_export></item></users>"
            ),
        ),
    ] {
        let data: String = data;
        assert_eq!(import(&server, format, &data), (200, "1".into()), "{data}");
        let jdoe = user(&server, "jdoe");
        assert_eq!(jdoe["forms"], serde_json::json!({"my_first_instrument": 138}), "{data}");
        assert_eq!(jdoe["forms_export"], serde_json::json!({"my_first_instrument": 3}), "{data}");
        // What the map leaves out gets no access; old codes are taken too.
        assert_eq!(import(&server, "csv", "username,forms,forms_export\njdoe,my_first_instrument:2,"), (200, "1".into()));
        let jdoe = user(&server, "jdoe");
        assert_eq!(jdoe["forms"], serde_json::json!({"my_first_instrument": 2}));
        assert_eq!(jdoe["forms_export"], serde_json::json!({"my_first_instrument": 0}));
    }
}

#[test]
fn an_import_without_group_takes_the_user_out_of_it() {
    for data in [r#"[{"username":"jdoe"}]"#, r#"[{"username":"jdoe","data_access_group":""}]"#] {
        let server = with(clinic());
        assert_eq!(user(&server, "jdoe")["data_access_group"], "north_clinic");
        assert_eq!(import(&server, "json", data), (200, "1".into()));
        let jdoe = user(&server, "jdoe");
        assert_eq!((&jdoe["data_access_group"], &jdoe["data_access_group_id"]), (&"".into(), &"".into()));
    }
}

#[test]
fn role_group_and_end_of_access_can_come_with_a_new_user() {
    let mut project = clinic();
    project.roles.push(Role {
        unique_name: "U-AAAAAAAAAA".into(),
        label: "Data".into(),
        rights: Rights::default(),
    });
    let server = with(project);
    let data =
        "username,expiration,data_access_group,unique_role_name\nnew,2026-12-31,north_clinic,U-AAAAAAAAAA";
    assert_eq!(import(&server, "csv", data), (200, "1".into()));
    let new = user(&server, "new");
    assert_eq!(
        (&new["expiration"], &new["data_access_group"]),
        (&"2026-12-31".into(), &"north_clinic".into())
    );
    let roles = text(&server, &[("content", "userRoleMapping"), ("format", "csv")]);
    assert!(roles.contains("\nnew,U-AAAAAAAAAA,north_clinic\n"), "{roles}");
    assert_eq!(import(&server, "csv", "username,expiration\nnew,"), (200, "1".into()));
    assert_eq!(user(&server, "new")["expiration"], "");
}

#[test]
fn bad_items_are_refused_and_nothing_changes() {
    let server = with(clinic());
    for (data, message) in [
        (r#"{"username":""}"#, "The username must not be blank"),
        (
            r#"{"username":"jdoe","data_access_group":"uncouth_dag"}"#,
            "The data access group 'uncouth_dag' does not exist in the project",
        ),
        (
            r#"{"username":"jdoe","unique_role_name":"U-1"}"#,
            "The user role 'U-1' does not exist in the project",
        ),
        (
            r#"{"username":"jdoe","design":"often"}"#,
            "The value 'often' is not valid for the user right 'design'",
        ),
        (
            r#"{"username":"jdoe","expiration":"soon"}"#,
            "The expiration date 'soon' is not valid. Its format must be YYYY-MM-DD.",
        ),
        (
            r#"{"username":"jdoe","forms":{"demografics":1,"x":1}}"#,
            "The form named \\\"demografics\\\" is incorrect for the user \\\"jdoe\\\" The form does not exist in this project.\\n\
             The form named \\\"x\\\" is incorrect for the user \\\"jdoe\\\" The form does not exist in this project.",
        ),
    ] {
        let data = format!(r#"[{{"username":"first"}},{data}]"#);
        assert_eq!(import(&server, "json", &data), (400, format!("{{\"error\":\"{message}\"}}")));
    }
    let users = ask(&server, &[("content", "user"), ("format", "json")]).json();
    assert_eq!(users.as_array().map(Vec::len), Some(2));
    // A bare object is no list, so there is nothing to do; csv needs `format`.
    assert_eq!(import(&server, "json", r#"{"username":"first"}"#), (200, "0".into()));
    let bare = both(&server, &[("content", "user"), ("data", "username\nfirst")]);
    assert_eq!(bare, (400, "The data is not in the specified format.".into()));
}

#[test]
fn a_role_hides_the_rights_of_a_user_and_does_not_remove_them() {
    let mut project = clinic();
    let mut rights = Rights::default();
    rights.set("reports", 1);
    project.roles.push(Role { unique_name: "U-AAAAAAAAAA".into(), label: "Data".into(), rights });
    let server = with(project);
    let assign = |role: &str| {
        let data = format!(r#"[{{"username":"jdoe","unique_role_name":"{role}"}}]"#);
        let fields =
            [("content", "userRoleMapping"), ("action", "import"), ("format", "json"), ("data", &data)];
        assert_eq!(text(&server, &fields), "1");
    };
    assign("U-AAAAAAAAAA");
    assert_eq!(import(&server, "json", r#"[{"username":"jdoe","data_access_groups":1}]"#), (200, "1".into()));
    let jdoe = user(&server, "jdoe");
    assert_eq!(
        (&jdoe["reports"], &jdoe["api_export"], &jdoe["data_access_groups"]),
        (&1.into(), &0.into(), &0.into())
    );
    assign("");
    let jdoe = user(&server, "jdoe");
    assert_eq!(
        (&jdoe["reports"], &jdoe["api_export"], &jdoe["data_access_groups"]),
        (&0.into(), &1.into(), &1.into())
    );
}

#[test]
fn users_are_deleted_all_or_none() {
    let server = with(clinic());
    let delete = |names: &[&str]| {
        let keys: Vec<String> = (0..names.len()).map(|index| format!("users[{index}]")).collect();
        let mut fields = vec![("content", "user"), ("action", "delete"), ("returnFormat", "xml")];
        fields.extend(keys.iter().map(String::as_str).zip(names.iter().copied()));
        both(&server, &fields)
    };
    assert_eq!(
        delete(&["jdoe", "nobody"]),
        (400, format!("{XML}<hash><error>The user 'nobody' does not exist in the project</error></hash>"))
    );
    assert_eq!(delete(&["jdoe"]), (200, "1".into()));
    let missing = "The 'users' parameter is either missing or is not an array. It must be provided as an array even if \
                   it only contains one value.";
    assert_eq!(
        both(
            &server,
            &[("content", "user"), ("action", "delete"), ("users", "jdoe"), ("returnFormat", "csv")]
        ),
        (400, format!("ERROR: {missing}"))
    );
    let log = ask(&server, &[("content", "log"), ("format", "json"), ("logtype", "user")]).json();
    assert_eq!(log[0]["action"], "Delete user jdoe");
    assert_eq!(log[0]["details"], "user = 'jdoe'");
}

/// A server with a second user who has these rights and a token.
fn with_user(version: Option<&str>, rights: &[(&str, u16)]) -> Arc<Server> {
    let mut project = project("test_long_project");
    let mut user = User { tokens: vec![OTHER.into()], ..User::new("other") };
    for (right, value) in rights {
        user.rights.set(right, *value);
    }
    let forms = project.instruments.iter().map(|form| (form.name.clone(), 1));
    user.rights.forms_export = forms.collect();
    project.users.insert("other".into(), user);
    at(version, project)
}

const OTHER: &str = "FEDCBA9876543210FEDCBA9876543210";

fn other(server: &Server, fields: &[(&str, &str)]) -> (u16, String) {
    let answer = ask_as(server, OTHER, fields);
    (answer.status, answer.text())
}

#[test]
fn reading_users_asks_for_the_user_rights_page_since_14() {
    let missing = "ERROR: Insufficient user privileges: You must have 'API Export' privileges and 'User Rights' privileges \
                   in the project.";
    let fields = [("content", "user"), ("format", "csv")];
    let server = with_user(None, &[("api_export", 1)]);
    assert_eq!(other(&server, &fields), (400, missing.into()));
    assert_eq!(other(&with_user(Some("13.7.3"), &[("api_export", 1)]), &fields).0, 200);
    let reader = with_user(None, &[("api_export", 1), ("api_import", 1), ("user_rights", 2)]);
    assert_eq!(other(&reader, &fields).0, 200);
    // To see the page is not enough to change users.
    let import = [("content", "user"), ("format", "csv"), ("data", "username\nnew")];
    assert_eq!(other(&reader, &import).0, 400);
    let writer = with_user(None, &[("api_import", 1), ("user_rights", 1)]);
    assert_eq!(other(&writer, &import), (200, "1".into()));
    assert_eq!(other(&writer, &fields), (403, "ERROR: You do not have API Export privileges".into()));
}

#[test]
fn every_method_asks_for_its_rights() {
    let nothing = with_user(None, &[("api_export", 1)]);
    let export_only = "ERROR: You do not have API Import/Update privileges";
    for fields in [
        vec![("content", "metadata"), ("data", "x")],
        vec![("content", "arm"), ("action", "import"), ("data", "x")],
        vec![("content", "event"), ("action", "delete")],
        vec![("content", "dag"), ("action", "switch"), ("dag", "x")],
        vec![("content", "userDagMapping"), ("action", "import"), ("data", "x")],
        vec![("content", "userRole"), ("action", "delete")],
        vec![("content", "project_settings"), ("data", "x")],
        vec![("content", "repeatingFormsEvents"), ("data", "x")],
        vec![("content", "formEventMapping"), ("data", "x")],
    ] {
        let fields: Vec<(&str, &str)> = fields.into_iter().chain([("returnFormat", "csv")]).collect();
        assert_eq!(other(&nothing, &fields), (403, export_only.into()), "{fields:?}");
    }
    let design = "ERROR: Insufficient user privileges: You must have 'API Import/Update' privileges and 'Project Design and \
                  Setup' privileges in the project.";
    let importer = with_user(None, &[("api_import", 1)]);
    for content in ["metadata", "project_settings", "repeatingFormsEvents", "formEventMapping"] {
        let fields = [("content", content), ("data", "x"), ("returnFormat", "csv")];
        assert_eq!(other(&importer, &fields), (400, design.into()), "{content}");
    }
    let dags = "ERROR: Insufficient user privileges: You must have 'API Export' privileges and 'Data Access Groups' \
                privileges in the project.";
    for content in ["dag", "userDagMapping"] {
        assert_eq!(other(&nothing, &[("content", content), ("format", "csv")]), (400, dags.into()));
        assert_eq!(
            other(
                &with_user(Some("13.7.3"), &[("api_export", 1)]),
                &[("content", content), ("format", "csv")]
            )
            .0,
            200
        );
    }
    assert_eq!(
        other(&nothing, &[("content", "log"), ("format", "csv")]),
        (400, "ERROR: Insufficient user privileges: You must have 'API Export' privileges and 'Logging' privileges in the project.".into())
    );
}

#[test]
fn dead_accounts_open_nothing() {
    let refused = (403, "ERROR: You do not have permissions to use the API".to_owned());
    let version = [("content", "version"), ("format", "csv")];
    assert_eq!(other(&with_user(None, &[]), &version), refused);
    let server = with_user(None, &[("api_export", 1)]);
    assert_eq!(other(&server, &version).0, 200);
    assert_eq!(
        import(&server, "json", r#"[{"username":"other","expiration":"2026-02-03"}]"#),
        (200, "1".into())
    );
    assert_eq!(other(&server, &version), refused);
    let mut deleted = project("test_long_project");
    deleted.settings.deleted = true;
    assert_eq!(
        both(&with(deleted), &[("content", "project"), ("format", "json")]),
        (400, r#"{"error":"The REDCap project no longer exists because it was deleted."}"#.into())
    );
}
