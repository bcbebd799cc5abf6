//! The help page of about version 4 against its own version and against the newest.

use std::collections::BTreeSet;

use redcap_generator::diagnostics::SourceFile;
use redcap_generator::model::{Method, Model, Need, Parameter, Type};
use redcap_generator::view::View;

use crate::support::{at, real_model, repository};
use crate::{assert_same, drift_of, files, lines, pages_of, unread};

/// A page in our own words with the structure of the public copy, and the copy where it is at hand.
fn oldest_pages() -> Vec<Vec<SourceFile>> {
    let mut pages = vec![pages_of("4.0.0")];
    add_copy(&mut pages, "002_bf80344d1f1bc6b2.txt");
    pages
}

/// Adds a public copy, where it is at hand.
fn add_copy(sources: &mut Vec<Vec<SourceFile>>, name: &str) {
    let copy = repository("../shared/seeds").join(name);
    match copy.is_file() {
        true => sources.push(files(&[copy])),
        false => eprintln!("skipped: {} is not at hand, so only its structure is read", copy.display()),
    }
}

/// What differs between two versions, as far as a help page tells: methods, parameters, whether they
/// are required, defaults and values. Walks over the views and knows nothing of pages.
fn history(older: &View, newer: &View) -> BTreeSet<String> {
    let mut lines = BTreeSet::new();
    for method in newer.model.methods.iter().filter(|method| is_on_help_page(newer, method)) {
        let Some(before) = older.model.method(&method.id) else {
            lines.insert(format!("- method {}", method.id));
            continue;
        };
        let (old, new) = (names(before), names(method));
        lines.extend(new.difference(&old).map(|name| format!("- parameter {}.{name}", method.id)));
        lines.extend(old.difference(&new).map(|name| format!("+ parameter {}.{name}", method.id)));
        for name in old.intersection(&new) {
            let both = before.parameter(name).zip(method.parameter(name));
            let (old, new) = both.expect("it is in both");
            let subject = format!("{}.{name}", method.id);
            if column(old).zip(column(new)).is_some_and(|(old, new)| old != new) {
                lines.insert(format!("~ need {subject}"));
            }
            if old.default.is_some() && old.default != new.default {
                lines.insert(format!("~ default {subject}"));
            }
            let (old, new) = (values(older, old), values(newer, new));
            lines.extend(new.difference(&old).map(|value| format!("- value {subject} {value}")));
            lines.extend(old.difference(&new).map(|value| format!("+ value {subject} {value}")));
        }
    }
    for method in &older.model.methods {
        assert!(newer.model.method(&method.id).is_some(), "{} is gone", method.id);
    }
    lines
}

fn is_on_help_page(view: &View, method: &Method) -> bool {
    !view.model.groups.iter().any(|group| group.id == method.group && group.beyond_help)
}

fn names(method: &Method) -> BTreeSet<String> {
    let shown = |parameter: &&Parameter| !parameter.undocumented && parameter.deprecated.is_none();
    method.parameters.iter().filter(shown).map(|parameter| parameter.name.clone()).collect()
}

/// Whether it stands under "Required"; none where pages do not agree.
fn column(parameter: &Parameter) -> Option<bool> {
    match parameter.need {
        Need::Required | Need::Defaulted => Some(true),
        Need::Optional => Some(false),
        Need::Conditional => None,
    }
}

fn values(view: &View, parameter: &Parameter) -> BTreeSet<String> {
    let Type::Enum(id) = &parameter.type_ else { return BTreeSet::new() };
    let one = view.model.enums.iter().find(|one| one.id == *id).expect("it is in the view");
    one.values.iter().map(|value| value.value.clone()).collect()
}

#[test]
fn the_oldest_page_says_what_the_spec_says_of_its_version() {
    let model = real_model();
    for pages in oldest_pages() {
        let drift = drift_of(&model, &pages, "4.0.0");
        assert_eq!(drift.compared.len(), 6);
        assert_same(&drift, &pages[0].path);
    }
}

#[test]
fn held_against_the_newest_version_the_oldest_page_shows_the_whole_history() {
    let model: Model = real_model();
    let expected = history(&at(&model, "4.0.0"), &at(&model, "17.4.1"));
    for some in ["+ parameter export_records.eventName", "+ value export_records.rawOrLabel both"] {
        assert!(expected.contains(some), "{some}");
    }
    assert!(expected.contains("- method export_reports") && expected.len() > 70, "{expected:#?}");
    for pages in oldest_pages() {
        let drift = drift_of(&model, &pages, "17.4.1");
        assert_eq!(lines(&drift), expected, "{}", pages[0].path);
        assert_eq!(unread(&drift), Vec::<&str>::new());
    }
}

#[test]
fn a_list_of_methods_is_compared_without_their_parameters() {
    let model = real_model();
    let list = "# Our API\n\n## What our server can do\n\nSupported Methods\n";
    let view = at(&model, "9.0.0");
    let mut text = list.to_owned();
    for group in &view.model.groups {
        text.push_str(&format!("<b>{}</b>\n", group.title.replace('&', "&amp;")));
        for method in view.methods_of(&group.id) {
            text.push_str(&format!("{}\n", method.title));
        }
        text.push('\n');
    }
    text.push_str("## How to begin\n\nExport Bubbles\n");
    let mut sources = vec![vec![crate::file("list.md", text.clone())]];
    add_copy(&mut sources, "000_614072d0f32bb137.txt");
    for source in &sources {
        let drift = drift_of(&model, source, "9.0.0");
        assert_eq!((drift.listed.len(), drift.compared.len()), (34, 0));
        assert_same(&drift, &source[0].path);
    }
    let other =
        text.replace("Export Arms\n", "Export Arms\nExport Arm Colours\n").replace("Delete Arms\n", "");
    let drift = drift_of(&model, &[crate::file("list.md", other)], "9.0.0");
    assert_eq!(lines(&drift), crate::set(["+ method Export Arm Colours", "- method delete_arms"]));
}
