//! `publish`: the record of the facts of published versions.

use redcap_generator::model::Version;
use redcap_generator::output::{self, Mode};
use redcap_generator::pipeline::SPEC;
use redcap_generator::published::{self, RECORD, Record};

use super::args::PublishArgs;
use super::model_in;
use super::places::folder;
use super::reply::Reply;
use super::text::{count, printable};

pub fn run(args: &PublishArgs) -> Result<Reply, Reply> {
    let model = model_in(&folder(args.spec.spec.as_deref(), SPEC))?;
    let place = folder(args.record.as_deref(), RECORD);
    let (files, report) = published::read(&place.path, &place.shown);
    if !report.is_empty() {
        return Err(Reply::problems(&report, &files));
    }
    let record = Record::read(&files);
    let unexplained = record.unexplained(&model);
    if !unexplained.is_empty() {
        let shown: Vec<String> = unexplained.iter().map(ToString::to_string).collect();
        return Err(Reply::failed(&printable(&shown.join("\n")), published::HELP));
    }
    let refused = |message: String| Reply::failed(&printable(&message), "");
    let due = Record::due(&model);
    let new = record.unpublished(&model);
    let files = due.files(&model).map_err(|error| refused(error.to_string()))?;
    let summary = output::apply(&files, &place.path, &[published::BACKEND], Mode::Write)
        .map_err(|error| refused(error.to_string()))?;
    let versions = match new.as_slice() {
        [] => String::new(),
        new => format!(", new: {}", new.iter().map(Version::to_string).collect::<Vec<_>>().join(", ")),
    };
    let written = summary.written.len();
    Ok(Reply::fine(format!(
        "{} published{versions}; {} written in {}\n",
        count(model.releases.len(), "version"),
        count(written, "file"),
        place.shown
    )))
}
