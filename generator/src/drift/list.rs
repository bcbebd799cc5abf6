//! The list of methods that a help page has in its menu, or that somebody copied.

use super::document::{Block, Document, Kind, Place};

/// An entry of the list.
#[derive(Debug, Clone)]
pub struct Listed {
    /// Title of a method, or of a group.
    pub title: String,
    /// Whether it is set as a heading of others.
    pub is_heading: bool,
    /// Where it is.
    pub place: Place,
}

/// The list in a page: the entries behind "Supported Methods", or the links of a menu among which at
/// least three lead to known methods.
#[must_use]
pub fn read(document: &Document, is_title: &dyn Fn(&str) -> bool) -> Vec<Listed> {
    let entry = |block: &Block| Listed {
        title: block.text.trim_end_matches(':').to_owned(),
        is_heading: block.link.is_none() && (block.kind == Kind::Heading || block.lead == block.text),
        place: document.at(block.line),
    };
    let blocks = &document.blocks;
    if let Some(start) = blocks.iter().position(heads_list) {
        // A heading without methods below it is that of the next section.
        let is_method = |block: &Block| block.link.is_some() || is_title(&block.text);
        let ends = |at: usize| {
            let block = &blocks[at];
            let is_section = block.kind == Kind::Heading && !blocks.get(at + 1).is_some_and(is_method);
            is_section || block.kind == Kind::Code || !is_short(block) || heads_page(block)
        };
        let entries = (start + 1..blocks.len()).take_while(|&at| !ends(at));
        let mut entries: Vec<&Block> = entries.map(|at| &blocks[at]).collect();
        // In a menu the methods are links, and what is no link is no method.
        if entries.iter().filter(|block| leads_to_method(block)).count() >= 3 {
            entries.retain(|block| leads_to_method(block));
        }
        let entries: Vec<Listed> = entries.into_iter().map(entry).collect();
        if entries.iter().filter(|entry| is_title(&entry.title)).count() >= 3 {
            return entries;
        }
    }
    let is_known = |block: &Block| leads_to_method(block) && is_title(&block.text);
    let (Some(first), known) = (blocks.iter().position(is_known), blocks.iter().filter(|one| is_known(one)))
    else {
        return Vec::new();
    };
    if known.count() < 3 {
        return Vec::new();
    }
    blocks[first..].iter().filter(|block| leads_to_method(block)).map(entry).collect()
}

fn leads_to_method(block: &Block) -> bool {
    block.link.as_ref().is_some_and(|link| link.contains("content=")) && is_short(block)
}

fn heads_list(block: &Block) -> bool {
    let text = block.text.to_lowercase();
    is_short(block)
        && (text.starts_with("supported methods")
            || text == "supported actions"
            || text == "supported actions:")
}

/// What stands above the description of the first method.
fn heads_page(block: &Block) -> bool {
    let text = block.text.to_lowercase();
    text == "redcap api documentation" || text == "method name"
}

fn is_short(block: &Block) -> bool {
    block.text.chars().count() <= 140 && !block.text.ends_with('.')
}
