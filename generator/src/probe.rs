//! Which methods a server knows, found out by asking for as little as possible.
//!
//! Only methods that read are asked. What they require is left out, so that most answers are refusals, from which is
//! seen all the same whether the server has the method. Nothing is sent from here: [`questions`] says what to send, and
//! [`judge`] makes findings of the answers.

use crate::findings::{Change, Finding, Findings, Section};
use crate::model::api::Tells;
use crate::model::{ErrorCase, Method, Model, Version};
use crate::spec::raw::Effect;
use crate::view::{Selection, View};

/// A call to send.
#[derive(Debug)]
pub struct Question<'m> {
    /// The method.
    pub method: &'m Method,
    /// The form, without the token.
    pub form: Vec<(String, String)>,
}

/// What came back, as far as it matters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// The server has the method.
    Known,
    /// The server does not have it.
    Unknown,
    /// It cannot be told.
    Untold(String),
}

/// The question for the version of the server, if the spec knows one.
#[must_use]
pub fn version_question(model: &Model) -> Option<Question<'_>> {
    model.api.version_from.as_deref().and_then(|id| model.method(id)).map(question)
}

/// The questions for all methods that read, in the order of the spec. Those that take only a super token are left out.
#[must_use]
pub fn questions(model: &Model) -> Vec<Question<'_>> {
    model.methods.iter().filter(|method| is_asked(method)).map(question).collect()
}

fn is_asked(method: &Method) -> bool {
    method.effect == Effect::Read && !method.destructive && method.token != crate::spec::raw::Token::Super
}

fn question(method: &Method) -> Question<'_> {
    let fields = method.form(&method.probe).into_iter().map(|field| (field.name, field.value));
    Question { method, form: fields.collect() }
}

/// What an answer says about its method.
///
/// # Errors
/// When the answer shows that all further questions are useless: not REDCap, or no call allowed. The texts are those of
/// the spec; nothing of the body is in them.
pub fn read(model: &Model, method: &Method, status: u16, body: &str) -> Result<Answer, String> {
    let text = body.trim_start();
    if is_page(text) {
        return Err("the answer is a web page, so this is not the address of an API, or a login or maintenance page stands before it".to_owned());
    }
    let said = plain(text);
    let errors = model.methods.iter().flat_map(|one| &one.errors).chain(&method.errors);
    let proof =
        errors.filter(|error| error.tells.is_some()).find(|error| said.contains(&plain(&error.message)));
    match (proof.and_then(|error| error.tells), status) {
        (Some(Tells::TokenRefused), _) => Err(refusal(proof)),
        (Some(Tells::MethodUnknown), _) => Ok(Answer::Unknown),
        (None, 200) => Ok(Answer::Known),
        // A refusal in REDCap's own words, about something that the method lacks.
        (None, 400 | 406) => Ok(Answer::Known),
        (None, 401 | 403) => Ok(Answer::Untold("refused; the owner of the token lacks a right".to_owned())),
        (None, other) => Ok(Answer::Untold(format!("status {other}"))),
    }
}

fn refusal(error: Option<&ErrorCase>) -> String {
    error.map_or_else(String::new, |error| {
        format!("{}. {}", error.message.trim_end_matches('.'), error.remedy.trim())
    })
}

fn is_page(text: &str) -> bool {
    let start: String = text.chars().take(200).collect::<String>().to_lowercase();
    start.starts_with("<!doctype html") || start.contains("<html")
}

/// A text without the marks that the formats put before quotes.
fn plain(text: &str) -> String {
    text.replace('\\', "")
        .replace("&quot;", "\"")
        .replace("&#039;", "'")
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

/// Holds what a server answered against what the spec says of its version.
#[must_use]
pub fn judge(model: &Model, version: Version, answers: &[(&Method, Answer)]) -> Findings {
    let view = View::new(model, Selection::At(version));
    let finding = |method: &Method, change, text: String| Finding {
        subject: method.title.clone(),
        change,
        fact: Some(format!("method {}", method.id)),
        text,
        when: None,
        verdict: None,
        place: None,
        evidence: method.evidence.clone(),
    };
    let mut sections = [
        ("Other than the spec says", Vec::new()),
        ("Could not be told", Vec::new()),
        ("As the spec says", Vec::new()),
    ];
    for (method, answer) in answers {
        let expected = view.model.method(&method.id).is_some();
        let life = &method.life;
        let (section, change, text) = match (answer, expected) {
            (Answer::Known, true) => (2, Change::Note, "is there".to_owned()),
            (Answer::Unknown, false) => (2, Change::Note, format!("is not there ({life})")),
            (Answer::Known, false) => (0, Change::Added, format!("is there, though the spec has it {life}")),
            (Answer::Unknown, true) => {
                (0, Change::Removed, format!("is not there, though the spec has it {life}"))
            }
            (Answer::Untold(why), _) => (1, Change::Note, why.clone()),
        };
        sections[section].1.push(finding(method, change, text));
    }
    let (differing, untold) = (sections[0].1.len(), sections[1].1.len());
    let quiet = view.model.methods.iter().filter(|method| !is_asked(method)).count();
    let newest = model.newest();
    let mut summary = vec![format!(
        "{} methods were asked: {differing} other than the spec says, {untold} could not be told. {quiet} methods that write, or take another token, were not asked.",
        answers.len()
    )];
    if version > newest {
        summary
            .push(format!("The spec knows no version after {newest}; the server was held against that one."));
    }
    let sections = sections.into_iter().filter(|(_, findings)| !findings.is_empty());
    let sections = sections.map(|(title, findings)| Section { title: title.to_owned(), findings }).collect();
    Findings { title: format!("REDCap {version} as it answers"), summary, sections }
}
