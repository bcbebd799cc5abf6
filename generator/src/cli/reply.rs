//! What a command answers, and how that reaches the terminal.

use std::io::{self, ErrorKind, Write};
use std::process::ExitCode;

use clap::builder::styling::{AnsiColor, Style};
use redcap_generator::diagnostics::{Report, SourceFile};

use super::text::{paint, printable};

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// All is well.
    Fine = 0,
    /// It could not be done.
    Failed = 1,
    /// The output is not what the spec makes.
    Stale = 2,
    /// A comparison found what it was asked to look for.
    Found = 3,
}

/// What a command answers. The texts may hold colours; they are taken out where nobody sees them.
#[derive(Debug)]
pub struct Reply {
    /// For standard output.
    pub out: String,
    /// For standard error.
    pub err: String,
    /// How it ended.
    pub exit: Exit,
}

impl Reply {
    /// Success with a text.
    pub fn fine(out: String) -> Reply {
        Reply { out, err: String::new(), exit: Exit::Fine }
    }

    /// Failure, and what to do about it.
    pub fn failed(message: &str, help: &str) -> Reply {
        let error = paint(AnsiColor::Red.on_default().bold(), "error");
        let mut err = format!("{error}: {message}\n");
        if !help.is_empty() {
            err.push_str(&format!("{}: {help}\n", paint(Style::new().bold(), "help")));
        }
        Reply { out: String::new(), err, exit: Exit::Failed }
    }

    /// Says something before the reply, on standard error.
    pub fn announce(text: &str) {
        // Who cannot be told can still be answered.
        let _ = write_all(&mut anstream::stderr(), text);
    }

    /// Failure because of what stands in the files that were read.
    pub fn problems(report: &Report, files: &[SourceFile]) -> Reply {
        Reply { out: String::new(), err: report.render(files, true), exit: Exit::Failed }
    }

    /// What the argument parser wants to say: help, the version, or that an argument is wrong.
    pub fn of_clap(message: &clap::Error) -> Reply {
        let text = message.render().ansi().to_string();
        if message.use_stderr() {
            // The parser would exit with 2, which here means that the output is stale.
            Reply { out: String::new(), err: text, exit: Exit::Failed }
        } else {
            Reply::fine(text)
        }
    }

    /// Adds a warning.
    pub fn warn(&mut self, warning: &str) {
        let word = paint(AnsiColor::Yellow.on_default().bold(), "warning");
        self.err.push_str(&format!("{word}: {}\n", printable(warning)));
    }

    /// Prints the reply. A reader that has seen enough (`| head`) is no error.
    pub fn deliver(self) -> ExitCode {
        let told = write_all(&mut anstream::stderr(), &self.err);
        let shown = write_all(&mut anstream::stdout(), &self.out);
        match told.and(shown) {
            Err(error) if error.kind() != ErrorKind::BrokenPipe => {
                let message = format!("cannot print the answer: {error}");
                let failure = Reply::failed(&message, "check where the output goes: the disk may be full");
                // When this cannot be said either, the exit code is all that is left.
                let _ = write_all(&mut anstream::stderr(), &failure.err);
                ExitCode::from(failure.exit as u8)
            }
            _ => ExitCode::from(self.exit as u8),
        }
    }
}

fn write_all(stream: &mut impl Write, text: &str) -> io::Result<()> {
    stream.write_all(text.as_bytes())?;
    stream.flush()
}
