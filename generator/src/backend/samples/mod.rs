//! The example of a method as a program, in every language that has a folder below `templates/examples/`.
//!
//! # Invariants
//! - No code here knows a language: what it needs to know stands in the language's data file.
//! - The examples are those of one version, the newest of the view: what they send exists there.

mod context;
mod language;
mod literal;
mod render;

use std::sync::Arc;

use minijinja::value::{Serde, Value};
use minijinja::{Environment, context as values};

use super::{BackendError, Input, rust};
use crate::diagnostics::SourceFile;
use crate::model::Method;
use crate::parallel;
use crate::view::{Selection, View};

pub use context::{first_sentence, saved_name};
pub use language::{Echo, Highlight, Language, LineComment, Naming, Test};
pub use literal::{Inexpressible, Style};

/// Folder of the templates.
pub const FOLDER: &str = "examples/";
/// Data file of a language.
pub const DATA: &str = "language.yaml";
/// Template of a method.
pub const METHOD: &str = "method.jinja";
/// Template of the program that prints texts; see [`echo`].
pub const ECHO: &str = "echo.jinja";

/// The programs of a language, in the order of the methods.
#[derive(Debug)]
pub struct Programs {
    /// The language.
    pub language: Arc<Language>,
    /// One for each method.
    pub texts: Vec<String>,
}

/// The examples of one version.
pub struct Samples<'i> {
    input: &'i Input<'i>,
    view: View,
    all: View,
    /// The languages, in the order of lists.
    pub languages: Vec<Arc<Language>>,
    calls: Vec<String>,
}

impl<'i> Samples<'i> {
    /// The examples of the newest version of the view.
    ///
    /// # Errors
    /// When the data file of a language is not as it must be.
    pub fn new(input: &'i Input<'i>) -> Result<Samples<'i>, BackendError> {
        let view = View::new(input.model, Selection::At(input.view.newest));
        let all = View::new(input.model, Selection::All);
        let languages = languages(input.templates)?;
        let calls = rust::example_calls(&view)?;
        Ok(Samples { input, view, all, languages, calls })
    }

    /// The version that the examples are for.
    #[must_use]
    pub fn view(&self) -> &View {
        &self.view
    }

    /// The template engine for a language.
    ///
    /// # Errors
    /// When a template does not parse.
    pub fn engine(&self, language: &Arc<Language>) -> Result<Environment<'i>, BackendError> {
        engine(self.input.templates, language, &self.view, &self.all)
    }

    /// The programs of all methods in a language, in the order of the view.
    ///
    /// # Errors
    /// When a template does not render.
    pub fn programs(
        &self,
        language: &Arc<Language>,
        engine: &Environment<'_>,
    ) -> Result<Vec<String>, BackendError> {
        let name = format!("{}/{METHOD}", language.id);
        let programs = self.methods().map(|(method, call)| {
            let seen = context::method(&self.view, language, method, call);
            render(
                engine,
                &name,
                values! { method => Value::from(Serde(seen)), ..globals(language, &self.view) },
            )
        });
        programs.collect()
    }

    /// The programs of all methods in all languages.
    ///
    /// # Errors
    /// When a template does not render.
    pub fn all(&self) -> Result<Vec<Programs>, BackendError> {
        let made = parallel::map(&self.languages, |language| {
            let texts = self.programs(language, &self.engine(language)?)?;
            Ok(Programs { language: Arc::clone(language), texts })
        });
        made.into_iter().collect()
    }

    /// What templates about a whole language see.
    #[must_use]
    pub fn overview(&self, language: &Language) -> Value {
        let seen = self.methods().map(|(method, call)| context::method(&self.view, language, method, call));
        let seen = seen.collect::<Vec<_>>();
        let groups = self.view.model.groups.iter();
        let groups = groups.map(|group| values! { id => group.id.clone(), title => group.title.clone() });
        values! {
            methods => Value::from(Serde(seen)),
            groups => groups.collect::<Vec<Value>>(),
            ..globals(language, &self.view)
        }
    }

    fn methods(&self) -> impl Iterator<Item = (&Method, &String)> {
        self.view.model.methods.iter().zip(&self.calls)
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

/// What every template of a language sees.
#[must_use]
pub fn globals(language: &Language, view: &View) -> Value {
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
        // Those of other languages are none of its business.
        let own = name.split_once('/').is_none_or(|(folder, _)| folder == language.id);
        own.then_some((name, file.text.as_str()))
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

/// Renders a template.
///
/// # Errors
/// When it does not render; the message names the place.
pub fn render(engine: &Environment<'_>, name: &str, values: Value) -> Result<String, BackendError> {
    let rendered = engine.get_template(name).and_then(|template| template.render(values));
    rendered.map_err(|error| failed(name, &error))
}
