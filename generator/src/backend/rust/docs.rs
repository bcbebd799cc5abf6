//! Texts of the spec as doc comments.

use proc_macro2::TokenStream;
use quote::quote;

/// Doc comment of several lines.
#[must_use]
pub fn lines<S: AsRef<str>>(lines: impl IntoIterator<Item = S>) -> TokenStream {
    let attributes = lines.into_iter().flat_map(|text| {
        text.as_ref()
            .lines()
            .map(|line| if line.is_empty() { String::new() } else { format!(" {line}") })
            .chain(text.as_ref().is_empty().then(String::new))
            .map(|line| quote! { #[doc = #line] })
            .collect::<Vec<_>>()
    });
    quote! { #(#attributes)* }
}

/// Doc comment as text, each line indented, for the macros that the formatter leaves alone.
#[must_use]
pub fn comment(indent: usize, text: &str) -> String {
    let indent = " ".repeat(indent);
    text.lines().map(|line| format!("{indent}/// {line}").trim_end().to_owned() + "\n").collect()
}

/// Markdown of the spec, safe for rustdoc: brackets and angles outside code would be read as links
/// and HTML. Words broken over lines stay as they are.
#[must_use]
pub fn markdown(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let mut fence = 0;
    let mut rest = text.trim_end();
    while let Some(first) = rest.chars().next() {
        if first == '`' {
            let run = rest.len() - rest.trim_start_matches('`').len();
            out.push_str(&rest[..run]);
            fence = match fence {
                0 => run,
                open if open == run => 0,
                open => open,
            };
            rest = &rest[run..];
            continue;
        }
        if fence == 0 && matches!(first, '[' | ']' | '<') {
            out.push('\\');
        }
        out.push(first);
        rest = &rest[first.len_utf8()..];
    }
    out
}

/// A text as inline code, whatever backticks it holds.
#[must_use]
pub fn code(text: &str) -> String {
    let text = text.replace('\n', " ");
    let longest = text.split(|found| found != '`').map(str::len).max().unwrap_or(0);
    let ticks = "`".repeat(longest + 1);
    let pad = if text.starts_with('`') || text.ends_with('`') { " " } else { "" };
    format!("{ticks}{pad}{text}{pad}{ticks}")
}

/// One line, for list items.
#[must_use]
pub fn one_line(text: &str) -> String {
    markdown(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brackets_are_escaped_outside_code_only() {
        assert_eq!(markdown("[a] `[b] <c>` <d>"), "\\[a\\] `[b] <c>` \\<d>");
    }

    #[test]
    fn code_survives_backticks() {
        assert_eq!(code("plain"), "`plain`");
        assert_eq!(code("a `b` c"), "``a `b` c``");
        assert_eq!(code("`x"), "`` `x ``");
    }
}
