//! The examples: a language is a folder and no Rust, mistakes in one are told with their place, and what readers copy.
//!
//! That examples do what they should is proved by `tests/examples`, which runs them.

// The generator itself may not touch the disk outside its output room; its tests must.
#![allow(clippy::disallowed_methods, clippy::disallowed_types)]

mod support;

use std::sync::LazyLock;

use insta::{assert_snapshot, with_settings};
use redcap_generator::backend::{Backend, Input};
use redcap_generator::backend::{examples::Examples, samples::languages};
use redcap_generator::diagnostics::{Report, SourceFile};
use redcap_generator::model::Model;
use redcap_generator::spec::load::read_folder;
use redcap_generator::view::{Selection, View};
use support::{at, model_of, real_model, repository, tiny_files};

/// Most lines of a snapshot.
const READABLE: usize = 300;

/// What the real spec and templates give.
static REAL: LazyLock<Vec<(String, String)>> =
    LazyLock::new(|| emit(&real_model(), &templates("templates", "")).expect("files"));

/// Files below a folder of the repository, with paths as those of templates.
fn templates(folder: &str, prefix: &str) -> Vec<SourceFile> {
    let mut report = Report::default();
    let mut files = read_folder(&repository(folder), folder, |_| true, &mut report);
    assert!(report.is_empty(), "{}", report.render(&files, false));
    for file in &mut files {
        file.path = file.path.replacen(&format!("{folder}/"), prefix, 1);
    }
    files
}

/// The made-up language, with the READMEs that all languages share.
fn quill() -> Vec<SourceFile> {
    let mut files = templates("tests/fixtures/languages", "examples/");
    let shared = templates("templates", "").into_iter();
    files
        .extend(shared.filter(|file| file.path.starts_with("examples/") && file.path.ends_with(".md.jinja")));
    files
}

/// Paths and texts of the examples, or what is wrong.
fn emit(model: &Model, templates: &[SourceFile]) -> Result<Vec<(String, String)>, String> {
    emit_view(model, &View::new(model, Selection::All), templates)
}

fn emit_view(model: &Model, view: &View, templates: &[SourceFile]) -> Result<Vec<(String, String)>, String> {
    let emitted = Examples.emit(&Input { model, view, templates }).map_err(|error| error.to_string())?;
    let text = |(path, file): (&redcap_generator::output::OutPath, &redcap_generator::output::OutFile)| {
        Some((path.as_str().to_owned(), file.text()?.to_owned()))
    };
    Ok(emitted.files.iter().filter_map(text).collect())
}

#[test]
fn a_language_is_a_folder() {
    let made = emit(&model_of(&tiny_files()), &quill()).unwrap();
    let own: Vec<_> = made.iter().filter(|(path, _)| path.starts_with("examples/quill/")).collect();
    let shown: String = own
        .iter()
        .filter(|(path, _)| !path.ends_with("README.md"))
        .map(|(path, text)| format!("=== {path}\n{text}"))
        .collect();
    with_settings!({ omit_expression => true }, { assert_snapshot!("quill", shown) });
    let text = |wanted: &str| &made.iter().find(|(path, _)| path == wanted).unwrap().1;
    assert!(text("examples/README.md").contains("[Quill](quill/README.md)"));
    assert!(text("examples/quill/README.md").contains("buy quill"));
}

#[test]
fn an_older_version_is_sent_nothing_newer() {
    let model = real_model();
    let templates = templates("templates", "");
    for old in ["4.0.0", "6.4.0", "9.0.0", "13.1.0"] {
        let view = at(&model, old);
        let made = emit_view(&model, &view, &templates).unwrap();
        let text = |path: String| made.iter().find(|(one, _)| *one == path).map(|(_, text)| text);
        for language in languages(&templates).unwrap() {
            for method in &model.methods {
                let path =
                    format!("examples/{}/{}/{}", language.id, method.group, language.file_name(&method.id));
                assert_eq!(
                    text(path).is_some(),
                    view.model.method(&method.id).is_some(),
                    "{old}: {}",
                    method.id
                );
            }
        }
        let mut seen = 0;
        for method in &view.model.methods {
            let program = text(format!("examples/python/{}/{}.py", method.group, method.id)).unwrap();
            let keys = program.lines().filter_map(|line| line.strip_prefix("    \"")?.split_once("\": "));
            for (key, _) in keys {
                let name = key.split('[').next().unwrap();
                let known =
                    matches!(name, "token" | "content" | "action") || method.parameter(name).is_some();
                assert!(known || method.open, "{old}: {} sends {name}", method.id);
                seen += 1;
            }
        }
        assert!(seen > view.model.methods.len(), "{old}: the fields of the forms were found");
    }
}

