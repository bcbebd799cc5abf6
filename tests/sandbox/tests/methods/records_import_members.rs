//! Imports of records by members of groups and by users with few rights.

use redcap_sandbox::Server;
use redcap_sandbox::project::{Project, Rights, User};

use crate::records_import::{counted, import, import_with, record, refused, stored, with_fields};
use crate::support::{Answer, ask_as, with};

/// A user with a token, in a group and with these rights.
fn add_user(project: &mut Project, dag: Option<u64>, rights: &[&str]) -> &'static str {
    let token = "FEDCBA9876543210FEDCBA9876543210";
    let mut user = User { dag, tokens: vec![token.to_owned()], ..User::new("member") };
    let mut own = Rights::default();
    rights.iter().for_each(|right| own.set(right, 1));
    user.rights = own;
    project.users.insert("member".to_owned(), user);
    token
}

/// Imports JSON rows with the token of [`add_user`].
fn import_as(server: &Server, token: &str, data: &str) -> Answer {
    ask_as(server, token, &[("content", "record"), ("format", "json"), ("data", data)])
}

#[test]
fn groups_are_assigned_by_their_unique_name() {
    let mut project = with_fields(&["a"]);
    let site = project.add_dag("Site A");
    let server = with(project);
    let row = r#"[{"record_id":"1","redcap_data_access_group":"site_a"}]"#;
    assert_eq!(import(&server, row), counted(1));
    assert_eq!(record(&server, "1").and_then(|record| record.dag), Some(site));
    let blank = r#"[{"record_id":"1","redcap_data_access_group":""}]"#;
    assert_eq!(import(&server, blank), counted(1));
    assert_eq!(record(&server, "1").and_then(|record| record.dag), Some(site));
    assert_eq!(import_with(&server, blank, &[("overwriteBehavior", "overwrite")]), counted(1));
    assert_eq!(record(&server, "1").and_then(|record| record.dag), None);
    let wrong = r#"[{"record_id":"1","redcap_data_access_group":"Site A"}]"#;
    let text = "\"1\",\"redcap_data_access_group\",\"Site A\",\"The value is not a valid Data Access Group unique name\"";
    assert_eq!(import(&server, wrong), refused(text));
}

#[test]
fn members_of_a_group_write_the_records_of_their_group() {
    let mut project = with_fields(&["a"]);
    let (own, other) = (project.add_dag("Own"), project.add_dag("Other"));
    project.record_mut("theirs").dag = Some(other);
    project.record_mut("free").dag = None;
    let token = add_user(&mut project, Some(own), &["api_import", "record_create"]);
    let server = with(project);
    assert_eq!(import_as(&server, token, r#"[{"record_id":"mine","a":"1"}]"#).status, 200);
    assert_eq!(record(&server, "mine").and_then(|record| record.dag), Some(own));
    for name in ["theirs", "free"] {
        let row = format!("[{{\"record_id\":\"{name}\",\"a\":\"1\"}}]");
        assert_eq!(import_as(&server, token, &row).status, 400, "{name}");
        assert_eq!(stored(&server, name, "a"), "");
    }
    let row = r#"[{"record_id":"mine","redcap_data_access_group":"other"}]"#;
    assert_eq!(import_as(&server, token, row).status, 400);
    let row = r#"[{"record_id":"mine","redcap_data_access_group":"own"}]"#;
    assert_eq!(import_as(&server, token, row).status, 200);
    let fields = [
        ("content", "record"),
        ("format", "json"),
        ("data", r#"[{"record_id":"x"}]"#),
        ("forceAutoNumber", "true"),
        ("returnContent", "ids"),
    ];
    assert_eq!(ask_as(&server, token, &fields).text(), format!("[\"{own}-1\"]"));
}

#[test]
fn creating_records_needs_its_right() {
    let mut project = with_fields(&["a"]);
    project.record_mut("1");
    let token = add_user(&mut project, None, &["api_import"]);
    let server = with(project);
    assert_eq!(import_as(&server, token, r#"[{"record_id":"1","a":"2"}]"#).status, 200);
    let text = "\"2\",\"record_id\",\"2\",\"You do not have privileges to create records\"";
    let answer = import_as(&server, token, r#"[{"record_id":"2","a":"2"}]"#);
    assert_eq!((answer.status, answer.text()), refused(text));
}
