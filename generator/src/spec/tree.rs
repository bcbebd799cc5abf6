//! YAML text to a tree in which every node knows its place.
//!
//! The tree is deliberately smaller than YAML: anchors, aliases, tags and several documents in
//! one file are refused, because nobody should have to resolve them in their head to review a
//! fact. That also makes alias bombs impossible. Size and depth are limited.

use granit_parser::{Event, Parser, ScalarStyle};

use crate::diagnostics::{FileId, Report, Span, is_invisible};

/// Largest file that is read, in bytes.
pub const MAX_FILE_BYTES: usize = 2 * 1024 * 1024;
/// Deepest nesting that is read. The spec format needs about ten levels.
pub const MAX_DEPTH: usize = 32;

/// A node of the tree.
#[derive(Debug, Clone)]
pub struct Node {
    /// Its place.
    pub span: Span,
    /// What it is.
    pub kind: Kind,
}

/// What a node is.
#[derive(Debug, Clone)]
pub enum Kind {
    /// A scalar.
    Scalar {
        /// The text after unescaping.
        text: String,
        /// True for a scalar without quotes on one line, which YAML may read as a number.
        plain: bool,
    },
    /// A list.
    List(Vec<Node>),
    /// A mapping; keys are unique scalars.
    Map(Vec<Entry>),
}

/// An entry of a mapping.
#[derive(Debug, Clone)]
pub struct Entry {
    /// The key: always a scalar, and never read as a number.
    pub key: Node,
    /// The value.
    pub value: Node,
}

impl Entry {
    /// Text of the key.
    #[must_use]
    pub fn name(&self) -> &str {
        match &self.key.kind {
            Kind::Scalar { text, .. } => text,
            Kind::List(_) | Kind::Map(_) => "",
        }
    }
}

/// How YAML reads a plain scalar (the core schema of YAML 1.2).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reading {
    /// Text.
    Text,
    /// Nothing.
    Null,
    /// `true` or `false`.
    Boolean(bool),
    /// A whole number.
    Integer(i64),
    /// A number with a fraction or exponent, or one that is too large.
    Float,
}

impl Node {
    /// How YAML reads this node, when it is a scalar.
    #[must_use]
    pub fn reading(&self) -> Option<Reading> {
        match &self.kind {
            Kind::Scalar { text, plain: true } => Some(read_plain(text)),
            Kind::Scalar { .. } => Some(Reading::Text),
            Kind::List(_) | Kind::Map(_) => None,
        }
    }

    /// A word for what the node is, for messages.
    #[must_use]
    pub fn describe(&self) -> &'static str {
        match (&self.kind, self.reading()) {
            (Kind::List(_), _) => "a list",
            (Kind::Map(_), _) => "a mapping",
            (_, Some(Reading::Null)) => "nothing",
            (_, Some(Reading::Boolean(_))) => "true/false",
            (_, Some(Reading::Integer(_))) => "a whole number",
            (_, Some(Reading::Float)) => "a number",
            _ => "text",
        }
    }
}

fn read_plain(text: &str) -> Reading {
    match text {
        "" | "~" | "null" | "Null" | "NULL" => Reading::Null,
        "true" | "True" | "TRUE" => Reading::Boolean(true),
        "false" | "False" | "FALSE" => Reading::Boolean(false),
        _ => match text.parse::<i64>() {
            Ok(number) => Reading::Integer(number),
            Err(_) if text.starts_with(['+', '-', '.']) || text.starts_with(|c: char| c.is_ascii_digit()) => {
                // Rust also reads `inf` and `nan`, which YAML writes `.inf` and `.nan`.
                if text.parse::<f64>().is_ok() { Reading::Float } else { Reading::Text }
            }
            Err(_) => Reading::Text,
        },
    }
}

