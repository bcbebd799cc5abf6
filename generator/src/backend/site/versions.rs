//! What each version has, and what changed from one to another.

use std::collections::BTreeMap;

use minijinja::Value;
use serde_json::json;

use super::pages::title;
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
    notes: Vec<Note>,
}

/// A change of behaviour that a source tells of.
#[derive(Debug)]
struct Note {
    /// Position of the first release line with it.
    at: usize,
    title: String,
    path: String,
    when: String,
    text: String,
    breaks: Option<String>,
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
        let notes = notes(&input.view.model, &versions);
        History { versions, facts, notes }
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
                (
                    "notes",
                    self.notes.iter().filter(|note| note.at == at && at > 0).map(Note::value).collect(),
                ),
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
        let notes = self.notes.iter().map(|note| {
            json!([note.at, note.title, note.path, note.when, note.text.replace('`', "")]).to_string()
        });
        let notes: Vec<String> = notes.collect();
        let (facts, notes) = (lines.join(",\n"), notes.join(",\n"));
        format!("site.facts({}, [\n{facts}\n], [\n{notes}\n]);\n", json!(versions))
    }
}

impl Note {
    fn value(&self) -> Value {
        Value::from_pairs([
            ("title", Value::from(self.title.clone())),
            ("path", Value::from(self.path.clone())),
            ("when", Value::from(self.when.clone())),
            ("text", Value::from(self.text.clone())),
            ("breaks", Value::from(self.breaks.clone())),
        ])
    }
}

/// The dated changes of methods and shapes, by release line and then in the order of the spec.
fn notes(model: &Model, versions: &[Version]) -> Vec<Note> {
    let of_methods = model.methods.iter().flat_map(|method| {
        let path = format!("methods/{}.html#history", method.id);
        method.changes.iter().map(move |change| (method.title.clone(), path.clone(), change))
    });
    let of_shapes = model.shapes.iter().flat_map(|shape| {
        let path = format!("shapes/{}.html#history", shape.id);
        shape.changes.iter().map(move |change| (title(&shape.id), path.clone(), change))
    });
    let notes = of_methods.chain(of_shapes).filter_map(|(title, path, change)| {
        let at = versions.iter().position(|version| change.version <= *version)?;
        let text = change.note.split_whitespace().collect::<Vec<_>>().join(" ");
        Some(Note { at, title, path, when: change.when(), text, breaks: change.breaks.clone() })
    });
    let mut notes: Vec<Note> = notes.collect();
    notes.sort_by_key(|note| note.at);
    notes
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
