//! One run from end to end: load, choose the versions, make the files, bring the folder up to date.
//!
//! # Invariants
//! - Nothing is printed here, and no clock is read: that is for the command line.
//! - What is made does not depend on where the folders are: origins always start with [`SPEC`],
//!   and templates are known by their path below their folder.

use std::path::{Path, PathBuf};

use crate::backend::{self, Backend, BackendError, Input};
use crate::diagnostics::{Report, SourceFile};
use crate::model::{self, Model, Version};
use crate::output::{self, Mode, OutputError, Summary};
use crate::spec::{self, load};
use crate::view::{Selection, View};

/// How origins, and with them the headers of generated files, name the folder of the spec.
pub const SPEC: &str = "spec";

/// A folder to read.
#[derive(Debug, Clone)]
pub struct Folder {
    /// Where it is.
    pub path: PathBuf,
    /// How messages name it.
    pub shown: String,
}

/// What a run has to do.
pub struct Order {
    /// The spec.
    pub spec: Folder,
    /// The templates.
    pub templates: Folder,
    /// Where the files go.
    pub out: PathBuf,
    /// The REDCap version to make files for; `None` for all of them.
    pub version: Option<String>,
    /// The backends to run; `None` for all of them, which also removes what retired ones left.
    pub only: Option<Vec<Box<dyn Backend>>>,
    /// Whether to write, compare or tell.
    pub mode: Mode,
}

/// What a run did or found.
#[derive(Debug)]
pub struct Outcome {
    /// How many methods the files cover.
    pub methods: usize,
    /// How many versions they cover.
    pub versions: usize,
    /// The oldest of these.
    pub oldest: Version,
    /// The newest of these.
    pub newest: Version,
    /// What happened in the output folder.
    pub summary: Summary,
    /// Those of the extra files that a writing run would leave alone, because no backend made them.
    pub foreign: Vec<String>,
}

