//! Every kind of bad input, and what is said about it.
//!
//! Each fixture in `fixtures/bad` is put into the small spec of `fixtures/tiny`; its first line says
//! how and why. A folder holds several such files. Whoever changes a message reads the snapshot:
//! it must show the place, the reason and what to do.

// The generator itself may not touch the disk outside its output room; its tests must.
#![allow(clippy::disallowed_methods, clippy::disallowed_types)]

mod support;

use std::fs;
use std::path::Path;

use redcap_generator::diagnostics::{Report, SourceFile};
use redcap_generator::load_spec;
use redcap_generator::spec::tree::{MAX_DEPTH, MAX_FILE_BYTES};
use support::{copy_folder, model_of, report_on, repository, tiny_files};
use tempfile::TempDir;

#[test]
fn the_small_spec_is_valid() {
    model_of(&tiny_files());
}

#[test]
fn bad() {
    insta::glob!("fixtures/bad/*", |path| {
        let report = report_on(&with_fixture(path));
        insta::with_settings!({ omit_expression => true }, { insta::assert_snapshot!(report) });
    });
}

#[test]
fn every_problem_has_a_place_a_mark_and_a_suggestion() {
    let mut incomplete = Vec::new();
    for entry in fs::read_dir(repository("tests/fixtures/bad")).unwrap() {
        let report = report_on(&with_fixture(&entry.unwrap().path()));
        incomplete.extend(problems(&report).filter(|problem| !is_complete(problem)).map(str::to_owned));
    }
    assert!(incomplete.is_empty(), "{}", incomplete.join("\n\n"));
}

#[test]
fn nesting_without_end() {
    let deep = format!("scalars: {}{}\n", "[".repeat(MAX_DEPTH), "]".repeat(MAX_DEPTH));
    let report = report_on(&with_text("deep.yaml", deep));
    assert!(problems(&report).all(is_complete), "{report}");
    insta::assert_snapshot!(report);
    // Many more levels than any stack holds must end the same way.
    let deeper = format!("scalars: {}", "[".repeat(100_000));
    assert_eq!(report_on(&with_text("deep.yaml", deeper)).matches("error: ").count(), 1);
}

#[test]
fn a_file_that_is_too_large() {
    let large = "# much ado about nothing\n".repeat(MAX_FILE_BYTES / 25 + 1);
    let report = report_on(&with_text("large.yaml", large));
    assert!(problems(&report).all(is_complete), "{report}");
    insta::assert_snapshot!(report);
}

#[test]
fn a_file_that_is_not_utf_8() {
    let folder = copy_of_tiny();
    fs::write(folder.path().join("latin.yaml"), b"scalars:\n  - id: caf\xe9\n").unwrap();
    insta::assert_snapshot!(report_on_folder(folder.path()));
}

#[test]
fn a_missing_folder() {
    let folder = TempDir::new().unwrap();
    insta::assert_snapshot!(report_on_folder(&folder.path().join("no_such_folder")));
}

#[test]
fn a_folder_without_spec() {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("notes.txt"), "groups: []\n").unwrap();
    insta::assert_snapshot!(report_on_folder(folder.path()));
}

#[test]
fn a_file_where_a_folder_belongs() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("spec.yaml");
    fs::write(&file, "groups: []\n").unwrap();
    insta::assert_snapshot!(report_on_folder(&file));
}

#[cfg(unix)]
#[test]
fn symbolic_links() {
    use std::os::unix::fs::symlink;

    let folder = copy_of_tiny();
    let outside = TempDir::new().unwrap();
    fs::write(outside.path().join("secret.yaml"), "groups: [secret]\n").unwrap();
    symlink(outside.path().join("secret.yaml"), folder.path().join("link.yaml")).unwrap();
    symlink(outside.path(), folder.path().join("methods/folder")).unwrap();
    symlink(folder.path(), folder.path().join("methods/loop")).unwrap();
    let report = report_on_folder(folder.path());
    assert!(!report.contains("secret"), "{report}");
    insta::assert_snapshot!(report);
}

