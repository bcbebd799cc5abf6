//! Tokens to text: one formatter, in the process, independent of what is installed.

use proc_macro2::TokenStream;

use crate::backend::BackendError;

/// Formats a file. `name` is for messages.
///
/// # Errors
/// When the tokens are not a Rust file.
pub fn file(name: &str, tokens: TokenStream) -> Result<String, BackendError> {
    let parsed = syn::parse2::<syn::File>(tokens)
        .map_err(|error| BackendError::Rust { file: name.to_owned(), reason: error.to_string() })?;
    Ok(space_out(&prettyplease::unparse(&parsed)))
}

/// Formats statements as they would stand in a function body, without indentation.
///
/// # Errors
/// When the tokens are not statements.
pub fn statements(name: &str, tokens: TokenStream) -> Result<Vec<String>, BackendError> {
    let text = file(name, quote::quote! { fn body() { #tokens } })?;
    let inner = text
        .trim_end()
        .strip_prefix("fn body() {")
        .and_then(|text| text.strip_suffix('}'))
        .unwrap_or_default();
    Ok(inner
        .trim_matches('\n')
        .lines()
        .map(|line| line.strip_prefix("    ").unwrap_or(line).to_owned())
        .collect())
}

/// prettyplease puts items directly below each other; readers want a blank line between them.
fn space_out(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 50);
    let mut previous = "";
    for line in text.lines() {
        if needs_blank(previous, line) {
            out.push('\n');
        }
        out.push_str(line);
        out.push('\n');
        previous = line;
    }
    out
}

fn needs_blank(previous: &str, line: &str) -> bool {
    let indent = |text: &str| text.len() - text.trim_start().len();
    if previous.starts_with("//!") && !line.starts_with("//!") {
        return true;
    }
    let is_comment = previous.trim_start().starts_with("//");
    if indent(previous) != indent(line) || line.trim().is_empty() || is_comment {
        return false;
    }
    let (before, after) = (previous.trim(), line.trim());
    let starts_item =
        ["///", "document!", "#[", "pub ", "impl", "async fn", "fn ", "const ", "mod ", "struct ", "enum "]
            .iter()
            .any(|start| after.starts_with(start));
    match before {
        "}" | "};" => starts_item,
        _ if before.starts_with("#![") => !after.starts_with("#!["),
        _ if before.starts_with("use std") => !after.starts_with("use std"),
        _ if before.starts_with("use ") => !after.starts_with("use "),
        _ if before.starts_with("document!") => !after.starts_with("document!"),
        _ if before.starts_with("mod ") || before.starts_with("pub mod ") => {
            !after.contains("mod ") && starts_item
        }
        _ => before.ends_with(';') && indent(line) == 0 && starts_item && !after.starts_with("mod "),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use quote::quote;

    #[test]
    fn items_are_separated_by_one_blank_line() {
        let text = file("x.rs", quote! { use a::b; struct A; impl A { fn one() {} fn two() {} } }).unwrap();
        assert_eq!(text, "use a::b;\n\nstruct A;\n\nimpl A {\n    fn one() {}\n    fn two() {}\n}\n");
        let text = file("x.rs", quote! { impl A { fn one() { call(); } fn two() { call(); } } }).unwrap();
        assert!(text.contains("    }\n\n    fn two()"), "{text}");
    }

    #[test]
    fn tokens_that_are_no_file_are_an_error() {
        assert!(matches!(file("x.rs", quote! { struct }), Err(BackendError::Rust { .. })));
    }
}
