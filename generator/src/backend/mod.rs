//! What is made from a view: each backend is a pure function to a set of files.
//!
//! # Invariants
//! - Backends do not touch the disk and do not read the spec's YAML. They do not call each other, but for one thing: how a
//!   call of the Rust client is written is known to its backend alone, which the examples ask.
//! - Every backend that covers methods says which ones, and must cover them all.

pub mod changelog;
pub mod examples;
pub mod openapi;
pub mod postman;
pub mod rust;
pub mod samples;
pub mod schema;
pub mod site;
pub mod surface;

use std::collections::BTreeSet;

use minijinja::syntax::SyntaxConfig;
use minijinja::{Environment, UndefinedBehavior};

use crate::diagnostics::SourceFile;
use crate::model::Model;
use crate::output::{FileSet, FileSetError};
use crate::parallel;
use crate::view::{Selection, View};

/// What backends work from.
#[derive(Debug)]
pub struct Input<'a> {
    /// The whole API, for backends that emit several versions.
    pub model: &'a Model,
    /// The API as selected.
    pub view: &'a View,
    /// Files below `templates/`, paths relative to it.
    pub templates: &'a [SourceFile],
}

impl Input<'_> {
    /// The text of a template.
    ///
    /// # Errors
    /// When there is no such template.
    pub fn template(&self, path: &str) -> Result<&str, BackendError> {
        let found = self.templates.iter().find(|file| file.path == path);
        found.map(|file| file.text.as_str()).ok_or_else(|| BackendError::Template {
            path: path.to_owned(),
            reason: "the file is missing".to_owned(),
        })
    }

    /// A template for a page of Markdown, filled in.
    ///
    /// # Errors
    /// When there is no such template, or it wants something that the values do not have.
    pub fn page(&self, path: &str, values: minijinja::Value) -> Result<String, BackendError> {
        let failed = |error: minijinja::Error| BackendError::Template {
            path: path.to_owned(),
            reason: format!("{error:#}"),
        };
        let mut environment = Environment::new();
        environment.set_undefined_behavior(UndefinedBehavior::Strict);
        environment.set_syntax(
            SyntaxConfig::builder()
                .trim_blocks(true)
                .lstrip_blocks(true)
                .keep_trailing_newline(true)
                .build()
                .map_err(failed)?,
        );
        environment.add_template(path, self.template(path)?).map_err(failed)?;
        environment.get_template(path).and_then(|template| template.render(values)).map_err(failed)
    }
}

/// What a backend made.
#[derive(Debug)]
pub struct Emitted {
    /// The files.
    pub files: FileSet,
    /// Ids of the methods that the files cover; `None` for backends that are not about methods.
    pub methods: Option<BTreeSet<String>>,
}

/// A backend. Backends run at the same time, which they cannot notice.
pub trait Backend: Sync {
    /// Name for `--only` and the manifest.
    fn id(&self) -> &'static str;

    /// Makes the files.
    ///
    /// # Errors
    /// When a template is wrong or a file cannot be named: a defect of the generator or its
    /// templates, never of the spec.
    fn emit(&self, input: &Input<'_>) -> Result<Emitted, BackendError>;
}

/// All backends, in the order in which they run.
#[must_use]
pub fn all() -> Vec<Box<dyn Backend>> {
    vec![
        Box::new(changelog::Changelog),
        Box::new(examples::Examples),
        Box::new(openapi::OpenApi),
        Box::new(postman::Postman),
        Box::new(rust::Rust),
        Box::new(schema::Schema),
        Box::new(site::Site),
        Box::new(surface::Surface),
    ]
}

/// A backend that could not finish.
#[derive(Debug, thiserror::Error)]
pub enum BackendError {
    /// A template is missing or does not render.
    #[error("templates/{path}: {reason}")]
    Template {
        /// Path below `templates/`.
        path: String,
        /// What is wrong.
        reason: String,
    },
    /// A file could not be added.
    #[error(transparent)]
    File(#[from] FileSetError),
    /// Generated Rust does not parse.
    #[error("the Rust made for {file} does not parse: {reason}")]
    Rust {
        /// The file.
        file: String,
        /// Why.
        reason: String,
    },
    /// Not every method came out.
    #[error("the backend `{backend}` made {made} of {wanted} methods; missing: {missing}")]
    Count {
        /// The backend.
        backend: &'static str,
        /// How many it made.
        made: usize,
        /// How many there are.
        wanted: usize,
        /// Ids of the missing ones.
        missing: String,
    },
}

/// Runs backends and merges their files.
///
/// # Errors
/// When one of them fails, or leaves a method out.
pub fn run(backends: &[Box<dyn Backend>], input: &Input<'_>) -> Result<FileSet, BackendError> {
    let mut files = FileSet::new("generator");
    let emitted = parallel::map(backends, |backend| backend.emit(input));
    for (backend, emitted) in backends.iter().zip(emitted) {
        let emitted = emitted?;
        if let Some(made) = &emitted.methods {
            let wanted: BTreeSet<String> =
                input.view.model.methods.iter().map(|method| method.id.clone()).collect();
            if *made != wanted {
                let missing: Vec<String> = wanted.symmetric_difference(made).cloned().collect();
                return Err(BackendError::Count {
                    backend: backend.id(),
                    made: made.len(),
                    wanted: wanted.len(),
                    missing: missing.join(", "),
                });
            }
        }
        files.merge(emitted.files)?;
    }
    Ok(files)
}

/// The newest version that a backend may mention.
#[must_use]
pub fn limit(view: &View) -> Option<crate::model::Version> {
    match view.selection {
        Selection::At(version) => Some(version),
        Selection::All => None,
    }
}
