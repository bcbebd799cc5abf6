//! The history of the API as a page and for programs: see [`crate::history`].

use std::collections::BTreeSet;

use minijinja::context;
use serde_json::json;

use super::{Backend, BackendError, Emitted, Input, limit};
use crate::history::{self, Step};
use crate::model::{Lifespan, Method, Version};
use crate::output::FileSet;
use crate::view::View;

/// Template of the page.
const PAGE: &str = "changelog/CHANGELOG-API.md.jinja";

/// Emits `CHANGELOG-API.md` and `CHANGELOG-API.json`.
#[derive(Debug)]
pub struct Changelog;

impl Backend for Changelog {
    fn id(&self) -> &'static str {
        "changelog"
    }

    fn emit(&self, input: &Input<'_>) -> Result<Emitted, BackendError> {
        let view = input.view;
        let newest = limit(view).unwrap_or_else(|| input.model.newest());
        let steps = history::timeline(input.model, newest);
        let mut files = FileSet::new(self.id());
        files.add("CHANGELOG-API.md", &view.files(), input.page(PAGE, page(view, &steps))?)?;
        files.add_plain("CHANGELOG-API.json", format!("{:#}\n", document(view, &steps)))?;
        let methods: BTreeSet<String> = view.model.methods.iter().map(|method| method.id.clone()).collect();
        Ok(Emitted { files, methods: Some(methods) })
    }
}

/// What the page is made from.
fn page(view: &View, steps: &[Step<'_>]) -> minijinja::Value {
    let lines = majors(steps);
    let releases: Vec<_> = steps
        .iter()
        .rev()
        .map(|step| {
            context! {
                version => step.release.version.to_string(),
                kind => if step.release.lts { "LTS" } else { "standard" },
                released => step.release.released.clone(),
                note => step.release.note.as_deref().map(|note| note.trim().replace('\n', " ")),
                evidence => step.release.evidence.clone(),
                methods => step.methods,
                changes => step.findings.iter().count(),
                breaking => step.findings.iter().filter(|finding| finding.is_breaking()).count(),
                body => body(step),
            }
        })
        .collect();
    let groups: Vec<_> = view
        .model
        .groups
        .iter()
        .map(|group| {
            let row = |method: &Method| {
                let cells: Vec<String> = lines.iter().map(|line| cell(&method.life, line)).collect();
                context! { title => method.title.clone(), cells }
            };
            let methods: Vec<_> = view.methods_of(&group.id).map(row).collect();
            context! { title => group.title.clone(), methods }
        })
        .collect();
    let sources: Vec<_> = view
        .model
        .sources
        .iter()
        .map(|one| context! { id => one.id.clone(), title => one.title.clone(), url => one.url.clone() })
        .collect();
    let lines: Vec<u16> = lines.iter().map(|line| line[0].0).collect();
    context! { releases, groups, sources, lines, first => steps.first().map(|step| step.release.version.to_string()) }
}

/// The findings of a step, without title and summary, which the page has itself.
fn body(step: &Step<'_>) -> String {
    let page = step.findings.markdown(2);
    page.split_once("\n### ").map_or_else(String::new, |(_, body)| format!("### {body}"))
}

/// The releases of each major version.
fn majors(steps: &[Step<'_>]) -> Vec<Vec<Version>> {
    let versions: Vec<Version> = steps.iter().map(|step| step.release.version).collect();
    versions.chunk_by(|one, next| one.0 == next.0).map(<[Version]>::to_vec).collect()
}

/// How much of a major version has a method: all of it, from or up to a version on, or nothing.
fn cell(life: &Lifespan, releases: &[Version]) -> String {
    let having = releases.iter().filter(|version| life.contains(**version)).count();
    match (having, life.until) {
        (0, _) => String::new(),
        (some, _) if some == releases.len() => "●".to_owned(),
        (_, Some(until)) if until <= releases[releases.len() - 1] => format!("until {until}"),
        _ => life.since.to_string(),
    }
}

/// The same for programs.
fn document(view: &View, steps: &[Step<'_>]) -> serde_json::Value {
    let releases: Vec<_> = steps
        .iter()
        .map(|step| {
            json!({
                "version": step.release.version,
                "lts": step.release.lts,
                "released": step.release.released,
                "note": step.release.note,
                "evidence": step.release.evidence,
                "methods": step.methods,
                "breaking": step.findings.iter().filter(|finding| finding.is_breaking()).count(),
                "sections": step.findings.sections,
            })
        })
        .collect();
    let having = |method: &Method| -> Vec<Version> {
        steps
            .iter()
            .map(|step| step.release.version)
            .filter(|version| method.life.contains(*version))
            .collect()
    };
    let methods: Vec<_> = view
        .model
        .methods
        .iter()
        .map(|method| {
            json!({
                "id": method.id,
                "title": method.title,
                "since": method.life.since,
                "certainty": method.life.certainty,
                "until": method.life.until,
                "releases": having(method),
            })
        })
        .collect();
    json!({ "releases": releases, "methods": methods })
}
