//! The header that tells a reader of a generated file what made it, from what, and how to change it.

use std::collections::{BTreeMap, BTreeSet};

use super::path::OutPath;

/// Up to this many sources are listed one by one.
const MOST_LISTED: usize = 5;

/// How a format writes a comment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comment {
    open: String,
    close: String,
}

/// Why a header cannot be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Unfit {
    /// No source was named.
    NoSource,
    /// This source would end the comment or break its line.
    Source(String),
}

impl Comment {
    /// A comment from `open` to the end of the line, such as `//` or `#`.
    pub fn line(open: &str) -> Comment {
        Comment { open: open.to_owned(), close: String::new() }
    }

    /// A comment between two marks, such as `<!--` and `-->`.
    pub fn block(open: &str, close: &str) -> Comment {
        Comment { open: open.to_owned(), close: close.to_owned() }
    }

    /// The comment of the formats that this module knows, by the extension or name of the file.
    pub fn for_path(path: &OutPath) -> Option<Comment> {
        match path.extension()? {
            "rs" => Some(Comment::line("//")),
            "toml" | "txt" | "yaml" | "yml" | "sh" | "gitignore" | "gitattributes" => {
                Some(Comment::line("#"))
            }
            "md" | "html" | "xml" => Some(Comment::block("<!--", "-->")),
            _ => None,
        }
    }

    /// Whether `text` can stand in this comment on one line. `--` is excluded from markup comments because
    /// XML forbids it there.
    fn can_hold(&self, text: &str) -> bool {
        let marks = [self.close.as_str(), if self.open == "<!--" { "--" } else { "" }];
        !text.chars().any(char::is_control)
            && marks.iter().all(|mark| mark.is_empty() || !text.contains(mark))
    }

    /// Puts the header at the top of `text`, or just after what its format wants to be first.
    pub(super) fn stamp(&self, sources: &[String], text: &str) -> Result<String, Unfit> {
        if sources.is_empty() {
            return Err(Unfit::NoSource);
        }
        if let Some(source) = sources.iter().find(|source| source.is_empty() || !self.can_hold(source)) {
            return Err(Unfit::Source(source.clone()));
        }
        let (first, rest) = text.split_at(self.end_of_preamble(text));
        let made = format!("Made by `cargo run generate` from {}.", list(sources));
        let change = "Do not edit: change the source and run it again.";
        let open = &self.open;
        let header = if self.close.is_empty() {
            format!("{open} {made}\n{open} {change}\n")
        } else {
            format!("{open} {made} {change} {}\n", self.close)
        };
        let break_before = if first.is_empty() || first.ends_with('\n') { "" } else { "\n" };
        // The empty line ends the comment block of a Markdown file and keeps the header apart from a
        // comment that belongs to the first item.
        let rest = rest.trim_start_matches('\n');
        let break_after = if rest.is_empty() { "" } else { "\n" };
        Ok(format!("{first}{break_before}{header}{break_after}{rest}"))
    }

    /// Where the part of `text` ends that must come before any comment: the interpreter line of a script, a
    /// declaration such as `<?xml … ?>`, a document type, or the front matter of a Markdown page.
    fn end_of_preamble(&self, text: &str) -> usize {
        let line_end = text.find('\n').map_or(text.len(), |at| at + 1);
        let line = &text[..line_end];
        if line.starts_with("#!") && !line.starts_with("#![") {
            return line_end;
        }
        let markup = self.open == "<!--";
        if line.starts_with("<?") {
            return line.find("?>").map_or(line_end, |at| at + "?>".len());
        }
        if markup && line.get(..9).is_some_and(|start| start.eq_ignore_ascii_case("<!doctype")) {
            return text.find('>').map_or(0, |at| at + 1);
        }
        if markup && line == "---\n" {
            return text.find("\n---\n").map_or(0, |at| at + "\n---\n".len());
        }
        0
    }
}

