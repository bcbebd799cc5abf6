//! Equal input gives equal bytes, wherever it lies and in whatever order it was written.

// The generator itself may not touch the disk outside its output room; its tests must.
#![allow(clippy::disallowed_methods, clippy::disallowed_types)]

mod support;

use std::fs;
use std::path::Path;
use std::process::Command;
use std::thread;

use redcap_generator::backend;
use redcap_generator::diagnostics::Report;
use redcap_generator::load_spec;
use redcap_generator::spec::load::read_folder;
use support::{emit, real_files, repository};
use tempfile::TempDir;

/// Everything that all backends make of the spec in a folder.
fn run(spec: &Path) -> Vec<(String, String)> {
    let loaded = load_spec(spec, "spec");
    let model = loaded.outcome.unwrap_or_else(|report| panic!("{}", report.render(&loaded.files, false)));
    emit(&backend::all(), &model)
}

#[test]
fn two_runs_at_the_same_time_make_the_same() {
    let spec = repository("spec");
    let (one, other) = thread::scope(|scope| {
        let (one, other) = (scope.spawn(|| run(&spec)), scope.spawn(|| run(&spec)));
        (one.join().unwrap(), other.join().unwrap())
    });
    assert_same(&one, &other);
}

#[test]
fn the_order_in_which_files_were_written_does_not_matter() {
    let files = real_files();
    let texts: Vec<(&str, &str)> =
        files.iter().map(|file| (file.path.as_str(), file.text.as_str())).collect();
    let backwards: Vec<_> = texts.iter().copied().rev().collect();
    // By length of the path, which is neither the one nor the other.
    let mut shuffled = texts.clone();
    shuffled.sort_by_key(|(path, text)| (path.len(), text.len()));
    let wanted = run(&repository("spec"));
    for order in [texts, backwards, shuffled] {
        let folder = TempDir::new().unwrap();
        for (path, text) in order {
            let place = folder.path().join(path);
            fs::create_dir_all(place.parent().unwrap()).unwrap();
            fs::write(place, text).unwrap();
        }
        assert_same(&run(&folder.path().join("spec")), &wanted);
    }
}

#[test]
fn files_are_read_in_the_order_of_their_paths() {
    let folder = TempDir::new().unwrap();
    fs::create_dir_all(folder.path().join("b/a")).unwrap();
    for path in ["c.yaml", "b/z.yaml", "a.yaml", "b/a/x.yaml", "B.yaml", "b.yaml"] {
        fs::write(folder.path().join(path), "scalars: []\n").unwrap();
    }
    // What editors, systems and Cargo leave is none of the spec.
    for path in [".hidden.yaml", "notes.txt", "b/.draft.yaml"] {
        fs::write(folder.path().join(path), "not: [spec\n").unwrap();
    }
    let mut report = Report::default();
    let files = read_folder(folder.path(), "spec", |name| name.ends_with(".yaml"), &mut report);
    assert!(report.is_empty());
    let paths: Vec<&str> = files.iter().map(|file| file.path.as_str()).collect();
    assert_eq!(
        paths,
        ["spec/B.yaml", "spec/a.yaml", "spec/b.yaml", "spec/b/a/x.yaml", "spec/b/z.yaml", "spec/c.yaml"]
    );
}

#[test]
fn nothing_of_the_machine_is_in_what_is_made() {
    let folder = TempDir::new().unwrap();
    let spec = folder.path().join("somewhere/else/spec");
    support::copy_folder(&repository("spec"), &spec);
    let name = folder.path().file_name().unwrap().to_str().unwrap().to_owned();
    let home = env!("CARGO_MANIFEST_DIR");
    for (path, text) in run(&spec) {
        assert!(!text.contains(&name) && !text.contains(home), "{path} names a folder of this machine");
        assert!(!text.contains('\r') && text.ends_with('\n'), "{path}: lines end with LF, also the last one");
    }
}

#[test]
fn folder_locale_and_time_zone_do_not_matter() {
    let folder = TempDir::new().unwrap();
    let make = |name: &str, locale: &str, zone: &str, start: &Path| {
        let out = folder.path().join(name);
        let done = Command::new(env!("CARGO_BIN_EXE_redcap-generator"))
            .args(["generate", "--quiet", "--out"])
            .arg(&out)
            .current_dir(start)
            .envs([("LC_ALL", locale), ("LANG", locale), ("TZ", zone)])
            .status()
            .unwrap();
        assert!(done.success());
        support::files_below(&out)
    };
    let one = make("one", "C", "UTC", folder.path());
    let other = make("other/deeper", "tr_TR.UTF-8", "Pacific/Kiritimati", &repository("spec"));
    assert!(one.len() > 100);
    assert_same(&one, &other);
}

/// Reports the first file that differs rather than two walls of text.
fn assert_same(one: &[(String, String)], other: &[(String, String)]) {
    let paths = |files: &[(String, String)]| files.iter().map(|(path, _)| path.clone()).collect::<Vec<_>>();
    assert_eq!(paths(one), paths(other));
    for ((path, text), (_, same)) in one.iter().zip(other) {
        assert!(text == same, "{path} differs");
    }
}
