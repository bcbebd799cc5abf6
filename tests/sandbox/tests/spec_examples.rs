//! The examples of the spec are what the sandbox answers on its demo projects.
//!
//! A first example documents its method, so it must run as it stands: as the owner of the Headache Trial, freshly
//! seeded. What differs is printed as YAML for the spec.

mod support;

use redcap_generator::model::{Example, Method, Return, Role};
use redcap_sandbox::api::Form;
use redcap_sandbox::catalogue::model;
use redcap_sandbox::{Options, Server, demo};

use support::examples::{Caller, form};
use support::{Answer, send};

const CLINIC: Caller = Caller { token: "DEADC0DEDEADC0DEDEADC0DE00010000", super_token: SUPER };
const TRIAL: Caller = Caller { token: "DEADC0DEDEADC0DEDEADC0DE00020000", super_token: SUPER };
const SUPER: &str = "DEADC0DEDEADC0DEDEADC0DEDEADC0DEDEADC0DEDEADC0DEDEADC0DEDEADC0DE";

/// First examples whose body is not the answer, byte for byte.
const OTHERWISE: [(&str, Body); 3] = [
    // The answer is a token, and no token may stand in the spec.
    ("create_project", Body::Token),
    // Some kilobytes that are no text.
    ("export_pdf", Body::Excerpt),
    // 28 kilobytes, of which a reader needs the outline.
    ("export_project_xml", Body::Excerpt),
];

/// Later examples that neither demo project can answer.
const NOT_ON_THE_DEMOS: [(&str, &str); 1] = [
    // No instrument with a file field repeats.
    ("import_file", "Store a file in the next free instance"),
];

/// What the body of an example has in common with the answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Body {
    /// Everything.
    Whole,
    /// Its words are words of the answer, in that order, from the first to the last.
    Excerpt,
    /// That it is 32 capitals and digits.
    Token,
}

impl Body {
    fn of(method: &Method, example: &Example) -> Body {
        let otherwise = OTHERWISE.iter().find(|(id, _)| *id == method.id && example.status == 200);
        otherwise.map_or(Body::Whole, |(_, body)| *body)
    }

    fn fits(self, example: &[u8], answer: &[u8]) -> bool {
        let is_token = |bytes: &[u8]| {
            bytes.len() == 32 && bytes.iter().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
        };
        match self {
            Body::Whole => example == answer,
            Body::Excerpt => {
                let (shown, all) = (words(example), words(answer));
                let mut rest = all.iter();
                shown.iter().all(|word| rest.any(|one| one == word))
                    && (shown.first(), shown.last()) == (all.first(), all.last())
            }
            Body::Token => is_token(example) && is_token(answer),
        }
    }
}

fn words(bytes: &[u8]) -> Vec<&[u8]> {
    bytes.split(u8::is_ascii_whitespace).filter(|word| !word.is_empty()).collect()
}

fn server(options: Options) -> Server {
    let server = Server::new(options.public_url("https://redcap.example.org/")).expect("a known version");
    for demo in demo::projects() {
        server.seed_demo(demo);
    }
    server.store.add_super_token(SUPER, "creator");
    server.clock.set(Some("2026-02-03 04:05:06")).expect("a time");
    server
}

/// The answer of a server on which nothing happened yet.
fn fresh(form: Form) -> Answer {
    send(&server(Options::default()), form)
}

fn fits(method: &Method, example: &Example, answer: &Answer) -> bool {
    let fits = |body: &String| Body::of(method, example).fits(body.as_bytes(), &answer.bytes);
    answer.status == example.status
        && media(method, example).is_none_or(|media| media == answer.media)
        && example.body.as_ref().is_none_or(fits)
}

/// The media type that an example has, or else that of its answer. Refusals have no fixed one.
fn media(method: &Method, example: &Example) -> Option<String> {
    let value = |role| example.value(&method.role(role)?.name);
    let (format, return_format) = (value(Role::Format), value(Role::ReturnFormat));
    let format = if method.payload().is_some() { return_format.or(format) } else { format.or(return_format) };
    let format = format.unwrap_or("xml");
    let answer = method.returns.iter().find(|answer| {
        answer.life.contains(model().newest())
            && answer.in_format(format)
            && answer.when.as_ref().is_none_or(|when| example.value(&when.parameter) == Some(&when.value))
    })?;
    if example.media.is_some() || example.status != answer.status {
        return example.media.clone();
    }
    answer.media.clone().or_else(|| usual_media(answer, format))
}