/// The sources in words: one by one if they are few, else counted by their outermost folder.
fn list(sources: &[String]) -> String {
    let sources: BTreeSet<&str> = sources.iter().map(String::as_str).collect();
    if sources.len() <= MOST_LISTED {
        return sources.into_iter().collect::<Vec<_>>().join(", ");
    }
    let mut folders: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for source in sources {
        let folder = source.find('/').map_or(source, |end| &source[..=end]);
        folders.entry(folder).or_default().push(source);
    }
    let counted = folders.iter().map(|(folder, files)| match files.as_slice() {
        [only] => (*only).to_owned(),
        several => format!("{folder} ({} files)", several.len()),
    });
    counted.collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    const ARMS: &str = "Made by `cargo run generate` from spec/arms.yaml.";
    const EDIT: &str = "Do not edit: change the source and run it again.";

    fn stamped(path: &str, text: &str) -> String {
        let comment = Comment::for_path(&OutPath::new(path).unwrap()).expect(path);
        comment.stamp(&["spec/arms.yaml".to_owned()], text).unwrap()
    }

    #[test]
    fn each_format_has_its_comment() {
        assert_eq!(stamped("a.rs", "fn a() {}\n"), format!("// {ARMS}\n// {EDIT}\n\nfn a() {{}}\n"));
        for path in ["a.toml", "a.txt", "a.yaml", "a.yml", "a.sh", ".gitignore", "x/.gitattributes"] {
            assert_eq!(stamped(path, "\n\na\n"), format!("# {ARMS}\n# {EDIT}\n\na\n"), "{path}");
        }
        for path in ["README.md", "a.html", "a.xml"] {
            assert_eq!(stamped(path, "# A\n"), format!("<!-- {ARMS} {EDIT} -->\n\n# A\n"), "{path}");
        }
        assert_eq!(stamped(".gitignore", ""), format!("# {ARMS}\n# {EDIT}\n"));
        for path in ["a.json", "LICENSE", "a.RS", "a.rs.bak", "rs"] {
            assert_eq!(Comment::for_path(&OutPath::new(path).unwrap()), None, "{path}");
        }
    }

    #[test]
    fn what_must_be_first_stays_first() {
        let lines = format!("# {ARMS}\n# {EDIT}\n\n");
        let block = format!("<!-- {ARMS} {EDIT} -->\n\n");
        let slashes = format!("// {ARMS}\n// {EDIT}\n\n");
        for (path, text, header, expected) in [
            ("a.sh", "#!/bin/sh\nset -e\n", &lines, ["#!/bin/sh\n", "set -e\n"]),
            ("a.xml", "<?xml version=\"1.0\"?>\n<a/>\n", &block, ["<?xml version=\"1.0\"?>\n", "<a/>\n"]),
            ("a.xml", "<?xml version=\"1.0\"?><a/>\n", &block, ["<?xml version=\"1.0\"?>\n", "<a/>\n"]),
            ("a.html", "<!DOCTYPE html>\n<p>\n", &block, ["<!DOCTYPE html>\n", "<p>\n"]),
            ("a.html", "<!doctype html><p>\n", &block, ["<!doctype html>\n", "<p>\n"]),
            ("a.md", "---\ntitle: A\n---\n\n# A\n", &block, ["---\ntitle: A\n---\n", "# A\n"]),
            ("a.md", "---\n\n# A\n", &block, ["", "---\n\n# A\n"]),
            ("a.rs", "#![no_std]\n", &slashes, ["", "#![no_std]\n"]),
        ] {
            assert_eq!(stamped(path, text), expected.join(header), "{path} {text:?}");
        }
        let php = Comment::line("//").stamp(&["spec/arms.yaml".to_owned()], "<?php\necho 1;\n").unwrap();
        assert_eq!(php, format!("<?php\n{slashes}echo 1;\n"));
    }

    #[test]
    fn many_sources_are_summarised_whatever_their_order() {
        let names = |names: &[&str]| names.iter().map(|&name| name.to_owned()).collect::<Vec<_>>();
        assert_eq!(list(&names(&["spec/b", "spec/a", "spec/b"])), "spec/a, spec/b");
        let mut six = names(&["spec/1", "spec/2", "spec/3", "spec/m/4", "templates/x", "notes.md"]);
        let expected = "notes.md, spec/ (4 files), templates/x";
        assert_eq!(list(&six), expected);
        six.reverse();
        assert_eq!(list(&six), expected);
    }

    #[test]
    fn a_source_cannot_break_out_of_the_comment() {
        let stamp = |comment: Comment, source: &str| comment.stamp(&[source.to_owned()], "x\n");
        for (comment, source) in [
            (Comment::line("#"), "a\nrm -rf"),
            (Comment::line("#"), ""),
            (Comment::block("<!--", "-->"), "a--b"),
            (Comment::block("/*", "*/"), "a*/b"),
        ] {
            assert_eq!(stamp(comment, source), Err(Unfit::Source(source.to_owned())));
        }
        assert!(stamp(Comment::line("//"), "a--b").is_ok());
        assert_eq!(Comment::line("#").stamp(&[], "x\n"), Err(Unfit::NoSource));
    }
}
