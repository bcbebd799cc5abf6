//! The API of one version as canonical text, one line per fact, and what lies between two versions.
//!
//! A line is `kind name: facts`. Kind and name together are its key, so a fact that changed shows
//! as one change and not as a loss and a gain. Wording (summaries, descriptions) is not a fact:
//! editing it does not move a surface.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::model::shape::{Column, ImportNeed, JsonForm, Presence};
use crate::model::{Method, Model, Need, Parameter, Return, Type};
use crate::spec::raw::{AnswerKind, Effect, Encoding, Token};
use crate::view::View;

/// Kinds of facts, in the order in which a surface lists them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum FactKind {
    /// A method: selection, token, rights, effect, conditions.
    Method,
    /// What a method returns.
    Return,
    /// A parameter of a method.
    Parameter,
    /// A column of a shape.
    Column,
    /// An allowed value.
    Value,
    /// A form field of a callback.
    Callback,
}

impl FactKind {
    /// All kinds in order.
    pub const ALL: [FactKind; 6] = [
        FactKind::Method,
        FactKind::Return,
        FactKind::Parameter,
        FactKind::Column,
        FactKind::Value,
        FactKind::Callback,
    ];

    /// The word at the start of a line.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            FactKind::Method => "method",
            FactKind::Return => "return",
            FactKind::Parameter => "parameter",
            FactKind::Column => "column",
            FactKind::Value => "value",
            FactKind::Callback => "callback",
        }
    }
}

/// One fact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// Kind.
    pub kind: FactKind,
    /// What it is about, unique within its kind: `export_records.fields`.
    pub name: String,
    /// What holds.
    pub facts: String,
}

impl Fact {
    /// The line of the surface.
    #[must_use]
    pub fn line(&self) -> String {
        format!("{} {}: {}", self.kind.word(), self.name, self.facts)
    }
}

/// A step from one surface to another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// A fact came.
    Added(Fact),
    /// A fact went.
    Removed(Fact),
    /// A fact changed: as it was, as it is.
    Changed(Fact, Fact),
}

/// All facts of a view, kind by kind, in the order of the spec.
#[must_use]
pub fn facts(view: &View) -> Vec<Fact> {
    let model = &view.model;
    let mut facts = Vec::new();
    facts.extend(
        model.methods.iter().map(|method| fact(FactKind::Method, method.id.clone(), method_facts(method))),
    );
    for method in &model.methods {
        for answer in &method.returns {
            facts.push(fact(FactKind::Return, return_name(method, answer), return_facts(answer)));
        }
    }
    for method in &model.methods {
        for parameter in &method.parameters {
            let name = format!("{}.{}", method.id, parameter.name);
            facts.push(fact(FactKind::Parameter, name, parameter_facts(parameter)));
        }
    }
    facts.extend(columns(model));
    for one in &model.enums {
        for value in &one.values {
            facts.push(fact(
                FactKind::Value,
                format!("{} {}", one.id, quoted(&value.value)),
                value.ident.clone(),
            ));
        }
    }
    for callback in &model.callbacks {
        for field in &callback.fields {
            let when = field.when.as_ref().map_or_else(String::new, |when| format!(" when {when}"));
            let facts_of = format!("{}{when}", field.type_.notation());
            facts.push(fact(FactKind::Callback, format!("{}.{}", callback.id, field.name), facts_of));
        }
    }
    facts
}

/// The surface as text.
#[must_use]
pub fn text(view: &View) -> String {
    let mut text = String::new();
    for fact in facts(view) {
        text.push_str(&fact.line());
        text.push('\n');
    }
    text
}

/// The steps from one list of facts to another, in the order of the newer one; losses come last.
#[must_use]
pub fn difference(older: &[Fact], newer: &[Fact]) -> Vec<Step> {
    let key = |fact: &Fact| (fact.kind, fact.name.clone());
    let before: BTreeMap<_, &Fact> = older.iter().map(|fact| (key(fact), fact)).collect();
    let after: BTreeMap<_, &Fact> = newer.iter().map(|fact| (key(fact), fact)).collect();
    let gains = newer.iter().filter_map(|fact| match before.get(&key(fact)) {
        None => Some(Step::Added(fact.clone())),
        Some(old) if *old != fact => Some(Step::Changed((*old).clone(), fact.clone())),
        Some(_) => None,
    });
    let losses =
        older.iter().filter(|fact| !after.contains_key(&key(fact))).map(|fact| Step::Removed(fact.clone()));
    gains.chain(losses).collect()
}

/// Steps as text, one line each, changes as two.
#[must_use]
pub fn difference_text(steps: &[Step]) -> String {
    let mut text = String::new();
    for step in steps {
        let _ = match step {
            Step::Added(fact) => writeln!(text, "+ {}", fact.line()),
            Step::Removed(fact) => writeln!(text, "- {}", fact.line()),
            Step::Changed(old, new) => {
                writeln!(text, "~ {} {}:\n    {}\n  → {}", new.kind.word(), new.name, old.facts, new.facts)
            }
        };
    }
    text
}

fn fact(kind: FactKind, name: String, facts: String) -> Fact {
    Fact { kind, name, facts }
}

