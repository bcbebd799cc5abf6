//! The YAML of the spec as Rust types, key by key.
//!
//! These types are the only description of the spec format: the JSON Schema that editors use and
//! the check that `lint` makes are both derived from them, and every doc comment here is the help
//! text that an editor shows. Nothing is interpreted yet: versions, types and references are still
//! text with a place ([`Loc`]), and `model::lower` turns them into meaning.

mod api;
mod method;
mod parameter;
mod shape;

use schemars::JsonSchema;
use serde::Deserialize;

use super::loc::Loc;

pub use api::*;
pub use method::*;
pub use parameter::*;
pub use shape::*;

/// A spec file. Any file below `spec/` may hold any of these sections; by convention there is one
/// file per method group below `spec/methods/`, and one file per kind of shared fact above it.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SpecFile {
    /// API-wide facts. Exactly one file has this section.
    pub api: Option<Api>,
    /// REDCap versions for which the API is described, oldest first.
    #[serde(default)]
    pub versions: Vec<Release>,
    /// Sources that `evidence` refers to.
    #[serde(default)]
    pub sources: Vec<Source>,
    /// User rights that methods need.
    #[serde(default)]
    pub rights: Vec<Right>,
    /// Circumstances under which a method, a parameter or a column exists or is needed.
    #[serde(default)]
    pub conditions: Vec<Condition>,
    /// Method groups, in the order of REDCap's help page.
    #[serde(default)]
    pub groups: Vec<Group>,
    /// Names with a meaning of their own (record, event, field …), carried as text on the wire.
    #[serde(default)]
    pub scalars: Vec<ScalarType>,
    /// Sets of allowed values.
    #[serde(default)]
    pub enums: Vec<Enum>,
    /// Ways in which an answer arrives (list, integer, file …).
    #[serde(default)]
    pub answers: Vec<Answer>,
    /// Errors that several methods share.
    #[serde(default)]
    pub errors: Vec<ErrorCase>,
    /// Parameters that several methods share; a method takes one with `use`.
    #[serde(default)]
    pub parameters: Vec<SharedParameter>,
    /// The group that the methods of this file belong to (an id of `groups`).
    pub group: Option<Loc<String>>,
    /// Methods, in the order of REDCap's help page.
    #[serde(default)]
    pub methods: Vec<Loc<Method>>,
    /// Shapes of returned and imported items.
    #[serde(default)]
    pub shapes: Vec<Loc<Shape>>,
    /// Calls that REDCap makes to other servers (the Data Entry Trigger).
    #[serde(default)]
    pub callbacks: Vec<Loc<Callback>>,
    /// `content` values seen on the wire that are left out on purpose, with the reason.
    #[serde(default)]
    pub omitted: Vec<Omitted>,
}
