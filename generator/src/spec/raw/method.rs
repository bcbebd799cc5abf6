//! Methods with their answers, errors and examples.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use super::super::loc::{Loc, Scalar};
use super::api::{AnswerKind, ErrorCase};
use super::parameter::Parameter;

/// A method.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Method {
    /// lower_snake_case, unique, never reused: `export_arms`.
    pub id: Loc<String>,
    /// Title exactly as REDCap lists it.
    pub title: Loc<String>,
    /// Other official spellings of the title.
    #[serde(default)]
    pub also_called: Vec<Loc<String>>,
    /// One sentence of at most 100 characters that starts with a verb and ends with a full stop.
    pub summary: Loc<String>,
    /// What it does, in our own words. Markdown.
    pub description: Loc<String>,
    /// The fixed form fields that select the method.
    pub wire: Wire,
    /// Which token it takes.
    pub token: Loc<Token>,
    /// Ids of `rights`, all of them needed.
    #[serde(default)]
    pub rights: Vec<MethodRight>,
    /// Remarks on rights that a list cannot say.
    pub rights_note: Option<Loc<String>>,
    /// What it does to the project.
    pub effect: Loc<Effect>,
    /// Whether a second identical call changes nothing more.
    pub idempotent: Idempotent,
    /// Whether it can delete or overwrite data that cannot be brought back.
    #[serde(default)]
    pub destructive: bool,
    /// First version that has it: `"6.4.0"`; `"<=6.5.0"` when it may be older; `"~13.1.0"` when inferred.
    pub since: Loc<String>,
    /// First version that no longer has it.
    pub until: Option<Loc<String>>,
    /// Set when callers should move on.
    pub deprecated: Option<Deprecated>,
    /// Ids of `conditions`, all of them needed.
    #[serde(default)]
    pub conditions: Vec<Loc<String>>,
    /// True when any other form field is passed on (External Module API).
    #[serde(default)]
    pub open: bool,
    /// Parameters besides the token and `wire`, in the order of the help page.
    #[serde(default)]
    pub parameters: Vec<Loc<Parameter>>,
    /// What a call must hold so that servers do not do more than was meant. Clients refuse a call without it.
    #[serde(default)]
    pub requires: Vec<Loc<Requirement>>,
    /// What a successful call returns. The first entry whose `when` and formats fit is the answer.
    pub returns: Vec<Loc<Return>>,
    /// Ids of shared `errors`, or errors of this method alone.
    #[serde(default)]
    pub errors: Vec<MethodError>,
    /// Worked examples; the first is the one that documentation shows in every language.
    pub examples: Vec<Loc<Example>>,
    /// Parameters with which a read shows as little as possible, as the command `probe` sends them. Needed where a call
    /// with what is required alone would answer with records or a file.
    #[serde(default)]
    pub probe: BTreeMap<Loc<String>, Loc<ExampleValue>>,
    /// What changed in which version.
    #[serde(default)]
    pub changes: Vec<Change>,
    /// Other method ids worth reading.
    #[serde(default)]
    pub see_also: Vec<Loc<String>>,
    /// Ids of `sources`.
    pub evidence: Vec<Loc<String>>,
    /// Where sources disagree: what was chosen and why.
    #[serde(default)]
    pub disagreements: Vec<Loc<String>>,
    /// Open questions.
    #[serde(default)]
    pub unsure: Vec<Loc<String>>,
}

/// The fixed form fields that select a method. Whether a required payload parameter exists
/// belongs to the selection too: `content=user` without data exports, with data imports.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Wire {
    /// Value of `content`.
    pub content: Loc<String>,
    /// Value of `action`, for methods whose help page shows one.
    pub action: Option<Loc<String>>,
}

/// Parameters that are harmful without another one.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Requirement {
    /// Wire names of parameters: when all of them are sent,
    pub when: Vec<Loc<String>>,
    /// one of these must be sent, too.
    pub one_of: Vec<Loc<String>>,
    /// What happens otherwise.
    pub why: Loc<String>,
    /// Ids of `sources`.
    pub evidence: Vec<Loc<String>>,
}

/// Which token a method takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, serde::Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Token {
    /// A project token.
    Project,
    /// A super token.
    Super,
    /// A project token or a super token.
    Either,
}

/// A right that a method needs.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MethodRight {
    /// An id of `rights`.
    pub right: Loc<String>,
    /// First version that asks for it, when later than the method.
    pub since: Option<Loc<String>>,
    /// First version that no longer asks for it.
    pub until: Option<Loc<String>>,
    /// Ids of `sources`, where they differ from the method's.
    #[serde(default)]
    pub evidence: Vec<Loc<String>>,
}

