//! Starts the sandbox from a command line. See `--help`, or [`redcap_sandbox`] for what it does.

#![forbid(unsafe_code)]

mod cli;

use std::process::ExitCode;

fn main() -> ExitCode {
    cli::run()
}
