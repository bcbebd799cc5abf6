//! Rules that see the whole model.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostics::suggestion;
use crate::model::{Method, Model, Parameter, Type, names};
use crate::spec::raw;

use super::Index;
use super::context::{Context, Kind};

/// Two methods must never be selected by the same fields in the same version.
pub(super) fn unique_selectors(context: &mut Context<'_>, model: &Model) {
    let mut seen: BTreeMap<_, Vec<&Method>> = BTreeMap::new();
    for method in &model.methods {
        let alike = seen.entry(method.selector()).or_default();
        let clash = alike.iter().find(|earlier| earlier.life.overlaps(&method.life)).copied();
        alike.push(method);
        // Two definitions of one id are reported as such.
        let clash = clash.filter(|earlier| earlier.id != method.id);
        let (Some(earlier), Some(span)) = (clash, context.span_of(Kind::Method, &method.id)) else {
            continue;
        };
        let action = method.action.as_ref().map_or_else(String::new, |action| format!(", action={action}"));
        let payload = if method.payload().is_some() { " with a payload" } else { "" };
        let since = earlier.life.since.max(method.life.since);
        context
            .report
            .at(
                span,
                format!("`{}` and `{}` look the same on the wire", earlier.id, method.id),
                format!("in {since} both are content={}{action}{payload}", method.content),
            )
            .help("correct `wire`, or end one with `until` before the other starts");
    }
}

/// Answers come in formats that the method offers, and under values that its parameters take.
pub(super) fn answers_fit(context: &mut Context<'_>, index: &Index<'_>, method: &Method, raw: &raw::Method) {
    let roles = method.parameters.iter().filter(|parameter| parameter.role.is_some());
    let formats: Vec<&str> = roles.flat_map(|parameter| values_of(index, parameter)).flatten().collect();
    for answer in &raw.returns {
        for format in answer.formats.iter().filter(|format| !formats.contains(&format.as_str())) {
            let message = format!("the method does not answer in `{}`", format.value);
            let help = match formats.is_empty() {
                true => "leave `formats` out; no parameter of this method chooses one".to_owned(),
                false => suggestion(format, formats.iter().copied()),
            };
            context.report.at(format.span, message, "no value of its format parameters").help(help);
        }
        let Some(when) = &answer.when else { continue };
        let parameter = method.parameter(&when.parameter);
        let Some(values) = parameter.and_then(|parameter| values_of(index, parameter)) else { continue };
        if !values.contains(&when.value.as_str()) {
            let message = format!("`{}` is not a value of `{}`", when.value.value, when.parameter.value);
            context
                .report
                .at(when.value.span, message, "so this answer never comes")
                .help(suggestion(&when.value, values));
        }
    }
}

/// The values that a parameter takes on the wire, where they can be listed.
fn values_of<'m>(index: &Index<'m>, parameter: &Parameter) -> Option<Vec<&'m str>> {
    match &parameter.type_ {
        Type::Enum(id) => {
            let values = &index.enums.get(id.as_str())?.values;
            Some(values.iter().map(|value| value.value.as_str()).collect())
        }
        Type::Boolean => Some(parameter.encoding.boolean_values().to_vec()),
        _ => None,
    }
}

/// What the API-wide lists must cover.
pub(super) fn completeness(context: &mut Context<'_>, model: &Model) {
    for method in &model.methods {
        let Some(span) = context.span_of(Kind::Method, &method.id) else { continue };
        for answer in &method.returns {
            if !model.answers.iter().any(|known| known.id == answer.answer) {
                let kind = names::ident_of(&format!("{:?}", answer.answer));
                let message = format!("`answers` does not describe `{kind}`");
                let help = format!("add an entry with `id: {kind}` under `answers:`");
                context.report.at(span, message, "this method returns it").help(help);
            }
        }
        for parameter in &method.parameters {
            if !model.api.encodings.iter().any(|known| known.id == parameter.encoding) {
                let encoding = names::ident_of(&format!("{:?}", parameter.encoding));
                let message = format!("`encodings` does not describe `{encoding}`");
                let reason = format!("the parameter `{}` is written so", parameter.name);
                let help = format!("add an entry with `id: {encoding}` under `encodings:` of `api`");
                context.report.at(span, message, reason).help(help);
            }
        }
    }
    let filled: BTreeSet<&str> = model.methods.iter().map(|method| method.group.as_str()).collect();
    for group in model.groups.iter().filter(|group| !filled.contains(group.id.as_str())) {
        if let Some(span) = context.span_of(Kind::Group, &group.id) {
            let message = format!("the group `{}` has no method", group.id);
            context.report.at(span, message, "defined here").help("add a method, or delete the group");
        }
    }
}
