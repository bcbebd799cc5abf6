//! Whether a program printed all that it was answered, however its language shows tables, lists and texts.

use serde_json::Value;

/// The values of an answer in JSON: its leaves, without those that are empty or null.
pub fn leaves(value: &Value) -> Vec<String> {
    let mut found = Vec::new();
    collect(value, &mut found);
    found
}

fn collect(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::Null => {}
        Value::Bool(truth) => found.push(truth.to_string()),
        Value::Number(number) => found.push(number.to_string()),
        Value::String(text) => found.push(text.clone()),
        Value::Array(items) => items.iter().for_each(|item| collect(item, found)),
        Value::Object(pairs) => pairs.values().for_each(|value| collect(value, found)),
    }
}

/// The names of the columns of a list of objects, each once.
pub fn columns(value: &Value) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for pairs in value.as_array().into_iter().flatten().filter_map(Value::as_object) {
        for name in pairs.keys().filter(|name| !names.contains(name)).cloned().collect::<Vec<_>>() {
            names.push(name);
        }
    }
    names
}

/// Those of the texts that are not to be found in what was printed, as often as they are given. Blanks, line breaks,
/// backslashes and double quotes do not count, and `\u00e4` is `ä`.
pub fn missing(texts: &[String], printed: &str) -> Vec<String> {
    let printed = [bare(printed), bare(&unescaped(printed))];
    let mut wanted: Vec<(String, &String, usize)> = Vec::new();
    for text in texts {
        let key = bare(text);
        match wanted.iter_mut().find(|(known, ..)| *known == key) {
            Some((.., count)) => *count += 1,
            None => wanted.push((key, text, 1)),
        }
    }
    wanted.retain(|(key, ..)| !key.is_empty());
    wanted
        .iter()
        .filter_map(|(key, text, count)| {
            // Some languages write `True` or `TRUE`.
            let is_truth = matches!(text.as_str(), "true" | "false");
            let times = |printed: &String| {
                if is_truth {
                    printed.to_lowercase().matches(key.as_str()).count()
                } else {
                    printed.matches(key.as_str()).count()
                }
            };
            let found = printed.iter().map(times).max().unwrap_or_default();
            (found < *count).then(|| format!("{text:?}: expected {count} times, found {found} times"))
        })
        .collect()
}

/// The text without what languages add or leave out when they show texts.
fn bare(text: &str) -> String {
    text.chars().filter(|one| !one.is_whitespace() && !matches!(one, '\\' | '"' | '\u{FEFF}')).collect()
}

/// The text with the escapes that JSON and most languages have in common resolved.
fn unescaped(text: &str) -> String {
    let mut units: Vec<u16> = Vec::new();
    let mut rest = text;
    while let Some(next) = rest.chars().next() {
        let code = rest.strip_prefix("\\u").and_then(|rest| rest.get(..4));
        if let Some(unit) = code.and_then(|code| u16::from_str_radix(code, 16).ok()) {
            units.push(unit);
            rest = &rest[6..];
            continue;
        }
        rest = &rest[next.len_utf8()..];
        let escaped = if next == '\\' { rest.chars().next() } else { None };
        if let Some(escaped) = escaped {
            rest = &rest[escaped.len_utf8()..];
            let meant = if matches!(escaped, 'n' | 'r' | 't' | 'b' | 'f') { ' ' } else { escaped };
            units.extend_from_slice(meant.encode_utf16(&mut [0; 2]));
        } else {
            units.extend_from_slice(next.encode_utf16(&mut [0; 2]));
        }
    }
    // Pairs of surrogates come together here.
    String::from_utf16_lossy(&units)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lacks(json: &str, printed: &str) -> usize {
        missing(&leaves(&serde_json::from_str(json).unwrap()), printed).len()
    }

    #[test]
    fn values_are_found_however_they_are_shown() {
        let json = r#"[{"a":1,"b":"two words","c":null,"d":true,"e":"line\nnext","f":"\u00e4\ud83d\ude00","g":"a\"b"}]"#;
        for printed in [
            " a  b          c  d  e\n 1  two words  NA TRUE line\\nnext ä😀 a\"b",
            r#"{"a":1,"b":"two words","c":null,"d":true,"e":"line\nnext","f":"\u00e4\ud83d\ude00","g":"a\"b"}"#,
            "1 two\n words True line\n next ä😀 a\"\"b",
        ] {
            assert_eq!(lacks(json, printed), 0, "{printed}");
        }
    }

    #[test]
    fn values_that_are_missing_are_noticed() {
        assert_eq!(lacks(r#"["abc","def"]"#, "abc ..."), 1);
        assert_eq!(lacks(r#"[{"a":"x1"},{"a":"x1"}]"#, "x1"), 1);
        assert_eq!(lacks(r#"[{"a":12}]"#, "1 1"), 1);
        assert_eq!(lacks(r#"[true]"#, "yes"), 1);
        assert_eq!(lacks(r#"["C:\\new"]"#, r"C:\new"), 0);
        assert_eq!(lacks(r#"["C:\\new"]"#, r#""C:\\new""#), 0);
    }
}
