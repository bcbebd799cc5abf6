//! What moved between versions: complete, judged, and the same in both directions.

mod support;

use std::collections::BTreeSet;

use insta::{assert_snapshot, with_settings};
use redcap_generator::backend::{self, Backend};
use redcap_generator::findings::{Change, Findings};
use redcap_generator::history::{compare, timeline};
use redcap_generator::model::{Model, Version};
use redcap_generator::surface::{self, Fact, FactKind, Step};
use support::{at, emit, real_model, version};

/// The keys of what a comparison told.
fn told(findings: &Findings) -> BTreeSet<String> {
    findings.iter().filter_map(|finding| finding.fact.clone()).collect()
}

/// Steps between surfaces that no finding tells, though what they belong to is in both versions.
fn untold(model: &Model, from: Version, to: Version) -> Vec<String> {
    let (old, new) = (at(model, &from.to_string()), at(model, &to.to_string()));
    let told = told(&compare(model, from, to));
    let steps = surface::difference(&surface::facts(&old), &surface::facts(&new));
    let in_both = |fact: &Fact| {
        let owner = fact.name.split(['.', ' ']).next().unwrap_or_default();
        [&old.model, &new.model].iter().all(|side| match fact.kind {
            FactKind::Column => side.shape(owner).is_some(),
            FactKind::Value => side.enumeration(owner).is_some(),
            FactKind::Callback => side.callbacks.iter().any(|one| one.id == owner),
            FactKind::Method => true,
            FactKind::Return | FactKind::Parameter => side.method(owner).is_some(),
        })
    };
    steps
        .iter()
        .map(|step| match step {
            Step::Added(fact) | Step::Removed(fact) | Step::Changed(_, fact) => fact,
        })
        .filter(|fact| in_both(fact) && !told.contains(&format!("{} {}", fact.kind.word(), fact.name)))
        .map(Fact::line)
        .collect()
}

#[test]
fn every_step_between_surfaces_is_told_in_both_directions() {
    let model = real_model();
    let versions: Vec<Version> = model.releases.iter().map(|release| release.version).collect();
    let mut pairs: Vec<(Version, Version)> = versions.windows(2).map(|pair| (pair[0], pair[1])).collect();
    pairs.push((model.oldest(), model.newest()));
    for (from, to) in pairs {
        assert_eq!(untold(&model, from, to), Vec::<String>::new(), "{from} → {to}");
        assert_eq!(untold(&model, to, from), Vec::<String>::new(), "{to} → {from}");
    }
}

#[test]
fn what_came_in_one_direction_goes_in_the_other() {
    let model = real_model();
    let keys = |findings: &Findings, change| -> BTreeSet<String> {
        findings.iter().filter(|one| one.change == change).filter_map(|one| one.fact.clone()).collect()
    };
    let (up, down) = (version("9.0.0"), version("17.4.1"));
    let (forth, back) = (compare(&model, up, down), compare(&model, down, up));
    assert_eq!(keys(&forth, Change::Added), keys(&back, Change::Removed));
    assert_eq!(keys(&forth, Change::Removed), keys(&back, Change::Added));
    assert!(compare(&model, up, up).iter().next().is_none());
}

#[test]
fn every_change_is_judged_and_has_a_source() {
    let model = real_model();
    for step in timeline(&model, model.newest()) {
        for finding in step.findings.iter() {
            let name = format!("{} {}: {}", step.release.version, finding.subject, finding.text);
            let verdict = finding.verdict.as_ref().unwrap_or_else(|| panic!("{name}: not judged"));
            assert!(!verdict.why.is_empty() && !finding.evidence.is_empty(), "{name}");
            assert!(!finding.text.contains('\n') && !finding.text.ends_with('.'), "{name}");
        }
    }
}

#[test]
fn what_breaks() {
    let model = real_model();
    let mut findings = compare(&model, version("5.8.2"), version("14.5.0"));
    findings.retain(|finding| finding.is_breaking());
    with_settings!({ omit_expression => true }, { assert_snapshot!("breaking-5.8.2-14.5.0", findings.markdown(1)) });
}

#[test]
fn the_page_has_a_section_for_each_release_that_changed_something() {
    let model = real_model();
    let files = emit(&[Box::new(backend::changelog::Changelog) as Box<dyn Backend>], &model);
    let text = |name: &str| &files.iter().find(|(path, _)| path == name).expect(name).1;
    let page = text("CHANGELOG-API.md");
    let document: serde_json::Value = serde_json::from_str(text("CHANGELOG-API.json")).unwrap();
    for (step, entry) in timeline(&model, model.newest()).iter().zip(document["releases"].as_array().unwrap())
    {
        let (version, changes) = (step.release.version, step.findings.iter().count());
        assert_eq!(page.contains(&format!("\n## {version}\n")), changes > 0, "{version}");
        let sections = entry["sections"].as_array().unwrap();
        let listed: usize = sections.iter().map(|one| one["findings"].as_array().unwrap().len()).sum();
        assert_eq!((entry["version"].as_str(), listed), (Some(version.to_string().as_str()), changes));
    }
    for method in &model.methods {
        assert!(page.contains(&format!("\n| {} |", method.title)), "{}", method.title);
    }
}
