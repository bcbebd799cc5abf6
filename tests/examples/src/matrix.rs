//! How it went, in one picture: a column for each language, a row for each group of methods and each other kind of trial.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::sync::{Mutex, PoisonError};

use redcap_generator::backend::samples::Language;

use crate::generated::GENERATED;

/// How a trial went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// As it should.
    Passed,
    /// Otherwise.
    Failed,
    /// Not at all.
    Ignored,
}

/// Passed, failed and ignored trials.
#[derive(Debug, Clone, Copy, Default)]
struct Cell {
    passed: usize,
    failed: usize,
    ignored: usize,
}

/// Collects how trials went.
#[derive(Debug, Default)]
pub struct Matrix {
    /// By language and row.
    cells: Mutex<BTreeMap<(String, String), Cell>>,
}

/// Rows below those of the groups of methods.
const OTHER_ROWS: [&str; 5] = ["ready", "failures", "workflows", "literals", "lint"];

impl Matrix {
    /// Notes how a trial went.
    pub fn note(&self, language: &str, row: &str, outcome: Outcome) {
        let mut cells = self.cells.lock().unwrap_or_else(PoisonError::into_inner);
        let cell = cells.entry((language.to_owned(), row.to_owned())).or_default();
        match outcome {
            Outcome::Passed => cell.passed += 1,
            Outcome::Failed => cell.failed += 1,
            Outcome::Ignored => cell.ignored += 1,
        }
    }

    /// The picture; empty if nothing was tried.
    pub fn show(&self) -> String {
        let cells = self.cells.lock().unwrap_or_else(PoisonError::into_inner);
        let tried = |language: &&Language| cells.keys().any(|(id, _)| *id == language.id);
        let languages: Vec<&Language> = GENERATED.languages.iter().map(AsRef::as_ref).filter(tried).collect();
        if languages.is_empty() {
            return String::new();
        }
        let groups = GENERATED.view.model.groups.iter().map(|group| group.id.as_str());
        let rows: Vec<&str> =
            groups.chain(OTHER_ROWS).filter(|row| cells.keys().any(|(_, known)| known == row)).collect();
        let first = rows.iter().map(|row| row.len()).max().unwrap_or_default();
        let width = |language: &Language| language.id.len().max(5);
        let mut text = format!("{:first$}", "");
        // Writing to a text cannot fail.
        for language in &languages {
            let _ = write!(text, "  {:>1$}", language.id, width(language));
        }
        for row in rows {
            let _ = write!(text, "\n{row:first$}");
            for language in &languages {
                let cell = cells.get(&(language.id.clone(), row.to_owned()));
                let _ = write!(text, "  {:>1$}", cell.map_or(String::new(), Cell::show), width(language));
            }
        }
        text.push_str(
            "\n\npassed/tried; `!` where some failed, `-` where the language's programs are missing.\n",
        );
        text.push_str(
            "All languages are compared with the same form of each method, so all that pass send the same.\n",
        );
        let checked: Vec<&str> =
            languages.iter().filter(|one| !one.is_executed()).map(|one| one.id.as_str()).collect();
        if !checked.is_empty() {
            let _ = writeln!(text, "Only checked, not executed: {}.", checked.join(", "));
        }
        text
    }
}

impl Cell {
    fn show(&self) -> String {
        let tried = self.passed + self.failed;
        match self {
            _ if tried == 0 && self.ignored > 0 => "-".to_owned(),
            Cell { failed: 0, .. } => format!("{}/{tried}", self.passed),
            _ => format!("!{}/{tried}", self.passed),
        }
    }
}
