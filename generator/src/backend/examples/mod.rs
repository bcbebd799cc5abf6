//! Runnable examples of every method, in every language that has a folder below `templates/examples/`.
//!
//! # Invariants
//! - No code here knows a language: what it needs to know stands in the language's data file.
//! - The examples are those of one version, the newest of the view: what they send exists there.

mod archive;
mod context;
mod language;
mod literal;
mod render;

use std::sync::Arc;

use minijinja::value::{Serde, Value};
use minijinja::{Environment, context as values};

use super::{Backend, BackendError, Emitted, Input, rust};
use crate::diagnostics::SourceFile;
use crate::model::Method;
use crate::output::FileSet;
use crate::parallel;
use crate::view::{Selection, View};

pub use language::{Echo, Language, LineComment, Naming, Test};
pub use literal::{Inexpressible, Style};

/// Folder of the templates.
const FOLDER: &str = "examples/";
/// Data file of a language.
const DATA: &str = "language.yaml";
/// Template of a method.
const METHOD: &str = "method.jinja";
/// Template of the program that prints texts; see [`echo`].
const ECHO: &str = "echo.jinja";
/// Template of a language's README.
const README: &str = "language-readme.md.jinja";
/// Template of the README above all languages.
const OVERVIEW: &str = "README.md.jinja";

/// Emits `examples/`.
#[derive(Debug)]
pub struct Examples;

impl Backend for Examples {
    fn id(&self) -> &'static str {
        "examples"
    }

    fn emit(&self, input: &Input<'_>) -> Result<Emitted, BackendError> {
        let view = View::new(input.model, Selection::At(input.view.newest));
        let languages = languages(input.templates)?;
        let calls = rust::example_calls(&view)?;
        let methods: Vec<(&Method, String)> = view.model.methods.iter().zip(calls).collect();
        let made = parallel::map(&languages, |language| emit_language(input, &view, language, &methods));
        let mut files = FileSet::new(self.id());
        for made in made {
            files.merge(made?)?;
        }
        emit_overview(input, &view, &languages, &mut files)?;
        archive::add(&mut files)?;
        let methods = input.view.model.methods.iter().map(|method| method.id.clone()).collect();
        Ok(Emitted { files, methods: Some(methods) })
    }
}

/// The languages that there are, in the order of lists.
///
/// # Errors
/// When a data file is not as it must be.
pub fn languages(templates: &[SourceFile]) -> Result<Vec<Arc<Language>>, BackendError> {
    let mut found = Vec::new();
    for file in templates {
        let Some(inner) = file.path.strip_prefix(FOLDER) else { continue };
        let Some((id, DATA)) = inner.split_once('/') else { continue };
        let mut language: Language = serde_yaml::from_str(&file.text)
            .map_err(|error| BackendError::Template { path: file.path.clone(), reason: error.to_string() })?;
        id.clone_into(&mut language.id);
        found.push(Arc::new(language));
    }
    found.sort_by(|a, b| (a.order, &a.id).cmp(&(b.order, &b.id)));
    Ok(found)
}

/// The program that prints texts back, each as the hexadecimal digits of its bytes in UTF-8 on a line of its own: how it
/// is shown that literals hold what they should.
///
/// # Errors
/// When the language has no such template, or it does not render.
pub fn echo(
    templates: &[SourceFile],
    language: &Arc<Language>,
    view: &View,
    texts: &[String],
) -> Result<String, BackendError> {
    let engine = engine(templates, language, view, view)?;
    let path = format!("{}/{ECHO}", language.id);
    render(&engine, &path, values! { texts => texts.to_vec(), ..globals(language, view) })
}

fn globals(language: &Language, view: &View) -> Value {
    Value::from_pairs(render::globals(language, view))
}