/// Parses one file. Problems go into the report; `None` then.
pub fn parse(file: FileId, text: &str, report: &mut Report) -> Option<Node> {
    if text.len() > MAX_FILE_BYTES {
        report
            .at(
                Span { file, start: 0, end: 0 },
                format!("the file is too large: {} bytes", text.len()),
                format!("a spec file has at most {MAX_FILE_BYTES} bytes"),
            )
            .help("split it: every section may be spread over several files");
        return None;
    }
    find_invisible(file, text, report);
    let mut builder =
        Builder { file, text, report, stack: Vec::new(), root: None, documents: 0, failed: false };
    for next in Parser::new_from_str(text) {
        match next {
            Ok((event, span)) => {
                let range = span.byte_range().unwrap_or(0..0);
                builder.event(event, Span { file, start: range.start, end: range.end });
            }
            Err(error) => {
                let start = error.marker().byte_offset().unwrap_or(text.len()).min(text.len());
                let span = Span { file, start, end: start + 1 };
                if text.get(start..).is_some_and(|rest| rest.starts_with('*')) {
                    // An alias without anchor; the parser says so in other words.
                    builder.event(Event::Alias(0), span);
                } else {
                    builder
                        .report
                        .at(span, "this is not valid YAML", error.info())
                        .help("check indentation, quotes and colons just before the marked place");
                    builder.failed = true;
                }
            }
        }
        if builder.failed {
            return None;
        }
    }
    let root = builder.root.take();
    if root.is_none() {
        report
            .at(Span { file, start: 0, end: 0 }, "the file is empty", "a spec file is a mapping of sections")
            .help("write at least one section, or delete the file");
    }
    root
}

/// Reports invisible characters anywhere in the file, also in comments and between values: they
/// could hide or reorder what a reviewer sees, here and in everything that is generated.
fn find_invisible(file: FileId, text: &str, report: &mut Report) {
    // Nearly all characters are plain ASCII; the others are looked at more closely.
    let plain = |found: char| matches!(found, ' '..='~' | '\n');
    for (start, found) in text.char_indices().filter(|&(_, found)| !plain(found)) {
        // Windows ends lines with CR and LF; YAML takes that as a line break.
        let line_end = found == '\r' && text[start + 1..].starts_with('\n');
        if is_invisible(found) && !line_end {
            refuse_invisible(found, Span { file, start, end: start + found.len_utf8() }, report);
        }
    }
}

fn refuse_invisible(found: char, span: Span, report: &mut Report) {
    let message = format!("the text holds the invisible character U+{:04X}", u32::from(found));
    report
        .at(span, message, "controls, zero-width and direction characters are refused")
        .help("delete it; describe it in words if the fact is about it");
}

/// A collection that is being filled.
struct Open {
    span: Span,
    kind: OpenKind,
}

enum OpenKind {
    List(Vec<Node>),
    Map { entries: Vec<Entry>, key: Option<Node> },
}

struct Builder<'a> {
    file: FileId,
    text: &'a str,
    report: &'a mut Report,
    stack: Vec<Open>,
    root: Option<Node>,
    documents: usize,
    failed: bool,
}

