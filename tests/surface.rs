//! The API of every release line as text, line by line, and what lies between two of them.
//!
//! A changed snapshot means that the spec says something else about old or new servers. The lists
//! in `seeds.rs` are held against the spec independently.

mod support;

use std::collections::BTreeMap;

use insta::{assert_snapshot, with_settings};
use redcap_generator::model::Model;
use redcap_generator::surface::{self, Fact, FactKind};
use support::{at, real_model};

/// Parts of a surface, so that each snapshot stays short enough to be read.
const PARTS: [(&str, &[FactKind]); 4] = [
    ("methods", &[FactKind::Method, FactKind::Return]),
    ("parameters", &[FactKind::Parameter]),
    ("columns", &[FactKind::Column]),
    ("values", &[FactKind::Value, FactKind::Callback]),
];

/// Most lines of a snapshot.
const READABLE: usize = 300;

#[test]
fn surfaces() {
    let model = real_model();
    // By part, the release line that last changed it, and its text then.
    let mut printed: BTreeMap<&str, (String, String)> = BTreeMap::new();
    for (release, facts) in releases(&model) {
        for (part, kinds) in PARTS {
            let facts = facts.iter().filter(|fact| kinds.contains(&fact.kind));
            let text: String = facts.map(|fact| fact.line() + "\n").collect();
            assert!(text.lines().count() <= READABLE, "{release}-{part} is too long to be read");
            let shown = match printed.get(part) {
                Some((earlier, same)) if *same == text => format!("same as {earlier}"),
                _ => {
                    printed.insert(part, (release.clone(), text.clone()));
                    text
                }
            };
            with_settings!({ omit_expression => true }, { assert_snapshot!(format!("{release}-{part}"), shown) });
        }
    }
}

#[test]
fn differences() {
    let model = real_model();
    let releases = releases(&model);
    for pair in releases.windows(2) {
        let [(older, before), (newer, after)] = pair else { continue };
        let steps = surface::difference(before, after);
        let text = match steps.is_empty() {
            true => "nothing\n".to_owned(),
            false => surface::difference_text(&steps),
        };
        with_settings!({ omit_expression => true }, { assert_snapshot!(format!("{newer}-since-{older}"), text) });
    }
}

#[test]
fn a_fact_has_one_line() {
    for (release, facts) in releases(&real_model()) {
        let mut names = BTreeMap::new();
        for fact in &facts {
            assert!(!fact.line().contains('\n'), "{release}: {}", fact.line());
            let before = names.insert((fact.kind, fact.name.clone()), fact);
            assert!(before.is_none(), "{release}: two facts about {} {}", fact.kind.word(), fact.name);
        }
    }
}

/// The facts of every release line, oldest first.
fn releases(model: &Model) -> Vec<(String, Vec<Fact>)> {
    let versions = model.releases.iter().map(|release| release.version.to_string());
    versions.map(|version| (version.clone(), surface::facts(&at(model, &version)))).collect()
}