#[test]
fn awkward_texts_are_kept_as_they_are() {
    let model = model_of(&tiny_files());
    let method = model.method("export_notes").unwrap();
    let awkward = [
        r#""quoted""#,
        "'single'",
        "`code`",
        r"C:\new",
        "/*",
        "*/",
        "{{ braces }}",
        "{% raw %}",
        "#{x}",
        "${y}",
        "</script>",
        r#"""""#,
        "'''",
        "<!--",
        "-->",
        "]]>",
        "# hash",
        "//",
        "%d",
        "&lt;",
        r"\u0041",
        "🗒",
        "\n\n",
    ];
    for text in awkward {
        assert!(method.description.contains(text), "{text}");
    }
    assert_eq!(method.title, "Export \"Notes\" (*/ all of them)");
    assert_eq!(model.enumeration("mood").unwrap().values[2].value, "\"");
}

#[test]
fn a_parameter_may_be_described_anew_for_later_versions() {
    let fixture = fs::read_to_string(repository("tests/fixtures/bad/parameter_twice.yaml")).unwrap();
    let model = model_of(&with_text("pages.yaml", fixture.replace("until: \"2.0.0\"", "until: \"1.10.0\"")));
    assert_eq!(model.method("export_pages").unwrap().parameters.len(), 2);
}

#[test]
fn colour_is_only_there_on_demand() {
    let files = with_fixture(&repository("tests/fixtures/bad/unknown_right.yaml"));
    let report = redcap_generator::model_of(&files, Report::default()).unwrap_err();
    assert!(!report.render(&files, false).contains('\u{1b}'));
    assert!(report.render(&files, true).contains('\u{1b}'));
}

fn copy_of_tiny() -> TempDir {
    let folder = TempDir::new().unwrap();
    copy_folder(&repository("tests/fixtures/tiny"), folder.path());
    folder
}

/// The report on a folder, which is called `spec` in messages.
fn report_on_folder(folder: &Path) -> String {
    let loaded = load_spec(folder, "spec");
    loaded.outcome.expect_err("something is wrong").render(&loaded.files, false)
}

/// The small spec with a text put into it as a file.
fn with_text(name: &str, text: String) -> Vec<SourceFile> {
    let mut files = tiny_files();
    files.push(SourceFile { path: format!("spec/{name}"), text });
    files.sort_by(|a, b| a.path.cmp(&b.path));
    files
}

/// The small spec with the file, or the files of the folder, put into it.
fn with_fixture(path: &Path) -> Vec<SourceFile> {
    let mut files = tiny_files();
    let folder = if path.is_dir() { path } else { path.parent().unwrap() };
    let chosen = |file: &SourceFile| path.is_dir() || path.ends_with(file.path.trim_start_matches("spec/"));
    for fixture in support::files_of(folder).into_iter().filter(chosen) {
        let replaced = fixture.text.strip_prefix("# Instead of ").and_then(|rest| rest.split_once(':'));
        assert!(
            replaced.is_some() || fixture.text.starts_with("# Added:"),
            "{}: how to add it?",
            fixture.path
        );
        if let Some((name, _)) = replaced {
            files.retain(|file| file.path != format!("spec/{name}"));
        }
        files.push(fixture);
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
    files
}

/// The problems of a report, one by one.
fn problems(report: &str) -> impl Iterator<Item = &str> {
    let end = report.trim_end().rfind("\n\n").expect("the count ends a report");
    report[..end].split("\n\n")
}

fn is_complete(problem: &str) -> bool {
    let has_mark = problem.lines().any(|line| {
        let line = line.trim_start();
        line.strip_prefix('|').is_some_and(|rest| rest.trim_start().starts_with(['^', '|', '_']))
    });
    problem.starts_with("error: ")
        && problem.lines().any(is_place)
        && has_mark
        && problem.contains("= help: ")
}

/// True for `--> spec/file.yaml:3:14`.
fn is_place(line: &str) -> bool {
    let Some(place) = line.trim_start().strip_prefix("--> ") else { return false };
    let mut parts = place.rsplitn(3, ':');
    let (column, line, path) = (parts.next(), parts.next(), parts.next());
    let is_number =
        |text: Option<&str>| text.is_some_and(|text| text.parse::<usize>().is_ok_and(|number| number > 0));
    is_number(column) && is_number(line) && path.is_some_and(|path| path.starts_with("spec/"))
}
