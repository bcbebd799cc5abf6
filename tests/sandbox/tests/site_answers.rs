//! The answers that the reference site shows are what the sandbox says to the first example of each method.
//!
//! They are recorded in `templates/site/answers.json`. `SITE_ANSWERS=write cargo test -p redcap-sandbox --test site_answers`
//! records them anew; read the difference before you commit it.

mod support;

use std::collections::BTreeMap;
use std::path::Path;

use redcap_generator::model::{Example, ExampleValue, Method, Role};
use redcap_generator::spec::raw::AnswerKind;
use redcap_sandbox::catalogue::model;
use redcap_sandbox::{Options, Server, demo};
use serde_json::{Value, json};

use support::examples::{Caller, form};
use support::{Answer, send};

const SUPER: &str = "DEADC0DEDEADC0DEDEADC0DEDEADC0DEDEADC0DEDEADC0DEDEADC0DEDEADC0DE";
const TRIAL: Caller = Caller { token: "DEADC0DEDEADC0DEDEADC0DE00020000", super_token: SUPER };
/// As much of a long answer is recorded; pages show less.
const MOST: usize = 1600;

/// The answer of a server on which nothing happened yet.
fn answer(method: &Method, example: &Example) -> Answer {
    let options = Options::default().public_url("https://redcap.example.org/");
    let server = Server::new(options).expect("a known version");
    for demo in demo::projects() {
        server.seed_demo(demo);
    }
    server.store.add_super_token(SUPER, "creator");
    server.clock.set(Some("2026-02-03 04:05:06")).expect("a time");
    send(&server, form(method, Some(example), TRIAL))
}

/// The formats in which the answer comes, with the example that asks for each.
fn asked(method: &Method) -> Vec<(String, Example)> {
    let example = method.examples.first().expect("every method has one").clone();
    let format = method.role(Role::Format).filter(|_| method.payload().is_none());
    let Some(format) = format else { return vec![("any".to_owned(), example)] };
    let formats = ["csv", "json", "xml"].into_iter();
    let in_format = formats.map(|name| {
        let mut example = example.clone();
        example.parameters.retain(|(parameter, _)| *parameter != format.name);
        example.parameters.insert(0, (format.name.clone(), ExampleValue::One(name.to_owned())));
        (name.to_owned(), example)
    });
    in_format.collect()
}

fn recorded(method: &Method, example: &Example) -> Value {
    let answer = answer(method, example);
    assert!(answer.status < 300, "{}: {}", method.id, answer.text());
    let makes_a_token = method.returns.iter().any(|one| one.text.notation() == "api_token");
    let body = match String::from_utf8(answer.bytes) {
        // Another one at each call, and none may be written down.
        Ok(_) if makes_a_token => example.body.clone().unwrap_or_default(),
        Ok(text) if !text.starts_with("%PDF") => text.chars().take(MOST).collect(),
        _ => "(the bytes of the file)".to_owned(),
    };
    json!({ "media": answer.media, "body": body })
}

#[test]
fn the_answers_of_the_site_are_those_of_the_sandbox() {
    let mut all: BTreeMap<&str, BTreeMap<String, Value>> = BTreeMap::new();
    for method in model().methods.iter().filter(|method| method.life.contains(model().newest())) {
        if method.returns.iter().all(|one| one.answer == AnswerKind::Empty) {
            continue;
        }
        let answers = asked(method).into_iter().map(|(format, example)| (format, recorded(method, &example)));
        all.insert(&method.id, answers.collect());
    }
    let text = serde_json::to_string_pretty(&all).expect("texts") + "\n";
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../templates/site/answers.json");
    if std::env::var("SITE_ANSWERS").is_ok_and(|word| word == "write") {
        std::fs::write(&path, &text).expect("templates/site can be written");
    }
    let known = std::fs::read_to_string(&path).expect("templates/site/answers.json");
    assert!(
        known == text,
        "templates/site/answers.json is not what the sandbox answers: run this test with SITE_ANSWERS=write"
    );
}
