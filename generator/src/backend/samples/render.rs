//! The template engine, set up for one language.
//!
//! # Invariants
//! - In code, a text reaches the output only through a filter that knows the language: `literal`, `comment`, `name`.
//!   Anything else is an error, so that no value of the spec can break out of its place.
//! - In Markdown (`*.md.jinja`) texts are written as they are.

use std::collections::BTreeMap;
use std::sync::Arc;

use minijinja::syntax::SyntaxConfig;
use minijinja::value::{Kwargs, Serde, Value, ValueKind};
use minijinja::{AutoEscape, Environment, Error, ErrorKind, UndefinedBehavior};

use super::context;
use super::language::{Language, LineComment, Naming};
use crate::model::{ExampleValue, Model};
use crate::view::View;

/// How wide comments are.
const WIDTH: usize = 100;

/// The engine with all templates of the examples, by their path below `templates/examples/`.
///
/// # Errors
/// When a template does not parse.
pub fn environment<'t>(
    templates: impl IntoIterator<Item = (&'t str, &'t str)>,
    language: &Arc<Language>,
    calls: &Arc<Calls>,
) -> Result<Environment<'t>, Error> {
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_syntax(
        SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).keep_trailing_newline(true).build()?,
    );
    environment.set_auto_escape_callback(|name| {
        if name.ends_with(".md.jinja") { AutoEscape::None } else { AutoEscape::Custom("code".into()) }
    });
    environment.set_formatter(|out, state, value| {
        let open = value.kind() == ValueKind::String && !value.is_safe();
        if open && !matches!(state.auto_escape(), AutoEscape::None) {
            return Err(failure(
                "a text is printed as it is: send it through `literal`, `comment`, `name` or another filter of the language",
            ));
        }
        write!(out, "{value}").map_err(Error::from)
    });
    let known = Arc::clone(language);
    environment.add_filter("literal", move |text: &str| {
        let written = known.literal(text);
        written.map(Value::from_safe_string).map_err(|error| failure(error.to_string()))
    });
    let known = Arc::clone(language);
    environment.add_filter("comment", move |text: &str, indent: Option<Value>| {
        let indent = indentation(indent)?;
        Ok::<_, Error>(Value::from_safe_string(comment(&known.line_comment, text, &indent)))
    });
    for (filter, naming) in [
        ("snake", Naming::Snake),
        ("kebab", Naming::Kebab),
        ("camel", Naming::Camel),
        ("pascal", Naming::Pascal),
    ] {
        environment.add_filter(filter, move |text: &str| name(&naming.apply(text)));
    }
    environment.add_filter("name", |text: &str| name(text));
    let known = Arc::clone(language);
    environment.add_filter("file_name", move |text: &str| name(&known.file_name(text)));
    // Rust of the client's backend, the one text that is code already.
    environment.add_filter("rust_code", |text: &str, indent: Option<usize>| {
        let indent = " ".repeat(indent.unwrap_or_default());
        let lines = text.lines().map(|line| format!("{indent}{line}"));
        Value::from_safe_string(lines.collect::<Vec<_>>().join("\n"))
    });
    let known = Arc::clone(calls);
    environment.add_function("has", move |method: &str| known.has(method));
    let known = Arc::clone(calls);
    environment.add_function("fields", move |method: &str, parameters: Kwargs| {
        let fields = known.fields(method, &parameters)?;
        parameters.assert_all_used()?;
        Ok::<_, Error>(fields)
    });
    for (name, text) in templates {
        environment.add_template(name, text)?;
    }
    Ok(environment)
}

fn failure(reason: impl Into<String>) -> Error {
    Error::new(ErrorKind::InvalidOperation, reason.into())
}

/// A text that can be a name in any language, or part of a path.
fn name(text: &str) -> Result<Value, Error> {
    let fits = !text.is_empty()
        && text.chars().all(|one| one.is_ascii_alphanumeric() || matches!(one, '_' | '-' | '.'));
    if fits {
        Ok(Value::from_safe_string(text.to_owned()))
    } else {
        Err(failure(format!("`{text}` is no name")))
    }
}

