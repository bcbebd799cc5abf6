//! The error that malformed logic is answered with.

use std::fmt;

/// Why a piece of logic cannot be understood, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogicError {
    /// Position in characters (not bytes) from the start of the text, counted from 0.
    pub offset: usize,
    /// Line of that position, counted from 1.
    pub line: usize,
    /// Column of that position in characters, counted from 1.
    pub column: usize,
    /// What is wrong.
    pub problem: String,
    /// What would have been understood at that place, when that can be said briefly.
    pub expected: Option<String>,
}

impl fmt::Display for LogicError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "line {}, column {}: {}", self.line, self.column, self.problem)?;
        match &self.expected {
            Some(expected) => write!(out, "; expected {expected}"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for LogicError {}

/// A fault found while reading, before its line and column are known.
///
/// Boxed, because every parsing function carries it in its result and nesting is bounded by stack size.
#[derive(Debug)]
pub(super) struct Fault(Box<Details>);

#[derive(Debug)]
struct Details {
    offset: usize,
    problem: String,
    expected: Option<String>,
}

impl Fault {
    /// A fault at a character offset.
    pub(super) fn new(offset: usize, problem: impl Into<String>) -> Self {
        Self(Box::new(Details { offset, problem: problem.into(), expected: None }))
    }

    /// Adds what would have been understood instead.
    pub(super) fn expected(mut self, expected: impl Into<String>) -> Self {
        self.0.expected = Some(expected.into());
        self
    }

    /// Completes the fault with the line and column that its offset has in `text`.
    pub(super) fn locate(self, text: &str) -> LogicError {
        let Details { offset, problem, expected } = *self.0;
        let (mut line, mut column) = (1, 1);
        for character in text.chars().take(offset) {
            if character == '\n' {
                line += 1;
                column = 1;
            } else {
                column += 1;
            }
        }
        LogicError { offset, line, column, problem, expected }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_characters_lines_and_columns_from_the_start() {
        let error = Fault::new(5, "odd").expected("even").locate("é1\n34567");
        assert_eq!((error.offset, error.line, error.column), (5, 2, 3));
        assert_eq!(error.to_string(), "line 2, column 3: odd; expected even");
    }
}
