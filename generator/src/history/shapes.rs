//! Columns of answers and imports, allowed values, and calls that REDCap makes.

use super::words::{self, listed};
use super::{Pair, Told, finding};
use crate::findings::{Change, Finding, Verdict};
use crate::model::shape::ImportNeed;
use crate::model::{Callback, CallbackField, Column, Enum, EnumValue, Model, Shape, Type};
use crate::surface::{callback_facts, column_facts, value_name};

/// More methods than this are counted, not listed.
const MOST_LISTED: usize = 4;

/// Columns that came, went or changed in shapes that both versions have.
pub(super) fn columns(pair: &Pair<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for new in &pair.new.model.shapes {
        let Some(old) = pair.old.model.shape(&new.id) else { continue };
        let subject = subject(&pair.new.model, new);
        let mut tell = |change, column: &Column, text: String, verdict| {
            let key = format!("column {}.{}", new.id, column.name);
            let evidence = if column.evidence.is_empty() { &new.evidence } else { &column.evidence };
            let told = Told::new(format!("column `{}` {text}", column.name), verdict, evidence);
            findings.push(finding(pair, change, &column.life, &subject, key, told));
        };
        for column in &new.columns {
            match old.column(&column.name) {
                None => {
                    let (text, verdict) = column_came(&pair.new.model, column);
                    tell(Change::Added, column, text, verdict);
                }
                Some(before) if column_facts(before) != column_facts(column) => {
                    let text = format!("was {} and is {}", column_facts(before), column_facts(column));
                    let verdict =
                        Verdict::breaking("a client that reads or sends the old form meets another");
                    tell(Change::Changed, column, text, verdict);
                }
                Some(_) => {}
            }
        }
        for column in old.columns.iter().filter(|one| new.column(&one.name).is_none()) {
            let (text, verdict) = column_went(column);
            tell(Change::Removed, column, text.to_owned(), verdict);
        }
    }
    findings
}

fn column_came(model: &Model, column: &Column) -> (String, Verdict) {
    match (column.export, column.import) {
        (_, ImportNeed::Required) => (
            "is new and required in imports".to_owned(),
            Verdict::breaking("imports of older clients lack it"),
        ),
        (true, ImportNeed::Optional) => (
            format!("is new in answers ({}), and imports may hold it", words::type_(model, &column.type_)),
            Verdict::harmless("clients that read columns by name pass over it"),
        ),
        (true, ImportNeed::No) => (
            format!("is new in answers ({})", words::type_(model, &column.type_)),
            Verdict::harmless("clients that read columns by name pass over it"),
        ),
        (false, _) => (
            format!("is new in imports ({})", words::type_(model, &column.type_)),
            Verdict::harmless("it may be left out"),
        ),
    }
}

fn column_went(column: &Column) -> (&'static str, Verdict) {
    match column.export {
        true => ("is gone", Verdict::breaking("a client that reads it finds nothing")),
        false => (
            "is no longer taken by imports",
            Verdict::breaking("an import that holds it is refused or loses it"),
        ),
    }
}

/// Values that came or went in sets that both versions use.
pub(super) fn values(pair: &Pair<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for new in &pair.new.model.enums {
        let Some(old) = pair.old.model.enumeration(&new.id) else { continue };
        let has = |one: &Enum, value: &EnumValue| one.values.iter().any(|other| other.value == value.value);
        let mut tell = |change, value: &EnumValue, model: &Model, text: String, verdict| {
            let subject = set_subject(model, new);
            let evidence = if value.evidence.is_empty() { &new.evidence } else { &value.evidence };
            let told = Told::new(text, verdict, evidence);
            let key = format!("value {}", value_name(new, value));
            findings.push(finding(pair, change, &value.life, &subject, key, told));
        };
        for value in new.values.iter().filter(|value| !has(old, value)) {
            let meaning = words::sentence(&value.meaning);
            let text = format!("`{}` is new: {meaning}", value.value);
            let verdict = match is_sent(&pair.new.model, &new.id) {
                true => Verdict::harmless("nobody has to send it"),
                false => Verdict::harmless("clients have to expect values that they do not know"),
            };
            tell(Change::Added, value, &pair.new.model, text, verdict);
        }
        for value in old.values.iter().filter(|value| !has(new, value)) {
            let text = format!("`{}` is gone", value.value);
            let verdict = match is_sent(&pair.old.model, &new.id) {
                true => Verdict::breaking(
                    "a call that sends it is refused, or answered as if it had another value",
                ),
                false => Verdict::harmless("it only stops to come"),
            };
            tell(Change::Removed, value, &pair.old.model, text, verdict);
        }
    }
    findings
}

