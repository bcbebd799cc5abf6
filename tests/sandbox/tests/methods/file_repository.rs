//! The file repository.

use redcap_sandbox::Server;
use redcap_sandbox::project::{Project, Rights, Role, User};

use super::files::upload_as;
use crate::support::{Answer, TOKEN, ask, ask_as, at, both, text, with};

const MEMBER: &str = "BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB";

fn call_as(server: &Server, token: &str, action: &str, fields: &[(&str, &str)]) -> (u16, String) {
    let mut all = vec![("content", "fileRepository"), ("action", action), ("format", "json")];
    all.extend(fields);
    let answer = ask_as(server, token, &all);
    (answer.status, answer.text())
}

fn call(server: &Server, action: &str, fields: &[(&str, &str)]) -> String {
    let (status, text) = call_as(server, TOKEN, action, fields);
    assert_eq!(status, 200, "{text}");
    text
}

fn upload(server: &Server, name: &str, folder: &str) -> Answer {
    let fields = [("content", "fileRepository"), ("action", "import"), ("folder_id", folder)];
    upload_as(server, TOKEN, &fields, name, b"some text")
}

#[test]
fn folders_and_files_are_created_listed_sent_and_deleted() {
    let server = with(Project::new(1, "Files"));
    assert_eq!(call(&server, "list", &[]), "[]");
    assert_eq!(call(&server, "createFolder", &[("name", "Consent forms")]), r#"[{"folder_id":1002}]"#);
    let inner = call(&server, "createFolder", &[("name", "2026"), ("folder_id", "1002")]);
    assert_eq!(inner, r#"[{"folder_id":1003}]"#);
    assert_eq!((upload(&server, "top.txt", "").status, upload(&server, "top.txt", "").status), (200, 200));
    assert_eq!(upload(&server, "template.pdf", "1003").bytes, b"");
    assert_eq!(
        call(&server, "list", &[]),
        r#"[{"folder_id":1002,"name":"Consent forms"},{"doc_id":1004,"name":"top.txt"},{"doc_id":1005,"name":"top.txt"}]"#
    );
    let inside = |format| {
        let fields = [("content", "fileRepository"), ("action", "list"), ("folder_id", "1002")];
        text(&server, &[&fields[..], &[("format", format)]].concat())
    };
    assert_eq!(inside("csv"), "folder_id,doc_id,name,role,dag\n1003,,2026,,");
    assert_eq!(
        inside("xml"),
        "<?xml version=\"1.0\" encoding=\"UTF-8\" ?><items><item><folder_id>1003</folder_id>\
         <name>2026</name></item></items>"
    );
    assert_eq!(call(&server, "list", &[("folder_id", "1003")]), r#"[{"doc_id":1006,"name":"template.pdf"}]"#);
    let file = ask(&server, &[("content", "fileRepository"), ("action", "export"), ("doc_id", "1004")]);
    assert_eq!(
        (file.media.as_str(), file.text().as_str()),
        ("text/plain; name=\"top.txt\";charset=UTF-8", "some text")
    );
    assert_eq!(call(&server, "delete", &[("doc_id", "1004")]), "");
    let gone = (400, r#"{"error":"Invalid doc_id or missing doc_id"}"#.to_owned());
    for (action, id) in [("export", "1004"), ("delete", "1004"), ("export", ""), ("delete", "first")] {
        assert_eq!(call_as(&server, TOKEN, action, &[("doc_id", id)]), gone, "{action} {id}");
    }
}

#[test]
fn a_new_folder_is_told_in_each_format() {
    let server = with(Project::new(1, "Files"));
    let create = |format| {
        let fields = [("content", "fileRepository"), ("action", "createFolder"), ("name", "x")];
        text(&server, &[&fields[..], &[("format", format)]].concat())
    };
    assert_eq!(create("csv"), "folder_id\n1002");
    assert_eq!(create("json"), r#"[{"folder_id":1003}]"#);
    assert_eq!(
        create("xml"),
        "<?xml version=\"1.0\" encoding=\"UTF-8\" ?><items><item><folder_id>1004</folder_id></item></items>"
    );
}

#[test]
fn what_names_no_folder_is_refused() {
    let server = with(Project::new(1, "Files"));
    let unknown = (
        400,
        "{\"error\":\"The File Repository folder folder_id=99 does not exist or else you do not have permission to \
         that folder because it is DAG-restricted or Role-restricted.\"}"
            .to_owned(),
    );
    assert_eq!(call_as(&server, TOKEN, "list", &[("folder_id", "99")]), unknown);
    assert_eq!(call_as(&server, TOKEN, "createFolder", &[("folder_id", "99"), ("name", "x")]), unknown);
    let refused = |fields: &[(&str, &str)]| call_as(&server, TOKEN, "createFolder", fields).1;
    assert_eq!(refused(&[]), r#"{"error":"new folder 'name' not provided"}"#);
    let (fits, long) = ("n".repeat(150), "n".repeat(151));
    assert_eq!(refused(&[("name", &fits)]), r#"[{"folder_id":1002}]"#);
    let not_valid =
        |name| format!("{{\"error\":\"The value of the parameter \\\"{name}\\\" is not valid\"}}");
    assert_eq!(refused(&[("name", &long)]), not_valid("name"));
    assert_eq!(refused(&[("name", "x"), ("dag_id", "5")]), not_valid("dag_id"));
    assert_eq!(refused(&[("name", "x"), ("role_id", "5")]), not_valid("role_id"));
    assert_eq!(refused(&[("name", "x"), ("role_id", "U-1")]), not_valid("role_id"));
    let nothing = ask(&server, &[("content", "fileRepository"), ("action", "import")]);
    assert_eq!((nothing.status, nothing.text().contains("No valid file was uploaded")), (400, true));
}

/// A project with a folder for a group and one for a role, and a user of the other group without a role.
fn restricted() -> (Project, u64, u64) {
    let mut project = Project::new(1, "Files");
    let north = project.add_dag("North");
    let south = project.add_dag("South");
    let role =
        Role { unique_name: "U-527D39JXAC".into(), label: "Monitor".into(), rights: Rights::default() };
    let number = role.number();
    project.roles.push(role);
    let mut member = User::new("member");
    member.dag = Some(south);
    member.tokens.push(MEMBER.into());
    for right in ["api_export", "api_import", "file_repository"] {
        member.rights.set(right, 1);
    }
    project.users.insert("member".into(), member);
    (project, north, number)
}

#[test]
fn restricted_folders_are_closed_to_others_with_all_that_is_in_them() {
    let (project, north, role) = restricted();
    let server = with(project);
    let (north, role) = (north.to_string(), role.to_string());
    let folder = |fields: &[(&str, &str)]| {
        let created = call(&server, "createFolder", fields);
        created.trim_matches(|c: char| !c.is_ascii_digit()).to_owned()
    };
    let of_group = folder(&[("name", "North only"), ("dag_id", &north)]);
    let inside = folder(&[("name", "Inside"), ("folder_id", &of_group)]);
    let of_role = folder(&[("name", "Monitors only"), ("role_id", &role)]);
    assert_eq!(upload(&server, "secret.txt", &inside).status, 200);
    // The owner is in no group and sees the folders of all; folders of roles are for members.
    assert_eq!(
        call(&server, "list", &[]),
        format!(r#"[{{"folder_id":{of_group},"name":"North only","dag":"north"}}]"#)
    );
    let listed = call(&server, "list", &[("folder_id", &inside)]);
    let doc = listed.split([':', ',']).nth(1).expect("a number");
    assert_eq!(call_as(&server, MEMBER, "list", &[]), (200, "[]".to_owned()));
    for id in [&of_group, &inside, &of_role] {
        assert_eq!(call_as(&server, MEMBER, "list", &[("folder_id", id)]).0, 400);
    }
    for action in ["export", "delete"] {
        assert_eq!(
            call_as(&server, MEMBER, action, &[("doc_id", doc)]),
            (400, r#"{"error":"Invalid doc_id or missing doc_id"}"#.to_owned())
        );
    }
}

#[test]
fn who_restricted_a_folder_is_told_from_16_0_8_on() {
    let (project, north, _) = restricted();
    let server = at(Some("16.0.0"), project);
    call(&server, "createFolder", &[("name", "North only"), ("dag_id", &north.to_string())]);
    let list = [("content", "fileRepository"), ("action", "list"), ("format", "csv")];
    assert!(text(&server, &list).starts_with("folder_id,doc_id,name\n"));
}

#[test]
fn listing_needed_the_import_right_before_14_7_3() {
    let reader = |version| {
        let (mut project, ..) = restricted();
        project.users["member"].rights.set("api_import", 0);
        let server = at(version, project);
        call_as(&server, MEMBER, "list", &[])
    };
    assert_eq!(reader(Some("14.7.0")).0, 403);
    assert_eq!(reader(None), (200, "[]".to_owned()));
}

#[test]
fn there_was_no_file_repository_before_13_1() {
    let server = at(Some("12.4.6"), Project::new(1, "Files"));
    let list = [("content", "fileRepository"), ("action", "list"), ("format", "csv")];
    assert_eq!(
        both(&server, &list),
        (400, "ERROR: The value of the parameter \"content\" is not valid".to_owned())
    );
}
