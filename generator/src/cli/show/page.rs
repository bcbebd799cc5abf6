//! The page about a method, section by section.

use std::fmt::Write as _;

use redcap_generator::model::{Method, Model};
use redcap_generator::pipeline::SPEC;
use redcap_generator::spec::raw::{Effect, Token};
use redcap_generator::view::View;

use super::parts;
use crate::cli::text::{bold, labelled, width, wrapped};

/// The whole page. `shown` is the name under which the user knows the spec folder.
pub fn page(view: &View, method: &Method, shown: &str) -> String {
    let model = &view.model;
    let mut page = format!("{}\n", bold(&format!("{} ({})", method.title, method.id)));
    page.push_str(&wrapped(&method.summary, 0));
    page.push('\n');
    page.push_str(&facts(model, method));
    section(&mut page, "Description", &wrapped(&method.description, 2));
    section(&mut page, "Parameters", &parts::parameters(model, method));
    section(&mut page, "Returns", &parts::returns(model, method));
    section(&mut page, "Items", &parts::shapes(model, method));
    section(&mut page, "Errors", &parts::errors(method));
    section(&mut page, "Examples", &parts::examples(method));
    section(&mut page, "History", &parts::history(method));
    section(&mut page, "Where sources disagree", &points(&method.disagreements));
    section(&mut page, "Open questions", &points(&parts::questions(method)));
    section(&mut page, "Evidence", &evidence(model, method));
    section(&mut page, "See also", &wrapped(&method.see_also.join(", "), 2));
    let file = method.origin.file.strip_prefix(SPEC).unwrap_or(&method.origin.file);
    let _ = writeln!(page, "\nWritten in {}{file}:{}", shown.trim_end_matches('/'), method.origin.line);
    page
}

/// A section with its heading; one without content is left out.
fn section(page: &mut String, heading: &str, content: &str) {
    if !content.is_empty() {
        let _ = write!(page, "\n{}\n{content}", bold(heading));
    }
}

/// The short facts, one per line.
fn facts(model: &Model, method: &Method) -> String {
    let group = model.groups.iter().find(|group| group.id == method.group);
    let mut wire = format!("content={}", method.content);
    if let Some(action) = &method.action {
        let _ = write!(wire, ", action={action}");
    }
    if let Some(payload) = method.payload() {
        let _ = write!(wire, ", and `{}`", payload.name);
    }
    let yes = |set: bool, why: &str| format!("{}{why}", if set { "yes" } else { "no" });
    let mut rows = vec![
        ("Also called", method.also_called.join("; ")),
        ("Group", group.map_or_else(|| method.group.clone(), |group| group.title.clone())),
        ("Versions", method.life.to_string()),
        (
            "Deprecated",
            method
                .deprecated
                .as_ref()
                .map_or_else(String::new, |(since, note)| format!("since {since}: {note}")),
        ),
        ("Selected by", wire),
        ("Other fields", if method.open { "passed on".to_owned() } else { String::new() }),
        ("Token", token(method.token).to_owned()),
        ("Rights", rights(model, method)),
        ("", method.rights_note.clone().unwrap_or_default()),
        ("Effect", effect(method.effect).to_owned()),
        ("Idempotent", yes(method.idempotent, &format!(": {}", method.idempotent_why))),
        (
            "Destructive",
            yes(method.destructive, if method.destructive { ": data can be lost for good" } else { "" }),
        ),
    ];
    for (index, id) in method.conditions.iter().enumerate() {
        let label = if index == 0 { "Conditions" } else { "" };
        let text = model.condition(id).map(|condition| format!("{}: {}", condition.title, condition.meaning));
        rows.push((label, text.unwrap_or_else(|| id.clone())));
    }
    rows.retain(|(_, text)| !text.is_empty());
    let margin = rows.iter().map(|(label, _)| width(label)).max().unwrap_or(0) + 2;
    rows.iter().map(|(label, content)| labelled(label, content, margin)).collect()
}

fn rights(model: &Model, method: &Method) -> String {
    if method.rights.is_empty() {
        return "none".to_owned();
    }
    let named = method.rights.iter().map(|right| {
        let title = model.right(&right.right).map_or(right.right.as_str(), |known| known.title.as_str());
        let when = if right.life == method.life { String::new() } else { format!(", {}", right.life) };
        format!("{title} ({}{when})", right.right)
    });
    named.collect::<Vec<_>>().join("; ")
}

fn token(token: Token) -> &'static str {
    match token {
        Token::Project => "project token",
        Token::Super => "super token",
        Token::Either => "project token or super token",
    }
}

fn effect(effect: Effect) -> &'static str {
    match effect {
        Effect::Read => "reads only",
        Effect::Create => "creates something new",
        Effect::Update => "changes what is there, and may create",
        Effect::Delete => "deletes",
        Effect::Admin => "changes the caller's own standing, or the project as a whole",
    }
}

/// The sources of the method, each with its title.
fn evidence(model: &Model, method: &Method) -> String {
    let mut text = String::new();
    for tag in &method.evidence {
        let id = tag.split('#').next().unwrap_or_default();
        let source = model.sources.iter().find(|source| source.id == id);
        let title =
            source.map_or_else(String::new, |source| format!(": {} (trust: {})", source.title, source.trust));
        text.push_str(&wrapped(&format!("- {tag}{title}"), 2));
    }
    text
}

/// Texts as a list.
fn points(texts: &[String]) -> String {
    texts.iter().map(|text| wrapped(&format!("- {text}"), 2)).collect()
}
