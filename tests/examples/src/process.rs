//! Programs, with an end to their time.

use std::fmt;
use std::path::Path;
use std::process::Stdio;
use std::time::Duration;

use tokio::process::Command;

use crate::world::RUNTIME;

/// The longest that a program of an example may take.
pub const RUN: Duration = Duration::from_secs(60);
/// The longest that may pass until a language is ready.
pub const BUILD: Duration = Duration::from_secs(900);

/// What became of a program.
pub struct Done {
    /// The command, for messages.
    pub command: String,
    /// Its exit status; none if it was stopped by a signal, or because it took too long.
    pub status: Option<i32>,
    /// What it printed.
    pub stdout: String,
    /// What it said.
    pub stderr: String,
}

impl Done {
    /// Whether it ended well.
    pub fn is_success(&self) -> bool {
        self.status == Some(0)
    }

    /// Both outputs.
    pub fn said(&self) -> String {
        format!("{}\n{}", self.stdout, self.stderr)
    }
}

impl fmt::Display for Done {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let status =
            self.status.map_or("stopped, or it took too long".to_owned(), |code| format!("status {code}"));
        writeln!(out, "{}: {status}", self.command)?;
        for (name, text) in [("output", &self.stdout), ("error output", &self.stderr)] {
            let text = if text.is_empty() { "  (nothing)" } else { text.trim_end() };
            writeln!(out, "--- standard {name}\n{text}")?;
        }
        Ok(())
    }
}

/// Runs a program in a folder with additional variables. Nothing of the caller's REDCap gets to it, and no proxy.
pub fn run(command: &[String], folder: &Path, variables: &[(&str, &str)], limit: Duration) -> Done {
    let shown = command.join(" ");
    let Some((program, arguments)) = command.split_first() else {
        return failed(shown, "the command is empty");
    };
    let mut prepared = Command::new(program);
    prepared.args(arguments).current_dir(folder).stdin(Stdio::null()).kill_on_drop(true);
    for (name, _) in std::env::vars_os() {
        let known = name.to_string_lossy().to_ascii_uppercase();
        // While a language is being set up, registries may have to be reached by a proxy.
        if known.starts_with("REDCAP_") || (known.ends_with("_PROXY") && limit == RUN) {
            prepared.env_remove(name);
        }
    }
    prepared.envs(variables.iter().copied());
    let ended = RUNTIME.block_on(async { tokio::time::timeout(limit, prepared.output()).await });
    match ended {
        Ok(Ok(output)) => Done {
            command: shown,
            status: output.status.code(),
            stdout: String::from_utf8_lossy(&output.stdout).into_owned(),
            stderr: String::from_utf8_lossy(&output.stderr).into_owned(),
        },
        Ok(Err(error)) => failed(shown, &format!("it cannot be run: {error}")),
        Err(_) => failed(shown, &format!("it took longer than {} s", limit.as_secs())),
    }
}

fn failed(command: String, reason: &str) -> Done {
    Done { command, status: None, stdout: String::new(), stderr: reason.to_owned() }
}

/// Those of the programs that are not on the path.
pub fn missing(programs: &[String]) -> Vec<String> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let is_there = |program: &str| std::env::split_paths(&path).any(|folder| folder.join(program).is_file());
    programs.iter().filter(|program| !is_there(program)).cloned().collect()
}
