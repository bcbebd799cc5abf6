//! The YAML of the spec as Rust types, key by key.
//!
//! These types are the only description of the spec format: the JSON Schema that editors use and
//! the check that `lint` makes are both derived from them, and every doc comment here is the help
//! text that an editor shows. Nothing is interpreted yet: versions, types and references are still
//! text with a place ([`Loc`]), and `model::lower` turns them into meaning.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use super::loc::{Loc, Scalar};

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

/// A name with a meaning of its own.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ScalarType {
    /// lower_snake_case; usable as a type.
    pub id: Loc<String>,
    /// What it names, and what it is not.
    pub meaning: Loc<String>,
    /// A realistic value.
    pub example: Loc<String>,
    /// True when the text may identify a person or is a secret.
    #[serde(default)]
    pub sensitive: bool,
}

/// A set of allowed values.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Enum {
    /// lower_snake_case; usable as `enum<id>`.
    pub id: Loc<String>,
    /// One sentence: what the values choose.
    pub summary: Loc<String>,
    /// The values.
    pub values: Vec<EnumValue>,
    /// Ids of `sources`.
    pub evidence: Vec<Loc<String>>,
    /// Open questions.
    #[serde(default)]
    pub unsure: Vec<Loc<String>>,
}

/// One allowed value.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct EnumValue {
    /// The value on the wire; numbers in quotes.
    pub value: Loc<String>,
    /// lower_snake_case name, needed where the value itself is not a word (`,` is `comma`).
    pub ident: Option<Loc<String>>,
    /// What the value does.
    pub meaning: Loc<String>,
    /// First version that knows it; see `since` of a method.
    pub since: Option<Loc<String>>,
    /// First version that no longer knows it.
    pub until: Option<Loc<String>>,
    /// Ids of `sources`.
    #[serde(default)]
    pub evidence: Vec<Loc<String>>,
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

/// A parameter that several methods share.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SharedParameter {
    /// Id that `use` refers to.
    pub id: Loc<String>,
    /// The parameter.
    pub parameter: Loc<Parameter>,
}

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
    /// What a successful call returns. The first entry whose `when` and formats fit is the answer.
    pub returns: Vec<Loc<Return>>,
    /// Ids of shared `errors`, or errors of this method alone.
    #[serde(default)]
    pub errors: Vec<MethodError>,
    /// Worked examples; the first is the one that documentation shows in every language.
    pub examples: Vec<Loc<Example>>,
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

/// A parameter. With `use`, the keys given here replace those of the shared parameter.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Parameter {
    /// Id of a shared parameter to start from.
    #[serde(rename = "use")]
    pub shared: Option<Loc<String>>,
    /// Wire name, case exact.
    pub name: Option<Loc<String>>,
    /// lower_snake_case name for code, needed only where the wire name cannot be one (`type`).
    pub ident: Option<Loc<String>>,
    /// `string`, `integer`, `boolean`, `datetime`, `file`, `odm`, an id of `scalars`, `enum<id>`,
    /// `list<…>` of one of those, `payload<shape>`, `payload_item<shape>` (a single item) or
    /// `payload<records>`.
    #[serde(rename = "type")]
    pub type_: Option<Loc<String>>,
    /// How the value is written; left out for the usual encoding of the type.
    pub encoding: Option<Loc<Encoding>>,
    /// Pattern of a date-time, e.g. `YYYY-MM-DD HH:MM`.
    pub pattern: Option<Loc<String>>,
    /// Most characters allowed.
    pub max_length: Option<u32>,
    /// Whether the caller must send it.
    pub need: Option<Loc<Need>>,
    /// For `need: conditional`: the id of the condition under which it is required.
    pub when: Option<Loc<String>>,
    /// What the server takes when it is absent, as on the wire.
    pub default: Option<Loc<String>>,
    /// What absence means where there is no default value, e.g. "all arms".
    pub absent: Option<Loc<String>>,
    /// What it does. Markdown.
    pub doc: Option<Loc<String>>,
    /// What the parameter is to a client that chooses formats by itself.
    pub role: Option<Loc<Role>>,
    /// True when the value may hold patient data or a secret.
    pub sensitive: Option<bool>,
    /// A realistic value.
    pub example: Option<Loc<Scalar>>,
    /// True when the help page does not list it but servers take it.
    pub undocumented: Option<bool>,
    /// First version that has it; left out when as old as the method.
    pub since: Option<Loc<String>>,
    /// First version that no longer has it.
    pub until: Option<Loc<String>>,
    /// Set when callers should move on.
    pub deprecated: Option<Loc<String>>,
    /// Ids of `sources`.
    #[serde(default)]
    pub evidence: Vec<Loc<String>>,
    /// Open questions.
    #[serde(default)]
    pub unsure: Vec<Loc<String>>,
}

/// How a value is written on the wire.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, serde::Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Encoding {
    /// The text itself.
    Plain,
    /// `name[0]=a&name[1]=b`.
    Indexed,
    /// `name=a,b`.
    Comma,
    /// `true` or `false`.
    TrueFalse,
    /// `1` or `0`.
    ZeroOne,
    /// `TRUE` or `FALSE`.
    UpperTrueFalse,
    /// Sent to switch on (as `true`), left out to switch off: any value, even `false`, switches on.
    Presence,
    /// A date-time by `pattern`.
    Datetime,
    /// A multipart part with a file name.
    FilePart,
    /// A document in the chosen format.
    Payload,
}

