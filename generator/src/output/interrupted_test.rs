//! Runs that are stopped, refused by the system, or led astray by links. Only what is public is used.

// The rule that nothing in the generator touches the disk or the environment is not for its tests.
#![allow(clippy::disallowed_methods, clippy::disallowed_types)]

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::fs;
use std::io::{BufRead, BufReader, ErrorKind};
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

use tempfile::TempDir;

use super::{FileSet, Mode, OutputError, Problem, Summary, apply};

/// The output folder of a child process; the test that is its body does nothing without it.
const OUT: &str = "TEST_OUTPUT_FOLDER";
/// What a child process says when it begins to write.
const STARTED: &str = "the child begins to write";

fn set(files: &[(&str, &str)]) -> FileSet {
    let mut set = FileSet::new("a");
    for (path, text) in files {
        set.add_plain(path, (*text).to_owned()).unwrap();
    }
    set
}

fn run(set: &FileSet, out: &Path, mode: Mode) -> Summary {
    apply(set, out, &["a"], mode).unwrap()
}

/// A command that runs one test of this file with an output folder.
fn child(test: &str, out: &Path) -> Vec<PathBuf> {
    let name = format!("{}::{test}", module_path!().split_once("::").unwrap().1);
    let program = std::env::current_exe().unwrap();
    let arguments = [name.as_str(), "--exact", "--nocapture"].map(PathBuf::from);
    let folder = format!("{OUT}={}", out.display());
    [PathBuf::from("env"), PathBuf::from(folder), program].into_iter().chain(arguments).collect()
}

/// The paths of all files below a folder.
fn files_in(folder: &Path) -> BTreeSet<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { files_in(&path) } else { BTreeSet::from([path]) }).collect()
}

/// Two states of the output that differ in every way: in content, in which files there are, in what is a
/// file and what a folder, and in case.
fn states() -> [FileSet; 2] {
    let others = [["turns", "other/x", "Name"], ["turns/x", "other", "NAME"]];
    [("one", 0, others[0]), ("two", 20, others[1])].map(|(text, from, others)| {
        let mut set = set(&others.map(|path| (path, text)));
        for number in from..from + 40 {
            let path = format!("d{}/e{}/{number}.txt", number % 4, number % 3);
            set.add_plain(&path, format!("{text}\n").repeat(2000)).unwrap();
        }
        set
    })
}

#[test]
fn child_that_never_stops_writing() {
    let Some(out) = std::env::var_os(OUT) else { return };
    let states = states();
    println!("{STARTED}");
    loop {
        for state in &states {
            run(state, Path::new(&out), Mode::Write);
        }
    }
}

#[test]
fn a_run_that_was_killed_leaves_whole_files_and_the_next_one_completes_it() {
    let home = TempDir::new().unwrap();
    let out = home.path().join("out");
    let states = states();
    fs::create_dir_all(out.join("d1")).unwrap();
    fs::write(out.join("d1/mine"), "mine").unwrap();
    let command = child("child_that_never_stops_writing", &out);
    let mut caught_half_way = 0;
    for round in 0..40_u64 {
        let mut running =
            Command::new(&command[0]).args(&command[1..]).stdout(Stdio::piped()).spawn().unwrap();
        let mut said = BufReader::new(running.stdout.take().unwrap()).lines();
        assert!(said.any(|line| line.unwrap().contains(STARTED)));
        // Steps of a size that shares no factor with the range, so that the moments spread evenly.
        sleep(Duration::from_micros(round * 7_919 % 20_000));
        running.kill().unwrap();
        running.wait().unwrap();

        let recorded = fs::read_to_string(out.join("manifest.json")).unwrap_or_default();
        for place in files_in(&out) {
            let path = place.strip_prefix(&out).unwrap().to_str().unwrap();
            if path.starts_with(".tmp") || path == "manifest.json" || path == "d1/mine" {
                continue;
            }
            let text = fs::read_to_string(&place).unwrap();
            let is_whole =
                |state: &FileSet| state.get(path).is_some_and(|file| file.text() == Some(text.as_str()));
            assert!(states.iter().any(is_whole), "{path} is neither old nor new in round {round}");
            assert!(recorded.contains(&format!("{path:?}")), "{path} is not recorded in round {round}");
        }
        let is_clean = |state| !run(state, &out, Mode::DryRun).is_stale();
        caught_half_way += usize::from(!states.iter().any(is_clean));
        if round % 3 != 0 {
            let state = &states[round as usize % 2];
            run(state, &out, Mode::Write);
            let check = run(state, &out, Mode::Check);
            assert!(check.missing.is_empty() && check.changed.is_empty(), "{check:?}");
            assert_eq!(check.extra, ["d1/mine"], "round {round}");
            assert!(!out.join(".tmp").exists());
        }
    }
    assert!(caught_half_way > 0, "no run was stopped half-way");
    run(&set(&[]), &out, Mode::Write);
    assert_eq!(files_in(&out), [out.join("d1/mine"), out.join("manifest.json")].into());
    let top: BTreeSet<_> = fs::read_dir(&out).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(top, [OsStr::new("d1").into(), OsStr::new("manifest.json").into()].into());
}

