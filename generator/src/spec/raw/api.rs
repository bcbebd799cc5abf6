//! API-wide sections.

use schemars::JsonSchema;
use serde::Deserialize;

use super::super::loc::Loc;
use super::parameter::Encoding;

/// API-wide facts.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Api {
    /// Name of the API.
    pub title: Loc<String>,
    /// What the API is, in our own words. Markdown.
    pub description: Loc<String>,
    /// Path of the endpoint below the REDCap base URL, with its trailing slash.
    pub path: Loc<String>,
    /// The form field that carries the token.
    pub token_field: Loc<String>,
    /// Id of the method that tells the version of a server.
    pub version_from: Option<Loc<String>>,
    /// Facts about transport: verb, body, charset, redirects, TLS, throttling.
    pub transport: Vec<Fact>,
    /// Kinds of token.
    pub tokens: Vec<TokenKind>,
    /// How `format` and `returnFormat` work.
    pub formats: Vec<Fact>,
    /// HTTP status codes and what they mean.
    pub statuses: Vec<Status>,
    /// How an error looks in each return format.
    pub error_bodies: Vec<ErrorBody>,
    /// How parameter values are written on the wire.
    pub encodings: Vec<EncodingFact>,
    /// Open questions about the API as a whole.
    #[serde(default)]
    pub unsure: Vec<Loc<String>>,
}

/// One statement with its evidence.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Fact {
    /// A short name for the fact (lower_snake_case).
    pub id: Loc<String>,
    /// The fact, in our own words.
    pub text: Loc<String>,
    /// Ids of `sources`.
    pub evidence: Vec<Loc<String>>,
}

/// A kind of token.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TokenKind {
    /// `project` or `super`.
    pub id: Loc<String>,
    /// Number of characters.
    pub length: u32,
    /// What the token opens.
    pub meaning: Loc<String>,
    /// Ids of `sources`.
    pub evidence: Vec<Loc<String>>,
}

/// An HTTP status code.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Status {
    /// The code, e.g. 403.
    pub code: u16,
    /// The reason phrase.
    pub title: Loc<String>,
    /// What it means in REDCap, and what servers really do.
    pub meaning: Loc<String>,
    /// Version up to which REDCap answered with this code (exclusive).
    pub until: Option<Loc<String>>,
    /// Ids of `sources`.
    pub evidence: Vec<Loc<String>>,
}

/// How an error looks in one return format.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ErrorBody {
    /// A value of the enum `format`: csv, json or xml.
    pub format: Loc<String>,
    /// Media type of the body.
    pub media: Loc<String>,
    /// The body, with `{message}` where the text stands.
    pub body: Loc<String>,
    /// Ids of `sources`.
    pub evidence: Vec<Loc<String>>,
}

/// How one kind of value is written on the wire.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct EncodingFact {
    /// The encoding, as `encoding` of a parameter names it.
    pub id: Loc<Encoding>,
    /// How it looks, and what servers accept besides.
    pub meaning: Loc<String>,
    /// Ids of `sources`.
    pub evidence: Vec<Loc<String>>,
}

/// A REDCap version that stands for a release line.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Release {
    /// The version, three numbers in quotes: `"14.0.5"`.
    pub version: Loc<String>,
    /// Date of release, `YYYY-MM-DD`, `YYYY-MM` or `YYYY`; left out when unknown.
    pub released: Option<Loc<String>>,
    /// `lts` or `standard`.
    pub kind: Loc<ReleaseKind>,
    /// True for an LTS version that sites still run, other than by neglect: the line that gets corrections, and the one
    /// before, which they take a year to leave.
    #[serde(default)]
    pub in_use: bool,
    /// Why this version is listed, or what is known of it.
    pub note: Option<Loc<String>>,
    /// Ids of `sources`.
    pub evidence: Vec<Loc<String>>,
}

/// Kind of a release line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ReleaseKind {
    /// Long-term support: a frozen copy of the standard line that gets fixes only.
    Lts,
    /// The standard line, with new features.
    Standard,
}

