//! `generate`, `check` and `schema`: one run, and what to say about it.

use std::fmt::Write as _;
use std::path::PathBuf;
use std::time::Instant;

use clap::builder::styling::AnsiColor;
use redcap_generator::backend;
use redcap_generator::output::{Change, Mode, OutPath};
use redcap_generator::pipeline::{self, Failure, Order, Outcome};
use serde_json::json;

use super::args::{
    AnswerArgs, CheckArgs, ChoiceArgs, FolderArgs, Format, GenerateArgs, ModeArgs, SchemaArgs, VersionArgs,
};
use super::places::{folder, is_default, quoted};
use super::reply::{Exit, Reply};
use super::text::{bold, count, paint, printable};

/// Name of the default output folder.
const OUT: &str = "generated";
/// So many changed files are shown with their difference, the others by name.
const MOST_DIFFERENCES: usize = 10;
/// So many files of a kind are listed.
const MOST_LISTED: usize = 40;

/// What to run, from whichever of the three commands.
pub struct Request {
    mode: Mode,
    choice: ChoiceArgs,
    folders: FolderArgs,
    answer: AnswerArgs,
}

impl From<GenerateArgs> for Request {
    fn from(args: GenerateArgs) -> Request {
        Request { mode: mode_of(&args.mode), choice: args.choice, folders: args.folders, answer: args.answer }
    }
}

impl From<CheckArgs> for Request {
    fn from(args: CheckArgs) -> Request {
        Request { mode: Mode::Check, choice: args.choice, folders: args.folders, answer: args.answer }
    }
}

impl From<SchemaArgs> for Request {
    fn from(args: SchemaArgs) -> Request {
        let choice = ChoiceArgs {
            version: VersionArgs { redcap_version: None },
            only: Some(vec!["schema".to_owned()]),
        };
        Request { mode: mode_of(&args.mode), choice, folders: args.folders, answer: args.answer }
    }
}

fn mode_of(args: &ModeArgs) -> Mode {
    match (args.check, args.dry_run) {
        (true, _) => Mode::Check,
        (false, true) => Mode::DryRun,
        (false, false) => Mode::Write,
    }
}

/// Carries out a request.
pub fn run(request: Request) -> Result<Reply, Reply> {
    #[expect(
        clippy::disallowed_methods,
        reason = "the summary tells how long it took; nothing made depends on it"
    )]
    let started = Instant::now();
    let out = folder(request.folders.out.as_deref(), OUT);
    if request.choice.version.redcap_version.is_some() && is_default(&out.path, OUT) {
        return Err(refuse_default(&request));
    }
    let order = Order {
        spec: folder(request.folders.spec.spec.as_deref(), pipeline::SPEC),
        templates: folder(request.folders.templates.as_deref(), "templates"),
        out: out.path,
        version: request.choice.version.redcap_version.clone(),
        only: request.choice.only.as_ref().map(|ids| {
            let wanted = backend::all().into_iter();
            wanted.filter(|backend| ids.iter().any(|id| id == backend.id())).collect()
        }),
        mode: request.mode,
    };
    let outcome = pipeline::run(&order).map_err(|failure| told(failure, &order))?;
    let seconds = started.elapsed().as_secs_f64();
    let stale = request.mode == Mode::Check && outcome.summary.is_stale();
    let mut reply = Reply::fine(String::new());
    if stale {
        reply.exit = Exit::Stale;
    }
    match request.answer.format {
        _ if request.answer.quiet && !outcome.summary.is_stale() => {}
        Format::Json => reply.out = as_json(&outcome, seconds),
        Format::Text => reply.out = as_text(&outcome, seconds, &out.shown, &request),
    }
    if request.answer.format == Format::Text {
        for warning in &outcome.summary.warnings {
            reply.warn(warning);
        }
    }
    Ok(reply)
}

/// The default folder is under version control and holds the output for all versions.
fn refuse_default(request: &Request) -> Reply {
    let message = match request.folders.out {
        None => "--redcap-version needs --out".to_owned(),
        Some(_) => "--redcap-version needs another folder for --out".to_owned(),
    };
    let reason = match request.mode {
        Mode::Check => "can only differ from that for one version",
        Mode::Write | Mode::DryRun => "would be overwritten with that for one version",
    };
    Reply::failed(
        &format!("{message}: `{OUT}` holds the output for all versions, which {reason}"),
        "name another folder, as in `--out ../one-version`",
    )
}

fn told(failure: Failure, order: &Order) -> Reply {
    match failure {
        Failure::Input { files, report } => Reply::problems(&report, &files),
        Failure::Version(error) => Reply::failed(&printable(&error.to_string()), &error.help),
        Failure::Backend(error) => Reply::failed(
            &error.to_string(),
            &format!(
                "the spec is fine: correct `{}` or the backend in generator/src/backend",
                order.templates.shown
            ),
        ),
        Failure::Output(error) => Reply::failed(&error.to_string(), ""),
    }
}

