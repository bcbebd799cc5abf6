//! Facts in words.

use crate::model::{Method, Model, Need, Parameter, Return, Type};

/// More values than this are counted, not listed.
const MOST_VALUES: usize = 6;

/// A type as people say it: "text", "one of `raw` and `label`".
pub(super) fn type_(model: &Model, type_: &Type) -> String {
    match type_ {
        Type::String => "text".to_owned(),
        Type::Integer => "whole number".to_owned(),
        Type::Boolean => "yes or no".to_owned(),
        Type::Datetime => "date or time".to_owned(),
        Type::File => "file".to_owned(),
        Type::Odm => "ODM document".to_owned(),
        Type::Scalar(id) => id.replace('_', " "),
        Type::Enum(id) => values(model, id),
        Type::List(of) => format!("list, each item: {}", self::type_(model, of)),
        Type::Map(of) => format!("for each instrument: {}", self::type_(model, of)),
        Type::Payload(_) | Type::PayloadItem(_) | Type::PayloadRecords => "document".to_owned(),
    }
}

fn values(model: &Model, set: &str) -> String {
    let Some(set) = model.enumeration(set) else { return set.to_owned() };
    let values: Vec<String> = set.values.iter().map(|value| format!("`{}`", value.value)).collect();
    match values.len() {
        many if many > MOST_VALUES => format!("one of {many} values"),
        _ => format!("one of {}", listed(&values)),
    }
}

/// Whether a parameter must be sent, and what its absence means.
pub(super) fn need(model: &Model, parameter: &Parameter) -> String {
    let absent = match (&parameter.default, &parameter.absent) {
        (Some(value), _) => format!(", default `{value}`"),
        (None, Some(meaning)) => format!(", without it: {}", sentence(meaning)),
        (None, None) => String::new(),
    };
    let condition = || {
        let id = parameter.when.as_deref().unwrap_or_default();
        model.condition(id).map_or_else(|| id.to_owned(), |condition| condition.title.clone())
    };
    match parameter.need {
        Need::Required => "required".to_owned(),
        Need::Defaulted => format!("listed as required, but may be left out{absent}"),
        Need::Optional => format!("optional{absent}"),
        Need::Conditional => format!("for {}{absent}", condition()),
    }
}

/// An answer with what leads to it: "under `returnContent=ids`: names of the records".
pub(super) fn answer(method: &Method, answer: &Return) -> String {
    let mut conditions: Vec<String> =
        answer.when.iter().map(|when| format!("`{}={}`", when.parameter, when.value)).collect();
    let elsewhere = |format: &String| method.returns.iter().all(|other| other.in_format(format));
    if !answer.formats.is_empty() && !answer.formats.iter().all(elsewhere) {
        conditions.push(format!("format {}", answer.formats.join(", ")));
    }
    let under = if conditions.is_empty() { String::new() } else { format!(" under {}", listed(&conditions)) };
    format!("{under}: {}", sentence(&answer.meaning))
}

/// A sentence of the spec as part of another one.
pub(super) fn sentence(text: &str) -> String {
    text.trim().trim_end_matches('.').replace('\n', " ")
}

/// A sentence of the spec that goes on after a mark: it begins in lower case.
pub(super) fn continued(text: &str) -> String {
    let text = sentence(text);
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

/// A list in words: "a", "a and b", "a, b and c".
pub(super) fn listed(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [only] => only.clone(),
        [firsts @ .., last] => format!("{} and {last}", firsts.join(", ")),
    }
}
