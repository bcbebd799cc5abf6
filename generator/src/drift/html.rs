//! HTML as a browser saves it, read as blocks.
//!
//! Only the elements that part text from text matter. The rest of the tree may be as broken as saved
//! pages are: nothing here relies on elements being closed.

use html5gum::emitters::default::DefaultEmitter;
use html5gum::{StartTag, Token, Tokenizer};

use super::document::{Block, Kind, squeezed};

/// Elements whose text nobody sees.
const HIDDEN: [&str; 9] =
    ["head", "noscript", "option", "script", "select", "style", "svg", "template", "textarea"];

/// Elements that begin and end a block.
const BLOCKS: [&str; 21] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "center",
    "dd",
    "details",
    "div",
    "dl",
    "fieldset",
    "figure",
    "footer",
    "form",
    "header",
    "hr",
    "main",
    "nav",
    "p",
    "section",
    "summary",
];

/// Elements that set their words off.
const BOLD: [&str; 5] = ["b", "code", "dt", "strong", "th"];

/// The blocks of a page in order.
pub fn blocks(text: &str) -> Vec<Block> {
    let mut emitter = DefaultEmitter::<usize>::new_with_span();
    emitter.naively_switch_states(true);
    let lines: Vec<usize> = text.match_indices('\n').map(|(at, _)| at).collect();
    let line = |offset: usize| lines.partition_point(|&end| end < offset) + 1;
    let mut reader = Reader::default();
    for Ok(token) in Tokenizer::new_with_emitter(text, emitter) {
        match token {
            Token::StartTag(tag) => reader.open(&tag),
            Token::EndTag(tag) => reader.close(&String::from_utf8_lossy(&tag.name)),
            Token::String(words) => {
                reader.words(&String::from_utf8_lossy(&words.value), line(words.span.start));
            }
            Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {}
        }
    }
    reader.finish(Kind::Text);
    reader.blocks
}

#[derive(Default)]
struct Reader {
    blocks: Vec<Block>,
    /// The element whose text is skipped.
    hidden: Option<String>,
    /// Open lists.
    depth: usize,
    /// Open elements that set words off.
    bold: usize,
    /// Inside of code.
    in_code: bool,
    /// Column of the open cell of each open table.
    columns: Vec<usize>,
    next: Next,
}

/// The block that is being read.
#[derive(Default)]
struct Next {
    kind: Option<Kind>,
    line: usize,
    lead: String,
    text: String,
    /// Words that are not set off have come, so the lead is complete.
    lead_is_over: bool,
    link: Option<String>,
}

impl Reader {
    fn open(&mut self, tag: &StartTag<usize>) {
        let name = String::from_utf8_lossy(&tag.name).into_owned();
        if name == "body" && self.hidden.as_deref() == Some("head") {
            self.hidden = None;
        }
        if self.hidden.is_some() {
            return;
        }
        match name.as_str() {
            name if HIDDEN.contains(&name) && !tag.self_closing => {
                self.finish(Kind::Text);
                self.hidden = Some(name.to_owned());
            }
            "br" if self.in_code => self.next.text.push('\n'),
            "br" => self.finish(Kind::Text),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => self.start(Kind::Heading),
            "ul" | "ol" => {
                self.finish(Kind::Text);
                self.depth += 1;
            }
            "li" => self.start(Kind::Item(self.depth.max(1))),
            "dt" => self.start(Kind::Term),
            "pre" => {
                self.start(Kind::Code);
                self.in_code = true;
            }
            "table" => {
                self.finish(Kind::Text);
                self.columns.push(0);
            }
            "tr" => {
                self.finish(Kind::Text);
                if let Some(column) = self.columns.last_mut() {
                    *column = 0;
                }
            }
            "td" | "th" => {
                let column = self.columns.last_mut().map_or(0, |column| {
                    *column += 1;
                    *column - 1
                });
                self.start(Kind::Cell(column));
            }
            "a" => {
                if let Some(href) = tag.attributes.get(b"href".as_slice()) {
                    let href = String::from_utf8_lossy(&href.value).into_owned();
                    self.next.link.get_or_insert(href);
                }
            }
            // An empty block in an item or a cell leaves it one.
            name if BLOCKS.contains(&name) && !self.next.text.trim().is_empty() => self.finish(Kind::Text),
            _ => {}
        }
        if BOLD.contains(&name.as_str()) && !self.in_code {
            self.bold += 1;
        }
    }

    fn close(&mut self, name: &str) {
        if let Some(hidden) = &self.hidden {
            if hidden == name {
                self.hidden = None;
            }
            return;
        }
        if BOLD.contains(&name) {
            self.bold = self.bold.saturating_sub(1);
        }
        match name {
            "ul" | "ol" => {
                self.finish(Kind::Text);
                self.depth = self.depth.saturating_sub(1);
            }
            "pre" => {
                self.finish(Kind::Code);
                self.in_code = false;
            }
            "table" => {
                self.finish(Kind::Text);
                self.columns.pop();
            }
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "li" | "dt" | "tr" | "td" | "th" => {
                self.finish(Kind::Text);
            }
            name if BLOCKS.contains(&name) && !self.next.text.trim().is_empty() => self.finish(Kind::Text),
            _ => {}
        }
    }

    fn words(&mut self, words: &str, line: usize) {
        if self.hidden.is_some() {
            return;
        }
        let is_blank = words.trim().is_empty();
        if self.next.text.trim().is_empty() && !is_blank {
            let before = &words[..words.len() - words.trim_start().len()];
            self.next.line = line + before.matches('\n').count();
        }
        if self.bold > 0 && !self.next.lead_is_over {
            self.next.lead.push_str(words);
        } else if !is_blank {
            self.next.lead_is_over = true;
        }
        self.next.text.push_str(words);
    }

    /// Begins a block of a kind, which it keeps until it has words.
    fn start(&mut self, kind: Kind) {
        self.finish(Kind::Text);
        self.next.kind = Some(kind);
    }

    /// Ends the block; `kind` is what it is unless its beginning said otherwise.
    fn finish(&mut self, kind: Kind) {
        let next = std::mem::take(&mut self.next);
        let kind = if self.in_code { Kind::Code } else { next.kind.unwrap_or(kind) };
        let text =
            if kind == Kind::Code { next.text.trim_matches('\n').to_owned() } else { squeezed(&next.text) };
        // A cell without words still counts as a column, but has nothing to say.
        if !text.trim().is_empty() {
            let lead = squeezed(&next.lead);
            self.blocks.push(Block { line: next.line, kind, lead, text, link: next.link });
        }
    }
}
