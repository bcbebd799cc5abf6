//! Methods and their parameters.

use serde::Serialize;

use super::api::ErrorCase;
use super::version::{Certainty, Lifespan, Version};
use super::{Origin, Type};
use crate::spec::raw::{AnswerKind, Effect, Encoding, Token};
pub use crate::spec::raw::{Need, Role};

/// A method of the API.
#[derive(Debug, Clone, Serialize)]
pub struct Method {
    /// Id.
    pub id: String,
    /// Title as REDCap lists it.
    pub title: String,
    /// Other official spellings.
    pub also_called: Vec<String>,
    /// Id of the group.
    pub group: String,
    /// One sentence.
    pub summary: String,
    /// What it does. Markdown.
    pub description: String,
    /// Value of `content`.
    pub content: String,
    /// Value of `action`, when fixed.
    pub action: Option<String>,
    /// Token it takes.
    pub token: Token,
    /// Rights it needs.
    pub rights: Vec<MethodRight>,
    /// Remarks on rights.
    pub rights_note: Option<String>,
    /// What it does to the project.
    pub effect: Effect,
    /// Whether a second call changes nothing more.
    pub idempotent: bool,
    /// Why (not).
    pub idempotent_why: String,
    /// Whether data can be lost for good.
    pub destructive: bool,
    /// Versions that have it.
    pub life: Lifespan,
    /// Version and note of retirement.
    pub deprecated: Option<(Version, String)>,
    /// Ids of conditions.
    pub conditions: Vec<String>,
    /// Whether any other form field is passed on.
    pub open: bool,
    /// Parameters in order.
    pub parameters: Vec<Parameter>,
    /// What a call must hold so that servers do not do more than was meant.
    pub requires: Vec<Requirement>,
    /// Answers; the first that fits counts.
    pub returns: Vec<Return>,
    /// Known errors.
    pub errors: Vec<ErrorCase>,
    /// Examples; the first documents the method.
    pub examples: Vec<Example>,
    /// Values with which a read shows as little as possible, in the order of the parameters.
    pub probe: Vec<(String, ExampleValue)>,
    /// History, that of the parameters included.
    pub changes: Vec<Change>,
    /// Ids of related methods.
    pub see_also: Vec<String>,
    /// Sources.
    pub evidence: Vec<String>,
    /// What was chosen where sources disagree.
    pub disagreements: Vec<String>,
    /// Open questions.
    pub unsure: Vec<String>,
    /// Where it is written.
    pub origin: Origin,
}

impl Method {
    /// The parameter with a wire name.
    #[must_use]
    pub fn parameter(&self, name: &str) -> Option<&Parameter> {
        self.parameters.iter().find(|parameter| parameter.name == name)
    }

    /// The parameter that carries the imported document.
    #[must_use]
    pub fn payload(&self) -> Option<&Parameter> {
        self.parameters.iter().find(|parameter| parameter.type_.is_payload())
    }

    /// The parameter with a role.
    #[must_use]
    pub fn role(&self, role: Role) -> Option<&Parameter> {
        self.parameters.iter().find(|parameter| parameter.role == Some(role))
    }

    /// The form fields that values of parameters are sent as, in order: what selects the method, then the parameters, lists item by
    /// item. The token comes before them; a file is a part of its own.
    #[must_use]
    pub fn form(&self, parameters: &[(String, ExampleValue)]) -> Vec<FormField<'_>> {
        let fixed = |name: &str, value: &str| FormField {
            name: name.to_owned(),
            value: value.to_owned(),
            parameter: None,
        };
        let mut form = vec![fixed("content", &self.content)];
        form.extend(self.action.iter().map(|action| fixed("action", action)));
        for (name, value) in parameters {
            let parameter = self.parameter(name);
            let mut push = |name: String, value: String| form.push(FormField { name, value, parameter });
            match value {
                _ if parameter.is_some_and(|one| one.type_ == Type::File) => {}
                ExampleValue::One(text) => push(name.clone(), text.clone()),
                ExampleValue::List(items) if parameter.is_some_and(|one| one.encoding == Encoding::Comma) => {
                    push(name.clone(), items.join(","));
                }
                ExampleValue::List(items) => {
                    for (index, item) in items.iter().enumerate() {
                        push(format!("{name}[{index}]"), item.clone());
                    }
                }
            }
        }
        form
    }

    /// What selects the method on the wire: `content`, `action`, and whether there is a payload.
    #[must_use]
    pub fn selector(&self) -> (&str, Option<&str>, bool) {
        (&self.content, self.action.as_deref(), self.payload().is_some())
    }
}

/// Parameters that are harmful without another one.
#[derive(Debug, Clone, Serialize)]
pub struct Requirement {
    /// When all of these are sent,
    pub when: Vec<String>,
    /// one of these must be sent, too.
    pub one_of: Vec<String>,
    /// What happens otherwise.
    pub why: String,
    /// Sources.
    pub evidence: Vec<String>,
}

