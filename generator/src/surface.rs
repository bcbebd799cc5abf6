//! The API of one version as canonical text, one line per fact, and what lies between two versions.
//!
//! A line is `kind name: facts`. Kind and name together are its key, so a fact that changed shows
//! as one change and not as a loss and a gain. Wording (summaries, descriptions) is not a fact:
//! editing it does not move a surface.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::model::shape::{Column, ImportNeed, JsonForm, Presence};
use crate::model::{CallbackField, Enum, EnumValue, Lifespan, Method, Model, Need, Parameter, Return, Type};
use crate::spec::raw::{AnswerKind, Effect, Encoding, Token};
use crate::view::{Selected, Selection, View};

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
    let mut facts = Vec::new();
    let selected = [Selected::of(&view.model, view.selection)];
    Walk { versions: &selected, emit: |_: &[usize], _: &Lifespan, fact| facts.push(fact) }.model(&view.model);
    facts
}

/// The surfaces of several versions of a model as texts. What holds in many versions, as nearly
/// everything does, is put into words once.
#[must_use]
pub fn texts(model: &Model, versions: &[Selected<'_>]) -> Vec<String> {
    let mut texts = vec![String::new(); versions.len()];
    let emit = |holding: &[usize], _: &Lifespan, fact: Fact| {
        let line = fact.line() + "\n";
        holding.iter().for_each(|&version| texts[version].push_str(&line));
    };
    Walk { versions, emit }.model(model);
    texts
}

/// A fact of several versions.
#[derive(Debug)]
pub struct Lasting {
    /// The fact.
    pub fact: Fact,
    /// In which versions it or its owner came and went, as the spec has it.
    pub life: Lifespan,
    /// Positions of the versions that have it.
    pub holding: Vec<usize>,
}

/// The facts of several versions, each once for as long as it stays the same.
#[must_use]
pub fn lasting(model: &Model, versions: &[Selected<'_>]) -> Vec<Lasting> {
    let mut all: Vec<Lasting> = Vec::new();
    let emit =
        |holding: &[usize], life: &Lifespan, fact: Fact| match all.iter_mut().rfind(|one| one.fact == fact) {
            // What a method asks for is told version by version.
            Some(same) if fact.kind == FactKind::Method => same.holding.extend(holding),
            _ => all.push(Lasting { fact, life: *life, holding: holding.to_vec() }),
        };
    Walk { versions, emit }.model(model);
    all
}

/// Walks over a model and emits each fact together with the positions of the versions that have it, and with its life.
struct Walk<'v, 'm, E> {
    versions: &'v [Selected<'m>],
    emit: E,
}

impl<E: FnMut(&[usize], &Lifespan, Fact)> Walk<'_, '_, E> {
    fn model(&mut self, model: &Model) {
        for method in &model.methods {
            for version in self.those_with(|version| version.has(&method.life)) {
                let facts = method_facts(method, self.versions[version].selection);
                (self.emit)(
                    &[version],
                    &method.life,
                    Fact { kind: FactKind::Method, name: method.id.clone(), facts },
                );
            }
        }
        for method in &model.methods {
            let owners = self.those_with(|version| version.has(&method.life));
            for answer in &method.returns {
                let name = return_name(method, answer);
                self.put(&owners, &answer.life, FactKind::Return, name, return_facts(answer));
            }
        }
        for method in &model.methods {
            let owners = self.those_with(|version| version.has(&method.life));
            for parameter in &method.parameters {
                let name = format!("{}.{}", method.id, parameter.name);
                self.put(&owners, &parameter.life, FactKind::Parameter, name, parameter_facts(parameter));
            }
        }
        for shape in &model.shapes {
            let owners = self.those_with(|version| version.has_shape(shape));
            for column in &shape.columns {
                let name = format!("{}.{}", shape.id, column.name);
                self.put(&owners, &column.life, FactKind::Column, name, column_facts(column));
            }
        }
        for one in &model.enums {
            let owners = self.those_with(|version| version.has_enum(one));
            for value in &one.values {
                self.put(&owners, &value.life, FactKind::Value, value_name(one, value), value.ident.clone());
            }
        }
        for callback in &model.callbacks {
            let owners = self.those_with(|version| version.has(&callback.life));
            for field in &callback.fields {
                let name = format!("{}.{}", callback.id, field.name);
                self.put(&owners, &field.life, FactKind::Callback, name, callback_facts(field));
            }
        }
    }

    fn those_with(&self, has: impl Fn(&Selected<'_>) -> bool) -> Vec<usize> {
        (0..self.versions.len()).filter(|&version| has(&self.versions[version])).collect()
    }

    /// Emits a fact for those of the versions with its owner that have the fact too.
    fn put(&mut self, owners: &[usize], life: &Lifespan, kind: FactKind, name: String, facts: String) {
        let has = |version: &usize| self.versions[*version].has(life);
        let holding: Vec<usize> = owners.iter().copied().filter(has).collect();
        if !holding.is_empty() {
            (self.emit)(&holding, life, Fact { kind, name, facts });
        }
    }
}

/// The steps from one list of facts to another, in the order of the newer one; losses come last.
#[must_use]
pub fn difference(older: &[Fact], newer: &[Fact]) -> Vec<Step> {
    fn key(fact: &Fact) -> (FactKind, &str) {
        (fact.kind, &fact.name)
    }
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

fn method_facts(method: &Method, selection: Selection) -> String {
    let mut facts = format!("content={}", method.content);
    if let Some(action) = &method.action {
        let _ = write!(facts, " action={action}");
    }
    if method.parameters.iter().any(|one| one.type_.is_payload() && selection.has(&one.life)) {
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
    let rights = method.rights.iter().filter(|right| selection.has(&right.life));
    let rights: Vec<&str> = rights.map(|right| right.right.as_str()).collect();
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
    if method.deprecated.as_ref().is_some_and(|(since, _)| selection.has_reached(*since)) {
        facts.push_str("; deprecated");
    }
    let _ = write!(facts, "; {}", quoted(&method.title));
    facts
}

/// The method and what leads to the answer: a parameter value, and the first of its formats.
/// Counting the answers instead would rename all that follow a new one.
pub(crate) fn return_name(method: &Method, answer: &Return) -> String {
    let mut name = method.id.clone();
    if let Some(when) = &answer.when {
        let _ = write!(name, ".{}={}", when.parameter, when.value);
    }
    if let Some(format) = answer.formats.first() {
        let _ = write!(name, ".{format}");
    }
    name
}

pub(crate) fn return_facts(answer: &Return) -> String {
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

pub(crate) fn parameter_facts(parameter: &Parameter) -> String {
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

pub(crate) fn column_facts(column: &Column) -> String {
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

pub(crate) fn value_name(set: &Enum, value: &EnumValue) -> String {
    format!("{} {}", set.id, quoted(&value.value))
}

pub(crate) fn callback_facts(field: &CallbackField) -> String {
    let when = field.when.as_ref().map_or_else(String::new, |when| format!(" when {when}"));
    format!("{}{when}", field.type_.notation())
}

fn join_or(list: &[&str], none: &str) -> String {
    if list.is_empty() { none.to_owned() } else { list.join(" + ") }
}

fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    #[test]
    fn the_text_of_a_version_is_that_of_its_view() {
        let spec = Path::new(env!("CARGO_MANIFEST_DIR")).join("spec");
        let model = crate::load_spec(&spec, "spec").outcome.expect("the spec is valid");
        let selections = model.releases.iter().map(|release| Selection::At(release.version));
        let versions: Vec<Selected<'_>> = selections.map(|one| Selected::of(&model, one)).collect();
        for (version, text) in versions.iter().zip(texts(&model, &versions)) {
            let facts = facts(&View::new(&model, version.selection));
            let lines: Vec<String> = facts.iter().map(Fact::line).collect();
            assert!(text.lines().eq(lines), "{:?}", version.selection);
        }
    }
}
