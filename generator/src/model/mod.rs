//! The API as it is: validated, language-neutral, with every reference resolved.
//!
//! # Invariants
//! - A [`Model`] exists only when nothing was wrong with the spec.
//! - It knows no YAML and no target language. Lists keep the order of the spec, which is the
//!   order of REDCap's help page; ids are unique and usable as names in code and in paths.

pub mod api;
pub mod lower;
pub mod method;
pub mod names;
pub mod shape;
pub mod version;

use serde::Serialize;

pub use api::{Answer, AnswerFormat, Api, Condition, ErrorCase, Group, Omitted, Release, Right, Source};
pub use method::{
    Change, Example, ExampleValue, FormField, Method, MethodRight, Need, Parameter, Requirement, Return,
    ReturnWhen, Role,
};
pub use shape::{Callback, CallbackField, Column, Enum, EnumValue, ScalarType, Shape};
pub use version::{Certainty, Lifespan, Version};

/// The whole API over all known versions.
#[derive(Debug, Clone, Serialize)]
pub struct Model {
    /// API-wide facts.
    pub api: Api,
    /// Release lines, oldest first.
    pub releases: Vec<Release>,
    /// Sources of facts.
    pub sources: Vec<Source>,
    /// User rights.
    pub rights: Vec<Right>,
    /// Conditions.
    pub conditions: Vec<Condition>,
    /// Method groups, in the order of the help page.
    pub groups: Vec<Group>,
    /// Named texts.
    pub scalars: Vec<ScalarType>,
    /// Sets of values.
    pub enums: Vec<Enum>,
    /// Kinds of answers.
    pub answers: Vec<Answer>,
    /// Methods, in the order of groups.
    pub methods: Vec<Method>,
    /// Shapes of items.
    pub shapes: Vec<Shape>,
    /// Calls that REDCap makes.
    pub callbacks: Vec<Callback>,
    /// What is left out on purpose.
    pub omitted: Vec<Omitted>,
}

/// A place in the spec, for headers and links.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Origin {
    /// Path of the file.
    pub file: String,
    /// Line, from 1.
    pub line: usize,
}

/// A type of a parameter or column.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(tag = "kind", content = "of", rename_all = "snake_case")]
pub enum Type {
    /// Text.
    String,
    /// A whole number.
    Integer,
    /// True or false.
    Boolean,
    /// A date or date-time; the pattern stands beside the type.
    Datetime,
    /// An uploaded file.
    File,
    /// A CDISC ODM document.
    Odm,
    /// A text with a meaning of its own: id of a [`ScalarType`].
    Scalar(String),
    /// One of a set: id of an [`Enum`].
    Enum(String),
    /// Several values.
    List(Box<Type>),
    /// Values by instrument.
    Map(Box<Type>),
    /// A document that holds items of a shape.
    Payload(String),
    /// A document that holds a single item of a shape.
    PayloadItem(String),
    /// A document that holds rows of project fields.
    PayloadRecords,
}

impl Type {
    /// True for documents that an import takes.
    #[must_use]
    pub fn is_payload(&self) -> bool {
        matches!(self, Type::Payload(_) | Type::PayloadItem(_) | Type::PayloadRecords)
    }

    /// The notation of the spec.
    #[must_use]
    pub fn notation(&self) -> String {
        match self {
            Type::String => "string".to_owned(),
            Type::Integer => "integer".to_owned(),
            Type::Boolean => "boolean".to_owned(),
            Type::Datetime => "datetime".to_owned(),
            Type::File => "file".to_owned(),
            Type::Odm => "odm".to_owned(),
            Type::Scalar(id) => id.clone(),
            Type::Enum(id) => format!("enum<{id}>"),
            Type::List(of) => format!("list<{}>", of.notation()),
            Type::Map(of) => format!("map<{}>", of.notation()),
            Type::Payload(shape) => format!("payload<{shape}>"),
            Type::PayloadItem(shape) => format!("payload_item<{shape}>"),
            Type::PayloadRecords => "payload<records>".to_owned(),
        }
    }
}

impl Model {
    /// Oldest known version.
    #[must_use]
    pub fn oldest(&self) -> Version {
        self.releases.first().map_or(Version(0, 0, 0), |release| release.version)
    }

    /// Newest known version.
    #[must_use]
    pub fn newest(&self) -> Version {
        self.releases.last().map_or(Version(0, 0, 0), |release| release.version)
    }

    /// The method with an id.
    #[must_use]
    pub fn method(&self, id: &str) -> Option<&Method> {
        self.methods.iter().find(|method| method.id == id)
    }

    /// The shape with an id.
    #[must_use]
    pub fn shape(&self, id: &str) -> Option<&Shape> {
        self.shapes.iter().find(|shape| shape.id == id)
    }

    /// The enum with an id.
    #[must_use]
    pub fn enumeration(&self, id: &str) -> Option<&Enum> {
        self.enums.iter().find(|one| one.id == id)
    }

    /// The right with an id.
    #[must_use]
    pub fn right(&self, id: &str) -> Option<&Right> {
        self.rights.iter().find(|right| right.id == id)
    }

    /// The condition with an id.
    #[must_use]
    pub fn condition(&self, id: &str) -> Option<&Condition> {
        self.conditions.iter().find(|condition| condition.id == id)
    }
}
