//! Shapes, sets of values, named texts and callbacks.

use schemars::JsonSchema;
use serde::Deserialize;

use super::super::loc::Loc;
use super::method::Change;

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
    /// What changed in which version.
    #[serde(default)]
    pub changes: Vec<Change>,
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
    /// Set when an import takes away what an item had if the item lacks the column: a lower_snake_case name of
    /// that, such as `leaving_groups`. Clients refuse such items unless the caller allows it.
    pub absence_clears: Option<Loc<String>>,
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
    /// What changed in which version.
    #[serde(default)]
    pub changes: Vec<Change>,
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