/// Whether the caller must send a parameter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, serde::Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Need {
    /// The call fails without it.
    Required,
    /// The help page lists it as required, but it has a default and servers accept its absence.
    Defaulted,
    /// May be left out.
    Optional,
    /// Required under a condition (`when`), otherwise left out.
    Conditional,
}

/// What a parameter is to a client that chooses formats by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, serde::Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Chooses the format of the answer, or of the payload.
    Format,
    /// Chooses the format of errors (and of import counts).
    ReturnFormat,
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

/// What changed in a version.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Change {
    /// The version, in the notation of `since`.
    pub version: Loc<String>,
    /// What changed, one sentence.
    pub note: Loc<String>,
    /// Ids of `sources`.
    pub evidence: Vec<Loc<String>>,
}

/// Shape of an item that is returned or imported.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Shape {
    /// lower_snake_case, singular: `arm`.
    pub id: Loc<String>,
    /// One sentence: what an item is.
    pub summary: Loc<String>,
    /// Root element of the list in XML.
    pub xml_root: Option<Loc<String>>,
    /// True when an import replaces whole items, so that a column left out counts as empty.
    #[serde(default)]
    pub import_whole: bool,
    /// The columns, in the order in which servers send them.
    pub columns: Vec<Loc<Column>>,
    /// Ids of `sources`.
    pub evidence: Vec<Loc<String>>,
    /// What changed in which version.
    #[serde(default)]
    pub changes: Vec<Change>,
    /// Where sources disagree: what was chosen and why.
    #[serde(default)]
    pub disagreements: Vec<Loc<String>>,
    /// Open questions.
    #[serde(default)]
    pub unsure: Vec<Loc<String>>,
}

/// A column (a key in JSON, an element in XML).
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Column {
    /// Wire name, case exact.
    pub name: Loc<String>,
    /// lower_snake_case name for code, needed only where the wire name cannot be one.
    pub ident: Option<Loc<String>>,
    /// `string`, `integer`, `boolean` (0/1), `datetime`, an id of `scalars`, `enum<id>`, or
    /// `map<…>` of one of those (an object keyed by instrument).
    #[serde(rename = "type")]
    pub type_: Loc<String>,
    /// Pattern of a date or date-time.
    pub pattern: Option<Loc<String>>,
    /// What it holds.
    pub doc: Loc<String>,
    /// How it arrives in JSON.
    pub json: Loc<JsonForm>,
    /// `always` there and never empty; `nullable`: always there, may be empty; `conditional`: may be missing.
    pub presence: Loc<Presence>,
    /// For `conditional`: an id of `conditions`, when one names the circumstance.
    pub when: Option<Loc<String>>,
    /// Whether an import may hold it; left out for shapes that are never imported.
    pub import: Option<Loc<ImportNeed>>,
    /// False for columns that only imports have.
    #[serde(default = "yes")]
    pub export: bool,
    /// True when the value may hold patient data or a secret.
    #[serde(default)]
    pub sensitive: bool,
    /// First version that has it; left out when as old as the first method that returns the shape.
    pub since: Option<Loc<String>>,
    /// First version that no longer has it.
    pub until: Option<Loc<String>>,
    /// Ids of `sources`, where they differ from the shape's.
    #[serde(default)]
    pub evidence: Vec<Loc<String>>,
    /// Open questions.
    #[serde(default)]
    pub unsure: Vec<Loc<String>>,
}

fn yes() -> bool {
    true
}

/// How a column arrives in JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, serde::Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum JsonForm {
    /// A string, also for numbers; absent values are "".
    String,
    /// A number; absent values are "".
    Integer,
    /// An object.
    Object,
}

/// Whether a column is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, serde::Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Presence {
    /// Always there, never empty.
    Always,
    /// Always there (in the versions that have it), may be empty.
    Nullable,
    /// Only under a condition.
    Conditional,
}

/// Whether an import may hold a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, serde::Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ImportNeed {
    /// Every item must have it.
    Required,
    /// Items may have it.
    Optional,
    /// Ignored or refused on import.
    No,
}

/// A call that REDCap makes to another server.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Callback {
    /// lower_snake_case.
    pub id: Loc<String>,
    /// Title.
    pub title: Loc<String>,
    /// One sentence.
    pub summary: Loc<String>,
    /// When it is made, how, and what it does not tell. Markdown.
    pub description: Loc<String>,
    /// The form fields it sends.
    pub fields: Vec<Loc<CallbackField>>,
    /// First version that makes it.
    pub since: Loc<String>,
    /// An example body (form encoded).
    pub example: Loc<String>,
    /// Ids of `sources`.
    pub evidence: Vec<Loc<String>>,
    /// Open questions.
    #[serde(default)]
    pub unsure: Vec<Loc<String>>,
}

/// A form field of a callback.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CallbackField {
    /// Wire name; `<instrument>` stands for the name of the saved instrument.
    pub name: Loc<String>,
    /// A type, as for columns.
    #[serde(rename = "type")]
    pub type_: Loc<String>,
    /// What it holds.
    pub doc: Loc<String>,
    /// Id of the condition under which it is sent; left out when always.
    pub when: Option<Loc<String>>,
    /// True when the value may hold patient data.
    #[serde(default)]
    pub sensitive: bool,
    /// First version that sends it; left out when as old as the callback.
    pub since: Option<Loc<String>>,
    /// Ids of `sources`, where they differ from the callback's.
    #[serde(default)]
    pub evidence: Vec<Loc<String>>,
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
