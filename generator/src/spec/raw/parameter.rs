//! Parameters.

use schemars::JsonSchema;
use serde::Deserialize;

use super::super::loc::{Loc, Scalar};
use super::method::Change;

/// A parameter that several methods share.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SharedParameter {
    /// Id that `use` refers to.
    pub id: Loc<String>,
    /// The parameter.
    pub parameter: Loc<Parameter>,
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
    /// What changed in which version.
    #[serde(default)]
    pub changes: Vec<Change>,
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
