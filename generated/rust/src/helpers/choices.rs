// Made by `cargo run generate` from templates/rust-client/src/helpers/choices.rs.
// Do not edit: change the source and run it again.

//! The choices of a field, as the data dictionary writes them.

use std::fmt;
use std::ops::Deref;

use crate::runtime::{Error, ErrorKind};

/// One choice of a field.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Choice {
    code: String,
    label: String,
}

impl Choice {
    /// What is stored: a number, also a negative one, or letters.
    pub fn code(&self) -> &str {
        &self.code
    }

    /// What people see. May hold HTML and commas.
    pub fn label(&self) -> &str {
        &self.label
    }
}

/// The choices of a field in their order, as a slice of [`Choice`].
///
/// ```
/// use redcap::choices::Choices;
///
/// let choices = Choices::parse("1,Yes|0, No, never | -99, Unknown");
/// assert_eq!(choices.label("0"), Some("No, never"));
/// assert_eq!(choices.to_string(), "1, Yes | 0, No, never | -99, Unknown");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default, Hash)]
pub struct Choices(Vec<Choice>);

impl Choices {
    /// Reads `code, label | code, label`, with or without blanks around the bars and behind the commas. A
    /// choice without a comma is its own code and label; a code that occurs twice is kept twice.
    pub fn parse(text: &str) -> Choices {
        let parts = text.split('|').map(str::trim).filter(|part| !part.is_empty());
        let choice = |part: &str| {
            let (code, label) = part.split_once(',').unwrap_or((part, part));
            Choice { code: code.trim().to_owned(), label: label.trim().to_owned() }
        };
        Choices(parts.map(choice).collect())
    }

    /// Choices from codes with their labels.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::InvalidRequest`] if a code is empty or has a comma or a line break, or a code or label
    /// has a bar: the dictionary could not hold them.
    pub fn new<C: AsRef<str>, L: AsRef<str>>(
        choices: impl IntoIterator<Item = (C, L)>,
    ) -> Result<Choices, Error> {
        let choice = |(code, label): (C, L)| {
            let (code, label) = (code.as_ref().trim(), label.as_ref().trim());
            if code.is_empty() || code.contains([',', '|', '\n', '\r']) || label.contains('|') {
                let problem = "a choice needs a code without commas and bars, and a label without bars";
                return Err(Error::new(ErrorKind::InvalidRequest, problem));
            }
            Ok(Choice { code: code.to_owned(), label: label.to_owned() })
        };
        choices.into_iter().map(choice).collect::<Result<_, _>>().map(Choices)
    }

    /// The first choice with the code, which must match exactly.
    pub fn with_code(&self, code: &str) -> Option<&Choice> {
        self.iter().find(|choice| choice.code == code)
    }

    /// The label of a code.
    pub fn label(&self, code: &str) -> Option<&str> {
        self.with_code(code).map(Choice::label)
    }

    /// The choice of a checkbox field that a column of an export is about: the reverse of
    /// [`checkbox_column`].
    pub fn of_column(&self, field: &str, column: &str) -> Option<&Choice> {
        self.iter().find(|choice| checkbox_column(field, &choice.code) == column)
    }
}

impl Deref for Choices {
    type Target = [Choice];

    fn deref(&self) -> &[Choice] {
        &self.0
    }
}

/// As the data dictionary has it: `1, Yes | 0, No`.
impl fmt::Display for Choices {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, Choice { code, label }) in self.iter().enumerate() {
            let between = if place == 0 { "" } else { " | " };
            write!(out, "{between}{code}, {label}")?;
        }
        Ok(())
    }
}

/// The column of a checkbox choice in exports and imports. The code is written in lower case, with `_` for
/// all but letters and digits: the column of `-99` of `pain` is `pain____99`.
pub fn checkbox_column(field: &str, code: &str) -> String {
    let plain = |mark: char| if mark.is_ascii_alphanumeric() { mark.to_ascii_lowercase() } else { '_' };
    format!("{field}___{}", code.chars().map(plain).collect::<String>())
}