/// Why a run ended before its time.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// The spec or the templates are not as they must be.
    #[error("{} problems in what was read", .report.len())]
    Input {
        /// The files of the spec, for excerpts.
        files: Vec<SourceFile>,
        /// The problems.
        report: Report,
    },
    /// The wanted version cannot be selected.
    #[error(transparent)]
    Version(#[from] VersionError),
    /// A backend failed.
    #[error(transparent)]
    Backend(#[from] BackendError),
    /// The output folder could not be compared or written.
    #[error(transparent)]
    Output(#[from] OutputError),
}

/// A text that names no version of the model.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{text}` {reason}")]
pub struct VersionError {
    /// What was asked for.
    pub text: String,
    /// What is wrong with it.
    pub reason: &'static str,
    /// What to ask for instead.
    pub help: String,
}

/// What came of reading a spec: the files, for excerpts, and the model or the problems.
#[derive(Debug)]
pub struct Loaded {
    /// The files that were read.
    pub files: Vec<SourceFile>,
    /// The model, or everything that is wrong.
    pub outcome: Result<Model, Report>,
}

/// Does what the order says.
///
/// # Errors
/// When something is wrong with the spec, the templates, the version or the output folder.
pub fn run(order: &Order) -> Result<Outcome, Failure> {
    let (model, templates) = load(&order.spec, &order.templates)?;
    let view = select(&model, order.version.as_deref())?;
    let all = if order.only.is_none() { backend::all() } else { Vec::new() };
    let backends = order.only.as_deref().unwrap_or(&all);
    let files = backend::run(backends, &Input { model: &model, view: &view, templates: &templates })?;
    let retired = if order.only.is_none() { output::recorded_backends(&order.out) } else { Vec::new() };
    let ids: Vec<&str> =
        backends.iter().map(|one| one.id()).chain(retired.iter().map(String::as_str)).collect();
    let summary = output::apply(&files, &order.out, &ids, order.mode)?;
    let mut foreign = summary.extra.clone();
    if !foreign.is_empty() {
        let rerun = output::apply(&files, &order.out, &ids, Mode::DryRun)?;
        // `.tmp` is the writer's own; a writing run clears it.
        foreign.retain(|path| {
            !path.starts_with(".tmp/") && rerun.removed.iter().all(|one| one.as_str() != path)
        });
    }
    Ok(Outcome {
        methods: view.model.methods.len(),
        versions: view.model.releases.len(),
        oldest: model.oldest(),
        newest: view.newest,
        summary,
        foreign,
    })
}

/// Reads the spec and the templates. The paths of templates are relative to their folder.
fn load(spec: &Folder, templates: &Folder) -> Result<(Model, Vec<SourceFile>), Failure> {
    let mut report = Report::default();
    let mut read = load::read_folder(&templates.path, &templates.shown, |_| true, &mut report);
    let prefix = load::below(&templates.shown, "");
    for file in &mut read {
        rebase(&mut file.path, &prefix, "");
    }
    let loaded = load_spec(&spec.path, &spec.shown);
    match loaded.outcome {
        Ok(model) if report.is_empty() => Ok((model, read)),
        Ok(_) => Err(Failure::Input { files: loaded.files, report }),
        Err(problems) => {
            report.absorb(problems);
            Err(Failure::Input { files: loaded.files, report })
        }
    }
}

/// Reads and validates the spec in a folder. `shown` is how messages name the folder; the origins in
/// the model start with [`SPEC`] whatever it is.
#[must_use]
pub fn load_spec(folder: &Path, shown: &str) -> Loaded {
    let mut report = Report::default();
    let is_yaml = |name: &str| name.ends_with(".yaml") || name.ends_with(".yml");
    let files = load::read_folder(folder, shown, is_yaml, &mut report);
    for file in files.iter().filter(|file| file.path.ends_with(".yml")) {
        report.general(format!("`{}` has an unusual ending", file.path), "rename it to `.yaml`");
    }
    if files.is_empty() && report.is_empty() {
        report.general(format!("`{shown}` holds no .yaml file"), "name the folder of the spec with --spec");
    }
    let mut outcome = model_of(&files, report);
    if let Ok(model) = &mut outcome {
        let (from, to) = (load::below(shown, ""), load::below(SPEC, ""));
        let methods = model.methods.iter_mut().map(|method| &mut method.origin);
        let shapes = model.shapes.iter_mut().map(|shape| &mut shape.origin);
        let enums = model.enums.iter_mut().map(|one| &mut one.origin);
        let scalars = model.scalars.iter_mut().map(|scalar| &mut scalar.origin);
        let callbacks = model.callbacks.iter_mut().map(|callback| &mut callback.origin);
        for origin in methods.chain(shapes).chain(enums).chain(scalars).chain(callbacks) {
            rebase(&mut origin.file, &from, &to);
        }
    }
    Loaded { files, outcome }
}

/// Validates a spec that has been read already.
///
/// # Errors
/// Everything that is wrong with it, together with what `report` already holds.
pub fn model_of(files: &[SourceFile], mut report: Report) -> Result<Model, Report> {
    let sections = spec::parse(files, &mut report);
    // What can be read is checked too, so that one run shows all problems.
    model::lower::lower(files, &sections, &mut report).ok_or(report)
}

/// The API at one version, or at all of them.
///
/// # Errors
/// When the text is no version, or one that the model does not cover.
pub fn select(model: &Model, version: Option<&str>) -> Result<View, VersionError> {
    match version {
        Some(text) => known(model, text).map(|version| View::new(model, Selection::At(version))),
        None => Ok(View::new(model, Selection::All)),
    }
}

/// The version that a text names.
///
/// # Errors
/// When the text is no version, or one that the model does not cover.
pub fn known(model: &Model, text: &str) -> Result<Version, VersionError> {
    let (oldest, newest) = (model.oldest(), model.newest());
    let refuse = |reason| {
        let near: Vec<String> = nearest(model, text).iter().map(Version::to_string).collect();
        let near = if near.is_empty() { String::new() } else { format!("; nearest: {}", near.join(", ")) };
        let help = format!("versions from {oldest} to {newest} are known{near}");
        Err(VersionError { text: text.to_owned(), reason, help })
    };
    match text.parse() {
        Ok(version) if version < oldest => refuse("is older than every known version"),
        Ok(version) if version > newest => refuse("is newer than every known version"),
        Ok(version) => Ok(version),
        Err(_) => refuse("is not a version: that is three numbers, like 9.0.0"),
    }
}

/// The release lines around a version that may be incomplete, such as `9` or `v9.0`.
fn nearest(model: &Model, text: &str) -> Vec<Version> {
    let numbers: Vec<u16> =
        text.trim_start_matches(['v', 'V']).split('.').map_while(|part| part.parse().ok()).collect();
    let Some(&first) = numbers.first() else { return Vec::new() };
    let number = |index: usize| numbers.get(index).copied().unwrap_or(0);
    let guess = Version(first, number(1), number(2));
    let known: Vec<Version> = model.releases.iter().map(|release| release.version).collect();
    let after = known.partition_point(|version| *version < guess);
    let start = after.saturating_sub(if after == known.len() { 3 } else { 1 });
    known[start..known.len().min(start + 3)].to_vec()
}

/// Replaces the beginning of a path.
fn rebase(path: &mut String, from: &str, to: &str) {
    if let Some(rest) = path.strip_prefix(from) {
        *path = format!("{to}{rest}");
    }
}
