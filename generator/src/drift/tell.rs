//! What came of a comparison, in words.

use super::difference::{Drift, Finding, NewMethod, Side, Subject};
use super::{Reading, document::Place};
use crate::findings::{self, Change, Findings, Section};
use crate::model::{Model, Type, Version};

/// The findings of a comparison for a version.
#[must_use]
pub fn findings(reading: &Reading, drift: &Drift, model: &Model, version: Version) -> Findings {
    let of = |title: &str, side: Side| Section {
        title: title.to_owned(),
        findings: drift
            .findings
            .iter()
            .filter(|one| one.side == side)
            .map(|one| worded(one, model))
            .collect(),
    };
    let mut gone = of("The spec has it, the release does not", Side::OnlySpec);
    // The place is that of the method, which is told once.
    for at in (1..gone.findings.len()).rev() {
        if gone.findings[at].place == gone.findings[at - 1].place {
            gone.findings[at].place = None;
        }
    }
    let mut unread: Vec<findings::Finding> = Vec::new();
    for (stated, place) in reading.versions.iter().filter(|(stated, _)| *stated != version) {
        unread.push(note(place, format!("the page says that it is of REDCap {stated}")));
    }
    unread.extend(drift.unread.iter().map(|one| note(&one.place, one.what.clone())));
    let mut sections = vec![
        of("The release has it, the spec does not", Side::OnlyRelease),
        gone,
        of("Both have it, and it differs", Side::Differs),
        Section { title: "Not read, or in doubt".to_owned(), findings: unread },
    ];
    sections.retain(|section| !section.findings.is_empty());
    Findings {
        title: format!("REDCap {version} as it describes itself, and the spec"),
        summary: summary(reading, drift, model, version),
        sections,
    }
}

/// Whether the spec says the same as the release, as far as one can tell.
#[must_use]
pub fn agree(findings: &Findings) -> bool {
    findings.sections.is_empty()
}

fn summary(reading: &Reading, drift: &Drift, model: &Model, version: Version) -> Vec<String> {
    let mut read = Vec::new();
    let new_listed = drift.new_methods.iter().filter(|new| matches!(new, NewMethod::Listed(_))).count();
    for (number, one, many) in [
        (reading.methods.len(), "description of a method", "descriptions of methods"),
        (drift.listed.len() + new_listed, "method in the list of methods", "methods in the list of methods"),
        (reading.requests.len(), "request of an example", "requests of examples"),
    ] {
        if number > 0 {
            read.push(format!("{number} {}", if number == 1 { one } else { many }));
        }
    }
    let mut summary = vec![format!("Read: {}.", read.join(", "))];
    let newest = model.newest();
    if version > newest {
        summary.push(format!(
            "{version} is newer than all versions in the spec, so the spec at {newest} was compared."
        ));
    }
    let number = |side| drift.findings.iter().filter(|one| one.side == side).count();
    let (more, less, other) = (number(Side::OnlyRelease), number(Side::OnlySpec), number(Side::Differs));
    summary.push(if drift.findings.is_empty() {
        "Nothing differs.".to_owned()
    } else {
        format!("{more} only in the release, {less} only in the spec, {other} other.")
    });
    let only_listed = drift.listed.difference(&drift.compared).count();
    if only_listed > 0 {
        let methods =
            if only_listed == 1 { "1 method is".to_owned() } else { format!("{only_listed} methods are") };
        summary.push(format!("{methods} in the list only: their parameters were not compared."));
    }
    if !drift.passed_over.is_empty() {
        let names = if drift.passed_over.len() <= 12 {
            drift.passed_over.iter().map(|id| format!("`{id}`")).collect::<Vec<_>>().join(", ")
        } else {
            format!("{} methods", drift.passed_over.len())
        };
        summary.push(format!("Nothing was read about {names}, so they may be in the release or not."));
    }
    if !reading.idle.is_empty() {
        let names = if reading.idle.len() <= 12 {
            reading.idle.iter().map(|path| format!("`{path}`")).collect::<Vec<_>>().join(", ")
        } else {
            format!("{} files", reading.idle.len())
        };
        summary.push(format!("Neither methods nor requests are in {names}."));
    }
    summary
}

fn worded(finding: &Finding, model: &Model) -> findings::Finding {
    let method = model.method(&finding.method);
    let parameter = finding.parameter.as_deref().unwrap_or_default();
    let value = finding.value.as_deref().unwrap_or_default();
    let (spec, release) =
        (finding.spec.as_deref().unwrap_or_default(), finding.release.as_deref().unwrap_or_default());
    let text = match (finding.subject, finding.side) {
        (Subject::Method, Side::OnlyRelease) if release.is_empty() => "the method".to_owned(),
        (Subject::Method, Side::OnlyRelease) => format!("the method, selected by `{release}`"),
        (Subject::Method, _) => "the method".to_owned(),
        (Subject::Parameter, Side::OnlyRelease) => format!("parameter `{parameter}`: {release}"),
        (Subject::Parameter, _) => format!("parameter `{parameter}`: {spec}"),
        (Subject::Value, _) => format!("`{parameter}` may be `{value}`"),
        (Subject::Need, _) => format!("`{parameter}` is {release} in the release, {spec} in the spec"),
        (Subject::Default, _) => {
            format!("`{parameter}` has the default `{release}` in the release, {} in the spec", code(spec))
        }
        (Subject::Title, _) => format!("the title is \"{release}\" in the release, \"{spec}\" in the spec"),
        (Subject::Selection, _) => format!("selected by `{release}` in the release, `{spec}` in the spec"),
    };
    findings::Finding {
        subject: method.map_or_else(|| finding.method.clone(), |method| method.title.clone()),
        change: match finding.side {
            Side::OnlyRelease => Change::Added,
            Side::OnlySpec => Change::Removed,
            Side::Differs => Change::Changed,
        },
        fact: key(finding, model),
        text,
        when: finding.history.clone(),
        verdict: None,
        place: finding.place.as_ref().map(Place::to_string),
        evidence: Vec::new(),
    }
}

/// The key of the fact in the surface.
fn key(finding: &Finding, model: &Model) -> Option<String> {
    let method = model.method(&finding.method)?;
    let Some(name) = &finding.parameter else { return Some(format!("method {}", method.id)) };
    match (&finding.value, method.parameter(name).map(|parameter| &parameter.type_)) {
        (Some(value), Some(Type::Enum(id))) => {
            Some(format!("value {id} {}", serde_json::Value::from(value.as_str())))
        }
        (Some(_), _) => None,
        (None, _) => Some(format!("parameter {}.{name}", method.id)),
    }
}

fn code(text: &str) -> String {
    if text == "none" { text.to_owned() } else { format!("`{text}`") }
}

fn note(place: &Place, what: String) -> findings::Finding {
    findings::Finding {
        subject: place.file.clone(),
        change: Change::Note,
        fact: None,
        text: what,
        when: None,
        verdict: None,
        place: Some(place.to_string()),
        evidence: Vec::new(),
    }
}