/// The engine for a language. `all` is the view of all versions, `view` that of one.
fn engine<'t>(
    templates: &'t [SourceFile],
    language: &Arc<Language>,
    view: &View,
    all: &View,
) -> Result<Environment<'t>, BackendError> {
    let calls = Arc::new(render::Calls::new(all.model.clone(), view.clone()));
    let known = templates.iter().filter(|file| file.path.ends_with(".jinja")).filter_map(|file| {
        let name = file.path.strip_prefix(FOLDER)?;
        Some((name, file.text.as_str()))
    });
    render::environment(known, language, &calls).map_err(|error| failed(FOLDER, &error))
}

fn failed(name: &str, error: &minijinja::Error) -> BackendError {
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

fn render(engine: &Environment<'_>, name: &str, values: Value) -> Result<String, BackendError> {
    let rendered = engine.get_template(name).and_then(|template| template.render(values));
    rendered.map_err(|error| failed(name, &error))
}

fn emit_language(
    input: &Input<'_>,
    view: &View,
    language: &Arc<Language>,
    methods: &[(&Method, String)],
) -> Result<FileSet, BackendError> {
    let all = View::new(input.model, Selection::All);
    let engine = engine(input.templates, language, view, &all)?;
    let mut files = FileSet::new(Examples.id());
    let mut add =
        |path: &str, text: String| files.add_plain(&format!("{FOLDER}{}/{path}", language.id), text);
    for (method, call) in methods {
        let seen = context::method(view, language, method, call);
        let values = values! { method => Value::from(Serde(seen)), ..globals(language, view) };
        let text = render(&engine, &format!("{}/{METHOD}", language.id), values)?;
        add(&format!("{}/{}", method.group, language.file_name(&method.id)), text)?;
    }
    for file in input.templates {
        let inside = file.path.strip_prefix(FOLDER).and_then(|path| path.strip_prefix(language.id.as_str()));
        let Some(inside) = inside.and_then(|path| path.strip_prefix('/')) else { continue };
        let name = inside.rsplit('/').next().unwrap_or(inside);
        if matches!(inside, DATA | METHOD | ECHO) || name.starts_with('_') {
            continue;
        }
        let Some(target) = inside.strip_suffix(".jinja") else {
            add(inside, file.text.clone())?;
            continue;
        };
        let text = render(&engine, &format!("{}/{inside}", language.id), every(view, language, methods))?;
        // What the version has no methods for comes out empty.
        if !text.trim().is_empty() {
            add(target, text)?;
        }
    }
    let own = format!("{FOLDER}{}/README.md.jinja", language.id);
    if !input.templates.iter().any(|file| file.path == own) {
        add("README.md", render(&engine, README, every(view, language, methods))?)?;
    }
    Ok(files)
}

/// What templates about a whole language see.
fn every(view: &View, language: &Language, methods: &[(&Method, String)]) -> Value {
    let seen = methods.iter().map(|(method, call)| context::method(view, language, method, call));
    let seen = seen.collect::<Vec<_>>();
    let groups: Vec<Value> = view
        .model
        .groups
        .iter()
        .map(|group| values! { id => group.id.clone(), title => group.title.clone() })
        .collect();
    values! { methods => Value::from(Serde(seen)), groups => groups, ..globals(language, view) }
}

fn emit_overview(
    input: &Input<'_>,
    view: &View,
    languages: &[Arc<Language>],
    files: &mut FileSet,
) -> Result<(), BackendError> {
    let Some(first) = languages.first() else { return Ok(()) };
    let engine = engine(input.templates, first, view, view)?;
    let listed: Vec<Value> = languages.iter().map(|language| globals(language, view)).collect();
    let values = values! {
        languages => listed.iter().map(|one| one.get_attr("language").unwrap_or_default()).collect::<Vec<_>>(),
        redcap_version => view.newest.to_string(),
        count => view.model.methods.len(),
    };
    files.add_plain(&format!("{FOLDER}README.md"), render(&engine, OVERVIEW, values)?)?;
    Ok(())
}
