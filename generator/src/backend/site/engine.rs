//! The template engine of the site.
//!
//! # Invariants
//! - In `*.html.jinja` every text is escaped, unless a filter of this module made HTML of it.

use std::sync::Arc;

use minijinja::syntax::SyntaxConfig;
use minijinja::{AutoEscape, Environment, Error, ErrorKind, UndefinedBehavior, Value};

use super::samples::Shown;
use super::{FOLDER, answers, highlight, markdown, slug};
use crate::backend::{BackendError, Input};
use crate::model::{Certainty, Lifespan, Version};

/// The engine with all templates of the site, by their path below `templates/site/`.
///
/// # Errors
/// When a template does not parse.
pub fn engine<'i>(input: &'i Input<'i>, shown: &Arc<Shown>) -> Result<Environment<'i>, BackendError> {
    prepare(input, shown).map_err(|error| failed("", &error))
}

fn prepare<'i>(input: &'i Input<'i>, shown: &Arc<Shown>) -> Result<Environment<'i>, Error> {
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_syntax(SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build()?);
    environment.set_auto_escape_callback(|name| {
        if name.ends_with(".html.jinja") { AutoEscape::Html } else { AutoEscape::None }
    });
    // The engine's own escaping writes slashes as numbers too, which no attribute in quotes needs.
    environment.set_formatter(|out, state, value| {
        let plain = matches!(state.auto_escape(), AutoEscape::Html) && !value.is_safe();
        match value.as_str().filter(|_| plain) {
            Some(text) => {
                let mut escaped = String::with_capacity(text.len());
                highlight::escape(&mut escaped, text);
                out.write_str(&escaped).map_err(Error::from)
            }
            None => minijinja::escape_formatter(out, state, value),
        }
    });
    let oldest = input.view.model.oldest();
    environment.add_global("site_oldest", oldest.to_string());
    environment.add_filter("markdown", |text: &str| Value::from_safe_string(markdown::blocks(text)));
    environment.add_filter("inline", |text: &str| Value::from_safe_string(markdown::inline(text)));
    environment.add_filter("code", |text: &str| Value::from_safe_string(answers::html(text)));
    environment.add_filter("cut", |text: &str| answers::cut(&answers::laid_out(text)).0);
    environment.add_filter("slug", slug);
    environment.add_filter("source", |tag: &str| tag.split('#').next().unwrap_or_default().to_owned());
    environment.add_filter("attrs", move |life: &Value| {
        Ok::<_, Error>(Value::from_safe_string(attributes(&lifespan(life)?, oldest)))
    });
    environment.add_filter("words", |life: &Value| Ok::<_, Error>(lifespan(life)?.to_string()));
    environment.add_filter("when", |change: &Value| {
        let text = change.get_attr("version")?.to_string();
        Ok::<_, Error>(certainty(change)?.words(version(&text)?))
    });
    // A cell of a table in Markdown.
    environment.add_filter("cell", |text: &str| {
        text.split_whitespace().collect::<Vec<_>>().join(" ").replace('|', "\\|")
    });
    let known = Arc::clone(shown);
    environment.add_function("sample", move |method: &str| {
        found(known.first.get(method), method).map(Value::from_safe_string)
    });
    let known = Arc::clone(shown);
    environment.add_function("program", move |method: &str| found(known.text.get(method), method));
    for file in input.templates {
        let Some(name) = file.path.strip_prefix(FOLDER) else { continue };
        if name.ends_with(".jinja") {
            environment.add_template(name, &file.text)?;
        }
    }
    Ok(environment)
}

fn found(text: Option<&String>, method: &str) -> Result<String, Error> {
    text.cloned().ok_or_else(|| failure(format!("the newest version has no method `{method}`")))
}

/// The attributes by which the browser hides what a version does not have.
fn attributes(life: &Lifespan, oldest: Version) -> String {
    let since = if life.since > oldest { format!(" data-since=\"{}\"", life.since) } else { String::new() };
    let until = life.until.map_or_else(String::new, |until| format!(" data-until=\"{until}\""));
    since + &until
}

/// A lifespan as the model serializes it.
fn lifespan(value: &Value) -> Result<Lifespan, Error> {
    let until = value.get_attr("until")?;
    Ok(Lifespan {
        since: version(&value.get_attr("since")?.to_string())?,
        certainty: certainty(value)?,
        until: if until.is_none() { None } else { Some(version(&until.to_string())?) },
    })
}

fn certainty(value: &Value) -> Result<Certainty, Error> {
    let known =
        [("stated", Certainty::Stated), ("at_latest", Certainty::AtLatest), ("about", Certainty::About)];
    let word = value.get_attr("certainty")?.to_string();
    let one = known.into_iter().find(|(name, _)| *name == word);
    one.map(|(_, certainty)| certainty).ok_or_else(|| failure(format!("`{word}` is no certainty")))
}

fn version(text: &str) -> Result<Version, Error> {
    text.parse().map_err(|_| failure(format!("`{text}` is no version")))
}

fn failure(reason: String) -> Error {
    Error::new(ErrorKind::InvalidOperation, reason)
}

/// What went wrong, with the place and all reasons.
pub fn failed(name: &str, error: &Error) -> BackendError {
    let place = error.name().unwrap_or(name);
    let line = error.line().map_or(String::new(), |line| format!(":{line}"));
    let mut reason = error.to_string();
    let mut inner = std::error::Error::source(error);
    while let Some(next) = inner {
        reason = format!("{reason}: {next}");
        inner = next.source();
    }
    BackendError::Template { path: format!("{FOLDER}{place}{line}"), reason }
}
