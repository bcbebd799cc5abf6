//! The command line of the generator. See `--help`, or [`redcap_generator`] for what it does.

#![forbid(unsafe_code)]

mod cli;

use std::process::ExitCode;

fn main() -> ExitCode {
    cli::run(std::env::args_os()).deliver()
}