/// What stands before a line: a number of blanks, or blanks and tabs as they are.
fn indentation(given: Option<Value>) -> Result<String, Error> {
    let Some(given) = given else { return Ok(String::new()) };
    match given.as_str() {
        Some(text) if text.chars().all(|one| matches!(one, ' ' | '\t')) => Ok(text.to_owned()),
        Some(text) => Err(failure(format!("`{text}` is no indentation"))),
        None => Ok(" ".repeat(usize::try_from(given)?)),
    }
}

/// A text as comments of one line each, the first where the template stands.
fn comment(style: &LineComment, text: &str, indent: &str) -> String {
    let mut text = text.chars().map(|one| if one.is_control() { ' ' } else { one }).collect::<String>();
    for (from, to) in &style.escapes {
        text = text.replace(from, to);
    }
    let before = indent.replace('\t', "    ").len() + style.start.chars().count();
    let room = WIDTH.saturating_sub(before + style.end.chars().count()).max(20);
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= room => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    let lines: Vec<String> = lines.iter().map(|line| format!("{}{line}{}", style.start, style.end)).collect();
    lines.join(&format!("\n{indent}"))
}

/// The methods that workflows may call.
#[derive(Debug)]
pub struct Calls {
    model: Model,
    view: View,
}

impl Calls {
    /// The methods of a view, and what other versions have.
    #[must_use]
    pub fn new(model: Model, view: View) -> Calls {
        Calls { model, view }
    }

    /// Whether the version has the method; one that no version has is an error.
    fn has(&self, method: &str) -> Result<bool, Error> {
        self.model.method(method).ok_or_else(|| failure(format!("the spec has no method `{method}`")))?;
        Ok(self.view.model.method(method).is_some())
    }

    /// The fields of a call. A parameter that the version does not have is left out; one that no version has is an error.
    fn fields(&self, id: &str, parameters: &Kwargs) -> Result<Value, Error> {
        let known = self.model.method(id).ok_or_else(|| failure(format!("the spec has no method `{id}`")))?;
        let method = self.view.model.method(id).ok_or_else(|| {
            failure(format!("this version has no method `{id}`; ask `has(\"{id}\")` first"))
        })?;
        let mut given: Vec<(String, ExampleValue)> = Vec::new();
        for name in parameters.args() {
            if known.parameter(name).is_none() && !known.open {
                return Err(failure(format!("the method `{id}` has no parameter `{name}`")));
            }
            let value: Value = parameters.get(name)?;
            if method.parameter(name).is_none() && !method.open {
                continue;
            }
            let value = match value.kind() {
                ValueKind::Seq => ExampleValue::List(value.try_iter()?.map(|one| one.to_string()).collect()),
                _ => ExampleValue::One(value.to_string()),
            };
            given.push((name.to_owned(), value));
        }
        Ok(Value::from(Serde(context::fields(method.form(&given)))))
    }
}

/// Values that every template of a language sees.
pub fn globals(language: &Language, view: &View) -> BTreeMap<&'static str, Value> {
    let about = BTreeMap::from([
        ("id", Value::from(language.id.clone())),
        ("title", Value::from(language.title.clone())),
        ("versions", Value::from(language.versions.clone())),
        ("library", Value::from(language.library.clone())),
        ("why", Value::from(language.why.clone())),
        ("install", Value::from(language.install.clone())),
        ("run", Value::from(language.run.clone())),
        ("notes", Value::from(language.notes.clone())),
        ("extension", Value::from(language.extension.clone())),
        ("executed", Value::from(language.is_executed())),
    ]);
    BTreeMap::from([
        ("language", Value::from_pairs(about)),
        ("redcap_version", Value::from(view.newest.to_string())),
        ("token_field", Value::from(view.model.api.token_field.clone())),
    ])
}
