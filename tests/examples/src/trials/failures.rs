//! What must go wrong, and how: a status other than 0, the reason in words, no second request, and never the token.

use redcap_generator::model::{Method, Type};
use redcap_generator::spec::raw::{AnswerKind, Token};

use super::methods::{start, start_with};
use super::{Verdict, vector, verdict};
use crate::generated::GENERATED;
use crate::process::Done;
use crate::shown;
use crate::workshop::Workshop;
use crate::world::World;

/// A token that opens nothing.
pub const WRONG: &str = "0123456789ABCDEF0123456789ABCDEF";

type Run = Box<dyn FnOnce(&Workshop, &str) -> Verdict + Send>;

/// All of them, with their names.
pub fn all() -> Vec<(String, Run)> {
    let mut all: Vec<(String, Run)> = Vec::new();
    for (kind, method) in samples() {
        let name = format!("wrong_token::{kind}");
        all.push((name, Box::new(move |shop, trial| wrong_token(shop, method, trial))));
    }
    let [(_, rows), (_, text), ..] = samples();
    let mut add = |name: &str, run: Run| all.push((name.to_owned(), run));
    add("no_token", Box::new(|shop, trial| missing(shop, text, "REDCAP_API_TOKEN", trial)));
    add("no_url", Box::new(|shop, trial| missing(shop, rows, "REDCAP_API_URL", trial)));
    add("unreachable", Box::new(|shop, trial| unreachable(shop, rows, trial)));
    add("unavailable", Box::new(|shop, trial| unavailable(shop, text, trial)));
    add("redirect", Box::new(|shop, trial| redirect(shop, text, trial)));
    add("login_page", Box::new(|shop, trial| login_page(shop, rows, trial)));
    all
}

/// A method of each kind: the first that the spec has. The kinds are those that examples treat differently.
fn samples() -> [(&'static str, &'static Method); 4] {
    let gives = |method: &Method, kinds: &[AnswerKind]| {
        method.examples[0].value("format").is_none_or(|format| format == "json")
            && method.returns.first().is_some_and(|one| kinds.contains(&one.answer))
    };
    let sends_file = |method: &Method| method.parameters.iter().any(|one| one.type_ == Type::File);
    let find = |what: &str, wanted: &dyn Fn(&Method) -> bool| {
        let mut methods = GENERATED.methods().iter().filter(|method| method.token != Token::Super);
        methods.find(|method| wanted(method)).unwrap_or_else(|| panic!("no method with {what}"))
    };
    let texts = [AnswerKind::Text, AnswerKind::Integer, AnswerKind::Done];
    [
        ("rows", find("rows", &|method| gives(method, &[AnswerKind::List]) && !sends_file(method))),
        ("text", find("a text", &|method| gives(method, &texts) && !sends_file(method))),
        ("upload", find("a file to send", &sends_file)),
        ("download", find("a file to save", &|method| gives(method, &[AnswerKind::File]))),
    ]
}

/// What every failure has in common.
pub fn failed(done: &Done, token: &str) -> Vec<String> {
    let mut wrong = Vec::new();
    match done.status {
        None => wrong.push("exit status: expected one, but the program did not end by itself".to_owned()),
        Some(0) => wrong.push("exit status: expected another than 0".to_owned()),
        Some(_) => {}
    }
    if done.stderr.trim().is_empty() {
        wrong.push("standard error output: expected a message, found nothing".to_owned());
    }
    if done.said().contains(token) {
        wrong.push("the token was printed".to_owned());
    }
    wrong
}

/// The verdict, with all that the program said when something is wrong.
pub fn told(mut wrong: Vec<String>, done: &Done, token: &str) -> Verdict {
    if !wrong.is_empty() {
        wrong.push(done.to_string().replace(token, "(the token)"));
    }
    verdict(wrong)
}

/// A word on how many requests came, if they are not as many as expected.
pub fn count(world: &World, expected: usize) -> Option<String> {
    let found = world.requests().len();
    (found != expected).then(|| format!("requests: expected {expected}, found {found}"))
}