/// A right that a method needs.
#[derive(Debug, Clone, Serialize)]
pub struct MethodRight {
    /// Id of the right.
    pub right: String,
    /// Versions that ask for it.
    pub life: Lifespan,
    /// Sources.
    pub evidence: Vec<String>,
}

/// A parameter.
#[derive(Debug, Clone, Serialize)]
pub struct Parameter {
    /// Wire name.
    pub name: String,
    /// Name for code, lower_snake_case.
    pub ident: String,
    /// Type.
    #[serde(rename = "type")]
    pub type_: Type,
    /// How it is written.
    pub encoding: Encoding,
    /// Pattern of a date-time.
    pub pattern: Option<String>,
    /// Most characters.
    pub max_length: Option<u32>,
    /// Whether it must be sent.
    pub need: Need,
    /// Condition under which it must be sent.
    pub when: Option<String>,
    /// Server default as on the wire.
    pub default: Option<String>,
    /// What absence means.
    pub absent: Option<String>,
    /// What it does. Markdown.
    pub doc: String,
    /// What it is to a client that chooses formats.
    pub role: Option<Role>,
    /// Whether the value may hold patient data or a secret.
    pub sensitive: bool,
    /// A realistic value.
    pub example: Option<String>,
    /// Whether the help page leaves it out.
    pub undocumented: bool,
    /// Versions that have it.
    pub life: Lifespan,
    /// Note of retirement.
    pub deprecated: Option<String>,
    /// Sources.
    pub evidence: Vec<String>,
    /// Open questions.
    pub unsure: Vec<String>,
}

impl Encoding {
    /// How a boolean is written so: true, then false. `presence` writes only true.
    #[must_use]
    pub fn boolean_values(self) -> &'static [&'static str] {
        match self {
            Encoding::ZeroOne => &["1", "0"],
            Encoding::UpperTrueFalse => &["TRUE", "FALSE"],
            Encoding::Presence => &["true"],
            _ => &["true", "false"],
        }
    }
}

/// An answer of a method.
#[derive(Debug, Clone, Serialize)]
pub struct Return {
    /// Kind.
    pub answer: AnswerKind,
    /// Id of the shape.
    pub shape: Option<String>,
    /// Type of a text answer.
    pub text: Type,
    /// Formats in which it comes so; empty when independent of the format.
    pub formats: Vec<String>,
    /// Parameter value under which it comes.
    pub when: Option<ReturnWhen>,
    /// Status.
    pub status: u16,
    /// Media type other than the usual one.
    pub media: Option<String>,
    /// Meaning.
    pub meaning: String,
    /// Versions that answer so.
    pub life: Lifespan,
    /// Sources.
    pub evidence: Vec<String>,
    /// Open questions.
    pub unsure: Vec<String>,
}

impl Return {
    /// True when the answer comes in the format (or in every format).
    #[must_use]
    pub fn in_format(&self, format: &str) -> bool {
        self.formats.is_empty() || self.formats.iter().any(|one| one == format)
    }
}

/// Parameter value under which an answer comes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ReturnWhen {
    /// Wire name.
    pub parameter: String,
    /// Value on the wire.
    pub value: String,
}

/// A worked example.
#[derive(Debug, Clone, Serialize)]
pub struct Example {
    /// What it shows.
    pub title: String,
    /// Values in the order of the parameters.
    pub parameters: Vec<(String, ExampleValue)>,
    /// Content of the file parameter.
    pub file_content: Option<String>,
    /// Status of the answer.
    pub status: u16,
    /// Media type of the answer, when special.
    pub media: Option<String>,
    /// Body of the answer.
    pub body: Option<String>,
    /// Versions in which it works.
    pub life: Lifespan,
    /// Remarks.
    pub note: Option<String>,
}

impl Example {
    /// The single value of a parameter.
    #[must_use]
    pub fn value(&self, name: &str) -> Option<&str> {
        self.parameters.iter().find(|(parameter, _)| parameter == name).and_then(|(_, value)| match value {
            ExampleValue::One(text) => Some(text.as_str()),
            ExampleValue::List(_) => None,
        })
    }
}

/// A field of a form.
#[derive(Debug, Clone)]
pub struct FormField<'m> {
    /// Name on the wire: `arms[0]`.
    pub name: String,
    /// Value on the wire.
    pub value: String,
    /// The parameter; none for what selects the method.
    pub parameter: Option<&'m Parameter>,
}

/// A value in an example.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum ExampleValue {
    /// One value.
    One(String),
    /// Several.
    List(Vec<String>),
}

/// A dated change.
#[derive(Debug, Clone, Serialize)]
pub struct Change {
    /// Version.
    pub version: Version,
    /// How well the version is known.
    pub certainty: Certainty,
    /// What changed.
    pub note: String,
    /// What happens to clients written before it, when it breaks them.
    pub breaks: Option<String>,
    /// True when the spec was corrected and REDCap did not change.
    pub correction: bool,
    /// Sources.
    pub evidence: Vec<String>,
}

impl Change {
    /// The version in words: "6.0.0", "8.7.3 or earlier", "about 14.0.5".
    #[must_use]
    pub fn when(&self) -> String {
        self.certainty.words(self.version)
    }
}