/// What is wrong when a file of the made-up language is another one.
fn wrong(path: &str, change: impl FnOnce(&str) -> String) -> String {
    let mut files = quill();
    let path = format!("examples/quill/{path}");
    let file = files.iter_mut().find(|file| file.path == path).unwrap();
    file.text = change(&file.text);
    emit(&model_of(&tiny_files()), &files).expect_err("a mistake")
}

fn assert_told(error: &str, parts: &[&str]) {
    let missing: Vec<_> = parts.iter().filter(|part| !error.contains(**part)).collect();
    assert!(missing.is_empty(), "{missing:?} in: {error}");
}

#[test]
fn a_text_that_goes_past_the_escaper_is_refused() {
    let error = wrong("method.jinja", |text| format!("{text}{{{{ method.title }}}}\n"));
    assert_told(&error, &["templates/examples/quill/method.jinja:10", "printed as it is", "`literal`"]);
    let error = wrong("method.jinja", |text| format!("{text}{{{{ method.title | name }}}}\n"));
    assert_told(&error, &["templates/examples/quill/method.jinja:10", "is no name"]);
    let error = wrong("method.jinja", |text| format!("{text}{{{{ method.titel | literal }}}}\n"));
    assert_told(&error, &["templates/examples/quill/method.jinja:10", "not a string"]);
}

#[test]
fn a_call_that_the_spec_does_not_have_is_refused() {
    let file = "desk/Export.ql.jinja";
    let error = wrong(file, |text| text.replace("export_notes", "export_note"));
    assert_told(&error, &["templates/examples/quill/desk/Export.ql.jinja:1", "no method `export_note`"]);
    let error = wrong(file, |text| text.replace("notes=", "note="));
    assert_told(&error, &["templates/examples/quill/desk/Export.ql.jinja:1", "no parameter `note`"]);
}

#[test]
fn a_text_that_the_language_cannot_hold_is_refused() {
    let error = wrong("method.jinja", |text| format!("{text}{{{{ (\"a\" ~ \"\\u0000\") | literal }}}}\n"));
    assert_told(&error, &["templates/examples/quill/method.jinja:10", "U+0000"]);
}

#[test]
fn a_data_file_with_a_mistake_is_refused() {
    let error = wrong("language.yaml", |text| format!("{text}colour: blue\n"));
    assert_told(&error, &["templates/examples/quill/language.yaml", "colour", "line 20"]);
    let error = wrong("language.yaml", |text| text.replace("pascal", "shouting"));
    assert_told(&error, &["templates/examples/quill/language.yaml", "shouting", "line 5"]);
    let error = wrong("language.yaml", |text| text.replace("title: Quill\n", ""));
    assert_told(&error, &["templates/examples/quill/language.yaml", "title"]);
}

/// A snapshot that can be read.
fn show(name: &str, text: &str) {
    assert!(text.lines().count() <= READABLE, "{name} is too long to be read");
    with_settings!({ omit_expression => true }, { assert_snapshot!(name, text) });
}

#[test]
fn one_method_in_every_language() {
    for language in languages(&templates("templates", "")).unwrap() {
        let path = format!("examples/{}/records/{}", language.id, language.file_name("import_records"));
        let (_, text) = REAL.iter().find(|(known, _)| *known == path).unwrap();
        show(&format!("import_records-{}", language.id), text);
    }
}

#[test]
fn every_method_in_one_language() {
    for group in &real_model().groups {
        let folder = format!("examples/python/{}/", group.id);
        let text: String = REAL
            .iter()
            .filter_map(|(path, text)| Some(format!("=== {}\n{text}", path.strip_prefix(&folder)?)))
            .collect();
        show(&format!("python-{}", group.id), &text);
    }
}

#[test]
fn readme_of_one_language() {
    let (_, text) = REAL.iter().find(|(path, _)| path == "examples/python/README.md").unwrap();
    show("python-README", text);
}
