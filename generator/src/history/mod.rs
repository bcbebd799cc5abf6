//! What moved between two versions, for people: each change as a sentence, judged as breaking or not for a client
//! that was written for the first of the two.
//!
//! # Invariants
//! - Every step between the surfaces of the versions has a finding, or belongs to a method, shape or set of values
//!   that came or went as a whole.
//! - The versions may be given in any order: from a newer to an older one, all that came later goes.

mod methods;
mod parameters;
mod shapes;
mod words;

use crate::findings::{Change, Finding, Findings, Section, Verdict};
use crate::model::{Certainty, Change as Remark, Lifespan, Method, Model, Release, Version};
use crate::view::{Selection, View};

/// Two versions of the API.
struct Pair<'m> {
    model: &'m Model,
    old: &'m View,
    new: &'m View,
    from: Version,
    to: Version,
}

/// The step to a release from the one before it.
#[derive(Debug)]
pub struct Step<'m> {
    /// The release.
    pub release: &'m Release,
    /// How many methods it has.
    pub methods: usize,
    /// What moved; nothing for the first release, before which nothing is known.
    pub findings: Findings,
}

/// The history of the API: a step for each release up to the newest that is wanted, oldest first.
#[must_use]
pub fn timeline(model: &Model, newest: Version) -> Vec<Step<'_>> {
    let releases = model.releases.iter().filter(|release| release.version <= newest);
    let views = releases.map(|release| (release, View::new(model, Selection::At(release.version))));
    let mut before: Option<View> = None;
    let mut steps = Vec::new();
    for (release, view) in views {
        let old = before.as_ref().unwrap_or(&view);
        let findings = between(model, old, &view);
        steps.push(Step { release, methods: view.model.methods.len(), findings });
        before = Some(view);
    }
    steps
}

/// What moved from one version to another.
#[must_use]
pub fn compare(model: &Model, from: Version, to: Version) -> Findings {
    let (old, new) = (View::new(model, Selection::At(from)), View::new(model, Selection::At(to)));
    between(model, &old, &new)
}

fn between(model: &Model, old: &View, new: &View) -> Findings {
    let (from, to) = (old.newest, new.newest);
    let pair = Pair { model, old, new, from, to };
    let sections: Vec<Section> = [
        ("New methods", methods::came(&pair)),
        ("Methods that are gone", methods::went(&pair)),
        ("Changed methods", methods::changed(&pair)),
        ("Columns of answers and imports", shapes::columns(&pair)),
        ("Allowed values", shapes::values(&pair)),
        ("Calls that REDCap makes", shapes::callbacks(&pair)),
        ("Behaviour", remarks(&pair)),
    ]
    .into_iter()
    .map(|(title, findings)| Section { title: title.to_owned(), findings })
    .filter(|section| !section.findings.is_empty())
    .collect();
    let mut findings = Findings { title: format!("REDCap {from} → {to}"), summary: Vec::new(), sections };
    findings.summary = summary(&pair, &findings);
    findings
}

fn summary(pair: &Pair<'_>, findings: &Findings) -> Vec<String> {
    let (all, breaking) = (findings.iter().count(), findings.iter().filter(|one| one.is_breaking()).count());
    if all == 0 {
        return vec!["Nothing changed in the API.".to_owned()];
    }
    let of = |title: &str| {
        let section = findings.sections.iter().find(|section| section.title == title);
        section.map_or(0, |section| section.findings.len())
    };
    let breaks = match breaking {
        0 => "none of which breaks".to_owned(),
        1 => "of which 1 breaks".to_owned(),
        several => format!("of which {several} break"),
    };
    vec![format!(
        "{all} {}, {breaks} a client written for {}. Methods: {} → {} ({} new, {} gone).",
        if all == 1 { "change" } else { "changes" },
        pair.from,
        pair.old.model.methods.len(),
        pair.new.model.methods.len(),
        of("New methods"),
        of("Methods that are gone"),
    )]
}

impl Pair<'_> {
    /// True when the second version is the newer one.
    fn forward(&self) -> bool {
        self.from <= self.to
    }

    /// When something came or went, in words: the end of its life that lies between the versions.
    fn when(&self, change: Change, life: &Lifespan) -> Option<String> {
        let came = life.certainty.words(life.since);
        match (change, self.forward()) {
            (Change::Removed, true) => life.until.map(|until| until.to_string()),
            (Change::Removed, false) => Some(format!("since {came}")),
            (_, true) => Some(came),
            (_, false) => life.until.map(|until| format!("until {until}")),
        }
    }

    /// The method as both versions have it.
    fn in_both(&self) -> impl Iterator<Item = (&Method, &Method)> {
        self.new.model.methods.iter().filter_map(|new| Some((self.old.model.method(&new.id)?, new)))
    }
}

/// Remarks on behaviour that fall between the versions. Going back, they are told in reverse.
fn remarks(pair: &Pair<'_>) -> Vec<Finding> {
    let (after, upto) = (pair.from.min(pair.to), pair.from.max(pair.to));
    let mut findings = Vec::new();
    let mut add = |subject: &str, remarks: &[Remark]| {
        let between = |one: &&Remark| one.version > after && one.version <= upto;
        for remark in remarks.iter().filter(between) {
            let verdict = match (&remark.breaks, pair.forward()) {
                (Some(why), true) => Verdict::breaking(words::continued(why)),
                (Some(_), false) => {
                    Verdict::breaking("a client that relies on the newer behaviour meets the older one")
                }
                (None, _) => Verdict::harmless("what worked before works on"),
            };
            findings.push(Finding {
                subject: subject.to_owned(),
                change: Change::Note,
                fact: None,
                text: words::sentence(&remark.note),
                when: Some(match pair.forward() {
                    true => remark.when(),
                    false => format!("since {}", remark.when()),
                }),
                verdict: Some(verdict),
                place: None,
                evidence: remark.evidence.clone(),
            });
        }
    };
    for (old, new) in pair.in_both() {
        let newest = if pair.forward() { new } else { old };
        add(&newest.title, &newest.changes);
    }
    let newest = if pair.forward() { pair.new } else { pair.old };
    for shape in &newest.model.shapes {
        if pair.old.model.shape(&shape.id).is_some() && pair.new.model.shape(&shape.id).is_some() {
            add(&shapes::subject(&newest.model, shape), &shape.changes);
        }
    }
    for set in &newest.model.enums {
        add(&shapes::set_subject(&newest.model, set), &set.changes);
    }
    for callback in &newest.model.callbacks {
        add(&callback.title, &callback.changes);
    }
    findings
}

/// A finding about a fact of the surface.
fn finding(
    pair: &Pair<'_>,
    change: Change,
    life: &Lifespan,
    subject: &str,
    fact: String,
    told: Told,
) -> Finding {
    Finding {
        subject: subject.to_owned(),
        change,
        fact: Some(fact),
        text: told.text,
        when: pair.when(change, life),
        verdict: Some(told.verdict),
        place: None,
        evidence: told.evidence,
    }
}

/// What a finding says.
struct Told {
    text: String,
    verdict: Verdict,
    evidence: Vec<String>,
}

impl Told {
    fn new(text: impl Into<String>, verdict: Verdict, evidence: &[String]) -> Told {
        Told { text: text.into(), verdict, evidence: evidence.to_vec() }
    }
}

/// A lifespan that began in a version that is stated, for facts that only have a beginning.
fn from_version(version: Version) -> Lifespan {
    Lifespan { since: version, certainty: Certainty::Stated, until: None }
}
