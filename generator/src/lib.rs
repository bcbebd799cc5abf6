//! Turns the YAML spec of the REDCap API into everything that speaks REDCap.
//!
//! ```text
//! spec/*.yaml ── spec::load ──► spec::parse ──► model::lower ──► model::lint
//!   (text)        (files)        (typed, with     (references      (rules that see
//!                                 places)          resolved)        the whole)
//!                                                                      │
//!                                     view (one version, or all) ◄─────┘
//!                                       │
//!              ┌────────────────────────┼───────────────────┐
//!        backend::rust          backend::surface      backend::schema
//!              └────────────────────────┼───────────────────┘
//!                                  output::FileSet ──► output::apply ──► generated/
//! ```
//!
//! # Invariants
//! - Arrows never go back. The model knows no YAML and no target language; backends know no disk;
//!   the writer knows no API.
//! - Only [`spec::load`] and [`output`] touch the disk. Nothing reads clock, environment or network
//!   while generating, and nothing iterates over a hash map, so equal input gives equal bytes.
//! - Nothing is emitted from a spec with a problem in it, and all problems are shown at once.

pub mod backend;
pub mod diagnostics;
pub mod model;
pub mod output;
pub mod spec;
pub mod surface;
pub mod view;

use std::path::Path;

use diagnostics::{Report, SourceFile};
use model::Model;

/// What came of reading a spec: the files, for excerpts, and the model or the problems.
#[derive(Debug)]
pub struct Loaded {
    /// The files that were read.
    pub files: Vec<SourceFile>,
    /// The model, or everything that is wrong.
    pub outcome: Result<Model, Report>,
}

/// Reads and validates the spec in a folder. `shown` is how messages and headers name the folder.
#[must_use]
pub fn load_spec(folder: &Path, shown: &str) -> Loaded {
    let mut report = Report::default();
    let files = spec::load::read_folder(folder, shown, |name| name.ends_with(".yaml"), &mut report);
    if files.is_empty() && report.is_empty() {
        report.general(format!("`{shown}` holds no .yaml file"), "name the folder of the spec with --spec");
    }
    let outcome = model_of(&files, report);
    Loaded { files, outcome }
}

/// Validates a spec that has been read already.
///
/// # Errors
/// Everything that is wrong with it, together with what `report` already holds.
pub fn model_of(files: &[SourceFile], mut report: Report) -> Result<Model, Report> {
    let sections = spec::parse(files, &mut report);
    // References into a file that could not be read would all be reported as unknown.
    if !report.is_empty() {
        return Err(report);
    }
    model::lower::lower(files, &sections, &mut report).ok_or(report)
}
