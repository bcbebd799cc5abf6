//! What a release says of its API, held against the spec: help pages of four ages, copies of them,
//! official examples, and what becomes of pages that are incomplete or odd.

// The generator itself may not touch the disk outside its output room; its tests must.
#![allow(clippy::disallowed_methods, clippy::disallowed_types)]

#[path = "../support/mod.rs"]
mod support;

mod examples;
mod pages;
mod rendered;
mod scaffold;
mod seeds;

use std::collections::BTreeSet;
use std::path::PathBuf;

use redcap_generator::diagnostics::{Report, SourceFile};
use redcap_generator::drift::difference::{Drift, Finding, Side, Subject};
use redcap_generator::drift::{Reading, compare, matching, read};
use redcap_generator::model::Model;
use redcap_generator::spec::load::read_sources;
use support::{repository, version};

/// The folder of pages of a version.
fn pages_of(version: &str) -> Vec<SourceFile> {
    files(&[repository("tests/fixtures/drift").join(version)])
}

fn files(sources: &[PathBuf]) -> Vec<SourceFile> {
    let mut report = Report::default();
    let files = read_sources(sources, &mut report);
    assert!(report.is_empty(), "{}", report.render(&files, false));
    files
}

fn file(path: &str, text: impl Into<String>) -> SourceFile {
    SourceFile { path: path.to_owned(), text: text.into() }
}

fn reading_of(model: &Model, files: &[SourceFile]) -> Reading {
    let is_title = |title: &str| model.methods.iter().any(|method| matching::is_title_of(method, title));
    read(files, &is_title)
}

fn drift_of(model: &Model, files: &[SourceFile], text: &str) -> Drift {
    compare::compare(&reading_of(model, files), model, &compare::view_for(model, version(text)))
}

/// The differences as lines that are easy to compare: `+ parameter export_records.eventName`.
fn lines(drift: &Drift) -> BTreeSet<String> {
    let line = |finding: &Finding| {
        let side = match finding.side {
            Side::OnlyRelease => '+',
            Side::OnlySpec => '-',
            Side::Differs => '~',
        };
        let subject = match finding.subject {
            Subject::Method => "method",
            Subject::Title => "title",
            Subject::Selection => "selection",
            Subject::Parameter => "parameter",
            Subject::Need => "need",
            Subject::Default => "default",
            Subject::Value => "value",
        };
        let parameter = finding.parameter.as_ref().map_or_else(String::new, |name| format!(".{name}"));
        let value = finding.value.as_ref().map_or_else(String::new, |value| format!(" {value}"));
        format!("{side} {subject} {}{parameter}{value}", finding.method)
    };
    drift.findings.iter().map(line).collect()
}

/// What could not be read, without the places.
fn unread(drift: &Drift) -> Vec<&str> {
    drift.unread.iter().map(|one| one.what.as_str()).collect()
}

fn assert_same(drift: &Drift, what: &str) {
    assert_eq!((lines(drift), unread(drift)), (BTreeSet::new(), Vec::new()), "{what}");
}

fn set<const N: usize>(lines: [&str; N]) -> BTreeSet<String> {
    lines.map(str::to_owned).into()
}
