//! Parameters of a method that both versions have.

use super::{Pair, Told, finding, words};
use crate::findings::{Change, Finding, Verdict};
use crate::model::{Lifespan, Method, Need, Parameter};
use crate::surface::parameter_facts;

/// Parameters that came, went or changed.
pub(super) fn changed(pair: &Pair<'_>, old: &Method, new: &Method) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut tell = |change, parameter: &Parameter, text: String, verdict| {
        let key = format!("parameter {}.{}", new.id, parameter.name);
        let life = if change == Change::Changed {
            Lifespan { until: None, ..parameter.life }
        } else {
            parameter.life
        };
        let evidence = if parameter.evidence.is_empty() { &new.evidence } else { &parameter.evidence };
        let told = Told::new(format!("parameter `{}` {text}", parameter.name), verdict, evidence);
        findings.push(finding(pair, change, &life, &new.title, key, told));
    };
    for parameter in &new.parameters {
        match old.parameter(&parameter.name) {
            None => {
                let (text, verdict) = came(pair, parameter);
                tell(Change::Added, parameter, text, verdict);
            }
            Some(before) if parameter_facts(before) != parameter_facts(parameter) => {
                for (text, verdict) in differences(pair, before, parameter) {
                    tell(Change::Changed, parameter, text, verdict);
                }
            }
            Some(_) => {}
        }
    }
    for parameter in old.parameters.iter().filter(|one| new.parameter(&one.name).is_none()) {
        let verdict =
            Verdict::breaking("a call that sends it is refused, or answered as if it had not been sent");
        tell(Change::Removed, parameter, "is gone".to_owned(), verdict);
    }
    findings
}

fn came(pair: &Pair<'_>, parameter: &Parameter) -> (String, Verdict) {
    let model = &pair.new.model;
    let verdict = match parameter.need {
        Need::Required => Verdict::breaking("older clients do not send it"),
        Need::Conditional if parameter.default.is_none() => {
            Verdict::breaking("older clients do not send it where it is needed")
        }
        _ => Verdict::harmless("it may be left out"),
    };
    let type_ = words::type_(model, &parameter.type_);
    (format!("is new: {type_}; {}", words::need(model, parameter)), verdict)
}

/// Each difference with its judgement. What has no rule of its own is told as a change of the facts, and counts as
/// breaking, because nobody has thought about it.
fn differences(pair: &Pair<'_>, old: &Parameter, new: &Parameter) -> Vec<(String, Verdict)> {
    let mut found = Vec::new();
    if old.need != new.need || old.when != new.when {
        let verdict = match (old.need, new.need) {
            (_, Need::Optional) | (Need::Required, Need::Defaulted | Need::Conditional) => {
                Verdict::harmless("who sent it can go on doing so")
            }
            _ => Verdict::breaking("a call without it, fine before, fails"),
        };
        found.push((
            format!(
                "is {} instead of {}",
                words::need(&pair.new.model, new),
                words::need(&pair.old.model, old)
            ),
            verdict,
        ));
    }
    if old.default != new.default {
        let shown = |value: &Option<String>| {
            value.as_ref().map_or_else(|| "none".to_owned(), |value| format!("`{value}`"))
        };
        let text = format!("has the default {} instead of {}", shown(&new.default), shown(&old.default));
        found.push((text, Verdict::breaking("a call that leaves it out means something else than before")));
    }
    if old.type_ != new.type_ || old.encoding != new.encoding || old.pattern != new.pattern {
        let text = format!("is written as {} instead of {}", written(new), written(old));
        found.push((text, Verdict::breaking("what older clients send is read differently")));
    }
    if old.max_length != new.max_length {
        let shown = |most: Option<u32>| {
            most.map_or_else(|| "any number of".to_owned(), |most| format!("at most {most}"))
        };
        let text = format!("takes {} characters instead of {}", shown(new.max_length), shown(old.max_length));
        let fewer = new.max_length.is_some_and(|most| old.max_length.is_none_or(|before| most < before));
        let verdict = match fewer {
            true => Verdict::breaking("longer texts are refused"),
            false => Verdict::harmless("what was short enough still is"),
        };
        found.push((text, verdict));
    }
    if let (Some(note), None) = (&new.deprecated, &old.deprecated) {
        let text = format!("is deprecated: {}", words::sentence(note));
        found.push((text, Verdict::harmless("it still works, but clients should move on")));
    }
    if found.is_empty() {
        let text = format!("was `{}` and is `{}`", parameter_facts(old), parameter_facts(new));
        found.push((text, Verdict::breaking("what this means to a client is not known")));
    }
    found
}

fn written(parameter: &Parameter) -> String {
    let encoding = serde_json::to_value(parameter.encoding).unwrap_or_default();
    let pattern = parameter.pattern.as_ref().map_or_else(String::new, |pattern| format!(" {pattern}"));
    format!(
        "`{}` ({}{pattern})",
        parameter.type_.notation(),
        encoding.as_str().unwrap_or_default().replace('_', " ")
    )
}
