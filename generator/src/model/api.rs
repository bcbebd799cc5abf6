//! API-wide parts of the model.

use serde::Serialize;

use super::version::{Lifespan, Version};
pub use crate::spec::raw::Tells;
use crate::spec::raw::{AnswerKind, Encoding};

/// API-wide facts.
#[derive(Debug, Clone, Serialize)]
pub struct Api {
    /// Name of the API.
    pub title: String,
    /// What it is. Markdown.
    pub description: String,
    /// Path below the REDCap base URL.
    pub path: String,
    /// Form field of the token.
    pub token_field: String,
    /// Id of the method that tells the version of a server.
    pub version_from: Option<String>,
    /// Facts about transport.
    pub transport: Vec<Fact>,
    /// Kinds of token.
    pub tokens: Vec<TokenKind>,
    /// How formats are chosen.
    pub formats: Vec<Fact>,
    /// Status codes.
    pub statuses: Vec<Status>,
    /// How errors look.
    pub error_bodies: Vec<ErrorBody>,
    /// How values are written.
    pub encodings: Vec<EncodingFact>,
    /// Open questions.
    pub unsure: Vec<String>,
}

/// A statement with evidence.
#[derive(Debug, Clone, Serialize)]
pub struct Fact {
    /// Short name.
    pub id: String,
    /// The statement.
    pub text: String,
    /// Sources.
    pub evidence: Vec<String>,
}

/// A kind of token.
#[derive(Debug, Clone, Serialize)]
pub struct TokenKind {
    /// `project` or `super`.
    pub id: String,
    /// Characters.
    pub length: u32,
    /// What it opens.
    pub meaning: String,
    /// Sources.
    pub evidence: Vec<String>,
}

/// A status code.
#[derive(Debug, Clone, Serialize)]
pub struct Status {
    /// The code.
    pub code: u16,
    /// Reason phrase.
    pub title: String,
    /// Meaning.
    pub meaning: String,
    /// First version that no longer answers with it.
    pub until: Option<Version>,
    /// Sources.
    pub evidence: Vec<String>,
}

/// An error in one format.
#[derive(Debug, Clone, Serialize)]
pub struct ErrorBody {
    /// Format.
    pub format: String,
    /// Media type.
    pub media: String,
    /// Body with `{message}`.
    pub body: String,
    /// Sources.
    pub evidence: Vec<String>,
}

/// How one kind of value is written.
#[derive(Debug, Clone, Serialize)]
pub struct EncodingFact {
    /// The encoding.
    pub id: Encoding,
    /// How it looks.
    pub meaning: String,
    /// Sources.
    pub evidence: Vec<String>,
}

/// A release line.
#[derive(Debug, Clone, Serialize)]
pub struct Release {
    /// The version that stands for it.
    pub version: Version,
    /// Date, as far as known.
    pub released: Option<String>,
    /// True for long-term support.
    pub lts: bool,
    /// True for a long-term support version that sites still run.
    pub in_use: bool,
    /// What is known of it.
    pub note: Option<String>,
    /// Sources.
    pub evidence: Vec<String>,
}

/// A source of facts.
#[derive(Debug, Clone, Serialize)]
pub struct Source {
    /// Tag.
    pub id: String,
    /// What it is.
    pub title: String,
    /// `high`, `medium` or `low`.
    pub trust: &'static str,
    /// Where it is.
    pub url: Option<String>,
    /// Remarks.
    pub note: Option<String>,
}

/// A user right.
#[derive(Debug, Clone, Serialize)]
pub struct Right {
    /// Id.
    pub id: String,
    /// Name as people see it.
    pub title: String,
    /// Column of the user export.
    pub column: Option<String>,
    /// What it allows.
    pub meaning: String,
}

/// A circumstance.
#[derive(Debug, Clone, Serialize)]
pub struct Condition {
    /// Id.
    pub id: String,
    /// Short label.
    pub title: String,
    /// What it means.
    pub meaning: String,
}

/// A method group.
#[derive(Debug, Clone, Serialize)]
pub struct Group {
    /// Id; also a module and file name.
    pub id: String,
    /// Heading.
    pub title: String,
    /// What its methods are for.
    pub summary: String,
    /// True when REDCap's own method list does not have it.
    pub beyond_help: bool,
}

/// A kind of answer.
#[derive(Debug, Clone, Serialize)]
pub struct Answer {
    /// The kind.
    pub id: AnswerKind,
    /// What it is.
    pub meaning: String,
    /// How it looks by format.
    pub formats: Vec<AnswerFormat>,
}

/// An answer in one format.
#[derive(Debug, Clone, Serialize)]
pub struct AnswerFormat {
    /// Format, or `any`.
    pub format: String,
    /// Media type.
    pub media: String,
    /// Bytes of an empty result.
    pub empty: Option<String>,
    /// Layout in words.
    pub layout: String,
    /// Sources.
    pub evidence: Vec<String>,
}

/// A known error.
#[derive(Debug, Clone, Serialize)]
pub struct ErrorCase {
    /// Id.
    pub id: String,
    /// HTTP status.
    pub status: u16,
    /// Text with `{name}` where it varies.
    pub message: String,
    /// When it happens.
    pub cause: String,
    /// What to do.
    pub remedy: String,
    /// What it proves about server and token.
    pub tells: Option<Tells>,
    /// Versions that answer so.
    pub life: Lifespan,
    /// Sources.
    pub evidence: Vec<String>,
    /// Open questions.
    pub unsure: Vec<String>,
}

/// A `content` value left out.
#[derive(Debug, Clone, Serialize)]
pub struct Omitted {
    /// The value.
    pub content: String,
    /// Why.
    pub reason: String,
    /// Sources.
    pub evidence: Vec<String>,
}
