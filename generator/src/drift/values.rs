//! Allowed values and defaults, as far as a description tells them in one of the usual ways.

use super::document::{Block, Kind};

/// What a description tells of values.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Values {
    /// The values that it lists; empty when it lists none.
    pub listed: Vec<String>,
    /// The default.
    pub default: Option<String>,
}

/// Reads a description.
#[must_use]
pub fn read(description: &[Block]) -> Values {
    let mut values = items(description);
    let texts =
        || description.iter().filter(|block| block.kind != Kind::Code).map(|block| block.text.as_str());
    if values.listed.is_empty() {
        let readers = [enumerated, explained, offered];
        let mut found = texts().take(2).flat_map(|text| readers.iter().map(move |read| read(text)));
        values = found.find(|found| found.listed.len() > 1).unwrap_or_default();
    }
    if values.default.is_none() {
        values.default = texts().find_map(told_default);
    }
    values
}

/// A list with an item for each value: `flat - one record per row [default]`.
fn items(description: &[Block]) -> Values {
    let depth = |block: &Block| match block.kind {
        Kind::Item(depth) => Some(depth),
        _ => None,
    };
    let Some(outer) = description.iter().filter_map(depth).min() else { return Values::default() };
    let items = description.iter().filter(|block| depth(block) == Some(outer));
    let mut values = Values::default();
    for (index, item) in items.enumerate() {
        let Some((value, rest)) = first_value(&item.text) else {
            // A list that does not begin with a value is about something else.
            if index == 0 {
                return Values::default();
            }
            continue;
        };
        let rest_is_text = starts_text(unmarked(rest).0);
        let is_alone = unmarked(rest).0.trim().is_empty();
        if rest_is_text || is_alone {
            values.add(value, item.text.contains("[default]") || item.text.contains("(default)"));
        }
    }
    if values.listed.len() > 1 { values } else { Values::default() }
}

/// A list before a remark: `csv, json, xml [default], odm (…)`, `raw [default], label - which one`.
fn enumerated(text: &str) -> Values {
    let mut values = Values::default();
    let mut rest = text.trim_start();
    while let Some((value, after)) = first_value(rest) {
        let (after, is_default) = unmarked(after);
        values.add(value, is_default);
        let Some(next) = next_of(after) else {
            let after = after.trim_start();
            let ends = after.is_empty() || after.starts_with(['(', '.', ';']) || starts_text(after);
            return if ends { values } else { Values::default() };
        };
        rest = next;
    }
    Values::default()
}

/// A list with a remark on each: `count [default] - how many, ids - which ones`.
fn explained(text: &str) -> Values {
    let mut values = Values::default();
    for (index, part) in text.split([',', ';']).enumerate() {
        let Some((value, after)) = first_value(part.trim_start()) else { continue };
        let (after, is_default) = unmarked(after);
        if starts_text(after) {
            values.add(value, is_default || part.contains("[default]") || part.contains("(default)"));
        } else if index == 0 {
            return Values::default();
        }
    }
    values
}

/// Quoted values behind the word "options": `Options include: comma ',' (default), 'tab' or caret '^'`.
fn offered(text: &str) -> Values {
    let mut values = Values::default();
    let lower = text.to_lowercase();
    let Some(start) = ["options include", "options are", "options:"].iter().find_map(|word| lower.find(word))
    else {
        return values;
    };
    let mut rest = text.get(start..).unwrap_or_default();
    while let Some(open) = rest.find(['\'', '‘', '"']) {
        let quote = rest[open..].chars().next().unwrap_or('\'');
        let close = if quote == '‘' { '’' } else { quote };
        let inner = &rest[open + quote.len_utf8()..];
        let Some(end) = inner.find(close) else { break };
        let (value, after) = (&inner[..end], &inner[end + close.len_utf8()..]);
        // An apostrophe, as in "the fields' own format", opens nothing.
        if value.contains(' ') || value.is_empty() {
            rest = inner;
            continue;
        }
        if !values.listed.iter().any(|listed| listed == value) {
            values.add(value.to_owned(), unmarked(after).1);
        }
        rest = after;
    }
    values
}

