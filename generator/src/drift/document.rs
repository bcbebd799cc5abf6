//! Saved pages as a flat sequence of blocks, whatever they were saved as.

use std::fmt;

use serde::Serialize;

use super::{html, plain};
use crate::diagnostics::SourceFile;

/// A line of a file that was read.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Place {
    /// The file, as the user named it.
    pub file: String,
    /// Line, from 1.
    pub line: usize,
}

impl fmt::Display for Place {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}:{}", self.file, self.line)
    }
}

/// What a block is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A heading.
    Heading,
    /// A line or a paragraph.
    Text,
    /// A list item, and how deep the list is nested (1 for a list in no other).
    Item(usize),
    /// The term of a definition list.
    Term,
    /// The first block in a cell of a table, and the number of its column from 0.
    Cell(usize),
    /// Code or other text whose line breaks count.
    Code,
}

/// A piece of text that stands for itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// Line in the file, from 1.
    pub line: usize,
    /// What it is.
    pub kind: Kind,
    /// The words at its beginning that are set off by bold type or as code; empty when there are none.
    pub lead: String,
    /// All its words with single blanks between them, those of `lead` included.
    pub text: String,
    /// Where the link at its beginning leads.
    pub link: Option<String>,
}

impl Block {
    /// The words after `lead`, without the dash or colon between the two.
    #[must_use]
    pub fn rest(&self) -> &str {
        let rest = self.text.strip_prefix(self.lead.as_str()).unwrap_or(&self.text);
        rest.trim_start_matches([' ', ':', '-', '–', '—'])
    }
}

/// A page.
#[derive(Debug, Clone)]
pub struct Document {
    /// The file.
    pub path: String,
    /// Its blocks in order.
    pub blocks: Vec<Block>,
}

/// Why a file is no document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoDocument {
    /// A web archive in one file.
    WebArchive,
    /// A zip file.
    Zip,
    /// Nothing but script, style or blanks.
    Empty,
}

impl Document {
    /// Reads a page: HTML, Markdown or plain text.
    ///
    /// # Errors
    /// When it is none of these.
    pub fn read(file: &SourceFile) -> Result<Document, NoDocument> {
        if file.text.starts_with("PK\u{3}\u{4}") {
            return Err(NoDocument::Zip);
        }
        let start = beginning(&file.text, 4000).to_ascii_lowercase();
        if start.contains("mime-version:") && start.contains("multipart/related") {
            return Err(NoDocument::WebArchive);
        }
        let is_html = ["<!doctype html", "<html", "<body", "<table", "<div", "<ul>", "<dl>"];
        let blocks = if is_html.iter().any(|tag| start.contains(tag)) {
            html::blocks(&file.text)
        } else {
            plain::blocks(&file.text)
        };
        if blocks.is_empty() {
            Err(NoDocument::Empty)
        } else {
            Ok(Document { path: file.path.clone(), blocks })
        }
    }

    /// The place of a line.
    #[must_use]
    pub fn at(&self, line: usize) -> Place {
        Place { file: self.path.clone(), line }
    }
}

fn beginning(text: &str, most: usize) -> &str {
    let mut end = text.len().min(most);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// Words with single blanks between them.
pub(super) fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
