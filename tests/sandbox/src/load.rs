//! Projects from files: project XML, or a data dictionary as CSV.

use std::fmt;

use crate::dictionary::{self, Problem};
use crate::odm::{self, OdmError, ReadOptions};
use crate::project::{Project, ProjectError};

/// Something wrong with a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mistake {
    /// Line and column, from 1, where they are known. Lines of a dictionary are its rows.
    pub place: Option<(usize, usize)>,
    /// What is wrong.
    pub message: String,
}

impl fmt::Display for Mistake {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some((line, column)) = self.place {
            write!(out, "{line}:{column}: ")?;
        }
        out.write_str(&self.message)
    }
}

/// Reads a project. `title` is for dictionaries, which have none.
///
/// # Errors
/// Everything that is wrong with the file.
pub fn project(bytes: &[u8], title: &str) -> Result<Project, Vec<Mistake>> {
    let text = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    match text.trim_ascii_start().first() {
        None => Err(vec![Mistake { place: Some((1, 1)), message: "the file is empty".into() }]),
        Some(b'<') => from_xml(text).map_err(|mistake| vec![mistake]),
        Some(_) => from_dictionary(bytes, title),
    }
}

fn from_xml(bytes: &[u8]) -> Result<Project, Mistake> {
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let before = &bytes[..error.valid_up_to()];
        let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
        let column = before.iter().rev().take_while(|byte| **byte != b'\n').count() + 1;
        Mistake { place: Some((line, column)), message: "the XML is not UTF-8".into() }
    })?;
    // As servers do that make a project from the file.
    let options = ReadOptions { tight_choices: true, ..ReadOptions::default() };
    odm::read(text, &options).map_err(|error| match error {
        OdmError::Syntax { line, column, message } | OdmError::Content { line, column, message } => {
            Mistake { place: Some((line, column)), message }
        }
        large @ OdmError::TooLarge { .. } => Mistake { place: None, message: large.to_string() },
    })
}

fn from_dictionary(bytes: &[u8], title: &str) -> Result<Project, Vec<Mistake>> {
    let fields = dictionary::read_csv(bytes).map_err(|all| mistakes(&all))?;
    let mut project = Project::new(0, title);
    project.replace_metadata(fields).map_err(|error| match error {
        ProjectError::Dictionary(all) => mistakes(&all),
        other => vec![Mistake { place: None, message: other.to_string() }],
    })?;
    Ok(project)
}

fn mistakes(problems: &[Problem]) -> Vec<Mistake> {
    let mistake = |problem: &Problem| Mistake { place: place(problem), message: problem.to_string() };
    problems.iter().map(mistake).collect()
}

/// Row and column of a dictionary's problem.
fn place(problem: &Problem) -> Option<(usize, usize)> {
    match problem {
        Problem::NotCsv(_) => None,
        Problem::Empty | Problem::MissingColumn(_) => Some((1, 1)),
        Problem::MissingName(row) | Problem::BadName { row, .. } | Problem::ReservedName { row, .. } => {
            Some((*row, 1))
        }
        Problem::DuplicateName { rows, .. } => rows.last().map(|row| (*row, 1)),
        Problem::MissingForm(row) | Problem::ScatteredForm { row, .. } => Some((*row, 2)),
        Problem::BadType { row, .. } => Some((*row, 4)),
        Problem::BadRecordId { .. } => Some((2, 4)),
    }
}
