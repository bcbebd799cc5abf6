//! `diff`: what moved between two versions.

use redcap_generator::findings::Finding;
use redcap_generator::history;
use redcap_generator::pipeline::{SPEC, known};

use super::args::DiffArgs;
use super::findings::tell;
use super::model_in;
use super::places::folder;
use super::reply::{Exit, Reply};
use super::text::printable;

pub fn run(args: &DiffArgs) -> Result<Reply, Reply> {
    let model = model_in(&folder(args.spec.spec.as_deref(), SPEC))?;
    let version = |text: &str| {
        known(&model, text).map_err(|error| Reply::failed(&printable(&error.to_string()), &error.help))
    };
    let mut findings = history::compare(&model, version(&args.from)?, version(&args.to)?);
    if args.breaking {
        findings.retain(Finding::is_breaking);
    }
    let mut reply = Reply::fine(tell(&findings, args.format));
    if args.breaking && findings.iter().next().is_some() {
        reply.exit = Exit::Found;
    }
    Ok(reply)
}
