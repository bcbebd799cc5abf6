//! External modules.

use redcap_sandbox::Server;
use redcap_sandbox::api::Form;
use redcap_sandbox::project::Project;

use crate::support::{Answer, TOKEN, ask_as, at, send, with};

const SUPER: &str = "CCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCC";

fn call_as(server: &Server, token: &str, action: &str, fields: &[(&str, &str)]) -> Answer {
    let mut all = vec![("content", "externalModule"), ("prefix", "sandbox_echo"), ("action", action)];
    all.extend(fields);
    ask_as(server, token, &all)
}

#[test]
fn the_echo_answers_with_names_and_never_with_values() {
    let server = with(Project::new(1, "Modules"));
    let echo =
        |format| call_as(&server, TOKEN, "echo", &[("record", "secret"), ("mine", "1"), ("format", format)]);
    assert_eq!(echo("json").text(), r#"{"names":"record,mine"}"#);
    assert_eq!(echo("json").media, "application/json; charset=utf-8");
    assert_eq!(echo("csv").text(), "record,mine");
    assert_eq!(
        echo("xml").text(),
        "<?xml version=\"1.0\" encoding=\"UTF-8\" ?><names><![CDATA[record,mine]]></names>"
    );
}

#[test]
fn the_framework_tells_about_the_module() {
    let server = with(Project::new(1, "Modules"));
    server.store.add_super_token(SUPER, "admin");
    for token in [TOKEN, SUPER] {
        assert_eq!(call_as(&server, token, "__version", &[]).text(), "1.0.0");
        let actions = call_as(&server, token, "__actions", &[]).json();
        assert_eq!(actions["no-auth-actions"]["ping"], "Answers pong. Needs no token.");
        let info = call_as(&server, token, "__info", &[]).json();
        assert_eq!(info["auth-actions"], actions["auth-actions"]);
        let keys: Vec<&String> = info.as_object().expect("an object").keys().collect();
        assert_eq!(
            keys,
            [
                "redcap-version",
                "framework-version",
                "module-version",
                "name",
                "description",
                "authors",
                "auth-actions",
                "no-auth-actions"
            ]
        );
    }
}

#[test]
fn only_open_actions_need_no_token() {
    let server = with(Project::new(1, "Modules"));
    let without = |action: &str| {
        let mut form = Form::default();
        for (name, value) in [
            ("content", "externalModule"),
            ("prefix", "sandbox_echo"),
            ("action", action),
            ("format", "json"),
        ] {
            form.add(name, value.to_owned());
        }
        let answer = send(&server, form);
        (answer.status, answer.text())
    };
    assert_eq!(without("ping"), (200, r#"{"answer":"pong"}"#.to_owned()));
    let refused = (403, r#"{"error":"You do not have permissions to use the API"}"#.to_owned());
    assert_eq!(without("echo"), refused);
    assert_eq!(without("__version"), refused);
    let wrong = call_as(&server, "nonsense", "ping", &[("format", "json")]);
    assert_eq!((wrong.status, wrong.text()), refused);
}

#[test]
fn unknown_modules_and_actions_and_old_servers_refuse() {
    let server = with(Project::new(1, "Modules"));
    let refused = |prefix, action| {
        let answer = ask_as(
            &server,
            TOKEN,
            &[("content", "externalModule"), ("prefix", prefix), ("action", action), ("format", "json")],
        );
        (answer.status, answer.text())
    };
    assert_eq!(
        refused("other", "echo"),
        (400, r#"{"error":"The external module 'other' is not enabled"}"#.to_owned())
    );
    assert_eq!(
        refused("sandbox_echo", "shout"),
        (400, r#"{"error":"The external module 'sandbox_echo' has no action 'shout'"}"#.to_owned())
    );
    let server = at(Some("14.5.0"), Project::new(1, "Modules"));
    let old = call_as(&server, TOKEN, "echo", &[("format", "json")]);
    assert_eq!(old.text(), r#"{"error":"The value of the parameter \"content\" is not valid"}"#);
}