fn with_big_file(text: &str) -> FileSet {
    set(&[("a", text), ("big", &format!("{text}\n").repeat(20_000)), ("c", text)])
}

#[test]
fn child_that_runs_out_of_space() {
    let Some(out) = std::env::var_os(OUT) else { return };
    let error = apply(&with_big_file("new"), Path::new(&out), &["a"], Mode::Write).unwrap_err();
    let OutputError::Failed { place, cause, .. } = &error else { panic!("{error}") };
    assert_eq!((place, cause.kind()), (&Path::new(&out).join("big"), ErrorKind::FileTooLarge));
    let message = error.to_string();
    assert!(message.contains("space") && message.contains("a rerun completes the work"), "{message}");
    assert!(message.contains(&cause.to_string()), "{message}");
}

#[test]
fn a_full_disk_leaves_whole_files_and_a_rerun_completes_the_work() {
    for first in [None, Some(with_big_file("old"))] {
        let home = TempDir::new().unwrap();
        let out = home.path().join("out");
        if let Some(old) = &first {
            run(old, &out, Mode::Write);
        }
        let command = child("child_that_runs_out_of_space", &out);
        let limited = "trap '' XFSZ; ulimit -f 4; exec \"$0\" \"$@\"";
        let output = Command::new("sh").args(["-c", limited]).args(&command).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
        assert_eq!(fs::read_to_string(out.join("a")).unwrap(), "new\n");
        match &first {
            None => assert!(!out.join("big").exists()),
            Some(old) => {
                assert_eq!(
                    fs::read_to_string(out.join("big")).unwrap(),
                    old.get("big").unwrap().text().unwrap()
                );
            }
        }
        assert!(!out.join(".tmp").exists());
        assert!(run(&with_big_file("new"), &out, Mode::Check).is_stale());
        run(&with_big_file("new"), &out, Mode::Write);
        assert!(!run(&with_big_file("new"), &out, Mode::Check).is_stale());
    }
}

#[test]
fn a_place_that_cannot_be_written_is_named_with_the_reason() {
    // Nobody can make a folder there, not even the administrator.
    let out = Path::new("/proc/redcap-out");
    if !Path::new("/proc/self").exists() {
        return;
    }
    let files = set(&[("x", "x")]);
    let error = apply(&files, out, &["a"], Mode::Write).unwrap_err();
    let OutputError::Failed { place, cause, .. } = &error else { panic!("{error}") };
    assert_eq!(place, out);
    let message = error.to_string();
    assert!(message.contains("/proc/redcap-out") && message.contains(&cause.to_string()), "{message}");
    assert!(message.contains("run again"), "{message}");
    assert_eq!(run(&files, out, Mode::Check).missing.len(), 2);
}

