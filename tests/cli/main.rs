//! The command line, seen from outside: what it prints, what it writes, how it exits.

// The generator itself may not touch the disk outside its output room; its tests must.
#![allow(clippy::disallowed_methods, clippy::disallowed_types)]

mod asking;
mod comparing;
mod drift;
mod probing;
mod writing;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::Value;
use tempfile::TempDir;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");
/// The exit code for output that is not up to date.
const STALE: i32 = 2;

/// What came of a command.
struct Run {
    code: i32,
    out: String,
    err: String,
}

/// The program, in the root of the repository and free of settings of whoever runs the tests.
fn program(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_redcap-generator"));
    command.args(args).current_dir(ROOT).stdin(Stdio::null());
    for name in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE"] {
        command.env_remove(name);
    }
    command
}

fn finish(command: &mut Command) -> Run {
    let done = command.output().unwrap();
    Run {
        code: done.status.code().expect("it ends by itself"),
        out: String::from_utf8(done.stdout).unwrap(),
        err: String::from_utf8(done.stderr).unwrap(),
    }
}

fn run(args: &[&str]) -> Run {
    finish(&mut program(args))
}

/// Runs a command that must succeed without a word on standard error.
fn fine(args: &[&str]) -> String {
    let run = run(args);
    assert_eq!((run.code, run.err.as_str()), (0, ""), "{args:?}\n{}", run.out);
    run.out
}

/// Runs a command that must fail, saying each of these and printing nothing else.
fn fails(args: &[&str], said: &[&str]) {
    let run = run(args);
    assert_eq!((run.code, run.out.as_str()), (1, ""), "{args:?}\n{}", run.err);
    for text in said {
        assert!(run.err.contains(text), "{args:?}: no {text:?} in\n{}", run.err);
    }
}

/// A folder for the test, and in it the path of one for output that does not exist yet.
fn folder() -> (TempDir, String) {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("out").to_str().unwrap().to_owned();
    (folder, out)
}

/// All files below a folder with their content.
fn files(folder: &Path) -> BTreeMap<String, String> {
    let mut files = BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        if path.is_dir() {
            let inner = self::files(&path).into_iter();
            files.extend(inner.map(|(below, text)| (format!("{name}/{below}"), text)));
        } else {
            // Not all of it is text.
            files.insert(name, String::from_utf8_lossy(&fs::read(&path).unwrap()).into_owned());
        }
    }
    files
}

fn copy(from: &Path, to: &Path) {
    for (path, text) in files(from) {
        let place = to.join(path);
        fs::create_dir_all(place.parent().unwrap()).unwrap();
        fs::write(place, text).unwrap();
    }
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"))
}
