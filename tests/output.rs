//! What the output room does to a folder on disk, seen from outside.

// The rule that nothing in the generator touches the disk is not for its tests.
#![allow(clippy::disallowed_methods, clippy::disallowed_types)]

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::path::Path;
use std::time::{Duration, Instant, SystemTime};

use redcap_generator::output::{
    FileSet, Mode, OutPath, OutputError, Problem, Summary, apply, recorded_backends,
};
use tempfile::TempDir;

/// A set of the backend `backend` with the given paths and texts.
fn set_of(backend: &str, files: &[(&str, &str)]) -> FileSet {
    let mut set = FileSet::new(backend);
    for (path, text) in files {
        set.add_plain(path, (*text).to_owned()).unwrap();
    }
    set
}

/// A set of the backend `a`, each file holding its own path.
fn set(paths: &[&str]) -> FileSet {
    let files: Vec<_> = paths.iter().map(|&path| (path, path)).collect();
    set_of("a", &files)
}

fn run(set: &FileSet, out: &Path, mode: Mode) -> Summary {
    apply(set, out, &["a"], mode).unwrap()
}

fn put(out: &Path, path: &str, text: &str) {
    let place = out.join(path);
    fs::create_dir_all(place.parent().unwrap()).unwrap();
    fs::write(place, text).unwrap();
}

fn read(out: &Path, path: &str) -> String {
    fs::read_to_string(out.join(path)).unwrap()
}

fn names(paths: &[OutPath]) -> Vec<&str> {
    paths.iter().map(OutPath::as_str).collect()
}

/// Everything below a folder: files with their content, folders with a slash at the end.
fn tree(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut tree = BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if path.is_dir() && !path.is_symlink() {
            tree.extend(
                self::tree(&path).into_iter().map(|(inner, bytes)| (format!("{name}/{inner}"), bytes)),
            );
            tree.insert(format!("{name}/"), Vec::new());
        } else {
            tree.insert(name, fs::read(&path).unwrap_or_default());
        }
    }
    tree
}

fn paths_in(folder: &Path) -> Vec<String> {
    tree(folder).into_keys().collect()
}

/// Checks that an apply is refused with these problems in every mode and leaves the folder as it is.
fn assert_refused(set: &FileSet, out: &Path, problems: &[Problem]) {
    let before = tree(out);
    for mode in [Mode::Write, Mode::Check, Mode::DryRun] {
        match apply(set, out, &["a"], mode) {
            Err(OutputError::Problems(found)) => assert_eq!(found, problems, "{mode:?}"),
            other => panic!("{mode:?}: {other:?}"),
        }
        assert_eq!(tree(out), before, "{mode:?}");
    }
}

#[test]
fn a_first_write_makes_the_files_and_the_manifest() {
    let home = TempDir::new().unwrap();
    let out = home.path().join("deep/out");
    let mut whole = set(&["x", "d/e/f.txt"]);
    whole.merge(set_of("b", &[("d/b", "b")])).unwrap();
    let summary = apply(&whole, &out, &["b", "a"], Mode::Write).unwrap();
    assert_eq!(names(&summary.written), ["d/b", "d/e/f.txt", "manifest.json", "x"]);
    assert!(summary.unchanged == 0 && summary.removed.is_empty() && summary.warnings.is_empty());
    assert_eq!(paths_in(&out), ["d/", "d/b", "d/e/", "d/e/f.txt", "manifest.json", "x"]);
    assert_eq!(read(&out, "d/e/f.txt"), "d/e/f.txt\n");
    let manifest = read(&out, "manifest.json");
    assert!(manifest.starts_with("{\n  \"note\": \"Made by `cargo run generate`"), "{manifest}");
    let lists = "\"files\": {\n    \"a\": [\n      \"d/e/f.txt\",\n      \"x\"\n    ],\n    \"b\": [\n      \"d/b\"\n    ]\n  }\n}\n";
    assert!(manifest.ends_with(lists), "{manifest}");
    assert!(!apply(&whole, &out, &["a", "b"], Mode::Check).unwrap().is_stale());
}

