//! What all templates see of the API.

use std::collections::{BTreeMap, BTreeSet};

use minijinja::Value;
use minijinja::value::Serde;
use serde::Serialize;

use super::samples::Shown;
use crate::backend::Input;
use crate::model::{Lifespan, Method, Model, Version};

/// Pages of the menu above the methods.
const MENU: &[(&str, &str)] = &[
    ("index", "Overview"),
    ("playground", "Playground"),
    ("versions", "Versions"),
    ("errors", "Errors and status codes"),
    ("security", "Security and good practice"),
    ("clients", "Clients"),
    ("sandbox", "Sandbox"),
    ("trigger", "Data Entry Trigger"),
    ("shapes", "Shapes"),
    ("rights", "User rights"),
    ("sources", "Sources"),
];

/// What every page shows: release lines, languages, groups with their methods.
pub fn site(input: &Input<'_>, shown: &Shown) -> Value {
    let model = &input.view.model;
    let groups = model.groups.iter().map(|group| {
        // A group is there as long as one of its methods is.
        let lives = input.view.methods_of(&group.id).map(|method| method.life);
        let life = lives.reduce(|one, other| one.with(&other));
        Value::from_pairs([
            ("life", Value::from(Serde(life))),
            ("id", Value::from(group.id.clone())),
            ("title", Value::from(group.title.clone())),
            ("summary", Value::from(group.summary.clone())),
            ("methods", input.view.methods_of(&group.id).map(listed).collect()),
        ])
    });
    let releases = model.releases.iter().rev().map(|release| {
        Value::from_pairs([
            ("version", Value::from(release.version.to_string())),
            ("lts", Value::from(release.lts)),
            ("note", Value::from(release.note.clone())),
        ])
    });
    let languages = shown.languages.iter().map(|(id, title)| {
        Value::from_pairs([("id", Value::from(id.clone())), ("title", Value::from(title.clone()))])
    });
    let pairs = |entries: &[(&'static str, &'static str)]| -> Value {
        let pair = |&(path, title)| Value::from_pairs([("path", path), ("title", title)]);
        entries.iter().map(pair).collect()
    };
    Value::from_pairs([
        ("title", Value::from(model.api.title.clone())),
        ("newest", Value::from(input.view.newest.to_string())),
        ("oldest", Value::from(model.oldest().to_string())),
        ("count", Value::from(model.methods.len())),
        ("groups", groups.collect()),
        ("releases", releases.collect()),
        ("languages", languages.collect()),
        ("sampled", shown.first.keys().cloned().collect()),
        ("marks", marks(model).into_iter().map(|version| version.to_string()).collect()),
        ("menu", pairs(MENU)),
    ])
}

/// A method as lists show it.
pub fn listed(method: &Method) -> Value {
    Value::from_pairs([
        ("id", Value::from(method.id.clone())),
        ("title", Value::from(method.title.clone())),
        ("summary", Value::from(method.summary.clone())),
        ("effect", Value::from(Serde(method.effect))),
        ("destructive", Value::from(method.destructive)),
        ("life", Value::from(Serde(method.life))),
    ])
}

/// Parts of the model by their ids.
pub fn by_id(model: &Model) -> Value {
    fn map<T: Serialize>(list: &[T], id: impl Fn(&T) -> String) -> Value {
        let entries: BTreeMap<String, Value> =
            list.iter().map(|one| (id(one), Value::from(Serde(one)))).collect();
        Value::from_pairs(entries)
    }
    let methods: BTreeMap<String, Value> =
        model.methods.iter().map(|method| (method.id.clone(), listed(method))).collect();
    Value::from_pairs([
        ("methods", Value::from_pairs(methods)),
        ("enums", map(&model.enums, |one| one.id.clone())),
        ("rights", map(&model.rights, |one| one.id.clone())),
        ("conditions", map(&model.conditions, |one| one.id.clone())),
        ("encodings", map(&model.api.encodings, |one| Value::from(Serde(one.id)).to_string())),
    ])
}

/// All versions in which something came or went, in order: what the browser has to know to hide it.
fn marks(model: &Model) -> BTreeSet<Version> {
    let mut found = BTreeSet::new();
    let mut add = |life: &Lifespan| {
        found.insert(life.since);
        found.extend(life.until);
    };
    for method in &model.methods {
        add(&method.life);
        method.parameters.iter().for_each(|one| add(&one.life));
        method.rights.iter().for_each(|one| add(&one.life));
        method.returns.iter().for_each(|one| add(&one.life));
        method.errors.iter().for_each(|one| add(&one.life));
        method.examples.iter().for_each(|one| add(&one.life));
    }
    for shape in &model.shapes {
        add(&shape.life);
        shape.columns.iter().for_each(|one| add(&one.life));
    }
    model.enums.iter().flat_map(|one| &one.values).for_each(|one| add(&one.life));
    for callback in &model.callbacks {
        add(&callback.life);
        callback.fields.iter().for_each(|one| add(&one.life));
    }
    found.extend(model.api.statuses.iter().filter_map(|status| status.until));
    found.extend(model.methods.iter().flat_map(|method| &method.changes).map(|change| change.version));
    found.extend(model.shapes.iter().flat_map(|shape| &shape.changes).map(|change| change.version));
    found
}
