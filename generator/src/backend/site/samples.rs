//! The example of each method in all languages, coloured.
//!
//! The first language stands in the pages. Of each other one there is a script, which the browser loads when somebody chooses
//! the language: programs of one language have most of their lines in common, so such a script has each line once.

use std::collections::BTreeMap;

use serde_json::json;

use super::highlight;
use crate::backend::samples::{Language, Programs};

/// Coloured programs.
#[derive(Debug)]
pub struct Shown {
    /// Id, title and folder of each language, in order.
    pub languages: Vec<(String, String)>,
    /// HTML of the first language, by method.
    pub first: BTreeMap<String, String>,
    /// Text of the first language, by method.
    pub text: BTreeMap<String, String>,
    /// The script of each language but the first, by its id.
    pub scripts: Vec<(String, String)>,
}

impl Shown {
    /// Colours programs; `methods` are the ids of the methods that they are of.
    #[must_use]
    pub fn new(programs: &[Programs], methods: &[&str]) -> Shown {
        let languages = programs.iter().map(|one| (one.language.id.clone(), one.language.title.clone()));
        let by_method = |texts: Vec<String>| methods.iter().map(|&id| id.to_owned()).zip(texts).collect();
        let first = programs.first();
        let coloured = |one: &Programs| one.texts.iter().map(|text| colour(&one.language, text)).collect();
        Shown {
            languages: languages.collect(),
            first: by_method(first.map_or_else(Vec::new, coloured)),
            text: by_method(first.map_or_else(Vec::new, |one| one.texts.clone())),
            scripts: crate::parallel::map(programs.get(1..).unwrap_or_default(), |one| {
                (one.language.id.clone(), script(&one.language.id, methods, &coloured(one)))
            }),
        }
    }
}

fn colour(language: &Language, text: &str) -> String {
    highlight::html(&language.highlight, text.trim_end())
}

/// A script that hands over all programs of a language: its lines, and for each method the runs of lines that make it up,
/// such as `0-12 57 13-30`.
fn script(language: &str, methods: &[&str], programs: &[String]) -> String {
    let mut numbers: BTreeMap<&str, usize> = BTreeMap::new();
    let mut lines: Vec<&str> = Vec::new();
    let mut runs = serde_json::Map::new();
    for (method, program) in methods.iter().zip(programs) {
        let numbered = program.lines().map(|line| {
            *numbers.entry(line).or_insert_with(|| {
                lines.push(line);
                lines.len() - 1
            })
        });
        runs.insert((*method).to_owned(), json!(in_runs(numbered)));
    }
    format!("site.programs({}, {}, {});\n", json!(language), json!(lines), json!(runs))
}

fn in_runs(numbers: impl Iterator<Item = usize>) -> String {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for number in numbers {
        match runs.last_mut() {
            Some((_, end)) if number == *end + 1 => *end = number,
            _ => runs.push((number, number)),
        }
    }
    let words =
        runs.iter().map(|(from, to)| if from == to { from.to_string() } else { format!("{from}-{to}") });
    words.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_say_which_lines_follow_each_other() {
        assert_eq!(in_runs([0, 1, 2, 7, 3, 4, 4].into_iter()), "0-2 7 3-4 4");
        assert_eq!(in_runs([].into_iter()), "");
    }

    #[test]
    fn a_script_has_each_line_once() {
        let made = script("x", &["a", "b"], &["1\n2\n3".to_owned(), "1\n4\n3".to_owned()]);
        assert_eq!(
            made,
            "site.programs(\"x\", [\"1\",\"2\",\"3\",\"4\"], {\"a\":\"0-2\",\"b\":\"0 3 2\"});\n"
        );
    }
}