/// A default that stands in a sentence of its own.
fn told_default(text: &str) -> Option<String> {
    for mark in ["[default]", "(default)"] {
        if let Some(at) = text.find(mark) {
            let before = text[..at].trim_end().rsplit([' ', ',']).next()?;
            return first_value(before).map(|(value, _)| value);
        }
    }
    let lower = text.to_lowercase();
    let marks =
        ["default value is ", "default is ", "default: ", "default = ", "defaults to ", "default value: "];
    let (mark, at) = marks.iter().find_map(|mark| lower.find(mark).map(|at| (mark, at)))?;
    // "… or, if none was given, it defaults to …" is a condition, not a default.
    let condition = lower[..at].rsplit(['.', '(', ';']).next().is_some_and(|words| words.contains("if "));
    let rest = text.get(at + mark.len()..)?.trim_start();
    let (value, after) = first_value(rest)?;
    let ends = after.is_empty() || after.starts_with(['.', ',', ')', ';', ']', ' ']);
    let is_nothing = ["blank", "null", "none", "empty"].contains(&value.to_lowercase().as_str());
    let is_value = !is_nothing && (rest.starts_with(['\'', '"']) || !after.starts_with(' '));
    (ends && is_value && !condition).then_some(value)
}

impl Values {
    fn add(&mut self, value: String, is_default: bool) {
        if is_default {
            self.default = Some(value.clone());
        }
        self.listed.push(value);
    }
}

/// The value at the beginning of a text, and what comes after it: one word, or anything in quotes.
fn first_value(text: &str) -> Option<(String, &str)> {
    let first = text.chars().next()?;
    if matches!(first, '\'' | '"') {
        let end = text[1..].find(first)? + 1;
        let is_short = end > 1 && !text[1..end].contains(' ');
        return is_short.then(|| (text[1..end].to_owned(), &text[end + 1..]));
    }
    let end = text.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(text.len());
    // A dash right behind a word is part of it, as in "non-longitudinal".
    let is_word = end > 0 && end <= 30 && !text[end..].starts_with(['-', '\'', '/']);
    is_word.then(|| (text[..end].to_owned(), &text[end..]))
}

/// What comes after the mark of a default, and whether there was one.
fn unmarked(text: &str) -> (&str, bool) {
    let text = text.trim_start();
    for mark in ["[default]", "(default)", "[Default]", "(Default)"] {
        if let Some(rest) = text.strip_prefix(mark) {
            return (rest, true);
        }
    }
    (text, false)
}

/// What comes after the comma or the "or" before the next value.
fn next_of(text: &str) -> Option<&str> {
    let text = text.trim_start();
    let rest = text.strip_prefix(',').map(str::trim_start);
    let rest = rest.map(|rest| rest.strip_prefix("or ").unwrap_or(rest));
    rest.or_else(|| text.strip_prefix("or ")).map(str::trim_start)
}

/// Whether a text goes on with a remark.
fn starts_text(text: &str) -> bool {
    let text = text.trim_start();
    ["- ", "– ", "— ", "= ", "-- "].iter().any(|mark| text.starts_with(mark))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> (Vec<String>, Option<String>) {
        let block =
            Block { line: 1, kind: Kind::Text, lead: String::new(), text: text.to_owned(), link: None };
        let values = read(&[block]);
        (values.listed, values.default)
    }

    #[test]
    fn the_usual_ways_are_understood() {
        for (text, values, default) in [
            ("csv, json, xml [default]", "csv json xml", "xml"),
            ("csv, json, xml [default], odm ('odm' is CDISC ODM 1.3.1)", "csv json xml odm", "xml"),
            ("raw [default], label, both - what choices look like", "raw label both", "raw"),
            ("true, false [default] - whether to add it", "true false", "false"),
            ("0 - false [default], 1 - true", "0 1", "0"),
            (
                "count [default] - how many, ids - a list of all, auto_ids = pairs, of old and new",
                "count ids auto_ids",
                "count",
            ),
            (
                "Which one. Options include: comma ',' (default), 'tab', or caret '^'. Quote it.",
                ", tab ^",
                ",",
            ),
            ("MDY, DMY, YMD [default] - order of the date", "MDY DMY YMD", "YMD"),
            ("The number. Default value is '1'.", "", "1"),
            ("Set it to TRUE for short pages (default = FALSE).", "", "FALSE"),
        ] {
            let listed = values.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
            assert_eq!(of(text), (listed, Some(default.to_owned())), "{text}");
        }
    }

    #[test]
    fn prose_lists_no_values() {
        for text in [
            "an array of record names, specifying which ones you wish (by default, all records are pulled)",
            "csv or what you like, it will default to 'xml' if no flag was passed",
            "the record ID",
            "If no format was given, the default is xml. ",
            "the name of the event - only for longitudinal projects",
        ] {
            assert_eq!(of(text), (Vec::new(), None), "{text}");
        }
    }
}
