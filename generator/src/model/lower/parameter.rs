//! Lowers parameters: shared ones are merged with what the method says, and defaults applied.

use std::collections::BTreeMap;

use crate::diagnostics::Span;
use crate::model::names;
use crate::model::version::Lifespan;
use crate::model::{Need, Parameter, Type};
use crate::spec::loc::Loc;
use crate::spec::raw::{self, Encoding, SpecFile};

use super::context::{Context, Kind, text, texts};

/// Shared parameters by id.
pub(super) type Shared<'a> = BTreeMap<&'a str, &'a Loc<raw::Parameter>>;

pub(super) fn shared<'a>(specs: impl Iterator<Item = &'a SpecFile>) -> Shared<'a> {
    specs.flat_map(|spec| &spec.parameters).map(|shared| (shared.id.as_str(), &shared.parameter)).collect()
}

/// Lowers one parameter of a method.
pub(super) fn parameter(
    context: &mut Context<'_>,
    written: &Loc<raw::Parameter>,
    shared: &Shared<'_>,
    owner: &Lifespan,
    owner_name: &str,
) -> Option<Parameter> {
    let span = written.span;
    let raw = match &written.shared {
        None => written.value.clone(),
        Some(id) => {
            context.reference(Kind::Parameter, id);
            merge(&written.value, &shared.get(id.as_str())?.value)
        }
    };
    let name = needed(context, raw.name.as_ref(), span, "name")?;
    let type_text = needed(context, raw.type_.as_ref(), span, "type");
    let need = needed(context, raw.need.as_ref(), span, "need").map(|need| need.value);
    let doc = needed(context, raw.doc.as_ref(), span, "doc");
    let type_ = context.type_of(&type_text?);
    let (need, doc) = (need?, doc?);
    check_wire_name(context, &name);
    let ident = ident(context, &name, raw.ident.as_ref());
    // A shared parameter is as old as it is, but never older than the method that uses it.
    let life = if written.since.is_none() && written.until.is_none() {
        context.life(raw.since.as_ref(), raw.until.as_ref(), owner).clip(owner)
    } else {
        context.life_within(raw.since.as_ref(), raw.until.as_ref(), owner, owner_name)
    };
    let encoding = raw.encoding.as_ref().map_or_else(|| usual_encoding(&type_), |encoding| encoding.value);
    check_encoding(context, &type_, encoding, &raw, span);
    check_need(context, need, &raw, span);
    check_default(context, &type_, &raw);
    Some(Parameter {
        ident,
        encoding,
        pattern: text(raw.pattern.as_ref()),
        max_length: raw.max_length,
        need,
        when: raw.when.as_ref().map(|when| context.reference(Kind::Condition, when)),
        default: text(raw.default.as_ref()),
        absent: text(raw.absent.as_ref()),
        doc: doc.value,
        role: raw.role.as_ref().map(|role| role.value),
        sensitive: raw.sensitive.unwrap_or(type_.is_payload()),
        example: raw.example.as_ref().map(|example| example.0.clone()),
        undocumented: raw.undocumented.unwrap_or(false),
        life,
        deprecated: text(raw.deprecated.as_ref()),
        evidence: context.evidence(&raw.evidence),
        unsure: texts(&raw.unsure),
        type_,
        name: name.value,
    })
}

/// What changed of a parameter, which is part of the history of its method.
pub(super) fn changes<'a>(written: &'a raw::Parameter, shared: &Shared<'a>) -> &'a [raw::Change] {
    let base = written.shared.as_ref().and_then(|id| shared.get(id.as_str()));
    match base {
        Some(base) if written.changes.is_empty() => &base.value.changes,
        _ => &written.changes,
    }
}

/// The shared parameter with the keys replaced that the method writes itself.
fn merge(own: &raw::Parameter, base: &raw::Parameter) -> raw::Parameter {
    let list = |own: &Vec<Loc<String>>, base: &Vec<Loc<String>>| {
        if own.is_empty() { base.clone() } else { own.clone() }
    };
    raw::Parameter {
        shared: None,
        name: own.name.clone().or_else(|| base.name.clone()),
        ident: own.ident.clone().or_else(|| base.ident.clone()),
        type_: own.type_.clone().or_else(|| base.type_.clone()),
        encoding: own.encoding.clone().or_else(|| base.encoding.clone()),
        pattern: own.pattern.clone().or_else(|| base.pattern.clone()),
        max_length: own.max_length.or(base.max_length),
        need: own.need.clone().or_else(|| base.need.clone()),
        when: own.when.clone().or_else(|| base.when.clone()),
        default: own.default.clone().or_else(|| base.default.clone()),
        absent: own.absent.clone().or_else(|| base.absent.clone()),
        doc: own.doc.clone().or_else(|| base.doc.clone()),
        role: own.role.clone().or_else(|| base.role.clone()),
        sensitive: own.sensitive.or(base.sensitive),
        example: own.example.clone().or_else(|| base.example.clone()),
        undocumented: own.undocumented.or(base.undocumented),
        since: own.since.clone().or_else(|| base.since.clone()),
        until: own.until.clone().or_else(|| base.until.clone()),
        deprecated: own.deprecated.clone().or_else(|| base.deprecated.clone()),
        // They are no part of the parameter: see `changes`.
        changes: Vec::new(),
        evidence: list(&own.evidence, &base.evidence),
        unsure: list(&own.unsure, &base.unsure),
    }
}

