//! What the Rust backend makes compiles without a warning: for old and new REDCap versions, and for
//! a made-up API whose texts hold whatever could break a comment, a literal or a template.
//!
//! The crate for all versions is tested in full by CI, in `generated/rust`.

// The generator itself may not touch the disk outside its output room; its tests must.
#![allow(clippy::disallowed_methods)]

use std::path::{Path, PathBuf};
use std::process::Command;

use redcap_generator::backend::{self, Backend, Input};
use redcap_generator::diagnostics::{Report, SourceFile};
use redcap_generator::output::{self, FileSet, Mode};
use redcap_generator::spec::load;
use redcap_generator::view::{Selection, View};

fn repository() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn templates() -> Vec<SourceFile> {
    let mut report = Report::default();
    let mut files = load::read_folder(&repository().join("templates"), "templates", |_| true, &mut report);
    assert!(report.is_empty(), "{}", report.render(&files, false));
    for file in &mut files {
        file.path = file.path.trim_start_matches("templates/").to_owned();
    }
    files
}

fn emit(spec: &Path, selection: Selection) -> FileSet {
    let loaded = redcap_generator::load_spec(spec, "spec");
    let model = loaded.outcome.unwrap_or_else(|report| panic!("{}", report.render(&loaded.files, false)));
    let view = View::new(&model, selection);
    let backends: Vec<Box<dyn Backend>> = vec![Box::new(backend::rust::Rust)];
    let templates = templates();
    backend::run(&backends, &Input { model: &model, view: &view, templates: &templates }).unwrap()
}

/// Checks the crate with its tests, and fails on errors and warnings alike.
fn check(name: &str, files: &FileSet) {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("crates").join(name);
    output::apply(files, &folder, &["rust"], Mode::Write).unwrap();
    let package = folder.join("rust");
    // The versions of dependencies that the repository was tested with.
    std::fs::copy(repository().join("Cargo.lock"), package.join("Cargo.lock")).unwrap();
    let checked = Command::new(env!("CARGO"))
        .args(["check", "--tests", "--quiet"])
        .current_dir(&package)
        // Where CI builds `generated/rust` too, so that dependencies are compiled once.
        .env("CARGO_TARGET_DIR", Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("generated"))
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&checked.stderr);
    assert!(checked.status.success(), "the crate for {name} does not compile:\n{said}");
    assert!(!said.contains("warning"), "the crate for {name} compiles with warnings:\n{said}");
}

#[test]
fn crates_for_old_and_new_versions_and_for_hostile_texts_compile_without_warnings() {
    for version in ["4.0.0", "9.0.0", "13.1.5", "17.4.1"] {
        let files = emit(&repository().join("spec"), Selection::At(version.parse().unwrap()));
        check(version, &files);
    }
    check("made-up", &emit(&repository().join("tests/fixtures/tiny"), Selection::All));
}

#[test]
fn a_crate_for_an_old_version_holds_nothing_newer() {
    let files = emit(&repository().join("spec"), Selection::At("9.0.0".parse().unwrap()));
    let text: String = files.iter().filter_map(|(_, file)| file.text()).collect();
    for newer in
        ["export_dags", "rename_record", "backgroundProcess", "combineCheckboxOptions", "forms_export"]
    {
        // Prose may look ahead; names in code and on the wire may not.
        assert!(!text.contains(&format!("fn {newer}(")), "the method {newer} is newer than 9.0.0");
        assert!(!text.contains(&format!("\"{newer}\"")), "{newer} is newer than 9.0.0");
    }
    assert!(text.contains("export_records") && text.contains("import_repeating_instruments_events"));
}

