//! The documentation of methods and parameters.

use super::docs::{code, markdown, one_line};
use crate::model::api::ErrorCase;
use crate::model::{Method, Model, Parameter};
use crate::spec::raw::{Effect, Need, Token};

/// Longest line that two texts share.
const LINE: usize = 110;

/// Documentation of the function that starts a request.
#[must_use]
pub fn lines(model: &Model, method: &Method, example: &[String]) -> Vec<String> {
    let mut lines =
        vec![markdown(&method.summary), String::new(), markdown(&method.description), String::new()];
    lines.push(format!("- REDCap: {}, there called \"{}\"", method.life, markdown(&method.title)));
    lines.push(format!("- Token: {}{}", token(method.token), rights(model, method)));
    lines.push(format!("- Effect: {}", effect(method)));
    if !method.conditions.is_empty() {
        let titles: Vec<String> = method
            .conditions
            .iter()
            .map(|id| model.condition(id).map_or_else(|| id.clone(), |condition| one_line(&condition.title)))
            .collect();
        lines.push(format!("- Needs: {}", titles.join("; ")));
    }
    for needed in &method.requires {
        let names =
            |names: &[String], word| names.iter().map(|name| code(name)).collect::<Vec<_>>().join(word);
        lines.push(format!(
            "- Refused unsent: {} without {}. {}",
            names(&needed.when, " and "),
            names(&needed.one_of, " or "),
            one_line(&needed.why)
        ));
    }
    for change in &method.changes {
        lines.push(format!("- Changed ({}): {}", change.when(), one_line(&change.note)));
    }
    let (common, own): (Vec<&ErrorCase>, Vec<&ErrorCase>) =
        method.errors.iter().partition(|error| is_common(model, error));
    let common: Vec<String> =
        common.into_iter().filter(|error| !is_universal(model, error)).map(answer).collect();
    if !common.is_empty() || !own.is_empty() {
        lines.extend([String::new(), "# Errors".to_owned(), String::new()]);
    }
    if !common.is_empty() {
        lines.push(format!("- [Common](crate#common-refusals): {}", common.join("; ")));
    }
    lines.extend(own.into_iter().map(error));
    if !example.is_empty() {
        lines.extend(["", "# Examples", "", "```no_run"].map(str::to_owned));
        lines.push("# async fn run(client: redcap::Client) -> Result<(), redcap::Error> {".to_owned());
        lines.extend(example.iter().cloned());
        lines.extend(["# Ok(()) }", "```"].map(str::to_owned));
    }
    lines
}

/// Errors of several methods, which the documentation of the crate explains.
pub fn common_errors(model: &Model) -> impl Iterator<Item = String> {
    let mut errors: Vec<&ErrorCase> = Vec::new();
    for found in model.methods.iter().flat_map(|method| &method.errors) {
        if is_common(model, found) && errors.iter().all(|known| known.message != found.message) {
            errors.push(found);
        }
    }
    errors.into_iter().map(error)
}

/// How many methods list the error.
fn uses(model: &Model, error: &ErrorCase) -> usize {
    let lists = |method: &&Method| method.errors.iter().any(|other| other.message == error.message);
    model.methods.iter().filter(lists).count()
}

fn is_common(model: &Model, error: &ErrorCase) -> bool {
    uses(model, error) > 2
}

fn is_universal(model: &Model, error: &ErrorCase) -> bool {
    uses(model, error) == model.methods.len()
}

fn answer(error: &ErrorCase) -> String {
    format!("{} {}", error.status, code(&error.message))
}

fn error(error: &ErrorCase) -> String {
    format!("- {}: {} {}", answer(error), one_line(&error.cause), one_line(&error.remedy))
}

/// Documentation of a setter.
#[must_use]
pub fn parameter(parameter: &Parameter, life_note: &str) -> Vec<String> {
    let mut text = markdown(&parameter.doc);
    text.push_str(life_note);
    let mut facts = Vec::new();
    if let Some(pattern) = &parameter.pattern {
        facts.push(format!("Written {}.", code(pattern)));
    }
    if let Some(most) = parameter.max_length {
        facts.push(format!("At most {most} characters."));
    }
    match (&parameter.default, &parameter.absent) {
        (Some(default), _) => facts.push(format!("Default: {}.", code(default))),
        (None, Some(absent)) => {
            facts.push(format!("When left out: {}.", one_line(absent).trim_end_matches('.')))
        }
        (None, None) => {}
    }
    if parameter.need == Need::Conditional {
        let condition = parameter.when.as_deref().unwrap_or_default();
        facts.push(format!("Required when: {}.", condition.replace('_', " ")));
    }
    if parameter.undocumented {
        facts.push("Not on REDCap's help page.".to_owned());
    }
    if parameter.name != parameter.ident {
        facts.push(format!("On the wire: {}.", code(&parameter.name)));
    }
    let facts = facts.join(" ");
    let last = text.lines().last().unwrap_or_default().chars().count();
    if last + facts.chars().count() < LINE { vec![format!("{text} {facts}")] } else { vec![text, facts] }
}

fn token(token: Token) -> &'static str {
    match token {
        Token::Project => "of a project",
        Token::Super => "super token",
        Token::Either => "of a project, or super token",
    }
}

fn rights(model: &Model, method: &Method) -> String {
    let titles: Vec<String> = method
        .rights
        .iter()
        .map(|needed| {
            let title = model
                .right(&needed.right)
                .map_or_else(|| needed.right.clone(), |right| one_line(&right.title));
            if needed.life == method.life { title } else { format!("{title} ({})", needed.life) }
        })
        .collect();
    if titles.is_empty() { String::new() } else { format!(", with the rights {}", titles.join(" + ")) }
}

fn effect(method: &Method) -> String {
    let effect = match method.effect {
        Effect::Read => "reads only",
        Effect::Create => "creates",
        Effect::Update => "changes",
        Effect::Delete => "deletes",
        Effect::Admin => "changes settings",
    };
    let destructive = if method.destructive { ", **can destroy data**" } else { "" };
    let why = one_line(&method.idempotent_why);
    let repeat = if method.idempotent { "may be repeated" } else { "must not be repeated blindly" };
    format!("{effect}{destructive}; {repeat}: {why}")
}