/// What a method does to the project.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, serde::Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Effect {
    /// Reads only.
    Read,
    /// Makes something new.
    Create,
    /// Changes what is there (and may create).
    Update,
    /// Removes.
    Delete,
    /// Changes the caller's own standing or the project as a whole.
    Admin,
}

/// Whether repeating a call is harmless.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Idempotent {
    /// True when a second identical call leaves the server as the first did.
    pub value: bool,
    /// Why.
    pub why: Loc<String>,
}

/// Retirement of a method or parameter.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Deprecated {
    /// First version in which it is discouraged.
    pub since: Loc<String>,
    /// Why, and what to use instead.
    pub note: Loc<String>,
}

/// What a successful call returns.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Return {
    /// The kind of answer.
    pub answer: Loc<AnswerKind>,
    /// Id of a shape, for `list` and `object`.
    pub shape: Option<Loc<String>>,
    /// For `text` and `texts`: the type of the text (an id of `scalars`, or `string`).
    pub text: Option<Loc<String>>,
    /// Formats in which the answer comes so (values of `record_format`); left out when the answer
    /// does not depend on the format.
    #[serde(default)]
    pub formats: Vec<Loc<String>>,
    /// The parameter value under which this is the answer; left out for the usual answer.
    pub when: Option<ReturnWhen>,
    /// HTTP status, when it is not 200.
    pub status: Option<u16>,
    /// Media type, when it is not the one that `answers` gives.
    pub media: Option<Loc<String>>,
    /// What it means, e.g. "number of arms imported".
    pub meaning: Loc<String>,
    /// First version that answers so; left out when as old as the method.
    pub since: Option<Loc<String>>,
    /// First version that no longer answers so.
    pub until: Option<Loc<String>>,
    /// Ids of `sources`, where they differ from the method's.
    #[serde(default)]
    pub evidence: Vec<Loc<String>>,
    /// Open questions.
    #[serde(default)]
    pub unsure: Vec<Loc<String>>,
}

/// The parameter value under which an answer comes.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ReturnWhen {
    /// Wire name of the parameter.
    pub parameter: Loc<String>,
    /// Its value on the wire.
    pub value: Loc<String>,
}

/// An error of a method: either `use`, or all the keys of an error.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MethodError {
    /// Id of a shared error.
    #[serde(rename = "use")]
    pub shared: Option<Loc<String>>,
    /// An error of this method alone.
    pub case: Option<ErrorCase>,
}

/// A worked example.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Example {
    /// What the example shows, as a sentence without full stop.
    pub title: Loc<String>,
    /// Parameter values by wire name, besides the token and `wire`. Lists for lists; a payload is
    /// the document as text; a file is `name: file name` with `content` in `files`.
    #[serde(default)]
    pub parameters: BTreeMap<Loc<String>, Loc<ExampleValue>>,
    /// Content of the file parameter, as text.
    pub file_content: Option<Loc<String>>,
    /// What the server answers.
    pub response: Option<ExampleResponse>,
    /// First version in which the example works; left out when as old as the method.
    pub since: Option<Loc<String>>,
    /// First version in which it no longer works.
    pub until: Option<Loc<String>>,
    /// Remarks.
    pub note: Option<Loc<String>>,
}

/// A value of an example.
#[derive(Debug, Clone, JsonSchema)]
#[serde(untagged)]
pub enum ExampleValue {
    /// Several values.
    List(Vec<Loc<Scalar>>),
    /// One value.
    One(Scalar),
}

/// The answer in an example.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ExampleResponse {
    /// HTTP status, when it is not 200.
    pub status: Option<u16>,
    /// Media type, when it is not the one that the answer has anyway.
    pub media: Option<Loc<String>>,
    /// The body as text.
    pub body: Loc<String>,
}

/// What changed in a version, or what was corrected in the spec.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Change {
    /// The version, in the notation of `since`.
    pub version: Loc<String>,
    /// What changed, one sentence.
    pub note: Loc<String>,
    /// Set when the change breaks clients written before it: what happens to them.
    pub breaks: Option<Loc<String>>,
    /// True when REDCap did not change, but what the spec said about published versions was wrong. `version` is
    /// the oldest one that was concerned.
    #[serde(default)]
    pub correction: bool,
    /// Ids of `sources`.
    pub evidence: Vec<Loc<String>>,
}
