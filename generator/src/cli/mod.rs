//! The command line: reads arguments, calls the library, and puts the answer into words.
//!
//! # Invariants
//! - A command returns a [`Reply`] and prints nothing; the reply is printed once, at the end. Only `probe` says before
//!   what it is about to send.
//! - Clock, working folder and terminal are known here and nowhere else.

mod args;
mod diff;
mod drift;
mod findings;
mod generate;
mod lint;
mod list;
mod places;
mod probe;
mod publish;
mod reply;
mod show;
mod text;

use std::ffi::OsString;

use clap::{CommandFactory, Parser};
use redcap_generator::model::Model;
use redcap_generator::pipeline::{Folder, load_spec};

use args::{Cli, Command};
use reply::Reply;

/// Carries out a command line.
pub fn run(arguments: impl Iterator<Item = OsString>) -> Reply {
    let command = match Cli::try_parse_from(arguments) {
        Ok(cli) => cli.command,
        Err(message) => return Reply::of_clap(&message),
    };
    let outcome = match command {
        Command::Generate(args) => generate::run(args.into()),
        Command::Check(args) => generate::run(args.into()),
        Command::Schema(args) => generate::run(args.into()),
        Command::Lint(args) => lint::run(&args),
        Command::List(args) => list::run(&args),
        Command::Probe(args) => probe::run(&args),
        Command::Publish(args) => publish::run(&args),
        Command::Diff(args) => diff::run(&args),
        Command::Drift(args) => drift::run(&args),
        Command::Show(args) => show::run(&args),
        Command::Completions { shell } => Ok(completions(shell)),
    };
    outcome.unwrap_or_else(|failure| failure)
}

fn completions(shell: clap_complete::Shell) -> Reply {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Cli::command(), args::NAME, &mut script);
    Reply::fine(String::from_utf8_lossy(&script).into_owned())
}

/// The model in a folder, or the reply that tells what is wrong with it.
fn model_in(folder: &Folder) -> Result<Model, Reply> {
    let loaded = load_spec(&folder.path, &folder.shown);
    loaded.outcome.map_err(|report| Reply::problems(&report, &loaded.files))
}
