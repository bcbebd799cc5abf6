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
//! Beside the backends stand those who compare: [`history`] two versions of the model, [`published`] the model with the
//! record of what was published, [`drift`] the model with the help pages of a release, [`probe`] the model with what a live
//! server answers. They make [`findings`], which are told in a terminal, as Markdown or as JSON.
//!
//! # Invariants
//! - Arrows never go back. The model knows no YAML and no target language; backends know no disk;
//!   the writer knows no API.
//! - Only [`spec::load`] and [`output`] touch the disk. Nothing reads clock, environment or network
//!   while generating, and nothing iterates over a hash map, so equal input gives equal bytes.
//! - Nothing is emitted from a spec with a problem in it, and all problems are shown at once.

pub mod backend;
pub mod diagnostics;
pub mod drift;
pub mod findings;
pub mod history;
pub mod model;
pub mod output;
pub mod parallel;
pub mod pipeline;
pub mod probe;
pub mod published;
pub mod spec;
pub mod surface;
pub mod view;

pub use pipeline::{Loaded, load_spec, model_of};
