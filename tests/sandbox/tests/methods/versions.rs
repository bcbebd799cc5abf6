//! Every method in every known version.

use std::sync::Arc;

use redcap_sandbox::catalogue::model;
use redcap_sandbox::project::Project;
use redcap_sandbox::{Options, Server};

use crate::support::examples::{Caller, form};
use crate::support::{Answer, TOKEN, project, send};

const SUPER: &str = "0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF";

const CALLER: Caller = Caller { token: TOKEN, super_token: SUPER };

fn server(version: &str, project: &Project) -> Server {
    let server = Server::new(Options::default().version(version)).expect("the version is known");
    server.seed(project.clone(), Some(TOKEN));
    server.store.add_super_token(SUPER, "creator");
    server
}

/// True for what a client can read: the error envelope, or a body that fits its media type.
fn is_well_formed(answer: &Answer) -> bool {
    let body = String::from_utf8_lossy(&answer.bytes).into_owned();
    if answer.status != 200 {
        let in_xml = body.starts_with("<?xml version=\"1.0\" encoding=\"UTF-8\" ?><hash><error>")
            && body.ends_with("</error></hash>");
        let in_json = serde_json::from_str::<serde_json::Value>(&body)
            .is_ok_and(|json| json["error"].as_str().is_some_and(|message| !message.is_empty()));
        let bare = body == "The data is not in the specified format.";
        return matches!(answer.status, 201 | 400 | 403)
            && (in_xml || in_json || bare || body.starts_with("ERROR: "));
    }
    match answer.media.as_str() {
        "application/json; charset=utf-8" => serde_json::from_str::<serde_json::Value>(&body).is_ok(),
        "text/xml; charset=utf-8" => body.starts_with("<?xml version=\"1.0\" encoding=\"UTF-8\" ?>"),
        "text/csv; charset=utf-8" => !body.is_empty(),
        _ => true,
    }
}

#[test]
fn each_version_answers_its_methods_and_refuses_later_ones() {
    let project = project("test_long_project");
    let mut answered = 0;
    for release in &model().releases {
        let version = release.version.to_string();
        let server = server(&version, &project);
        let fresh = server.store.contents();
        for method in &model().methods {
            server.store.restore(fresh.clone());
            let known = server.catalogue.methods().iter().find(|one| one.id == method.id);
            let example = method.examples.iter().find(|one| one.life.contains(release.version));
            let before = Arc::clone(&server.store.projects()[0].snapshot().project);
            let answer = send(&server, form(method, example.or_else(|| method.examples.first()), CALLER));
            let said = String::from_utf8_lossy(&answer.bytes).into_owned();
            if known.is_some() {
                assert!(is_well_formed(&answer), "{version} {}: {} {said}", method.id, answer.status);
                answered += 1;
                continue;
            }
            assert_eq!(
                *server.store.projects()[0].snapshot().project,
                *before,
                "{version} knows no {} and yet something changed",
                method.id
            );
            // Where an import is told by its `data` alone, an older server passes over them and exports.
            let told_by_data = method.action.is_none() && method.payload().is_some();
            assert!(answer.status >= 400 || told_by_data, "{version} {}: {said}", method.id);
            if !server.catalogue.methods().iter().any(|one| one.content == method.content) {
                assert!(
                    said.contains("The value of the parameter \"content\" is not valid")
                        || said.contains("The value of the parameter \\\"content\\\" is not valid"),
                    "{version} {}: {said}",
                    method.id
                );
            }
        }
    }
    assert!(answered > 1000, "{answered}");
}
