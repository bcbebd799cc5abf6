//! `drift`: what a release says of its API, held against the spec.

use std::path::Path;

use redcap_generator::diagnostics::Report;
use redcap_generator::drift::{compare, matching, read, scaffold, tell};
use redcap_generator::model::{Model, Version};
use redcap_generator::output::{FileSet, Mode, apply};
use redcap_generator::pipeline::{SPEC, known};
use redcap_generator::spec::load;

use super::args::DriftArgs;
use super::findings::tell as shown;
use super::model_in;
use super::places::folder;
use super::reply::{Exit, Reply};
use super::text::printable;

pub fn run(args: &DriftArgs) -> Result<Reply, Reply> {
    let model = model_in(&folder(args.spec.spec.as_deref(), SPEC))?;
    let version = version(&model, &args.redcap_version)?;
    let mut report = Report::default();
    let files = load::read_sources(&args.sources, &mut report);
    if !report.is_empty() {
        return Err(Reply::problems(&report, &files));
    }
    let is_title = |title: &str| model.methods.iter().any(|method| matching::is_title_of(method, title));
    let mut reading = read(&files, &is_title);
    reading.is_whole &= !args.partial;
    if reading.methods.is_empty() && reading.listed.is_empty() && reading.requests.is_empty() {
        let help = reading.unread.first().map_or_else(
            || {
                "name saved API help pages, a copy of their text, or the folder of the unzipped examples"
                    .to_owned()
            },
            |unread| format!("{}: {}", unread.place.file, unread.what),
        );
        let message = "neither a method nor a list of methods nor a request was found";
        return Err(Reply::failed(message, &printable(&help)));
    }
    let drift = compare::compare(&reading, &model, &compare::view_for(&model, version));
    let mut findings = tell::findings(&reading, &drift, &model, version);
    if let Some(folder) = &args.scaffold {
        write_scaffold(folder, scaffold::files(&reading, &drift, &model, version))?;
        findings.summary.push(format!("Begin with `{}`.", folder.join("edits.md").display()));
    }
    let mut reply = Reply::fine(shown(&findings, args.format));
    if !tell::agree(&findings) {
        reply.exit = Exit::Found;
    }
    Ok(reply)
}

/// Writes a scaffold, never over anything: somebody may have worked on what is there.
fn write_scaffold(folder: &Path, files: Vec<(String, String)>) -> Result<(), Reply> {
    let shown = printable(&folder.display().to_string());
    if folder.exists() {
        return Err(Reply::failed(
            &format!("`{shown}` is there already"),
            "name a folder that does not exist yet",
        ));
    }
    let mut set = FileSet::new("scaffold");
    let added: Result<(), _> = files.into_iter().try_for_each(|(path, text)| set.add_plain(&path, text));
    added
        .map_err(|error| Reply::failed(&error.to_string(), "report this: it is a mistake of the program"))?;
    apply(&set, folder, &["scaffold"], Mode::Write)
        .map(|_| ())
        .map_err(|error| Reply::failed(&format!("cannot write the scaffold: {error}"), "name another folder"))
}

/// The version of the release, which may be newer than all that the spec knows.
fn version(model: &Model, text: &str) -> Result<Version, Reply> {
    match text.parse::<Version>() {
        Ok(version) if version > model.newest() => Ok(version),
        _ => known(model, text).map_err(|error| Reply::failed(&printable(&error.to_string()), &error.help)),
    }
}