#[test]
fn only_what_differs_is_written() {
    let out = TempDir::new().unwrap();
    let out = out.path();
    run(&set(&["x", "d/y", "d/z"]), out, Mode::Write);
    let past = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000);
    let files = ["x", "d/y", "d/z", "manifest.json"];
    let times = || files.map(|path| fs::metadata(out.join(path)).unwrap().modified().unwrap());
    for path in files {
        File::options().write(true).open(out.join(path)).unwrap().set_modified(past).unwrap();
    }
    let summary = run(&set(&["x", "d/y", "d/z"]), out, Mode::Write);
    assert_eq!((summary.written.len(), summary.unchanged), (0, 4));
    assert_eq!(times(), [past; 4]);
    // One text changes without changing its length, another file was changed by somebody else.
    put(out, "d/z", "mine, and not in the way of being replaced\n");
    let changed = set_of("a", &[("x", "x"), ("d/y", "d/Y"), ("d/z", "d/z")]);
    let summary = run(&changed, out, Mode::Write);
    assert_eq!((names(&summary.written), summary.unchanged), (vec!["d/y", "d/z"], 2));
    let now = times();
    assert!(now[0] == past && now[1] > past && now[2] > past && now[3] == past, "{now:?}");
    assert_eq!((read(out, "d/y"), read(out, "d/z")), ("d/Y\n".to_owned(), "d/z\n".to_owned()));
}

#[test]
fn what_is_no_longer_made_goes_and_what_is_not_ours_stays() {
    let out = TempDir::new().unwrap();
    let out = out.path();
    run(&set(&["x", "d/e/f/gone", "d/mixed/gone", "gone"]), out, Mode::Write);
    put(out, "d/mixed/mine", "mine");
    put(out, "mine", "mine");
    fs::create_dir(out.join("empty")).unwrap();
    let summary = run(&set(&["x"]), out, Mode::Write);
    assert_eq!(names(&summary.removed), ["d/e/f/gone", "d/mixed/gone", "gone"]);
    assert_eq!(names(&summary.written), ["manifest.json"]);
    assert_eq!(paths_in(out), ["d/", "d/mixed/", "d/mixed/mine", "empty/", "manifest.json", "mine", "x"]);
    fs::remove_file(out.join("mine")).unwrap();
    fs::remove_dir_all(out.join("d")).unwrap();
    run(&set(&[]), out, Mode::Write);
    assert_eq!(paths_in(out), ["empty/", "manifest.json"]);
}

#[test]
fn names_may_change_between_file_and_folder_and_in_case() {
    let out = TempDir::new().unwrap();
    let out = out.path();
    let before = set(&["file", "folder/x/y", "README.md", "Docs/a"]);
    let after = set(&["file/x", "folder", "Readme.md", "docs/a"]);
    for set in [&before, &after, &before] {
        run(set, out, Mode::Write);
        assert!(!run(set, out, Mode::Check).is_stale());
        assert_eq!(tree(out).iter().filter(|(path, _)| !path.ends_with('/')).count(), 5);
    }
    // An empty folder that somebody made inside ours goes with it, a file does not.
    fs::create_dir_all(out.join("folder/x/empty/deep")).unwrap();
    run(&after, out, Mode::Write);
    run(&before, out, Mode::Write);
    put(out, "folder/x/mine", "mine");
    assert_refused(&after, out, &[Problem::FolderInTheWay { place: out.join("folder") }]);
}

#[test]
fn a_check_tells_every_difference() {
    let out = TempDir::new().unwrap();
    let out = out.path();
    let mut whole = set_of("a", &[("same", "1"), ("d/changed", "1\n2\n3\n4"), ("d/missing", "1")]);
    whole.tolerate("d/target").unwrap();
    whole.tolerate("Cargo.lock").unwrap();
    run(&whole, out, Mode::Write);
    put(out, "d/changed", "1\n2\nthree\n4\n");
    fs::remove_file(out.join("d/missing")).unwrap();
    put(out, "d/extra/deep", "");
    put(out, "d/target/any/thing", "");
    put(out, "Cargo.lock", "");
    fs::create_dir_all(out.join("empty/empty")).unwrap();
    let before = tree(out);
    let summary = run(&whole, out, Mode::Check);
    assert!(summary.is_stale());
    assert_eq!((names(&summary.missing), summary.unchanged), (vec!["d/missing"], 2));
    assert_eq!(summary.extra, ["d/extra/deep"]);
    let [change] = summary.changed.as_slice() else { panic!("{summary:?}") };
    assert_eq!((change.path.as_str(), change.line), ("d/changed", 3));
    assert_eq!(change.diff, "@@ -1,4 +1,4 @@\n 1\n 2\n-three\n+3\n 4\n");
    assert!(summary.written.is_empty() && summary.removed.is_empty());
    assert_eq!(tree(out), before);
    run(&whole, out, Mode::Write);
    fs::remove_file(out.join("d/extra/deep")).unwrap();
    assert!(!run(&whole, out, Mode::Check).is_stale());
    put(out, "manifest.json", &format!("{} ", read(out, "manifest.json")));
    assert_eq!(run(&whole, out, Mode::Check).changed[0].path.as_str(), "manifest.json");
    fs::remove_file(out.join("manifest.json")).unwrap();
    assert_eq!(names(&run(&whole, out, Mode::Check).missing), ["manifest.json"]);
    assert!(out.join("d/target/any/thing").exists() && out.join("Cargo.lock").exists());
}