fn needed<T: Clone>(
    context: &mut Context<'_>,
    value: Option<&Loc<T>>,
    span: Span,
    key: &str,
) -> Option<Loc<T>> {
    if value.is_none() {
        context
            .report
            .at(span, format!("the key `{key}` is missing"), "in a parameter")
            .help("a parameter without `use` needs `name`, `type`, `need` and `doc`");
    }
    value.cloned()
}

/// Wire names must survive form encoding and every target language as they are.
pub(super) fn check_wire_name(context: &mut Context<'_>, name: &Loc<String>) {
    let fine = name.starts_with(|first: char| first.is_ascii_alphabetic())
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_-".contains(&byte));
    if !fine {
        context
            .report
            .at(name.span, format!("`{}` cannot be a wire name", name.value), "not a name of a form field")
            .help("wire names have ASCII letters, digits, `_` and `-`, and start with a letter");
    }
}

/// Name for code: as written, or made from the wire name.
pub(super) fn ident(context: &mut Context<'_>, name: &Loc<String>, written: Option<&Loc<String>>) -> String {
    let (ident, span) = match written {
        Some(ident) => (ident.value.clone(), ident.span),
        None => (names::ident_of(name), name.span),
    };
    if let Some(reason) = names::bad_ident(&ident) {
        context
            .report
            .at(span, format!("`{}` gives the name `{ident}`", name.value), reason)
            .help(format!("add `ident:` with another name, for example `ident: {ident}_value`"));
    }
    ident
}

/// The encoding that a type has where the spec says nothing else.
fn usual_encoding(type_: &Type) -> Encoding {
    match type_ {
        Type::List(_) => Encoding::Indexed,
        Type::Boolean => Encoding::TrueFalse,
        Type::Datetime => Encoding::Datetime,
        Type::File => Encoding::FilePart,
        Type::Payload(_) | Type::PayloadItem(_) | Type::PayloadRecords => Encoding::Payload,
        _ => Encoding::Plain,
    }
}

fn check_encoding(
    context: &mut Context<'_>,
    type_: &Type,
    encoding: Encoding,
    raw: &raw::Parameter,
    span: Span,
) {
    let fits = match encoding {
        Encoding::Plain => !matches!(type_, Type::List(_) | Type::File | Type::Map(_)) && !type_.is_payload(),
        Encoding::Indexed | Encoding::Comma => matches!(type_, Type::List(_)),
        Encoding::TrueFalse | Encoding::ZeroOne | Encoding::UpperTrueFalse | Encoding::Presence => {
            *type_ == Type::Boolean
        }
        Encoding::Datetime => *type_ == Type::Datetime,
        Encoding::FilePart => *type_ == Type::File,
        Encoding::Payload => type_.is_payload(),
    };
    if !fits {
        let place = raw.encoding.as_ref().map_or(span, |encoding| encoding.span);
        let message = format!("the type `{}` cannot be written so", type_.notation());
        context
            .report
            .at(place, message, "this encoding is for other types")
            .help("leave `encoding` out, or correct `type`");
    }
    match (type_, &raw.pattern) {
        (Type::Datetime, None) => {
            context
                .report
                .at(span, "a datetime has no pattern", "nobody can write it without")
                .help("add `pattern:`, for example \"YYYY-MM-DD HH:MM\"");
        }
        (Type::Datetime, Some(_)) | (_, None) => {}
        (_, Some(pattern)) => {
            let reason = format!("the type is {}", type_.notation());
            context
                .report
                .at(pattern.span, "only a datetime has a pattern", reason)
                .help("leave `pattern` out, or write `type: datetime`");
        }
    }
}

fn check_need(context: &mut Context<'_>, need: Need, raw: &raw::Parameter, span: Span) {
    let place = raw.need.as_ref().map_or(span, |need| need.span);
    match need {
        Need::Conditional if raw.when.is_none() => {
            context
                .report
                .at(place, "a conditional parameter does not say when", "`when` is missing")
                .help("add `when:` with the id of a condition");
        }
        Need::Defaulted if raw.default.is_none() => {
            context
                .report
                .at(place, "a defaulted parameter has no default", "`default` is missing")
                .help("add `default:` with the value that the server takes");
        }
        Need::Optional if raw.default.is_none() && raw.absent.is_none() => {
            context
                .report
                .at(
                    place,
                    "nothing says what the absence of this parameter means",
                    "`default` or `absent` is missing",
                )
                .help("add `default:` with the value that the server takes, or `absent:` in words");
        }
        Need::Required if raw.default.is_some() => {
            context
                .report
                .at(place, "a required parameter has a default", "then the server does not require it")
                .help("write `need: defaulted`");
        }
        _ => {}
    }
}

fn check_default(context: &mut Context<'_>, type_: &Type, raw: &raw::Parameter) {
    let Some(default) = &raw.default else { return };
    let fits = match type_ {
        Type::Integer => default.parse::<i64>().is_ok(),
        Type::Boolean => matches!(default.as_str(), "true" | "false" | "TRUE" | "FALSE" | "0" | "1"),
        _ => true,
    };
    if !fits {
        let message = format!("`{}` is not a value of this parameter", default.value);
        let reason = format!("its type is {}", type_.notation());
        context.report.at(default.span, message, reason).help("correct `default` or `type`");
    }
}