/// A source of facts.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Tag by which facts refer to it.
    pub id: Loc<String>,
    /// What it is.
    pub title: Loc<String>,
    /// How far it can be trusted.
    pub trust: Loc<Trust>,
    /// Where it can be read, when it is public.
    pub url: Option<Loc<String>>,
    /// What it is good for, and what not.
    pub note: Option<Loc<String>>,
}

/// Trust in a source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Trust {
    /// Official text, or observed on a live server.
    High,
    /// Usually right.
    Medium,
    /// Take with care.
    Low,
}

/// A user right.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Right {
    /// lower_snake_case.
    pub id: Loc<String>,
    /// Name as REDCap shows it to people.
    pub title: Loc<String>,
    /// Column of the user export that holds it, when there is one.
    pub column: Option<Loc<String>>,
    /// What it allows.
    pub meaning: Loc<String>,
}

/// A circumstance.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Condition {
    /// lower_snake_case.
    pub id: Loc<String>,
    /// A short label, e.g. "longitudinal projects only".
    pub title: Loc<String>,
    /// What it means.
    pub meaning: Loc<String>,
}

/// A method group.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Group {
    /// lower_snake_case; also the module and file name of the group in what is generated.
    pub id: Loc<String>,
    /// Heading, as on REDCap's help page.
    pub title: Loc<String>,
    /// One sentence: what the methods of the group are for.
    pub summary: Loc<String>,
    /// True for a group that REDCap's own method list does not have.
    #[serde(default)]
    pub beyond_help: bool,
}

/// A way in which an answer arrives.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Answer {
    /// The kind, which generated clients know how to decode.
    pub id: Loc<AnswerKind>,
    /// What it is.
    pub meaning: Loc<String>,
    /// How it looks in each format that the method offers.
    pub formats: Vec<AnswerFormat>,
}

/// What arrives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, serde::Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum AnswerKind {
    /// A list of items of one shape.
    List,
    /// One item of one shape.
    Object,
    /// Rows whose columns are the project's own fields.
    Records,
    /// A list of bare texts (record names).
    Texts,
    /// A bare whole number.
    Integer,
    /// A bare text.
    Text,
    /// The text `1` for success.
    Done,
    /// A file: bytes with a name and a media type.
    File,
    /// A CDISC ODM document.
    Odm,
    /// Nothing but the status.
    Empty,
    /// Whatever the called module answers.
    Any,
}

/// How an answer looks in one format.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AnswerFormat {
    /// A value of the enum `record_format`, or `any` when the answer does not depend on the format.
    pub format: Loc<String>,
    /// Media type.
    pub media: Loc<String>,
    /// What an empty result looks like, byte for byte; left out where there is none.
    pub empty: Option<Loc<String>>,
    /// The layout in words.
    pub layout: Loc<String>,
    /// Ids of `sources`.
    pub evidence: Vec<Loc<String>>,
}

/// A known error.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ErrorCase {
    /// lower_snake_case.
    pub id: Loc<String>,
    /// HTTP status.
    pub status: u16,
    /// The text, with `{name}` for the parts that vary.
    pub message: Loc<String>,
    /// When it happens.
    pub cause: Loc<String>,
    /// What the caller can do.
    pub remedy: Loc<String>,
    /// What the error proves about server and token, where it proves something.
    pub tells: Option<Tells>,
    /// First version known to answer so.
    pub since: Option<Loc<String>>,
    /// First version that no longer answers so.
    pub until: Option<Loc<String>>,
    /// Ids of `sources`.
    pub evidence: Vec<Loc<String>>,
    /// Open questions, e.g. a status that no source names.
    #[serde(default)]
    pub unsure: Vec<Loc<String>>,
}

/// What an error proves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, serde::Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Tells {
    /// The server does not have the method.
    MethodUnknown,
    /// The server takes no call with this token.
    TokenRefused,
}

/// A `content` value left out on purpose.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Omitted {
    /// The value of `content`, or the name of the thing.
    pub content: Loc<String>,
    /// Why it is left out.
    pub reason: Loc<String>,
    /// Ids of `sources`.
    pub evidence: Vec<Loc<String>>,
}