fn as_json(outcome: &Outcome, seconds: f64) -> String {
    let summary = &outcome.summary;
    let paths = |paths: &[OutPath]| paths.iter().map(OutPath::to_string).collect::<Vec<_>>();
    let change =
        |change: &Change| json!({ "path": change.path.as_str(), "line": change.line, "diff": change.diff });
    let answer = json!({
        "methods": outcome.methods,
        "versions": outcome.versions,
        "written": paths(&summary.written),
        "unchanged": summary.unchanged,
        "removed": paths(&summary.removed),
        "changed": summary.changed.iter().map(change).collect::<Vec<_>>(),
        "missing": paths(&summary.missing),
        "extra": summary.extra,
        "warnings": summary.warnings,
        "seconds": (seconds * 1000.0).round() / 1000.0,
    });
    format!("{answer:#}\n")
}

fn as_text(outcome: &Outcome, seconds: f64, shown: &str, request: &Request) -> String {
    let summary = &outcome.summary;
    let covered = format!(
        "{}, {} ({} to {})",
        count(outcome.methods, "method"),
        count(outcome.versions, "version"),
        outcome.oldest,
        outcome.newest
    );
    let (written, unchanged, removed) = (summary.written.len(), summary.unchanged, summary.removed.len());
    match request.mode {
        Mode::Check if summary.is_stale() => stale(outcome, shown, request),
        Mode::Check => {
            format!(
                "{covered}: {} in `{shown}`, all up to date, in {seconds:.2} s\n",
                count(unchanged, "file")
            )
        }
        Mode::Write => {
            let written = count(written, "file");
            format!(
                "{covered}: {written} written, {unchanged} unchanged, {removed} removed in {seconds:.2} s\n"
            )
        }
        Mode::DryRun => {
            let mut text = String::new();
            for (word, paths) in [("write ", &summary.written), ("remove", &summary.removed)] {
                for path in paths {
                    let _ = writeln!(text, "would {word} {path}");
                }
            }
            let written = count(written, "file");
            let _ = writeln!(
                text,
                "{covered}: {written} to write, {unchanged} unchanged, {removed} to remove in `{shown}`; nothing was done"
            );
            text
        }
    }
}

/// What a check found, and the command that brings it in order.
fn stale(outcome: &Outcome, shown: &str, request: &Request) -> String {
    let summary = &outcome.summary;
    let mut text = String::new();
    for (index, change) in summary.changed.iter().enumerate() {
        let _ = writeln!(text, "{} {}, from line {}", bold("changed"), change.path, change.line);
        if index < MOST_DIFFERENCES {
            text.push_str(&difference(&change.diff));
        }
    }
    let missing: Vec<String> = summary.missing.iter().map(OutPath::to_string).collect();
    for (word, paths) in [("missing", &missing), ("extra", &summary.extra)] {
        for path in paths.iter().take(MOST_LISTED) {
            let _ = writeln!(text, "{} {}", bold(word), printable(path));
        }
        if paths.len() > MOST_LISTED {
            let _ = writeln!(text, "{} … and {} more", bold(word), paths.len() - MOST_LISTED);
        }
    }
    let (changed, missing, extra) = (summary.changed.len(), missing.len(), summary.extra.len());
    let _ = writeln!(text, "\n`{shown}` is stale: {changed} changed, {missing} missing, {extra} extra");
    if changed + missing + extra > outcome.foreign.len() {
        let _ = writeln!(text, "Bring it up to date with:\n\n    {}", bold(&command(request)));
    }
    if !outcome.foreign.is_empty() {
        let them = if outcome.foreign.len() == extra { "the extra files" } else { "these extra files" };
        let _ = writeln!(
            text,
            "\nThe generator did not make {them} and leaves them alone; move or delete by hand:\n"
        );
        for path in outcome.foreign.iter().take(MOST_LISTED) {
            let _ = writeln!(text, "    {}", printable(path));
        }
        if outcome.foreign.len() > MOST_LISTED {
            let _ = writeln!(text, "    … and {} more", outcome.foreign.len() - MOST_LISTED);
        }
    }
    text
}

/// A difference, indented and coloured.
fn difference(diff: &str) -> String {
    let mut text = String::new();
    for line in diff.lines() {
        let painted = match line.as_bytes().first() {
            Some(b'-') => paint(AnsiColor::Red.on_default(), line),
            Some(b'+') => paint(AnsiColor::Green.on_default(), line),
            Some(b'@') => paint(AnsiColor::Cyan.on_default(), line),
            _ => line.to_owned(),
        };
        let _ = writeln!(text, "    {painted}");
    }
    text
}

/// The command that writes what was checked.
fn command(request: &Request) -> String {
    let mut command = "cargo run generate".to_owned();
    if let Some(version) = &request.choice.version.redcap_version {
        let _ = write!(command, " --redcap-version {}", quoted(version));
    }
    if let Some(only) = &request.choice.only {
        let _ = write!(command, " --only {}", only.join(","));
    }
    let folders: [(&str, &Option<PathBuf>); 3] = [
        ("--out", &request.folders.out),
        ("--spec", &request.folders.spec.spec),
        ("--templates", &request.folders.templates),
    ];
    for (name, folder) in folders {
        if let Some(folder) = folder {
            let _ = write!(command, " {name} {}", quoted(&folder.display().to_string()));
        }
    }
    command
}