#[test]
fn a_dry_run_tells_what_a_write_does_and_neither_it_nor_a_check_writes() {
    let home = TempDir::new().unwrap();
    let out = home.path().join("out");
    for set in [set(&["x", "d/y"]), set(&["x", "z"]), set(&["x", "z"])] {
        let before = paths_in(home.path());
        let check = run(&set, &out, Mode::Check);
        let dry = run(&set, &out, Mode::DryRun);
        assert_eq!(paths_in(home.path()), before);
        assert_eq!(check.is_stale(), dry.is_stale());
        let done = run(&set, &out, Mode::Write);
        assert!(!done.is_stale());
        assert_eq!(Summary { mode: Mode::DryRun, ..done }, dry);
    }
}

#[test]
fn backends_that_were_not_run_are_left_alone() {
    let out = TempDir::new().unwrap();
    let out = out.path();
    let mut b = set_of("b", &[("b/x", "x"), ("shared/b", "b"), ("moves", "b")]);
    b.tolerate("b/target").unwrap();
    let mut whole = set(&["a/x", "a/old", "shared/a"]);
    whole.merge(b.clone()).unwrap();
    apply(&whole, out, &["a", "b"], Mode::Write).unwrap();
    put(out, "b/x", "changed by hand\n");
    put(out, "b/target/x", "");
    let only_a = set(&["a/x", "moves"]);
    let summary = run(&only_a, out, Mode::Check);
    assert_eq!(summary.extra, ["a/old", "shared/a"]);
    let summary = run(&only_a, out, Mode::Write);
    assert_eq!(names(&summary.removed), ["a/old", "shared/a"]);
    assert_eq!(names(&summary.written), ["manifest.json", "moves"]);
    assert!(!run(&only_a, out, Mode::Check).is_stale());
    assert_eq!((read(out, "b/x"), read(out, "shared/b")), ("changed by hand\n".into(), "b\n".into()));
    // Back to `b`: what `a` took over stays with `a`.
    let b = set_of("b", &[("b/x", "x")]);
    assert_eq!(names(&apply(&b, out, &["b"], Mode::Write).unwrap().removed), ["shared/b"]);
    assert_eq!(read(out, "moves"), "moves\n");
    // What is left to another tool is not removed, even if it was a file of ours before.
    let mut tolerant = only_a.clone();
    tolerant.tolerate("a/keep").unwrap();
    apply(&set(&["a/keep/x"]), out, &["a"], Mode::Write).unwrap();
    assert!(run(&tolerant, out, Mode::Write).removed.is_empty() && out.join("a/keep/x").exists());
    // `b` does not tolerate this any more.
    assert_eq!(run(&tolerant, out, Mode::Check).extra, ["b/target/x"]);
    run(&only_a, out, Mode::Write);
    // A backend that no longer exists is cleaned up by a run that names it.
    assert_eq!(recorded_backends(out), ["a", "b"]);
    let summary = apply(&only_a, out, &["a", "b"], Mode::Write).unwrap();
    assert_eq!(names(&summary.removed), ["b/x"]);
    assert_eq!(recorded_backends(out), ["a"]);
    assert!(recorded_backends(&out.join("nowhere")).is_empty());
    // Files of a backend that is said not to have been run are a mistake of the caller.
    let error = apply(&b, out, &["a"], Mode::Write).unwrap_err();
    assert!(error.to_string().contains("`b`"), "{error}");
}