fn method_facts(method: &Method) -> String {
    let mut facts = format!("content={}", method.content);
    if let Some(action) = &method.action {
        let _ = write!(facts, " action={action}");
    }
    if method.payload().is_some() {
        facts.push_str(" with payload");
    }
    let token = match method.token {
        Token::Project => "project",
        Token::Super => "super",
        Token::Either => "either",
    };
    let effect = match method.effect {
        Effect::Read => "read",
        Effect::Create => "create",
        Effect::Update => "update",
        Effect::Delete => "delete",
        Effect::Admin => "admin",
    };
    let rights: Vec<&str> = method.rights.iter().map(|right| right.right.as_str()).collect();
    let _ = write!(facts, "; token {token}; rights {}; {effect}", join_or(&rights, "none"));
    if method.idempotent {
        facts.push_str(", idempotent");
    }
    if method.destructive {
        facts.push_str(", destructive");
    }
    if !method.conditions.is_empty() {
        let _ = write!(facts, "; needs {}", method.conditions.join(", "));
    }
    if method.open {
        facts.push_str("; open");
    }
    if method.deprecated.is_some() {
        facts.push_str("; deprecated");
    }
    let _ = write!(facts, "; {}", quoted(&method.title));
    facts
}

/// The method and what leads to the answer: a parameter value, and the first of its formats.
/// Counting the answers instead would rename all that follow a new one.
fn return_name(method: &Method, answer: &Return) -> String {
    let mut name = method.id.clone();
    if let Some(when) = &answer.when {
        let _ = write!(name, ".{}={}", when.parameter, when.value);
    }
    if let Some(format) = answer.formats.first() {
        let _ = write!(name, ".{format}");
    }
    name
}

fn return_facts(answer: &Return) -> String {
    let kind = match answer.answer {
        AnswerKind::List => "list",
        AnswerKind::Object => "object",
        AnswerKind::Records => "records",
        AnswerKind::Texts => "texts",
        AnswerKind::Integer => "integer",
        AnswerKind::Text => "text",
        AnswerKind::Done => "done",
        AnswerKind::File => "file",
        AnswerKind::Odm => "odm",
        AnswerKind::Empty => "empty",
        AnswerKind::Any => "any",
    };
    let mut facts = kind.to_owned();
    if let Some(shape) = &answer.shape {
        let _ = write!(facts, "<{shape}>");
    } else if answer.text != Type::String {
        let _ = write!(facts, "<{}>", answer.text.notation());
    }
    if !answer.formats.is_empty() {
        let _ = write!(facts, " in {}", answer.formats.join(", "));
    }
    if answer.status != 200 {
        let _ = write!(facts, "; status {}", answer.status);
    }
    facts
}

fn parameter_facts(parameter: &Parameter) -> String {
    let encoding = match parameter.encoding {
        Encoding::Plain => "plain",
        Encoding::Indexed => "indexed",
        Encoding::Comma => "comma",
        Encoding::TrueFalse => "true_false",
        Encoding::ZeroOne => "zero_one",
        Encoding::UpperTrueFalse => "upper_true_false",
        Encoding::Presence => "presence",
        Encoding::Datetime => "datetime",
        Encoding::FilePart => "file_part",
        Encoding::Payload => "payload",
    };
    let need = match parameter.need {
        Need::Required => "required",
        Need::Defaulted => "defaulted",
        Need::Optional => "optional",
        Need::Conditional => "conditional",
    };
    let mut facts = format!("{} {encoding} {need}", parameter.type_.notation());
    if let Some(when) = &parameter.when {
        let _ = write!(facts, " when {when}");
    }
    if let Some(default) = &parameter.default {
        let _ = write!(facts, "; default {}", quoted(default));
    }
    if let Some(pattern) = &parameter.pattern {
        let _ = write!(facts, "; pattern {pattern}");
    }
    if let Some(most) = parameter.max_length {
        let _ = write!(facts, "; at most {most} characters");
    }
    for (set, word) in [
        (parameter.sensitive, "sensitive"),
        (parameter.undocumented, "undocumented"),
        (parameter.deprecated.is_some(), "deprecated"),
    ] {
        if set {
            let _ = write!(facts, "; {word}");
        }
    }
    facts
}

fn columns(model: &Model) -> Vec<Fact> {
    let mut facts = Vec::new();
    for shape in &model.shapes {
        for column in &shape.columns {
            facts.push(fact(FactKind::Column, format!("{}.{}", shape.id, column.name), column_facts(column)));
        }
    }
    facts
}

fn column_facts(column: &Column) -> String {
    let json = match column.json {
        JsonForm::String => "string",
        JsonForm::Integer => "number",
        JsonForm::Object => "object",
    };
    let presence = match column.presence {
        Presence::Always => "always",
        Presence::Nullable => "may be empty",
        Presence::Conditional => "may be missing",
    };
    let mut facts = format!("{} as {json}, {presence}", column.type_.notation());
    if let Some(when) = &column.when {
        let _ = write!(facts, " (when {when})");
    }
    let import = match column.import {
        ImportNeed::Required => "; import required",
        ImportNeed::Optional => "; import optional",
        ImportNeed::No => "",
    };
    facts.push_str(import);
    if !column.export {
        facts.push_str("; not exported");
    }
    if column.sensitive {
        facts.push_str("; sensitive");
    }
    facts
}

fn join_or(list: &[&str], none: &str) -> String {
    if list.is_empty() { none.to_owned() } else { list.join(" + ") }
}

fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