/// Calls that REDCap makes: whole ones, and fields of those that both versions make.
pub(super) fn callbacks(pair: &Pair<'_>) -> Vec<Finding> {
    let by_id = |model: &Model, id: &str| model.callbacks.iter().find(|one| one.id == id).cloned();
    let mut findings = Vec::new();
    for new in &pair.new.model.callbacks {
        match by_id(&pair.old.model, &new.id) {
            Some(old) => findings.extend(callback_fields(pair, &old, new)),
            None => findings.push(whole_callback(pair, Change::Added, new)),
        }
    }
    let gone = pair.old.model.callbacks.iter().filter(|one| by_id(&pair.new.model, &one.id).is_none());
    findings.extend(gone.map(|callback| whole_callback(pair, Change::Removed, callback)));
    findings
}

fn whole_callback(pair: &Pair<'_>, change: Change, callback: &Callback) -> Finding {
    let (word, verdict) = match change {
        Change::Removed => ("is no longer made", Verdict::breaking("receivers wait for it in vain")),
        _ => ("is new", Verdict::harmless("nobody has to receive it")),
    };
    let text = format!("{word}: {}", words::sentence(&callback.summary));
    let told = Told::new(text, verdict, &callback.evidence);
    finding(pair, change, &callback.life, &callback.title, format!("callback {}", callback.id), told)
}

fn callback_fields(pair: &Pair<'_>, old: &Callback, new: &Callback) -> Vec<Finding> {
    let by_name = |one: &Callback, name: &str| one.fields.iter().find(|field| field.name == name).cloned();
    let mut findings = Vec::new();
    let mut tell = |change, field: &CallbackField, text: &str, verdict| {
        let told = Told::new(format!("field `{}` {text}", field.name), verdict, &field.evidence);
        let key = format!("callback {}.{}", new.id, field.name);
        findings.push(finding(pair, change, &field.life, &new.title, key, told));
    };
    for field in &new.fields {
        match by_name(old, &field.name) {
            None => tell(Change::Added, field, "is new", Verdict::harmless("receivers pass over it")),
            Some(before) if callback_facts(&before) != callback_facts(field) => {
                let text = format!("was {} and is {}", callback_facts(&before), callback_facts(field));
                tell(Change::Changed, field, &text, Verdict::breaking("receivers may not understand it"));
            }
            Some(_) => {}
        }
    }
    for field in old.fields.iter().filter(|field| by_name(new, &field.name).is_none()) {
        tell(Change::Removed, field, "is gone", Verdict::breaking("receivers that read it find nothing"));
    }
    findings
}

/// What a shape is called: the methods that return or take it.
pub(super) fn subject(model: &Model, shape: &Shape) -> String {
    of_methods(&titles(model, shape), &shape.id)
}

fn titles(model: &Model, shape: &Shape) -> Vec<String> {
    let uses = |type_: &Type| matches!(type_, Type::Payload(id) | Type::PayloadItem(id) if *id == shape.id);
    let methods = model.methods.iter().filter(|method| {
        method.returns.iter().any(|answer| answer.shape.as_ref() == Some(&shape.id))
            || method.parameters.iter().any(|parameter| uses(&parameter.type_))
    });
    methods.map(|method| method.title.clone()).collect()
}

/// What a set of values is called: the parameters and columns that take it.
pub(super) fn set_subject(model: &Model, set: &Enum) -> String {
    let mut names: Vec<String> = Vec::new();
    let mut methods: Vec<String> = Vec::new();
    for method in &model.methods {
        for parameter in method.parameters.iter().filter(|one| refers(&one.type_, &set.id)) {
            methods.push(method.title.clone());
            names.push(format!("`{}`", parameter.name));
        }
    }
    for shape in &model.shapes {
        for column in shape.columns.iter().filter(|one| refers(&one.type_, &set.id)) {
            methods.extend(titles(model, shape));
            names.push(format!("`{}`", column.name));
        }
    }
    methods.dedup();
    names.sort();
    names.dedup();
    format!("{} of {}", listed(&names), of_methods(&methods, &set.id))
}

fn of_methods(titles: &[String], id: &str) -> String {
    match titles.len() {
        0 => id.to_owned(),
        few if few <= MOST_LISTED => listed(titles),
        many => format!("{many} methods"),
    }
}

/// True when callers send values of the set.
fn is_sent(model: &Model, set: &str) -> bool {
    let parameters = model.methods.iter().flat_map(|method| &method.parameters);
    let columns = model.shapes.iter().flat_map(|shape| &shape.columns);
    parameters.into_iter().any(|one| refers(&one.type_, set))
        || columns.into_iter().any(|one| one.import != ImportNeed::No && refers(&one.type_, set))
}

fn refers(type_: &Type, set: &str) -> bool {
    match type_ {
        Type::Enum(id) => id == set,
        Type::List(of) | Type::Map(of) => refers(of, set),
        _ => false,
    }
}
