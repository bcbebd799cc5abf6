//! Rules that see the whole model.

use crate::model::Model;

use super::context::{Context, Kind};

/// Two methods must never be selected by the same fields in the same version.
pub(super) fn unique_selectors(context: &mut Context<'_>, model: &Model) {
    for (index, method) in model.methods.iter().enumerate() {
        let clash = model.methods[..index]
            .iter()
            .find(|earlier| earlier.selector() == method.selector() && earlier.life.overlaps(&method.life));
        let (Some(earlier), Some(span)) = (clash, context.span_of(Kind::Method, &method.id)) else { continue };
        let action = method.action.as_ref().map_or_else(String::new, |action| format!(", action={action}"));
        let payload = if method.payload().is_some() { ", with a payload" } else { "" };
        let since = earlier.life.since.max(method.life.since);
        context
            .report
            .at(
                span,
                format!("`{}` and `{}` look the same on the wire", earlier.id, method.id),
                format!("both are content={}{action}{payload} in {since}", method.content),
            )
            .help("correct `wire`, or end one with `until` before the other starts");
    }
}

/// What the API-wide lists must cover.
pub(super) fn completeness(context: &mut Context<'_>, model: &Model) {
    for method in &model.methods {
        for answer in &method.returns {
            if !model.answers.iter().any(|known| known.id == answer.answer) {
                let span = context.span_of(Kind::Method, &method.id);
                if let Some(span) = span {
                    let message = format!("`answers` does not describe {:?}", answer.answer);
                    context.report.at(span, message, "this method returns it").help("describe it under `answers:`");
                }
            }
        }
        for parameter in &method.parameters {
            if !model.api.encodings.iter().any(|known| known.id == parameter.encoding) {
                let span = context.span_of(Kind::Method, &method.id);
                if let Some(span) = span {
                    let message = format!("`encodings` does not describe {:?}", parameter.encoding);
                    let reason = format!("the parameter `{}` is written so", parameter.name);
                    context.report.at(span, message, reason).help("describe it under `api: encodings:`");
                }
            }
        }
    }
    for group in &model.groups {
        if !model.methods.iter().any(|method| method.group == group.id) {
            if let Some(span) = context.span_of(Kind::Group, &group.id) {
                let message = format!("the group `{}` has no method", group.id);
                context.report.at(span, message, "defined here").help("add a method, or delete the group");
            }
        }
    }
}
