//! What the generator's `probe` asks, asked of sandboxes of every version: they have what the spec says, and nothing
//! about them changes.

mod support;

use redcap_generator::findings::Change;
use redcap_generator::model::Method;
use redcap_generator::probe::{Answer, Question, judge, questions, read};
use redcap_sandbox::catalogue::model;
use redcap_sandbox::{Options, Server, demo};
use support::ask_as;

const TOKEN: &str = "DEADC0DEDEADC0DEDEADC0DE00020000";

#[test]
fn every_version_has_the_methods_that_the_spec_says() {
    let model = model();
    for release in &model.releases {
        let server =
            Server::new(Options::default().version(release.version.to_string())).expect("a known version");
        demo::projects().into_iter().for_each(|demo| {
            server.seed_demo(demo);
        });
        let records =
            || ask_as(&server, TOKEN, &[("content", "record"), ("format", "csv"), ("type", "eav")]).text();
        let before = records();
        let answers: Vec<(&Method, Answer)> =
            questions(model).iter().map(|question| (question.method, answered(&server, question))).collect();
        let findings = judge(model, release.version, &answers);
        let wrong: Vec<_> = findings.iter().filter(|finding| finding.change != Change::Note).collect();
        assert!(wrong.is_empty(), "{}: {wrong:#?}", release.version);
        let untold = answers.iter().filter(|(_, answer)| matches!(answer, Answer::Untold(_))).count();
        assert_eq!(untold, 0, "{}", release.version);
        assert!(before.len() > 1000 && records() == before, "{}: something changed", release.version);
    }
}

#[test]
fn the_readme_shows_what_an_older_server_answers() {
    let model = model();
    let server = Server::new(Options::default().version("14.5.0")).expect("a known version");
    demo::projects().into_iter().for_each(|demo| {
        server.seed_demo(demo);
    });
    let answers: Vec<(&Method, Answer)> =
        questions(model).iter().map(|question| (question.method, answered(&server, question))).collect();
    let findings = judge(model, model.newest(), &answers);
    let readme = include_str!("../../../README.md").split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(readme.contains(&findings.summary[0]), "{}", findings.summary[0]);
    let other: Vec<String> = findings
        .iter()
        .filter(|finding| finding.change != Change::Note)
        .map(|finding| format!("{} - {}", finding.subject, finding.text))
        .collect();
    assert!(!other.is_empty() && other.iter().all(|text| readme.contains(text)), "{other:?}");
}

/// What a server says to a question.
fn answered(server: &Server, question: &Question<'_>) -> Answer {
    let form: Vec<(&str, &str)> =
        question.form.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let answer = ask_as(server, TOKEN, &form);
    read(model(), question.method, answer.status, &answer.text()).expect("the token is good")
}
