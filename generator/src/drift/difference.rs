//! Differences between a release and the spec.

use std::collections::BTreeSet;

use serde::Serialize;

use super::document::Place;
use super::examples::Request;
use super::list::Listed;
use super::page::{Described, Stated, Unread};
use crate::model::Origin;

/// What a finding is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Subject {
    /// A method.
    Method,
    /// The title of a method.
    Title,
    /// `content` or `action` of a method.
    Selection,
    /// A parameter.
    Parameter,
    /// Whether a parameter must be sent.
    Need,
    /// The default of a parameter.
    Default,
    /// An allowed value of a parameter.
    Value,
}

/// On which side something is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// The release has it, the spec lacks it.
    OnlyRelease,
    /// The spec has it, the release lacks it.
    OnlySpec,
    /// Both have it, and it differs.
    Differs,
}

/// One difference.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// What it is about.
    pub subject: Subject,
    /// Who has it.
    pub side: Side,
    /// Id of the method, or its title where the spec does not have it.
    pub method: String,
    /// Wire name of the parameter.
    pub parameter: Option<String>,
    /// The value, in findings about one.
    pub value: Option<String>,
    /// What the spec says.
    pub spec: Option<String>,
    /// What the release says.
    pub release: Option<String>,
    /// What the spec knows of other versions.
    pub history: Option<String>,
    /// Where the release says so.
    pub place: Option<Place>,
    /// Where the spec says so.
    pub origin: Option<Origin>,
}

/// What came of a comparison.
#[derive(Debug, Default)]
pub struct Drift {
    /// The differences, in the order of the spec; new methods come last.
    pub findings: Vec<Finding>,
    /// What could not be read or compared.
    pub unread: Vec<Unread>,
    /// Ids of the methods whose parameters were compared.
    pub compared: BTreeSet<String>,
    /// Ids of the methods that were only looked up in the list.
    pub listed: BTreeSet<String>,
    /// Ids of the methods of which the release says nothing, where that does not mean that it lacks them.
    pub passed_over: Vec<String>,
    /// The methods that are new, for a scaffold.
    pub new_methods: Vec<NewMethod>,
    /// The parameters that are new, for a scaffold: id of the method, and what was read.
    pub new_parameters: Vec<(String, Stated)>,
}

/// A method that the spec lacks.
#[derive(Debug, Clone)]
pub enum NewMethod {
    /// A page describes it.
    Described(Described),
    /// The list names it.
    Listed(Listed),
    /// An example calls it.
    Called(Request),
}
