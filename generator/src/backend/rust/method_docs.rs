//! The documentation of methods and parameters.

use super::docs::{code, markdown, one_line};
use crate::model::{Method, Model, Parameter};
use crate::spec::raw::{Effect, Need, Token};

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
    for change in &method.changes {
        lines.push(format!("- Changed ({}): {}", change.when(), one_line(&change.note)));
    }
    if !method.errors.is_empty() {
        lines.extend([String::new(), "# Errors".to_owned(), String::new()]);
        for error in &method.errors {
            lines.push(format!(
                "- {} {}: {} {}",
                error.status,
                code(&error.message),
                one_line(&error.cause),
                one_line(&error.remedy)
            ));
        }
    }
    if !example.is_empty() {
        lines.extend(["", "# Examples", "", "```no_run"].map(str::to_owned));
        lines.push("# async fn run(client: redcap::Client) -> Result<(), redcap::Error> {".to_owned());
        lines.extend(example.iter().cloned());
        lines.extend(["# Ok(())", "# }", "```"].map(str::to_owned));
    }
    lines
}

/// Documentation of a setter.
#[must_use]
pub fn parameter(parameter: &Parameter, life_note: &str) -> Vec<String> {
    let mut text = markdown(&parameter.doc);
    text.push_str(life_note);
    let mut lines = vec![text];
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
    facts.push(format!("On the wire: {}.", code(&parameter.name)));
    lines.push(String::new());
    lines.push(facts.join(" "));
    lines
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
