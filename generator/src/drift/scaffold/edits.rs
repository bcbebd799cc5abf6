//! What has to be changed in files that are there, each with its place and its YAML.

use std::fmt::Write as _;

use super::parameter::{self, Owner};
use super::{Material, quoted};
use crate::drift::difference::{Finding, Side, Subject};
use crate::drift::page::Stated;
use crate::model::{Origin, Type};

/// The list of edits, in Markdown.
pub fn text(material: &Material<'_>) -> String {
    let version = material.version;
    let mut text = format!(
        "# What REDCap {version} needs in the spec\n\n\
         Complete what is marked TODO, look at what is marked check, then run `cargo run lint`.\n"
    );
    if !material.drift.new_methods.is_empty() {
        let _ = write!(
            text,
            "\n## New methods\n\nEach has a file below `methods/`. It can be copied as it is to `spec/methods/`.\n"
        );
    }
    if material.model.releases.iter().all(|release| release.version != version) {
        let entry = format!(
            "  - version: \"{version}\"\n    kind: standard # check: or lts\n    note: TODO what is new\n    evidence: [{}]\n",
            material.source
        );
        let place = if version > material.model.newest() { "At the end of" } else { "In its place in" };
        block(&mut text, &format!("{place} `spec/versions.yaml`"), &entry);
    }
    if material.model.sources.iter().all(|source| source.id != material.source) {
        let entry = format!(
            "  - id: {}\n    title: Help pages of a REDCap {version} server\n    trust: high\n    note: TODO which pages, and when they were saved.\n",
            material.source
        );
        block(&mut text, "At the end of `spec/sources.yaml`", &entry);
    }
    for (id, stated) in &material.drift.new_parameters {
        new_parameter(&mut text, material, id, stated);
    }
    for finding in &material.drift.findings {
        match (finding.subject, finding.side) {
            (Subject::Value, Side::OnlyRelease) => new_value(&mut text, material, finding),
            (Subject::Method, Side::OnlyRelease) => {}
            (Subject::Parameter, Side::OnlyRelease) => {}
            _ => other(&mut text, material, finding),
        }
    }
    text
}

fn block(text: &mut String, title: &str, yaml: &str) {
    let _ = write!(text, "\n## {title}\n\n```yaml\n{yaml}```\n");
}

fn place(origin: Option<&Origin>) -> String {
    origin.map_or_else(String::new, |origin| format!("`{}:{}`", origin.file, origin.line))
}

fn new_parameter(text: &mut String, material: &Material<'_>, id: &str, stated: &Stated) {
    let method = material.model.method(id);
    if method.is_some_and(|method| method.parameter(&stated.name).is_some()) {
        let _ = write!(
            text,
            "\n## `{}` of `{id}` is not there in {} only\n\nThe spec has it in other versions; correct its `since` or `until`.\n",
            stated.name, material.version
        );
        return;
    }
    let group = method.map_or("", |method| method.group.as_str());
    let written = parameter::write(material, &Owner { id, group, is_older: true }, stated);
    let title = format!("In `parameters` of `{id}`, {}", place(method.map(|method| &method.origin)));
    block(text, &title, &written.entry);
    if let Some(set) = written.values {
        let file = method.map_or("spec/common.yaml", |method| method.origin.file.as_str());
        block(text, &format!("In `enums` of `{file}`"), &set);
    }
}

fn new_value(text: &mut String, material: &Material<'_>, finding: &Finding) {
    let model = material.model;
    let value = finding.value.as_deref().unwrap_or_default();
    let name = finding.parameter.as_deref().unwrap_or_default();
    let parameter = model.method(&finding.method).and_then(|method| method.parameter(name));
    let Some(Type::Enum(id)) = parameter.map(|parameter| &parameter.type_) else {
        other(text, material, finding);
        return;
    };
    let Some(set) = model.enums.iter().find(|one| one.id == *id) else { return };
    if set.values.iter().any(|known| known.value == value) {
        other(text, material, finding);
        return;
    }
    let title = format!("In `values` of the set `{id}`, {}", place(Some(&set.origin)));
    let mut entry = format!("      - value: {}\n", quoted(value));
    if !value.starts_with(|first: char| first.is_ascii_alphabetic()) {
        entry.push_str("        ident: TODO\n");
    }
    let _ = write!(
        entry,
        "        meaning: TODO\n        since: \"{}\"\n        evidence: [{}]\n",
        material.version, material.source
    );
    if text.contains(&title) && text.contains(&entry) {
        return;
    }
    block(text, &title, &entry);
    let users: Vec<String> = model
        .methods
        .iter()
        .flat_map(|method| method.parameters.iter().map(move |parameter| (method, parameter)))
        .filter(|(_, parameter)| parameter.type_ == Type::Enum(id.clone()))
        .map(|(method, parameter)| format!("`{}.{}`", method.id, parameter.name))
        .collect();
    if users.len() > 1 {
        let _ = write!(
            text,
            "\nThe set is shared by {}. If the value is for some of them only, give these a set of their own.\n",
            users.join(", ")
        );
    }
}

/// What went or changed: that is for people to decide, with what they need for it.
fn other(text: &mut String, material: &Material<'_>, finding: &Finding) {
    let version = material.version;
    let (spec, release) =
        (finding.spec.as_deref().unwrap_or_default(), finding.release.as_deref().unwrap_or_default());
    let subject = match &finding.parameter {
        Some(name) => format!("`{}` of `{}`", name, finding.method),
        None => format!("`{}`", finding.method),
    };
    let until = format!("If it is gone, it gets `until: \"{version}\"` and a note in `changes`.");
    let (what, todo) = match (finding.subject, finding.side) {
        (Subject::Value, Side::OnlySpec) => (format!("{subject} no longer takes `{spec}`"), until),
        (_, Side::OnlySpec) => (format!("{subject} is not in the release"), until),
        (Subject::Need, _) => (
            format!("{subject} is {release} in the release, {spec} in the spec"),
            format!(
                "Correct `need`, or end the parameter with `until: \"{version}\"` and add it anew from there."
            ),
        ),
        (Subject::Default, _) => (
            format!("The default of {subject} is `{release}` in the release, `{spec}` in the spec"),
            format!(
                "Correct `default`, or end the parameter with `until: \"{version}\"` and add it anew from there."
            ),
        ),
        (Subject::Title, _) => (
            format!("{subject} is called \"{release}\""),
            "Add the title to `also_called`, or make it the title.".to_owned(),
        ),
        (Subject::Selection, _) => (
            format!("{subject} is selected by `{release}` in the release, `{spec}` in the spec"),
            format!(
                "Correct `wire`, or end the method with `until: \"{version}\"` and add it anew from there."
            ),
        ),
        (Subject::Value, _) => {
            (format!("{subject} also takes `{release}`"), "Correct its values.".to_owned())
        }
        _ => (format!("{subject} differs"), String::new()),
    };
    let _ = write!(text, "\n## {what}\n\n{todo} The method is at {}.\n", place(finding.origin.as_ref()));
}
