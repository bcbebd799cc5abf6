//! Answers of the sandbox as pages show them. They are recorded by `tests/site/run answers`.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{FOLDER, highlight};
use crate::backend::samples::Highlight;
use crate::backend::{BackendError, Input};

/// The file with the recorded answers.
const FILE: &str = "answers.json";
/// As much of an answer is shown.
const MOST_LINES: usize = 16;
const MOST_CHARACTERS: usize = 1500;

/// An answer to the first example of a method.
#[derive(Debug, Clone, Deserialize)]
pub struct Recorded {
    /// Media type.
    pub media: String,
    /// The answer, or the beginning of a long one.
    pub body: String,
}

/// Recorded answers by method and format.
pub type Answers = BTreeMap<String, BTreeMap<String, Recorded>>;

/// Reads the recorded answers.
///
/// # Errors
/// When the file is missing or is not as it must be.
pub fn read(input: &Input<'_>) -> Result<Answers, BackendError> {
    let path = format!("{FOLDER}{FILE}");
    let text = input.template(&path)?;
    serde_json::from_str(text).map_err(|error| BackendError::Template { path, reason: error.to_string() })
}

/// JSON with each item of a list on a line of its own; other texts as they are.
#[must_use]
pub fn laid_out(text: &str) -> String {
    match serde_json::from_str(text) {
        Ok(serde_json::Value::Array(items)) if !items.is_empty() => {
            let lines: Vec<String> = items.iter().map(|item| format!("  {item}")).collect();
            format!("[\n{}\n]", lines.join(",\n"))
        }
        _ => text.trim_end().to_owned(),
    }
}

/// The beginning of a long text, and whether anything was left out.
#[must_use]
pub fn cut(text: &str) -> (String, bool) {
    let mut shown = String::new();
    for (index, line) in text.lines().enumerate() {
        let room = MOST_CHARACTERS.saturating_sub(shown.chars().count());
        if index == MOST_LINES || room == 0 {
            return (shown + "…", true);
        }
        if line.chars().count() > room {
            shown.extend(line.chars().take(room));
            return (shown + "…", true);
        }
        shown.push_str(line);
        shown.push('\n');
    }
    (shown.trim_end().to_owned(), false)
}

/// HTML of an answer or a payload, coloured when it is JSON.
#[must_use]
pub fn html(text: &str) -> String {
    let json = Highlight {
        words: "true false null".to_owned(),
        strings: vec!["\"".to_owned()],
        escape: Some('\\'),
        ..Highlight::default()
    };
    if text.starts_with(['[', '{']) {
        return highlight::html(&json, text);
    }
    let mut out = String::new();
    highlight::escape(&mut out, text);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_of_json_have_lines_of_their_own() {
        assert_eq!(laid_out(r#"[{"b":1,"a":2},3]"#), "[\n  {\"b\":1,\"a\":2},\n  3\n]");
        assert_eq!(laid_out("a,b\n1,2\n"), "a,b\n1,2");
        assert_eq!(laid_out("{\"a\":[1]}"), "{\"a\":[1]}");
    }

    #[test]
    fn long_answers_are_cut_between_characters() {
        assert_eq!(cut("a\nb"), ("a\nb".to_owned(), false));
        assert_eq!(cut(&"é\n".repeat(40)).0.lines().count(), MOST_LINES + 1);
        let (shown, more) = cut(&"é".repeat(5000));
        assert_eq!((shown.chars().count(), more), (MOST_CHARACTERS + 1, true));
    }
}
