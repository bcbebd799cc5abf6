//! What all templates see of the API.

use std::collections::BTreeSet;

use minijinja::Value;

use crate::backend::Input;
use crate::model::{Lifespan, Model, Version};

/// Pages of the menu above the methods.
const MENU: &[(&str, &str)] = &[("index", "Start")];

/// What every page shows: release lines, groups with their methods.
pub fn site(input: &Input<'_>) -> Value {
    let model = &input.view.model;
    let groups = model.groups.iter().map(|group| {
        let methods = input.view.methods_of(&group.id).map(|method| {
            Value::from_pairs([
                ("id", Value::from(method.id.clone())),
                ("title", Value::from(method.title.clone())),
                ("summary", Value::from(method.summary.clone())),
                ("life", life(&method.life, model)),
            ])
        });
        Value::from_pairs([
            ("id", Value::from(group.id.clone())),
            ("title", Value::from(group.title.clone())),
            ("summary", Value::from(group.summary.clone())),
            ("methods", methods.collect()),
        ])
    });
    let releases = model.releases.iter().rev().map(|release| {
        Value::from_pairs([
            ("version", Value::from(release.version.to_string())),
            ("lts", Value::from(release.lts)),
            ("note", Value::from(release.note.clone())),
        ])
    });
    let menu =
        MENU.iter().map(|(path, title)| Value::from_pairs([("path", *path), ("title", *title)])).collect();
    let marks = marks(model).into_iter().map(|version| version.to_string());
    Value::from_pairs([
        ("title", Value::from(model.api.title.clone())),
        ("newest", Value::from(input.view.newest.to_string())),
        ("oldest", Value::from(model.oldest().to_string())),
        ("groups", groups.collect()),
        ("releases", releases.collect()),
        ("marks", marks.collect()),
        ("menu", menu),
    ])
}

/// A lifespan for templates: words, the versions at its ends, empty where it is open, and both as the attributes by which the
/// browser hides what a version does not have.
pub fn life(life: &Lifespan, model: &Model) -> Value {
    let since = if life.since > model.oldest() { life.since.to_string() } else { String::new() };
    let until = life.until.map_or(String::new(), |version| version.to_string());
    let attribute = |name: &str, version: &str| {
        if version.is_empty() { String::new() } else { format!(" data-{name}=\"{version}\"") }
    };
    // Versions are numbers and dots, so nothing here needs to be escaped.
    let attributes = attribute("since", &since) + &attribute("until", &until);
    Value::from_pairs([
        ("words", Value::from(life.to_string())),
        ("since", Value::from(since)),
        ("until", Value::from(until)),
        ("attrs", Value::from_safe_string(attributes)),
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