fn usual_media(answer: &Return, format: &str) -> Option<String> {
    let formats = &model().answers.iter().find(|one| one.id == answer.answer)?.formats;
    // Some kinds look alike in every format, but for methods that tell the formats apart.
    let named = |name: &str| formats.iter().find(|one| one.format == name);
    let wanted = if answer.formats.is_empty() { named("any") } else { named(format) };
    wanted.or_else(|| named(format)).map(|one| one.media.clone())
}

/// An answer as the spec would have it.
fn yaml(method: &Method, example: &Example, answer: &Answer) -> String {
    let mut text = format!("\n{}: {}\n        response:\n", method.id, example.title);
    if answer.status != 200 {
        text.push_str(&format!("          status: {}\n", answer.status));
    }
    if example.media.is_some() || media(method, example).is_some_and(|media| media != answer.media) {
        text.push_str(&format!("          media: '{}'\n", answer.media));
    }
    text.push_str(&format!("          body: {}\n", quoted(&String::from_utf8_lossy(&answer.bytes))));
    text
}

/// A text in YAML, in lines that the spec may have.
fn quoted(body: &str) -> String {
    if body.lines().any(|line| line.len() > 360) {
        return folded(body);
    }
    if body.contains('\n') && !body.starts_with([' ', '\n']) && !body.ends_with("\n\n") {
        let chomp = if body.ends_with('\n') { "" } else { "-" };
        let lines = body.trim_end_matches('\n').split('\n');
        let lines =
            lines.map(|line| if line.is_empty() { "\n".into() } else { format!("\n            {line}") });
        return format!("|{chomp}{}", lines.collect::<String>());
    }
    if body.is_empty() || body.contains(char::is_control) || body.parse::<f64>().is_ok() {
        return serde_json::to_string(body).expect("a text");
    }
    format!("'{}'", body.replace('\'', "''"))
}

/// In double quotes, with line breaks behind commas that are no part of the text.
fn folded(body: &str) -> String {
    let (mut text, mut width) = (String::new(), 0);
    for piece in serde_json::to_string(body).expect("a text").split_inclusive(',') {
        // A blank at the beginning of a line would be lost.
        if width + piece.len() > 104 && !piece.starts_with(' ') {
            text.push_str("\\\n            ");
            width = 0;
        }
        width += piece.len();
        text.push_str(piece);
    }
    text
}

#[test]
fn the_first_example_of_each_method_is_answered_as_it_says() {
    let mut wrong = String::new();
    for method in &model().methods {
        let example = method.examples.first().expect("every method has one");
        assert!(example.life.contains(model().newest()), "{}: the first example is outdated", method.id);
        let answer = fresh(form(method, Some(example), TRIAL));
        if answer.status >= 400 || !fits(method, example, &answer) {
            wrong.push_str(&yaml(method, example, &answer));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn later_examples_are_answered_by_one_of_the_demo_projects() {
    let mut wrong = String::new();
    for method in &model().methods {
        for example in method.examples.iter().skip(1) {
            let known = NOT_ON_THE_DEMOS.contains(&(&method.id, &example.title));
            if !example.life.contains(model().newest()) {
                continue;
            }
            let answers = [TRIAL, CLINIC].map(|caller| fresh(form(method, Some(example), caller)));
            if answers.iter().any(|answer| fits(method, example, answer)) == known {
                answers.iter().for_each(|answer| wrong.push_str(&yaml(method, example, answer)));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn first_examples_succeed_in_every_version_that_they_are_for() {
    let mut failed = String::new();
    for release in &model().releases {
        let server = server(Options::default().version(release.version.to_string()));
        let seeded = server.store.contents();
        for method in &model().methods {
            let example = method.examples.first().filter(|one| one.life.contains(release.version));
            let Some(example) = example else { continue };
            server.store.restore(seeded.clone());
            let answer = send(&server, form(method, Some(example), TRIAL));
            if !matches!(answer.status, 200 | 201) {
                let said = String::from_utf8_lossy(&answer.bytes);
                failed.push_str(&format!("{} {}: {said}\n", release.version, method.id));
            }
        }
    }
    assert!(failed.is_empty(), "{failed}");
}
