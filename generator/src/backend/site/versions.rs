//! What each version has, and what changed from one to another.

use std::collections::BTreeMap;

use minijinja::Value;
use serde_json::json;

use super::slug;
use crate::backend::Input;
use crate::model::{Lifespan, Model, Version};
use crate::surface::{self, Fact, FactKind};
use crate::view::{Selected, Selection};

/// All facts over all release lines of the view, oldest first.
#[derive(Debug)]
pub struct History {
    versions: Vec<Version>,
    facts: Vec<Kept>,
}

/// A fact with the ways in which it held.
#[derive(Debug)]
struct Kept {
    kind: FactKind,
    name: String,
    /// First and last version as positions, and what held.
    spans: Vec<(usize, usize, String)>,
}

impl Kept {
    fn at(&self, version: usize) -> Option<&str> {
        let span = self.spans.iter().find(|(from, to, _)| (*from..=*to).contains(&version));
        span.map(|(_, _, facts)| facts.as_str())
    }
}

impl History {
    /// Collects the facts.
    #[must_use]
    pub fn new(input: &Input<'_>) -> History {
        let newest = input.view.newest;
        let releases = input.model.releases.iter().map(|release| release.version);
        let versions: Vec<Version> = releases.filter(|version| *version <= newest).collect();
        let selected: Vec<Selected<'_>> =
            versions.iter().map(|&version| Selected::of(input.model, Selection::At(version))).collect();
        let mut places: BTreeMap<(FactKind, String), usize> = BTreeMap::new();
        let mut facts: Vec<Kept> = Vec::new();
        for surface::Lasting { fact, holding, .. } in surface::lasting(input.model, &selected) {
            let Fact { kind, name, facts: text } = fact;
            let at = *places.entry((kind, name.clone())).or_insert_with(|| {
                facts.push(Kept { kind, name: name.clone(), spans: Vec::new() });
                facts.len() - 1
            });
            for version in holding {
                match facts[at].spans.last_mut() {
                    Some((_, to, known)) if *to + 1 == version && *known == text => *to = version,
                    _ => facts[at].spans.push((version, version, text.clone())),
                }
            }
        }
        for kept in &mut facts {
            kept.spans.sort();
        }
        History { versions, facts }
    }

    /// The versions, oldest first.
    #[must_use]
    pub fn columns(&self) -> Value {
        self.versions.iter().map(Version::to_string).collect()
    }

    /// For each method, how many release lines lack it before, have it, and lack it after.
    #[must_use]
    pub fn rows(&self, model: &Model) -> Value {
        let rows = model.methods.iter().map(|method| {
            let (before, having) = self.extent(&method.life);
            let until = method.life.until.map_or(String::new(), |until| format!(" – {until}"));
            Value::from_pairs([
                ("id", Value::from(method.id.clone())),
                ("title", Value::from(method.title.clone())),
                ("before", Value::from(before)),
                ("having", Value::from(having)),
                ("after", Value::from(self.versions.len() - before - having)),
                ("words", Value::from(format!("{}{until}", method.life.since))),
            ])
        });
        rows.collect()
    }

    fn extent(&self, life: &Lifespan) -> (usize, usize) {
        let before = self.versions.iter().filter(|&&version| version < life.since).count();
        let having = self.versions.iter().filter(|&&version| life.contains(version)).count();
        (before, having)
    }

    /// What changed from each release line to the next, newest first.
    #[must_use]
    pub fn steps(&self, model: &Model) -> Value {
        let steps = (0..self.versions.len()).rev().map(|at| {
            let version = self.versions[at];
            let release = model.releases.iter().find(|release| release.version == version);
            Value::from_pairs([
                ("version", Value::from(version.to_string())),
                ("note", Value::from(release.and_then(|release| release.note.clone()))),
                ("changes", if at == 0 { Value::from(()) } else { self.changes(at) }),
            ])
        });
        steps.collect()
    }

    fn changes(&self, at: usize) -> Value {
        let mut changes = Vec::new();
        for kept in &self.facts {
            let (class, sign, facts) = match (kept.at(at - 1), kept.at(at)) {
                (None, Some(new)) => ("plus", "+", new.to_owned()),
                (Some(_), None) => ("minus", "−", String::new()),
                (Some(old), Some(new)) if old != new => ("other", "~", format!("{old} → {new}")),
                _ => continue,
            };
            changes.push(Value::from_pairs([
                ("class", Value::from(class)),
                ("sign", Value::from(sign)),
                ("kind", Value::from(kept.kind.word())),
                ("name", Value::from(kept.name.clone())),
                ("path", Value::from(path(kept.kind, &kept.name))),
                ("facts", Value::from(facts)),
            ]));
        }
        Value::from(changes)
    }

    /// The script that hands all facts to the comparison of any two versions.
    #[must_use]
    pub fn script(&self) -> String {
        let facts: Vec<_> = self
            .facts
            .iter()
            .map(|kept| {
                let spans: Vec<_> =
                    kept.spans.iter().map(|(from, to, text)| json!([from, to, text])).collect();
                json!([kept.kind.word(), kept.name, path(kept.kind, &kept.name), spans])
            })
            .collect();
        let versions: Vec<String> = self.versions.iter().map(Version::to_string).collect();
        let lines: Vec<String> = facts.iter().map(ToString::to_string).collect();
        format!("site.facts({}, [\n{}\n]);\n", json!(versions), lines.join(",\n"))
    }
}

/// Where the site tells of a fact; empty for what has no place of its own.
fn path(kind: FactKind, name: &str) -> String {
    let (owner, part) = name.split_once('.').unwrap_or((name, ""));
    match kind {
        FactKind::Method => format!("methods/{owner}.html"),
        FactKind::Return => format!("methods/{owner}.html#answer"),
        FactKind::Parameter => format!("methods/{owner}.html#p-{}", slug(part)),
        FactKind::Column => format!("shapes/{owner}.html#c-{}", slug(part)),
        FactKind::Callback => format!("trigger.html#f-{}", slug(part)),
        FactKind::Value => String::new(),
    }
}
