//! Runnable examples of every method and workflows, in every language: see [`super::samples`].

mod archive;

use std::sync::Arc;

use minijinja::context as values;
use minijinja::value::Value;

use super::samples::{self, DATA, ECHO, FOLDER, Language, METHOD, Samples};
use super::{Backend, BackendError, Emitted, Input};
use crate::output::FileSet;
use crate::parallel;

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
        let samples = Samples::new(input)?;
        let made = parallel::map(&samples.languages, |language| emit_language(input, &samples, language));
        let mut files = FileSet::new(self.id());
        for made in made {
            files.merge(made?)?;
        }
        emit_overview(&samples, &mut files)?;
        archive::add(&mut files)?;
        let methods = input.view.model.methods.iter().map(|method| method.id.clone()).collect();
        Ok(Emitted { files, methods: Some(methods) })
    }
}

fn emit_language(
    input: &Input<'_>,
    samples: &Samples<'_>,
    language: &Arc<Language>,
) -> Result<FileSet, BackendError> {
    let engine = samples.engine(language)?;
    let mut files = FileSet::new(Examples.id());
    let mut add =
        |path: &str, text: String| files.add_plain(&format!("{FOLDER}{}/{path}", language.id), text);
    let programs = samples.programs(language, &engine)?;
    for (method, text) in samples.view().model.methods.iter().zip(programs) {
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
        let text =
            samples::render(&engine, &format!("{}/{inside}", language.id), samples.overview(language))?;
        // What the version has no methods for comes out empty.
        if !text.trim().is_empty() {
            add(target, text)?;
        }
    }
    let own = format!("{FOLDER}{}/README.md.jinja", language.id);
    if !input.templates.iter().any(|file| file.path == own) {
        add("README.md", samples::render(&engine, README, samples.overview(language))?)?;
    }
    Ok(files)
}

fn emit_overview(samples: &Samples<'_>, files: &mut FileSet) -> Result<(), BackendError> {
    let (view, languages) = (samples.view(), &samples.languages);
    let Some(first) = languages.first() else { return Ok(()) };
    let engine = samples.engine(first)?;
    let listed: Vec<Value> = languages.iter().map(|language| samples::globals(language, view)).collect();
    let values = values! {
        languages => listed.iter().map(|one| one.get_attr("language").unwrap_or_default()).collect::<Vec<_>>(),
        redcap_version => view.newest.to_string(),
        count => view.model.methods.len(),
    };
    files.add_plain(&format!("{FOLDER}README.md"), samples::render(&engine, OVERVIEW, values)?)?;
    Ok(())
}
