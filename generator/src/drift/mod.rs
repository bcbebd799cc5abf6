//! What a release of REDCap says of its API, held against the spec.
//!
//! ```text
//! files ─┬─ document (HTML, Markdown, text) ─┬─ page: methods ─┐
//!        │                                   └─ list: titles ──┤── compare ──► findings ──► scaffold
//!        └─ examples: requests ────────────────────────────────┘      ▲
//!                                                            view at the version
//! ```
//!
//! # Invariants
//! - Nothing is guessed in silence: what cannot be read is told with its place.
//! - Only facts are read. No sentence of a help page gets into a finding or a scaffold.

pub mod compare;
pub mod difference;
pub mod document;
pub mod examples;
mod html;
pub mod list;
pub mod matching;
pub mod page;
mod plain;
pub mod scaffold;
pub mod tell;
pub mod values;

use crate::diagnostics::SourceFile;
use crate::model::Version;
use document::{Document, Kind, NoDocument, Place};
use examples::Request;
use list::Listed;
use page::{Described, Unread};

/// What all files together say.
#[derive(Debug, Default)]
pub struct Reading {
    /// Methods that pages describe.
    pub methods: Vec<Described>,
    /// Entries of the list of methods.
    pub listed: Vec<Listed>,
    /// Requests of examples.
    pub requests: Vec<Request>,
    /// What could not be read.
    pub unread: Vec<Unread>,
    /// Files in which nothing was found that this is about.
    pub idle: Vec<String>,
    /// Versions that pages say they are of.
    pub versions: Vec<(Version, Place)>,
    /// Whether the release has no other methods than those listed and described.
    pub is_whole: bool,
}

/// Reads files. `is_title` tells the known titles of methods.
#[must_use]
pub fn read(files: &[SourceFile], is_title: &dyn Fn(&str) -> bool) -> Reading {
    let mut reading = Reading::default();
    for file in files {
        if examples::is_program(&file.path) {
            let requests = examples::read(file);
            if requests.is_empty() {
                reading.idle.push(file.path.clone());
            }
            reading.requests.extend(requests);
            continue;
        }
        let document = match Document::read(file) {
            Ok(document) => document,
            Err(why) => {
                let place = Place { file: file.path.clone(), line: 1 };
                reading.unread.push(Unread { place, what: why_unread(why).to_owned() });
                continue;
            }
        };
        let found = page::read(&document, is_title);
        let listed = list::read(&document, is_title);
        reading.versions.extend(version_of(&document));
        if found.methods.is_empty() && listed.is_empty() {
            reading.idle.push(file.path.clone());
        }
        // Somebody who describes several methods in one page describes all of them.
        reading.is_whole |= found.methods.len() > 1 || !listed.is_empty();
        reading.methods.extend(found.methods);
        reading.unread.extend(found.unread);
        for entry in listed {
            if !reading.listed.iter().any(|known| known.title == entry.title) {
                reading.listed.push(entry);
            }
        }
    }
    reading
}

fn why_unread(why: NoDocument) -> &'static str {
    match why {
        NoDocument::WebArchive => {
            "the page was saved as a web archive; save it as \"web page, HTML only\" instead"
        }
        NoDocument::Zip => "the file is a zip archive; unzip it and name its folder",
        NoDocument::Empty => "the file holds no text",
    }
}

/// The version that a page says it is of, as REDCap's own footer does: "REDCap 14.5.0".
fn version_of(document: &Document) -> Option<(Version, Place)> {
    let blocks = document.blocks.iter().rev().filter(|block| block.kind != Kind::Code);
    blocks.filter(|block| block.text.starts_with("REDCap ")).find_map(|block| {
        let word = block.text.split_whitespace().nth(1)?;
        Some((word.parse().ok()?, document.at(block.line)))
    })
}
