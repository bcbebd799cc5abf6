//! What several tests need: the specs, and copies of them.

// Every test is a crate of its own and uses a part of this module.
#![allow(dead_code)]
// The generator itself may not touch the disk outside its output room; its tests must.
#![allow(clippy::disallowed_methods, clippy::disallowed_types)]

use std::fs;
use std::path::{Path, PathBuf};

use redcap_generator::backend::{self, Backend, Input};
use redcap_generator::diagnostics::{Report, SourceFile};
use redcap_generator::model::{Model, Version};
use redcap_generator::spec::load::read_folder;
use redcap_generator::view::{Selection, View};

/// A path below the root of the repository.
pub fn repository(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// The files of the real spec.
pub fn real_files() -> Vec<SourceFile> {
    files_of(&repository("spec"))
}

/// The files of the small spec of a made-up API, which has every key of the spec format in use.
pub fn tiny_files() -> Vec<SourceFile> {
    files_of(&repository("tests/fixtures/tiny"))
}

/// The YAML files of a folder, with paths that start with `spec/`.
pub fn files_of(folder: &Path) -> Vec<SourceFile> {
    let mut report = Report::default();
    let files = read_folder(folder, "spec", |name| name.ends_with(".yaml"), &mut report);
    assert!(report.is_empty(), "{}", report.render(&files, false));
    files
}

/// The model of files in which nothing may be wrong.
pub fn model_of(files: &[SourceFile]) -> Model {
    match redcap_generator::model_of(files, Report::default()) {
        Ok(model) => model,
        Err(report) => panic!("{}", report.render(files, false)),
    }
}

/// The model of the real spec.
pub fn real_model() -> Model {
    model_of(&real_files())
}

/// The report on files in which something must be wrong.
pub fn report_on(files: &[SourceFile]) -> String {
    match redcap_generator::model_of(files, Report::default()) {
        Ok(_) => panic!("nothing is wrong with the spec"),
        Err(report) => report.render(files, false),
    }
}

/// A version from its text.
pub fn version(text: &str) -> Version {
    text.parse().unwrap()
}

/// The API of one version.
pub fn at(model: &Model, text: &str) -> View {
    View::new(model, Selection::At(version(text)))
}

/// What backends make of a model: paths and texts, in the order of paths.
pub fn emit(backends: &[Box<dyn Backend>], model: &Model) -> Vec<(String, String)> {
    emit_view(backends, model, &View::new(model, Selection::All))
}

/// What backends make of a view of a model: paths and texts, in the order of paths.
pub fn emit_view(backends: &[Box<dyn Backend>], model: &Model, view: &View) -> Vec<(String, String)> {
    let mut report = Report::default();
    let mut templates = read_folder(&repository("templates"), "templates", |_| true, &mut report);
    assert!(report.is_empty(), "{}", report.render(&templates, false));
    for template in &mut templates {
        template.path = template.path.trim_start_matches("templates/").to_owned();
    }
    let files = backend::run(backends, &Input { model, view, templates: &templates }).unwrap();
    files
        .iter()
        .filter_map(|(path, file)| Some((path.as_str().to_owned(), file.text()?.to_owned())))
        .collect()
}

/// Copies a folder with everything in it.
pub fn copy_folder(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy_folder(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// Paths and texts of all files below a folder, in the order of paths.
pub fn files_below(folder: &Path) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(next).unwrap() {
            let place = entry.unwrap().path();
            if place.is_dir() {
                folders.push(place);
            } else {
                let path = place.strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
                // Not all of it is text.
                found.push((path, String::from_utf8_lossy(&fs::read(&place).unwrap()).into_owned()));
            }
        }
    }
    found.sort();
    found
}