#[test]
fn a_damaged_or_hostile_manifest_deletes_nothing_it_should_not() {
    let home = TempDir::new().unwrap();
    let out = home.path().join("out");
    put(home.path(), "victim", "mine");
    let victim = home.path().join("victim");
    for manifest in [
        "".to_owned(),
        "{\"files\"".to_owned(),
        "\u{0}\u{1}".to_owned(),
        r#"{"files": {"a": ["../victim", "d/../../victim", "./../victim", ".tmp/x", 1]}}"#.to_owned(),
        format!(r#"{{"files": {{"a": [{victim:?}]}}}}"#),
        r#"{"files": {"a": "mine"}}"#.to_owned(),
    ] {
        put(&out, "manifest.json", &manifest);
        put(&out, "mine", "mine");
        let summary = run(&set(&["x"]), &out, Mode::Write);
        assert!(!summary.warnings.is_empty() && summary.removed.is_empty(), "{manifest}: {summary:?}");
        assert_eq!(paths_in(home.path()), ["out/", "out/manifest.json", "out/mine", "out/x", "victim"]);
        assert_eq!(run(&set(&["x"]), &out, Mode::Check).extra, ["mine"]);
    }
    fs::write(out.join("manifest.json"), b"\xff\xfe{}").unwrap();
    assert_eq!(run(&set(&["x"]), &out, Mode::Write).warnings.len(), 1);
    fs::remove_file(out.join("manifest.json")).unwrap();
    assert_eq!(names(&run(&set(&[]), &out, Mode::Write).removed), [""; 0]);
    assert!(out.join("x").exists());
    // Sound entries that are no files now: one is a folder, one lies below a file.
    put(&out, "manifest.json", r#"{"files": {"a": ["folder", "mine/x"]}}"#);
    put(&out, "folder/mine", "mine");
    assert_eq!(run(&set(&[]), &out, Mode::Write).warnings.len(), 1);
    assert!(out.join("folder/mine").exists() && out.join("mine").exists());
}

#[test]
fn the_same_files_give_the_same_folder_whatever_came_before() {
    let homes = [TempDir::new().unwrap(), TempDir::new().unwrap()];
    let (a, b) = (set(&["x", "d/y"]), set_of("b", &[("d/z", "z"), ("w", "w")]));
    let mut forward = a.clone();
    forward.merge(b.clone()).unwrap();
    let mut backward = b;
    backward.merge(a).unwrap();
    apply(&forward, homes[0].path(), &["a", "b"], Mode::Write).unwrap();
    apply(&set_of("b", &[("old/file", "1"), ("w", "other")]), homes[1].path(), &["b"], Mode::Write).unwrap();
    apply(&backward, homes[1].path(), &["b", "a"], Mode::Write).unwrap();
    assert_eq!(tree(homes[0].path()), tree(homes[1].path()));
}

#[test]
fn places_in_the_way_are_all_reported_before_anything_is_written() {
    let out = TempDir::new().unwrap();
    let out = out.path();
    put(out, "file", "mine");
    put(out, "folder/mine", "mine");
    fs::create_dir(out.join("empty")).unwrap();
    put(out, ".tmp", "mine");
    fs::create_dir(out.join("manifest.json")).unwrap();
    let folder = |name: &str| Problem::FolderInTheWay { place: out.join(name) };
    let file = |name: &str| Problem::FileInTheWay { place: out.join(name) };
    let expected = [folder("empty"), folder("folder"), folder("manifest.json"), file(".tmp"), file("file")];
    assert_refused(&set(&["empty", "file/x", "file/y", "folder", "new"]), out, &expected);
    let message = OutputError::Problems(expected.to_vec()).to_string();
    assert!(message.lines().count() == 6 && message.contains("move the file away"), "{message}");
}

#[test]
fn an_unchanged_run_over_a_thousand_files_is_fast() {
    let out = TempDir::new().unwrap();
    let mut many = FileSet::new("a");
    for number in 0..1000 {
        let text = format!("{number}\n").repeat(500);
        many.add_plain(&format!("d{}/e{}/{number}.txt", number % 10, number % 7), text).unwrap();
    }
    run(&many, out.path(), Mode::Write);
    let time = |_| {
        let start = Instant::now();
        assert_eq!(run(&many, out.path(), Mode::Write).unchanged, 1001);
        start.elapsed()
    };
    let best = (0..5).map(time).min().unwrap();
    println!("{best:?}");
    // About ten milliseconds; the rest is for busy machines and unoptimised builds.
    assert!(best < Duration::from_millis(500), "{best:?}");
}
