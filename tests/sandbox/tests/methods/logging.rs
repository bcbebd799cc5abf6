//! The log.

use std::sync::Arc;

use redcap_sandbox::Server;
use redcap_sandbox::project::{LogEntry, LogKind, Project, User};

use crate::support::{TOKEN, ask, ask_as, at, both, text, with};

const XML: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" ?>";
const OTHER: &str = "FEDCBA9876543210FEDCBA9876543210";

fn entry(time: &str, kind: LogKind, action: &str, details: &str, record: &str, dag: Option<u64>) -> LogEntry {
    LogEntry {
        timestamp: time.into(),
        username: if kind == LogKind::PageView { "SYSTEM".into() } else { "jdoe".into() },
        action: action.into(),
        details: details.into(),
        record: record.into(),
        kind,
        dag,
    }
}

/// A server whose project has a history.
fn past(version: Option<&str>) -> Arc<Server> {
    use LogKind::{Export, LockRecord, Manage, PageView, RecordAdd, RecordDelete, RecordEdit};
    let mut project = Project::new(1, "Past");
    let dag = project.add_dag("North");
    let mut user = User { tokens: vec![OTHER.into()], dag: Some(dag), ..User::new("north_user") };
    user.rights.set("api_export", 1);
    user.rights.set("logging", 1);
    project.users.insert("north_user".into(), user);
    let server = at(version, project);
    let log = vec![
        entry("2025-01-01 08:00:10", Manage, "Manage/Design ", "Create project", "", None),
        entry(
            "2025-01-02 08:00:20",
            RecordAdd,
            "Create record (API) 1",
            "a = '1',\nb = 'x, \"y\"'",
            "1",
            Some(dag),
        ),
        entry("2025-01-03 08:00:30", RecordEdit, "Update record (API) 1", "a = '2'", "1", Some(dag)),
        entry("2025-01-04 08:00:40", RecordDelete, "Delete record (API) 2", "", "2", None),
        entry("2025-01-05 08:00:50", Export, "Data Export (API) ", "", "", None),
        entry("2025-01-06 08:00:00", LockRecord, "Lock/Unlock Record 1", "", "1", Some(dag)),
        entry("2025-01-07 08:00:00", PageView, "Page View", "", "", None),
    ];
    let slot = server.store.projects().into_iter().next().expect("the project");
    slot.append(log);
    server
}

fn days(server: &Server, filters: &[(&str, &str)]) -> String {
    let fields: Vec<(&str, &str)> =
        [("content", "log"), ("format", "json")].into_iter().chain(filters.iter().copied()).collect();
    let answer = ask(server, &fields);
    assert_eq!(answer.status, 200, "{}", answer.text());
    let list = answer.json();
    let old = list.as_array().expect("a list").iter().filter_map(|entry| entry["timestamp"].as_str());
    old.filter(|time| time.starts_with("2025")).map(|time| &time[9..10]).collect()
}

#[test]
fn entries_are_listed_newest_first_in_each_format() {
    let filters = [("logtype", "record"), ("beginTime", "2025-01-02"), ("endTime", "2025-01-03 08:00")];
    let list = |server: &Server, format| {
        let fields: Vec<(&str, &str)> = [("content", "log"), ("format", format), ("csvDelimiter", ";")]
            .into_iter()
            .chain(filters)
            .collect();
        text(server, &fields)
    };
    let server = past(None);
    assert_eq!(
        list(&server, "csv"),
        "timestamp,username,action,details,record\n\
         \"2025-01-03 08:00\",jdoe,\"Update record (API) 1\",\"a = '2'\",1\n\
         \"2025-01-02 08:00\",jdoe,\"Create record (API) 1\",\"a = '1', b = 'x, \"\"y\"\"'\",1\n"
    );
    assert_eq!(
        list(&server, "json"),
        r#"[{"timestamp":"2025-01-03 08:00","username":"jdoe","action":"Update record (API) 1","details":"a = '2'","record":"1"},{"timestamp":"2025-01-02 08:00","username":"jdoe","action":"Create record (API) 1","details":"a = '1', b = 'x, \"y\"'","record":"1"}]"#
    );
    assert!(list(&server, "xml").starts_with(&format!(
        "{XML}<items><item><timestamp><![CDATA[2025-01-03 08:00]]></timestamp><username><![CDATA[jdoe]]></username>\
         <action><![CDATA[Update record (API) 1]]></action><details><![CDATA[a = '2']]></details><record>1</record></item>"
    )));
    let old = past(Some("11.1.5"));
    assert!(list(&old, "csv").starts_with("timestamp,username,action,details\n"));
}