#[test]
fn what_the_spec_calls_harmful_is_refused_by_the_client() {
    let text = |files: &FileSet, path: &str| {
        files.get(path).expect("the file is made").text().expect("a text").to_owned()
    };
    let all = emit(&repository().join("spec"), Selection::All);
    let (records, users) = (text(&all, "rust/src/records.rs"), text(&all, "rust/src/users.rs"));
    assert!(records.contains(r#"Guard::company(&["repeat_instance"], &["instrument", "event"])"#));
    assert!(records.contains(r#"Guard::company(&["arm", "instrument"], &["event"])"#));
    assert!(users.contains(r#"Guard::column("data_access_group", "allow_leaving_groups")"#));
    assert!(users.contains("pub fn allow_leaving_groups(mut self) -> Self {"));
    // Parts of records could not be deleted yet.
    let old = emit(&repository().join("spec"), Selection::At("9.0.0".parse().unwrap()));
    assert!(!text(&old, "rust/src/records.rs").contains("Guard"));
}

/// The first Rust block of a Markdown text.
fn first_rust_block(text: &str) -> &str {
    let start = text.find("```rust,no_run\n").expect("a Rust block");
    let block = &text[start..];
    &block[..block[3..].find("```").expect("its end")]
}

#[test]
fn the_readme_shows_the_example_that_the_crate_compiles() {
    let files = emit(&repository().join("spec"), Selection::All);
    let compiled = files.get("rust/README.md").expect("the crate has a README").text().expect("a text");
    let shown = std::fs::read_to_string(repository().join("README.md")).unwrap();
    assert_eq!(first_rust_block(&shown), first_rust_block(compiled));
    let lines = first_rust_block(compiled).lines().filter(|line| !line.trim().is_empty()).count();
    assert!(lines < 20, "the example has {lines} lines");
}

#[test]
fn examples_come_with_the_methods_they_call() {
    let examples = |selection| {
        let files = emit(&repository().join("spec"), selection);
        let names = files
            .iter()
            .filter_map(|(path, _)| path.as_str().strip_prefix("rust/examples/").map(str::to_owned));
        names.collect::<Vec<_>>()
    };
    let all = examples(Selection::All);
    let cookbook = std::fs::read_dir(repository().join("templates/rust-client/cookbook")).unwrap();
    assert_eq!(all.len(), cookbook.count());
    let old = examples(Selection::At("6.0.0".parse().unwrap()));
    assert!(
        old.contains(&"network.rs".to_owned()) && !old.contains(&"survey_links.rs".to_owned()),
        "{old:?}"
    );
}

/// The tests that a text names, as `binary::file::function` in backticks.
fn named_tests(text: &str) -> Vec<Vec<&str>> {
    let quoted = text.split('`').skip(1).step_by(2);
    let paths = quoted.map(|quoted| quoted.split("::").collect::<Vec<_>>());
    paths
        .filter(|path| path.len() == 3 && ["runtime", "decode", "wire", "client"].contains(&path[0]))
        .collect()
}

#[test]
fn the_tests_that_show_what_is_solved_exist() {
    let runtime = repository().join("templates/rust-client");
    let text = std::fs::read_to_string(runtime.join("docs/pains.md")).unwrap();
    let named = named_tests(&text);
    assert!(named.len() > 50, "only {} tests are named", named.len());
    for path in named {
        // The tests against the sandbox are a workspace of their own.
        if path[0] == "client" && !repository().join("tests/client/Cargo.toml").exists() {
            continue;
        }
        let folder = match path[0] {
            "wire" => repository().join("generated/rust/tests"),
            "client" => repository().join("tests/client/tests"),
            _ => runtime.join("tests"),
        };
        let file = folder.join(path[0]).join(format!("{}.rs", path[1]));
        let source =
            std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        assert!(source.contains(&format!("fn {}(", path[2])), "{} has no such test", path.join("::"));
    }
    let solved = text.lines().filter(|line| line.contains("| **Solved**"));
    let shown = |line: &&str| {
        !named_tests(line).is_empty() || line.contains("sandbox") || line.contains("documentation")
    };
    let bare: Vec<&str> = solved.filter(|line| !shown(line)).collect();
    assert!(bare.is_empty(), "solved without a test: {bare:#?}");
}