fn wrong_token(shop: &Workshop, method: &Method, trial: &str) -> Verdict {
    let world = World::new();
    let done = start(shop, method, &world.url(), Some(WRONG), &shop.scratch(trial))?;
    let mut wrong = failed(&done, WRONG);
    wrong.extend(count(&world, 1));
    let answer = world.requests().first().and_then(|request| request.answer.clone());
    if let Some(answer) = answer {
        let message = message(&String::from_utf8_lossy(&answer.bytes));
        let missing = shown::missing(&[message], &done.said());
        wrong.extend(missing.into_iter().map(|text| format!("REDCap's message {text}")));
    }
    told(wrong, &done, WRONG)
}

/// The words of an error in JSON, XML or plain.
pub fn message(body: &str) -> String {
    let json = serde_json::from_str::<serde_json::Value>(body).ok();
    if let Some(text) = json.as_ref().and_then(|json| json["error"].as_str()) {
        return text.to_owned();
    }
    let inner = body.split_once("<error>").and_then(|(_, rest)| rest.split_once("</error>"));
    inner.map_or(body, |(text, _)| text).to_owned()
}

fn missing(shop: &Workshop, method: &Method, variable: &str, trial: &str) -> Verdict {
    let world = World::new();
    let (url, token) = (world.url(), vector(method).token);
    let variables = [("REDCAP_API_URL", url.as_str()), ("REDCAP_API_TOKEN", token.as_str())];
    let given: Vec<_> = variables.into_iter().filter(|(name, _)| *name != variable).collect();
    let done = start_with(shop, method, &given, &shop.scratch(trial))?;
    let mut wrong = failed(&done, &token);
    wrong.extend(count(&world, 0));
    if !done.stderr.contains(variable) {
        wrong.push(format!("standard error output: expected {variable} in it"));
    }
    told(wrong, &done, &token)
}

fn unreachable(shop: &Workshop, method: &Method, trial: &str) -> Verdict {
    // Nobody listens there any more.
    let url = World::new().url();
    let token = vector(method).token;
    let done = start(shop, method, &url, Some(&token), &shop.scratch(trial))?;
    told(failed(&done, &token), &done, &token)
}

fn unavailable(shop: &Workshop, method: &Method, trial: &str) -> Verdict {
    let world = World::new();
    world.arm("503");
    let token = vector(method).token;
    let done = start(shop, method, &world.url(), Some(&token), &shop.scratch(trial))?;
    let mut wrong = failed(&done, &token);
    wrong.extend(count(&world, 1));
    if !done.stderr.contains("503") {
        wrong.push("standard error output: expected the status, 503, in it".to_owned());
    }
    told(wrong, &done, &token)
}

/// A redirect must not take the token elsewhere.
fn redirect(shop: &Workshop, method: &Method, trial: &str) -> Verdict {
    let (world, elsewhere) = (World::new(), World::new());
    world.arm(&format!("redirect=307,to={}", elsewhere.url()));
    let token = vector(method).token;
    let done = start(shop, method, &world.url(), Some(&token), &shop.scratch(trial))?;
    let mut wrong = failed(&done, &token);
    wrong.extend(count(&world, 1));
    wrong.extend(count(&elsewhere, 0).map(|text| format!("where the redirect leads: {text}")));
    told(wrong, &done, &token)
}

/// A page with status 200 is no table. A program that shows answers as they come may show it, and must show it whole.
fn login_page(shop: &Workshop, method: &Method, trial: &str) -> Verdict {
    let world = World::new();
    world.arm("login-page");
    let token = vector(method).token;
    let done = start(shop, method, &world.url(), Some(&token), &shop.scratch(trial))?;
    let answer = world.requests().first().and_then(|request| request.answer.clone());
    let page = answer.map(|answer| String::from_utf8_lossy(&answer.bytes).into_owned());
    let is_shown = page.is_some_and(|page| shown::missing(&[page], &done.stdout).is_empty());
    let mut wrong = if done.is_success() && is_shown { Vec::new() } else { failed(&done, &token) };
    wrong.extend(count(&world, 1));
    told(wrong, &done, &token)
}
