//! Colours for code, from the description of a language in its data file.
//!
//! Three kinds of text are told apart, which is enough to read an example by: `<i>` is a comment, `<u>` a string, `<b>` a
//! word of the language. Short tags keep pages small. No tag reaches over the end of a line, so lines can stand alone.

use crate::backend::samples::Highlight;

/// HTML of some code.
#[must_use]
pub fn html(language: &Highlight, code: &str) -> String {
    let mut out = String::with_capacity(code.len() * 3 / 2);
    let mut rest = code;
    let mut before = '\n';
    while let Some(next) = rest.chars().next() {
        let (tag, length) = token(language, rest, before);
        let (text, after) = rest.split_at(length);
        push(&mut out, tag, text);
        before = text.chars().next_back().unwrap_or(next);
        rest = after;
    }
    out
}

/// The kind and the length in bytes of what comes next.
fn token(language: &Highlight, rest: &str, before: char) -> (Option<char>, usize) {
    let line = rest.find('\n').unwrap_or(rest.len());
    for (open, close) in &language.blocks {
        if let Some(inside) = rest.strip_prefix(open.as_str()) {
            let end = inside.find(close.as_str()).map_or(rest.len(), |at| open.len() + at + close.len());
            return (Some('i'), end);
        }
    }
    // Inside of a word, such a mark means something else: `$#`, `a#b`.
    let apart = before.is_whitespace() || matches!(before, ';' | '(' | ')' | '{' | '}' | ',');
    if apart && language.comments.iter().any(|mark| rest.starts_with(mark.as_str())) {
        return (Some('i'), line);
    }
    for mark in &language.strings {
        // An apostrophe behind a name or a bracket transposes, or is part of a word.
        let names = mark == "'" && (is_word(before) || matches!(before, ')' | ']' | '}'));
        if !names && rest.starts_with(mark.as_str()) {
            return (Some('u'), string_end(language, rest, mark));
        }
    }
    let word = rest.find(|one| !is_word(one)).unwrap_or(rest.len());
    if word == 0 {
        return (None, rest.chars().next().map_or(1, char::len_utf8));
    }
    let known = language.words.split_whitespace().any(|one| {
        if language.any_case { one.eq_ignore_ascii_case(&rest[..word]) } else { one == &rest[..word] }
    });
    // `$if`, `.end` and `-in` are names.
    (if known && !matches!(before, '$' | '.' | '-' | '@' | '%') { Some('b') } else { None }, word)
}

/// Where the string that opens with `mark` ends, its closing mark included.
fn string_end(language: &Highlight, text: &str, mark: &str) -> usize {
    let mut at = mark.len();
    while at < text.len() {
        if text[at..].starts_with(mark) {
            return at + mark.len();
        }
        let next = text[at..].chars().next().map_or(1, char::len_utf8);
        at += next;
        if language.escape.is_some_and(|escape| text[at - next..].starts_with(escape)) && at < text.len() {
            at += text[at..].chars().next().map_or(1, char::len_utf8);
        }
    }
    text.len()
}

fn is_word(one: char) -> bool {
    one.is_alphanumeric() || one == '_'
}

fn push(out: &mut String, tag: Option<char>, text: &str) {
    for (index, line) in text.split('\n').enumerate() {
        if index > 0 {
            out.push('\n');
        }
        match tag.filter(|_| !line.is_empty()) {
            Some(tag) => {
                out.extend(['<', tag, '>']);
                escape(out, line);
                out.extend(['<', '/', tag, '>']);
            }
            None => escape(out, line),
        }
    }
}

/// Writes text so that HTML shows it as it is.
pub fn escape(out: &mut String, text: &str) {
    for one in text.chars() {
        match one {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            other => out.push(other),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn language() -> Highlight {
        Highlight {
            words: "if end".to_owned(),
            comments: vec!["#".to_owned()],
            blocks: vec![("/*".to_owned(), "*/".to_owned())],
            strings: vec!["\"".to_owned(), "'".to_owned()],
            escape: Some('\\'),
            any_case: false,
        }
    }

    #[test]
    fn words_strings_and_comments_are_told_apart() {
        let seen = html(&language(), "if x < \"a # \\\" if\" # if 'so'\nendif $end end");
        let wanted =
            "<b>if</b> x &lt; <u>&quot;a # \\&quot; if&quot;</u> <i># if 'so'</i>\nendif $end <b>end</b>";
        assert_eq!(seen, wanted);
    }

    #[test]
    fn no_tag_reaches_over_the_end_of_a_line() {
        assert_eq!(
            html(&language(), "/* a\n\nb */ 'c\nd'"),
            "<i>/* a</i>\n\n<i>b */</i> <u>'c</u>\n<u>d'</u>"
        );
    }

    #[test]
    fn what_is_left_open_ends_with_the_text() {
        assert_eq!(html(&language(), "'a\\"), "<u>'a\\</u>");
        assert_eq!(html(&language(), "/* é"), "<i>/* é</i>");
        assert_eq!(html(&language(), "x' é"), "x' é");
    }

    #[test]
    fn without_tags_it_is_the_code() {
        let code = "a && b <c> \"d\" /* e\nf */ 'g' # h\n";
        let seen = html(&language(), code);
        let mut plain = seen;
        for tag in ["<b>", "</b>", "<u>", "</u>", "<i>", "</i>"] {
            plain = plain.replace(tag, "");
        }
        for (from, to) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")] {
            plain = plain.replace(from, to);
        }
        assert_eq!(plain, code);
    }
}