#[test]
fn filters_are_combined() {
    let server = past(None);
    for (filters, expected) in [
        (vec![], "7654321"),
        (vec![("logtype", "")], "7654321"),
        (vec![("logtype", "manage")], "1"),
        (vec![("logtype", "export")], "5"),
        (vec![("logtype", "user")], ""),
        (vec![("logtype", "record")], "432"),
        (vec![("logtype", "record_add")], "2"),
        (vec![("logtype", "record_edit")], "3"),
        (vec![("logtype", "record_delete")], "4"),
        (vec![("logtype", "lock_record")], "6"),
        (vec![("logtype", "page_view")], "7"),
        (vec![("user", "SYSTEM")], "7"),
        (vec![("user", "nobody")], ""),
        (vec![("record", "1")], "632"),
        (vec![("record", "99")], ""),
        (vec![("dag", "1002")], "632"),
        (vec![("dag", "7")], ""),
        (vec![("beginTime", "2025-01-03 08:00"), ("endTime", "2025-01-05 08:00")], "543"),
        (vec![("beginTime", "2025-01-06 08:01")], "7"),
        (vec![("endTime", "1999-01-01")], ""),
        (vec![("record", "1"), ("logtype", "record_edit"), ("user", "jdoe")], "3"),
    ] {
        assert_eq!(days(&server, &filters), expected, "{filters:?}");
    }
    let none = [("content", "log"), ("format", "json"), ("endTime", "1999-01-01")];
    assert_eq!(text(&server, &none), "[]");
    assert_eq!(text(&server, &[("content", "log"), ("format", "csv"), ("endTime", "1999-01-01")]), "\n");
    for wrong in [("logtype", "records"), ("beginTime", "yesterday"), ("dag", "north")] {
        assert_eq!(
            both(&server, &[("content", "log"), ("format", "csv"), wrong]),
            (400, format!("ERROR: The value of the parameter \"{}\" is not valid", wrong.0))
        );
    }
}

#[test]
fn members_of_a_group_see_its_records_and_their_own_deeds() {
    let server = past(None);
    let list = || ask_as(&server, OTHER, &[("content", "log"), ("format", "json")]).json();
    let seen = |list: &serde_json::Value| {
        let entries = list.as_array().expect("a list").iter();
        entries.filter_map(|entry| entry["action"].as_str().map(str::to_owned)).collect::<Vec<_>>()
    };
    assert_eq!(seen(&list()), ["Lock/Unlock Record 1", "Update record (API) 1", "Create record (API) 1"]);
    assert_eq!(seen(&list())[0], "Manage/Design ", "the first look at the log");
}

#[test]
fn calls_are_logged_as_the_server_words_them() {
    let server = with(Project::new(1, "Words"));
    for fields in [
        vec![("content", "instrument"), ("format", "csv")],
        vec![("content", "project"), ("format", "csv")],
        vec![("content", "dag"), ("format", "csv")],
        vec![("content", "version")],
        vec![("content", "log"), ("format", "csv")],
        vec![("content", "user"), ("format", "csv"), ("data", "username\nnew")],
        vec![("content", "user"), ("format", "csv"), ("data", "username\nnew")],
        // Refused calls leave no entry.
        vec![("content", "arm"), ("format", "csv")],
    ] {
        ask(&server, &fields);
    }
    let log = ask_as(&server, TOKEN, &[("content", "log"), ("format", "json")]).json();
    let lines: Vec<String> = log
        .as_array()
        .expect("a list")
        .iter()
        .map(|entry| {
            assert_eq!(entry["timestamp"], "2026-02-03 04:05");
            assert_eq!(entry["username"], "sandbox_owner");
            format!(
                "{}|{}",
                entry["action"].as_str().unwrap_or("?"),
                entry["details"].as_str().unwrap_or("?")
            )
        })
        .collect();
    assert_eq!(
        lines,
        [
            "Edit user new|user = 'new'",
            "Add user new|user = 'new'",
            "Manage/Design |Export Logging (API)",
            "Manage/Design |Export REDCap Version (API)",
            "Manage/Design |Export DAGs (API)",
            "Manage/Design |Export project information (API)",
            "Manage/Design |Export instruments (API)",
        ]
    );
}
