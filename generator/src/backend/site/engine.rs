//! The template engine of the site.
//!
//! # Invariants
//! - In `*.html.jinja` every text is escaped, unless a filter of this module made HTML of it.

use minijinja::syntax::SyntaxConfig;
use minijinja::{AutoEscape, Environment, Error, Value};

use super::{FOLDER, markdown};
use crate::backend::BackendError;
use crate::diagnostics::SourceFile;

/// The engine with all templates of the site, by their path below `templates/site/`.
///
/// # Errors
/// When a template does not parse.
pub fn engine(templates: &[SourceFile]) -> Result<Environment<'_>, BackendError> {
    prepare(templates).map_err(|error| failed("", &error))
}

fn prepare(templates: &[SourceFile]) -> Result<Environment<'_>, Error> {
    let mut environment = Environment::new();
    environment.set_undefined_behavior(minijinja::UndefinedBehavior::Strict);
    let syntax = SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build()?;
    environment.set_syntax(syntax);
    environment.set_auto_escape_callback(|name| {
        if name.ends_with(".html.jinja") { AutoEscape::Html } else { AutoEscape::None }
    });
    environment.add_filter("markdown", |text: &str| Value::from_safe_string(markdown::blocks(text)));
    environment.add_filter("inline", |text: &str| Value::from_safe_string(markdown::inline(text)));
    for file in templates {
        let Some(name) = file.path.strip_prefix(FOLDER) else { continue };
        if name.ends_with(".jinja") {
            environment.add_template(name, &file.text)?;
        }
    }
    Ok(environment)
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