#[test]
fn links_inside_the_output_are_refused_all_at_once_and_lead_nowhere() {
    let home = TempDir::new().unwrap();
    let (out, elsewhere) = (home.path().join("out"), home.path().join("elsewhere"));
    fs::create_dir_all(&elsewhere).unwrap();
    let old = set(&[("gone/deep/x", "x"), ("gone-file", "x"), ("kept", "x")]);
    run(&old, &out, Mode::Write);
    for (link, target) in [("d", "elsewhere"), ("gone/deep", "elsewhere"), ("gone-file", "elsewhere/victim")]
    {
        let place = out.join(link);
        let _ = fs::remove_dir_all(&place).or_else(|_| fs::remove_file(&place));
        symlink(home.path().join(target), place).unwrap();
    }
    for name in ["x", "victim"] {
        fs::write(elsewhere.join(name), "mine").unwrap();
    }
    symlink(elsewhere.join("new"), out.join("file")).unwrap();
    symlink(&elsewhere, out.join(".tmp")).unwrap();
    let manifest = fs::read(out.join("manifest.json")).unwrap();

    let files = set(&[("d/x", "x"), ("d/e/y", "y"), ("file", "x"), ("kept", "changed"), ("new/x", "x")]);
    for mode in [Mode::Write, Mode::Check, Mode::DryRun] {
        let error = apply(&files, &out, &["a"], mode).unwrap_err();
        let OutputError::Problems(problems) = &error else { panic!("{error}") };
        // Paths sort by their parts, so `gone/deep` comes before `gone-file`.
        let links = [".tmp", "d", "file", "gone/deep", "gone-file"];
        let links = links.map(|link| Problem::Link { place: out.join(link) });
        assert_eq!(problems, &links);
        let message = error.to_string();
        assert!(message.contains(&out.join("d").display().to_string()), "{message}");
        assert!(message.contains("remove it"), "{message}");
    }
    assert_eq!(files_in(&elsewhere), [elsewhere.join("victim"), elsewhere.join("x")].into());
    assert_eq!(fs::read_to_string(elsewhere.join("victim")).unwrap(), "mine");
    assert_eq!(fs::read_to_string(out.join("kept")).unwrap(), "x\n");
    assert_eq!(fs::read(out.join("manifest.json")).unwrap(), manifest);
    assert!(!out.join("new").exists());

    fs::remove_file(out.join("manifest.json")).unwrap();
    fs::write(elsewhere.join("manifest"), manifest).unwrap();
    symlink(elsewhere.join("manifest"), out.join("manifest.json")).unwrap();
    let error = apply(&set(&[]), &out, &["a"], Mode::Write).unwrap_err();
    assert!(error.to_string().contains("manifest.json is a link"), "{error}");
}

#[test]
fn the_output_folder_itself_may_be_a_link_and_other_links_are_only_reported() {
    let home = TempDir::new().unwrap();
    let (out, real) = (home.path().join("out"), home.path().join("real"));
    symlink(&real, &out).unwrap();
    let files = set(&[("d/x", "x")]);
    let error = apply(&files, &out, &["a"], Mode::Write).unwrap_err();
    assert!(error.to_string().contains("does not exist"), "{error}");
    fs::create_dir(&real).unwrap();
    run(&files, &out, Mode::Write);
    assert!(real.join("d/x").exists() && out.is_symlink());
    symlink("/", out.join("d/root")).unwrap();
    symlink("nowhere", out.join("broken")).unwrap();
    run(&files, &out, Mode::Write);
    assert_eq!(run(&files, &out, Mode::Check).extra, ["broken", "d/root"]);
}

#[test]
fn what_an_earlier_run_left_unfinished_is_cleared_without_following_links() {
    let home = TempDir::new().unwrap();
    let out = home.path().join("out");
    let files = set(&[("x", "x")]);
    run(&files, &out, Mode::Write);
    fs::create_dir_all(out.join(".tmp/deep")).unwrap();
    fs::write(out.join(".tmp/deep/part"), "par").unwrap();
    fs::write(home.path().join("victim"), "mine").unwrap();
    symlink(home.path(), out.join(".tmp/link")).unwrap();
    assert_eq!(run(&files, &out, Mode::Check).extra, [".tmp/deep/part", ".tmp/link"]);
    assert_eq!(run(&files, &out, Mode::Write).written.len(), 0);
    assert!(!out.join(".tmp").exists() && home.path().join("victim").exists());
}

#[test]
fn names_that_are_not_unicode_are_left_alone_and_reported() {
    let home = TempDir::new().unwrap();
    let odd = home.path().join(OsStr::from_bytes(b"odd\xff"));
    if fs::write(&odd, "mine").is_err() {
        // Some file systems refuse such a name.
        return;
    }
    let files = set(&[("x", "x")]);
    run(&files, home.path(), Mode::Write);
    assert_eq!(run(&files, home.path(), Mode::Check).extra, ["odd\u{fffd}"]);
    assert!(odd.exists());
}
