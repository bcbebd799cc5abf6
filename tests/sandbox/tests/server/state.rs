//! The file that keeps the projects.

use std::fs;
use std::path::Path;

use redcap_sandbox::{Options, Sandbox, Server};

use crate::support::TOKEN;
use crate::wire::{IMPORT, classic, post, was_imported};

fn with(file: &Path) -> Options {
    Options::default().state(file)
}

fn left_behind(folder: &Path) -> usize {
    fs::read_dir(folder).expect("the folder").count()
}

#[test]
fn a_project_outlives_its_server() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("state.json");
    let first = classic(with(&file));
    post(&first, &[], IMPORT);
    let before = first.server().store.project(1).expect("the project").snapshot().project;
    drop(first);
    assert_eq!(left_behind(folder.path()), 1);
    let second = Sandbox::start_blocking(with(&file)).expect("the state is read");
    let after = second.server().store.project(1).expect("the project").snapshot().project;
    assert_eq!(after, before);
    assert!(second.server().store.access(TOKEN).is_some());
    assert!(was_imported(&second));
}

#[cfg(unix)]
#[test]
fn only_its_user_can_read_it() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("state.json");
    drop(classic(with(&file)));
    assert_eq!(fs::metadata(&file).expect("the file").permissions().mode() & 0o777, 0o600);
}

#[test]
fn a_file_that_is_no_state_is_refused_and_left_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("state.json");
    for (text, place) in [
        ("", ":1:0: "),
        ("{\"format\":\"redcap-sandbox state\",\"layout\":1,\n\"contents\":{", ":2:"),
        ("{\"format\":\"other\",\"layout\":1}", "this is no state of a sandbox"),
        ("{\"format\":\"redcap-sandbox state\",\"layout\":9}", "its layout is 9"),
    ] {
        fs::write(&file, text).expect("the file is written");
        let error = Sandbox::start_blocking(with(&file)).expect_err(text).to_string();
        assert!(error.contains("state.json") && error.contains(place), "{error}");
        assert_eq!(fs::read_to_string(&file).expect("the file"), text);
    }
}

#[test]
fn what_a_killed_run_left_is_removed() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("state.json");
    fs::write(folder.path().join(".state.json.AbCdEf.unfinished"), "half").expect("a file is written");
    fs::write(folder.path().join("other.json"), "not ours").expect("a file is written");
    Server::new(with(&file)).expect("the newest version").load_state().expect("no state yet");
    assert_eq!(left_behind(folder.path()), 1);
}

#[cfg(unix)]
#[test]
fn a_link_stays_a_link() {
    let folder = tempfile::tempdir().expect("a folder");
    let (file, link) = (folder.path().join("real.json"), folder.path().join("link.json"));
    drop(classic(with(&file)));
    std::os::unix::fs::symlink(&file, &link).expect("a link");
    let sandbox = Sandbox::start_blocking(with(&link)).expect("the state is read");
    post(&sandbox, &[], IMPORT);
    drop(sandbox);
    assert!(fs::symlink_metadata(&link).expect("the link").is_symlink());
    assert!(was_imported(&Sandbox::start_blocking(with(&file)).expect("the state is read")));
}