impl Builder<'_> {
    fn event(&mut self, event: Event<'_>, span: Span) {
        match event {
            Event::DocumentStart(..) => {
                self.documents += 1;
                if self.documents > 1 {
                    self.refuse(
                        span,
                        "a second document starts here",
                        "one file holds one document",
                        "remove the `---`",
                    );
                }
            }
            Event::Scalar(text, style, anchor, tag) => {
                self.refuse_extras(span, anchor != 0, tag.is_some());
                let plain = style == ScalarStyle::Plain;
                if style == ScalarStyle::DoubleQuoted {
                    self.check_characters(&text, span);
                }
                self.node(Node {
                    span: self.trim(span),
                    kind: Kind::Scalar { text: text.into_owned(), plain },
                });
            }
            Event::SequenceStart(_, anchor, tag) => {
                self.open(span, anchor != 0, tag.is_some(), OpenKind::List(Vec::new()));
            }
            Event::MappingStart(_, anchor, tag) => {
                self.open(span, anchor != 0, tag.is_some(), OpenKind::Map { entries: Vec::new(), key: None });
            }
            Event::SequenceEnd | Event::MappingEnd => self.close(span),
            Event::Alias(_) => {
                self.refuse(
                    span,
                    "an alias stands here",
                    "the spec has no anchors and aliases",
                    "write the value out",
                );
            }
            _ => {}
        }
    }

    fn open(&mut self, span: Span, anchor: bool, tag: bool, kind: OpenKind) {
        self.refuse_extras(span, anchor, tag);
        if self.stack.len() >= MAX_DEPTH {
            let reason = format!("at most {MAX_DEPTH} levels are read");
            self.refuse(
                span,
                "the nesting is too deep",
                &reason,
                "check the indentation; no fact needs so many levels",
            );
            return;
        }
        self.stack.push(Open { span, kind });
    }

    fn close(&mut self, end: Span) {
        let Some(open) = self.stack.pop() else { return };
        let span =
            self.trim(Span { file: self.file, start: open.span.start, end: end.start.max(open.span.end) });
        let kind = match open.kind {
            OpenKind::List(items) => Kind::List(items),
            OpenKind::Map { entries, .. } => Kind::Map(entries),
        };
        self.node(Node { span, kind });
    }

    fn node(&mut self, node: Node) {
        let Some(parent) = self.stack.last_mut() else {
            self.root = Some(node);
            return;
        };
        match &mut parent.kind {
            OpenKind::List(items) => items.push(node),
            OpenKind::Map { entries, key } => match key.take() {
                Some(key) => entries.push(Entry { key, value: node }),
                None => {
                    let span = node.span;
                    let Kind::Scalar { text, .. } = node.kind else {
                        self.refuse(
                            span,
                            "a key is not text",
                            "keys of a mapping are names",
                            "write a name before the colon",
                        );
                        return;
                    };
                    if entries.iter().any(|entry| entry.name() == text) {
                        self.report
                            .at(span, format!("the key `{text}` is there twice"), "second occurrence")
                            .help("keep one of the two");
                    }
                    *key = Some(Node { span, kind: Kind::Scalar { text, plain: false } });
                }
            },
        }
    }

    /// Refuses invisible characters that are escaped, as only double quotes allow; those that are
    /// written as they are were found before.
    fn check_characters(&mut self, text: &str, span: Span) {
        let Some(found) = text.chars().find(|&found| is_invisible(found)) else { return };
        if !self.text.get(span.start..span.end).unwrap_or_default().contains(found) {
            refuse_invisible(found, self.trim(span), self.report);
        }
    }

    fn refuse_extras(&mut self, span: Span, anchor: bool, tag: bool) {
        if anchor {
            self.refuse(
                span,
                "an anchor stands here",
                "the spec has no anchors and aliases",
                "remove the `&name`",
            );
        }
        if tag {
            self.refuse(span, "a tag stands here", "the spec has no YAML tags", "remove the `!tag`");
        }
    }

    /// Reports and stops: what follows cannot be read sensibly.
    fn refuse(&mut self, span: Span, message: &str, reason: &str, help: &str) {
        self.report.at(span, message, reason).help(help);
        self.failed = true;
    }

    /// Cuts white space off the end of a span, which parsers put up to the next token.
    fn trim(&self, span: Span) -> Span {
        let slice = self.text.get(span.start..span.end).unwrap_or_default();
        Span { end: span.start + slice.trim_end().len(), ..span }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_scalars_are_read_as_yaml_1_2_does() {
        assert_eq!(read_plain("9.10"), Reading::Float);
        assert_eq!(read_plain("14.0.5"), Reading::Text);
        assert_eq!(read_plain("no"), Reading::Text);
        assert_eq!(read_plain("-7"), Reading::Integer(-7));
        assert_eq!(read_plain("infinity"), Reading::Text);
        assert_eq!(read_plain(""), Reading::Null);
    }
}
