//! One call after another on one server: what is true after each of them, and of what they leave behind.

use proptest::prelude::*;
use proptest::test_runner::TestCaseError;
use redcap_generator::model::Version;
use redcap_generator::spec::raw::Effect;
use redcap_sandbox::api::{Form, Subject, answer};
use redcap_sandbox::catalogue::model;
use redcap_sandbox::odm::{ReadOptions, WriteOptions, carried, read, write};
use redcap_sandbox::project::Project;
use redcap_sandbox::server::Contents;
use redcap_sandbox::{Options, Server, demo};
use serde_json::Value;

use super::answers::problem;
use super::calls::{Call, SUPER, call};
use super::cases;
use crate::support::{Answer, whole};

fn server(version: Version) -> Server {
    let server = Server::new(Options::default().version(version.to_string())).expect("the version is known");
    server.clock.set(Some("2026-02-03 04:05:06")).expect("a time");
    for demo in demo::projects() {
        server.seed_demo(demo);
    }
    server.store.add_super_token(SUPER, "creator");
    server
}

/// Sends a form and checks what is true of every call.
fn step(server: &Server, form: Form) -> Result<(), TestCaseError> {
    let before = server.store.contents();
    let (reply, subject) = answer(server, form.clone());
    let answer = whole(reply);
    if let Some(problem) = problem(server, &form, &subject, &answer) {
        let said = String::from_utf8_lossy(&answer.bytes).into_owned();
        let head: String = said.chars().take(2000).collect();
        return Err(TestCaseError::fail(format!("{problem}: {:?} {} {head}", subject.method, answer.status)));
    }
    left_alone(server, &before, &subject, &answer)
}

/// Refused calls and those that read must leave the projects as they were.
fn left_alone(
    server: &Server,
    before: &Contents,
    subject: &Subject,
    answer: &Answer,
) -> Result<(), TestCaseError> {
    let after = server.store.contents();
    let refused = answer.status >= 300;
    let id = subject.method.as_deref().unwrap_or_default();
    let reads = model().method(id).is_some_and(|method| method.effect == Effect::Read);
    for (number, old) in &before.projects {
        let new = &after.projects[number];
        if refused || reads {
            prop_assert!(new.project == old.project, "{id} changed project {number}");
        }
        if refused {
            prop_assert!(new.log == old.log, "{id} was refused and is in the log");
        }
    }
    prop_assert!(
        !refused || after.projects.len() == before.projects.len(),
        "{id} was refused and made a project"
    );
    Ok(())
}

/// A project must survive a state file and project XML.
fn survives(contents: &Contents) -> Result<(), TestCaseError> {
    let text = serde_json::to_string(contents).expect("the contents are written");
    let back: Contents = serde_json::from_str(&text).expect("the contents are read");
    for (number, stored) in &contents.projects {
        let read = &back.projects[number];
        prop_assert!(
            read.project == stored.project && read.log == stored.log,
            "project {number} in a state file"
        );
        survives_xml(&stored.project)?;
    }
    Ok(())
}

fn survives_xml(project: &Project) -> Result<(), TestCaseError> {
    let text = write(project, &WriteOptions::default());
    match read(&text, &ReadOptions::default()) {
        Ok(back) => {
            let difference = difference("project", &writable(&carried(project)), &writable(&carried(&back)));
            prop_assert!(difference.is_none(), "project XML: {}", difference.unwrap_or_default());
        }
        // Without an instrument there is nothing that a server would take.
        Err(_) if project.instruments.is_empty() => {}
        Err(error) => return Err(TestCaseError::fail(format!("project XML: {error}"))),
    }
    Ok(())
}

/// A project as JSON, without the characters that XML cannot hold.
fn writable(project: &Project) -> Value {
    fn clean(text: &str) -> String {
        let held = |sign: &char| !sign.is_control() || matches!(sign, '\t' | '\n' | '\r' | '\u{7f}'..);
        text.chars().filter(held).filter(|sign| !matches!(sign, '\u{fffe}' | '\u{ffff}')).collect()
    }
    fn walk(value: Value) -> Value {
        match value {
            Value::String(text) => clean(&text).into(),
            Value::Array(items) => items.into_iter().map(walk).collect(),
            Value::Object(entries) => {
                entries.into_iter().map(|(name, value)| (clean(&name), walk(value))).collect()
            }
            other => other,
        }
    }
    walk(serde_json::to_value(project).expect("a project is written"))
}

/// The first place at which two documents differ.
fn difference(place: &str, one: &Value, other: &Value) -> Option<String> {
    match (one, other) {
        _ if one == other => None,
        (Value::Object(one), Value::Object(other)) if one.keys().eq(other.keys()) => {
            one.iter().find_map(|(name, value)| difference(&format!("{place}.{name}"), value, &other[name]))
        }
        (Value::Array(one), Value::Array(other)) if one.len() == other.len() => {
            let mut pairs = one.iter().zip(other).enumerate();
            pairs.find_map(|(index, (one, other))| difference(&format!("{place}[{index}]"), one, other))
        }
        _ => Some(format!("{place} was {one} and is {other}")),
    }
}

fn version() -> impl Strategy<Value = Version> {
    let releases: Vec<Version> = model().releases.iter().map(|release| release.version).collect();
    prop_oneof![1 => prop::sample::select(releases), 1 => Just(model().newest())]
}

/// A version, and calls to a server of it.
fn session() -> impl Strategy<Value = (Version, Vec<Call>)> {
    version().prop_flat_map(|version| (Just(version), prop::collection::vec(call(version), 1..12)))
}

proptest! {
    #![proptest_config(cases(40))]

    #[test]
    fn calls_are_answered_properly_and_leave_sound_projects((version, calls) in session()) {
        let server = server(version);
        for call in calls {
            step(&server, call.form())?;
        }
        survives(&server.store.contents())?;
    }
}
