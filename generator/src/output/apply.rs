//! Bringing the output folder to the state of a file set, or telling how far it is from it.

use std::path::Path;

use super::diff::compare;
use super::disk::{Disk, Found, MANIFEST};
use super::error::OutputError;
use super::file_set::FileSet;
use super::manifest::Manifest;
use super::path::OutPath;
use super::plan::Plan;
use super::summary::{Change, Summary};

/// What to do with a file set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Write what is new or differs and delete what is no longer made.
    Write,
    /// Write nothing; tell what differs, with the differences.
    Check,
    /// Write nothing; tell what a write would do.
    DryRun,
}

/// Writes `files` to the folder `out`, or compares them with it.
///
/// `backends` are those that were run. Files that the manifest of an earlier run gives to other backends are
/// left alone, stay in the manifest and are not reported. A backend that no longer exists counts as such
/// another one, so a complete run names those of [`recorded_backends`] too.
pub fn apply(files: &FileSet, out: &Path, backends: &[&str], mode: Mode) -> Result<Summary, OutputError> {
    let mut disk = Disk::new(out);
    let mut plan = Plan::make(files, &disk, backends)?;
    let mut summary = Summary::new(mode);
    summary.warnings = std::mem::take(&mut plan.warnings);
    if mode == Mode::Check {
        check(files, &disk, &plan, &mut summary)?;
        return Ok(summary);
    }
    if mode == Mode::Write {
        let done = write(files, &mut disk, &plan);
        // Also after a failure: on a full disk the unfinished file is what has to go first.
        let cleared = disk.clear_temporary();
        done.and(cleared)?;
    }
    summary.unchanged = plan.unchanged + usize::from(!plan.manifest_differs());
    summary.written = plan.writes.iter().map(|(path, _)| path.clone()).collect();
    if plan.manifest_differs() {
        summary.written.push(manifest_path());
        summary.written.sort();
    }
    summary.removed = plan.removed;
    Ok(summary)
}

/// The backends that the manifest in `out` knows, sorted; none if there is no readable manifest.
pub fn recorded_backends(out: &Path) -> Vec<String> {
    let disk = Disk::new(out);
    let Ok(Found::File { .. }) = disk.look(MANIFEST) else { return Vec::new() };
    let bytes = disk.read(MANIFEST).unwrap_or_default();
    let manifest = Manifest::read(&bytes, &mut Vec::new());
    let mut backends: Vec<String> =
        manifest.files.into_keys().chain(manifest.tolerated.into_keys()).collect();
    backends.sort();
    backends.dedup();
    backends
}

/// Carries out a plan. The order is what lets a later run complete one that was stopped anywhere: the
/// manifest names every file that may exist, from before the first is written until the last is deleted.
fn write(files: &FileSet, disk: &mut Disk, plan: &Plan) -> Result<(), OutputError> {
    disk.make_root()?;
    disk.clear_temporary()?;
    let during = plan.manifest_during.as_str();
    if plan.manifest_found.as_deref() != Some(during.as_bytes()) {
        disk.write(MANIFEST, during.as_bytes())?;
    }
    for path in &plan.in_the_way {
        disk.remove(path)?;
    }
    for folder in &plan.emptied {
        disk.remove_empty(folder.as_str())?;
    }
    for (path, _) in &plan.writes {
        if let Some(file) = files.get(path.as_str()) {
            disk.write(path.as_str(), file.bytes())?;
        }
    }
    for path in &plan.stale {
        disk.remove(path)?;
    }
    if plan.manifest_after != plan.manifest_during {
        disk.write(MANIFEST, plan.manifest_after.as_bytes())?;
    }
    Ok(())
}

/// Tells every difference between the folder and the file set.
fn check(files: &FileSet, disk: &Disk, plan: &Plan, summary: &mut Summary) -> Result<(), OutputError> {
    let problem = |problem| OutputError::Problems(vec![problem]);
    summary.unchanged = plan.unchanged;
    let manifest = (manifest_path(), plan.manifest_found.is_some(), plan.manifest_after.as_bytes());
    let files_to_write = plan.writes.iter().filter_map(|(path, replaces)| {
        files.get(path.as_str()).map(|file| (path.clone(), *replaces, file.bytes()))
    });
    for (path, replaces, bytes) in files_to_write.chain([manifest]) {
        if !replaces {
            summary.missing.push(path);
            continue;
        }
        let found = disk.read(path.as_str()).map_err(problem)?;
        if found == bytes {
            summary.unchanged += 1;
        } else {
            let (line, diff) = compare(&found, bytes);
            summary.changed.push(Change { path, line, diff });
        }
    }
    summary.missing.sort();
    summary.changed.sort_by(|one, other| one.path.cmp(&other.path));
    summary.extra = extra(files, disk, plan)?;
    Ok(())
}

/// The files below the output folder that nothing accounts for.
fn extra(files: &FileSet, disk: &Disk, plan: &Plan) -> Result<Vec<String>, OutputError> {
    let problem = |problem| OutputError::Problems(vec![problem]);
    if disk.look_at_root().map_err(problem)? == Found::Nothing {
        return Ok(Vec::new());
    }
    let is_known = |path: &str| {
        let Ok(path) = OutPath::new(path) else { return false };
        path.as_str() == MANIFEST
            || files.has(&path)
            || plan.others.contains(&path)
            || plan.others_tolerated.contains(&path)
            || files.tolerated().any(|(tolerated, _)| *tolerated == path)
    };
    disk.walk("", &is_known).map_err(problem)
}

fn manifest_path() -> OutPath {
    OutPath::new(MANIFEST).expect("the manifest has a plain name")
}
