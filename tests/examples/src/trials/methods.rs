//! The example of a method: what it sends, what it prints, what it saves.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use redcap_generator::model::Method;
use redcap_generator::spec::raw::AnswerKind;
use serde_json::Value;

use super::{Verdict, vector, verdict};
use crate::generated::path;
use crate::process::Done;
use crate::recorder::Answer;
use crate::shown;
use crate::vector::Vector;
use crate::workshop::Workshop;
use crate::world::{World, fresh_answer};

/// Runs the example of a method against a fresh sandbox.
pub fn run(shop: &Workshop, method: &Method, trial: &str) -> Verdict {
    let world = World::new();
    let vector = vector(method);
    let folder = shop.scratch(trial);
    let done = start(shop, method, &world.url(), Some(&vector.token), &folder)?;
    let mut wrong = Vec::new();
    if !done.is_success() {
        wrong.push("exit status: expected 0".to_owned());
    }
    let requests = world.requests();
    match requests.as_slice() {
        [request] => {
            wrong.extend(vector.differences(request));
            if let Some(answer) = &request.answer {
                wrong.extend(unexpected(&vector, answer));
                let saved = saved(&folder, &vector);
                wrong.extend(differences(method, answer, &done, &saved));
            }
        }
        _ => wrong.push(format!("requests: expected one, found {}", requests.len())),
    }
    if done.said().contains(&vector.token) {
        wrong.push("the token was printed".to_owned());
    }
    if !wrong.is_empty() {
        wrong.push(vector.discreet(&done.to_string()));
    }
    verdict(wrong)
}

/// Builds and runs the example of a method in a folder that holds the file to send.
pub fn start(
    shop: &Workshop,
    method: &Method,
    url: &str,
    token: Option<&str>,
    folder: &Path,
) -> Result<Done, String> {
    let variables: Vec<(&str, &str)> = [("REDCAP_API_URL", Some(url)), ("REDCAP_API_TOKEN", token)]
        .into_iter()
        .filter_map(|(name, value)| Some((name, value?)))
        .collect();
    start_with(shop, method, &variables, folder)
}

/// The same with any variables.
pub fn start_with(
    shop: &Workshop,
    method: &Method,
    variables: &[(&str, &str)],
    folder: &Path,
) -> Result<Done, String> {
    let source = path(&shop.language, method);
    shop.ready()?;
    shop.build(&source)?;
    if let Some(file) = vector(method).file {
        fs::write(folder.join(&file.name), &file.bytes).expect("a file");
    }
    Ok(shop.run(&source, folder, variables))
}

/// What the program left in its folder, without the file that it was given.
fn saved(folder: &Path, vector: &Vector) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let entry = entry.expect("an entry");
        let name = entry.file_name().to_string_lossy().into_owned();
        if vector.file.as_ref().is_none_or(|file| file.name != name) {
            found.insert(name, fs::read(entry.path()).unwrap_or_default());
        }
    }
    found
}

/// An answer other than that of a server that got the same call in another way. Answers that are never the same, such as new
/// tokens, are left out.
fn unexpected(vector: &Vector, answer: &Answer) -> Option<String> {
    let (expected, again) = (fresh_answer(vector), fresh_answer(vector));
    let differs = expected == again && (expected.status, &expected.bytes) != (answer.status, &answer.bytes);
    differs.then(|| {
        format!(
            "answer: expected status {} and {:?}\n         found status {} and {:?}",
            expected.status,
            String::from_utf8_lossy(&expected.bytes),
            answer.status,
            String::from_utf8_lossy(&answer.bytes)
        )
    })
}

/// What of an answer was neither printed nor saved.
fn differences(
    method: &Method,
    answer: &Answer,
    done: &Done,
    saved: &BTreeMap<String, Vec<u8>>,
) -> Vec<String> {
    if method.returns.iter().any(|one| one.answer == AnswerKind::File) {
        return file_differences(answer, done, saved);
    }
    let mut wrong = Vec::new();
    if !saved.is_empty() {
        wrong.push(format!("files: expected none, found {:?}", saved.keys()));
    }
    let text = String::from_utf8_lossy(&answer.bytes);
    let json = serde_json::from_str::<Value>(&text).ok().filter(|json| json.is_array() || json.is_object());
    let texts = match json {
        Some(json) => {
            wrong.extend(prefixed("column", shown::missing(&shown::columns(&json), &done.stdout)));
            shown::leaves(&json)
        }
        None => vec![text.into_owned()],
    };
    wrong.extend(prefixed("value", shown::missing(&texts, &done.stdout)));
    if done.stdout.trim().is_empty() {
        wrong.push("standard output: expected a word, found nothing".to_owned());
    }
    wrong
}

fn file_differences(answer: &Answer, done: &Done, saved: &BTreeMap<String, Vec<u8>>) -> Vec<String> {
    let names: Vec<&String> = saved.keys().collect();
    let [name] = names.as_slice() else {
        return vec![format!("files: expected one, found {names:?}")];
    };
    let mut wrong = Vec::new();
    if saved[*name] != answer.bytes {
        let (found, expected) = (saved[*name].len(), answer.bytes.len());
        wrong.push(format!("file {name:?}: its {found} bytes are not the {expected} bytes of the answer"));
    }
    let given = answer.media.split_once("name=\"").and_then(|(_, rest)| rest.split('"').next());
    if given.is_some_and(|given| given != name.as_str()) {
        wrong.push(format!("file: expected the name {given:?}, found {name:?}"));
    }
    wrong.extend(prefixed("name of the file", shown::missing(&[(*name).clone()], &done.stdout)));
    wrong
}

fn prefixed(what: &str, missing: Vec<String>) -> impl Iterator<Item = String> {
    missing.into_iter().map(move |text| format!("{what} {text}"))
}
