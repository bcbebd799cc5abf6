//! Shapes, sets of values and callbacks.

use serde::Serialize;

use super::method::Change;
use super::version::Lifespan;
use super::{Origin, Type};
pub use crate::spec::raw::{ImportNeed, JsonForm, Presence};

/// A text with a meaning of its own.
#[derive(Debug, Clone, Serialize)]
pub struct ScalarType {
    /// Id.
    pub id: String,
    /// What it names.
    pub meaning: String,
    /// A realistic value.
    pub example: String,
    /// Whether the text may identify a person or is a secret.
    pub sensitive: bool,
    /// Where it is written.
    pub origin: Origin,
}

/// A set of values.
#[derive(Debug, Clone, Serialize)]
pub struct Enum {
    /// Id.
    pub id: String,
    /// What the values choose.
    pub summary: String,
    /// The values.
    pub values: Vec<EnumValue>,
    /// History.
    pub changes: Vec<Change>,
    /// Sources.
    pub evidence: Vec<String>,
    /// Open questions.
    pub unsure: Vec<String>,
    /// Where it is written.
    pub origin: Origin,
}

/// One value of a set.
#[derive(Debug, Clone, Serialize)]
pub struct EnumValue {
    /// Value on the wire.
    pub value: String,
    /// Name for code, lower_snake_case.
    pub ident: String,
    /// What it does.
    pub meaning: String,
    /// Versions that know it.
    pub life: Lifespan,
    /// Sources.
    pub evidence: Vec<String>,
}

/// Shape of an item.
#[derive(Debug, Clone, Serialize)]
pub struct Shape {
    /// Id.
    pub id: String,
    /// What an item is.
    pub summary: String,
    /// Root element in XML.
    pub xml_root: Option<String>,
    /// Whether an import replaces whole items, so that a column left out counts as empty.
    pub import_whole: bool,
    /// Columns in order.
    pub columns: Vec<Column>,
    /// Versions in which a method returns or takes it.
    pub life: Lifespan,
    /// Sources.
    pub evidence: Vec<String>,
    /// History.
    pub changes: Vec<Change>,
    /// What was chosen where sources disagree.
    pub disagreements: Vec<String>,
    /// Open questions.
    pub unsure: Vec<String>,
    /// Where it is written.
    pub origin: Origin,
}

impl Shape {
    /// The column with a wire name.
    #[must_use]
    pub fn column(&self, name: &str) -> Option<&Column> {
        self.columns.iter().find(|column| column.name == name)
    }

    /// True when an import takes the shape.
    #[must_use]
    pub fn is_imported(&self) -> bool {
        self.columns.iter().any(|column| column.import != ImportNeed::No)
    }
}

/// A column.
#[derive(Debug, Clone, Serialize)]
pub struct Column {
    /// Wire name.
    pub name: String,
    /// Name for code, lower_snake_case.
    pub ident: String,
    /// Type.
    #[serde(rename = "type")]
    pub type_: Type,
    /// Pattern of a date or date-time.
    pub pattern: Option<String>,
    /// What it holds.
    pub doc: String,
    /// How it arrives in JSON.
    pub json: JsonForm,
    /// Whether it is there.
    pub presence: Presence,
    /// Condition under which it is there.
    pub when: Option<String>,
    /// Whether imports may hold it.
    pub import: ImportNeed,
    /// Name of what an import does to an item that lacks it, when that takes something away.
    pub absence_clears: Option<String>,
    /// Whether exports hold it.
    pub export: bool,
    /// Whether the value may hold patient data or a secret.
    pub sensitive: bool,
    /// Versions that have it.
    pub life: Lifespan,
    /// Sources.
    pub evidence: Vec<String>,
    /// Open questions.
    pub unsure: Vec<String>,
}

/// A call that REDCap makes.
#[derive(Debug, Clone, Serialize)]
pub struct Callback {
    /// Id.
    pub id: String,
    /// Title.
    pub title: String,
    /// One sentence.
    pub summary: String,
    /// When and how. Markdown.
    pub description: String,
    /// Form fields.
    pub fields: Vec<CallbackField>,
    /// Versions that make it.
    pub life: Lifespan,
    /// Example body.
    pub example: String,
    /// History.
    pub changes: Vec<Change>,
    /// Sources.
    pub evidence: Vec<String>,
    /// Open questions.
    pub unsure: Vec<String>,
    /// Where it is written.
    pub origin: Origin,
}

/// A form field of a callback.
#[derive(Debug, Clone, Serialize)]
pub struct CallbackField {
    /// Wire name.
    pub name: String,
    /// Type.
    #[serde(rename = "type")]
    pub type_: Type,
    /// What it holds.
    pub doc: String,
    /// Condition under which it is sent.
    pub when: Option<String>,
    /// Whether the value may hold patient data.
    pub sensitive: bool,
    /// Versions that send it.
    pub life: Lifespan,
    /// Sources.
    pub evidence: Vec<String>,
}
