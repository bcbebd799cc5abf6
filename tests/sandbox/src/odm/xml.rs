//! XML as a small tree with positions, within limits. No external entity is
//! ever resolved and no entity may be declared.

use quick_xml::Reader;
use quick_xml::escape::unescape;
use quick_xml::events::{BytesStart, Event};
use thiserror::Error;

/// Why a text could not be read.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum OdmError {
    /// Not well-formed XML.
    #[error("line {line}, column {column}: {message}")]
    Syntax {
        /// Line, from 1.
        line: usize,
        /// Column, from 1.
        column: usize,
        /// What is wrong.
        message: String,
    },
    /// XML, but not what an ODM project consists of.
    #[error("line {line}, column {column}: {message}")]
    Content {
        /// Line, from 1.
        line: usize,
        /// Column, from 1.
        column: usize,
        /// What is wrong.
        message: String,
    },
    /// More bytes than allowed.
    #[error("the document has {actual} bytes, more than the {limit} allowed")]
    TooLarge {
        /// Bytes allowed.
        limit: usize,
        /// Bytes found.
        actual: usize,
    },
}

/// An element.
#[derive(Clone, PartialEq, Eq)]
pub struct Element {
    /// Name without prefix.
    pub name: String,
    /// Attributes by name without prefix, in their order.
    pub attributes: Vec<(String, String)>,
    /// Child elements.
    pub children: Vec<Element>,
    /// All text directly inside, CDATA included.
    pub text: String,
    /// Byte offset of the start tag.
    pub offset: usize,
}

impl Element {
    /// An attribute, by name without prefix.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// An attribute, blank if absent.
    pub fn text_of(&self, name: &str) -> String {
        self.attribute(name).unwrap_or_default().to_owned()
    }

    /// The first child of that name.
    pub fn child(&self, name: &str) -> Option<&Element> {
        self.children.iter().find(|child| child.name == name)
    }

    /// All children of that name.
    pub fn children_of<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Element> {
        self.children.iter().filter(move |child| child.name == name)
    }

    /// The first element of that name below this one, at any depth.
    pub fn descendant(&self, name: &str) -> Option<&Element> {
        self.children.iter().find_map(
            |child| {
                if child.name == name { Some(child) } else { child.descendant(name) }
            },
        )
    }
}

/// Bounds on a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes.
    pub bytes: usize,
    /// Elements inside each other.
    pub depth: usize,
    /// Elements in all.
    pub elements: usize,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits { bytes: 256 << 20, depth: 64, elements: 8_000_000 }
    }
}

/// Line and column, from 1, of a byte offset.
pub fn position(text: &str, offset: usize) -> (usize, usize) {
    let before = &text.as_bytes()[..offset.min(text.len())];
    let line = before.iter().filter(|b| **b == b'\n').count() + 1;
    let column = before.iter().rev().take_while(|b| **b != b'\n').count() + 1;
    (line, column)
}

/// A content error at an element.
pub fn content_error(text: &str, offset: usize, message: impl Into<String>) -> OdmError {
    let (line, column) = position(text, offset);
    OdmError::Content { line, column, message: message.into() }
}

/// Reads a document into a tree.
pub fn parse(text: &str, limits: Limits) -> Result<Element, OdmError> {
    if text.len() > limits.bytes {
        return Err(OdmError::TooLarge { limit: limits.bytes, actual: text.len() });
    }
    let fail = |offset: usize, message: String| {
        let (line, column) = position(text, offset);
        OdmError::Syntax { line, column, message }
    };
    // The reader does not count the mark; positions are those of the whole text.
    let body = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let mark = text.len() - body.len();
    let place = |position: u64| usize::try_from(position).map_or(usize::MAX, |at| at.saturating_add(mark));
    let mut reader = Reader::from_str(body);
    let mut open: Vec<Element> = Vec::new();
    let mut root: Option<Element> = None;
    let mut elements = 0_usize;
    loop {
        let offset = place(reader.buffer_position());
        let event =
            reader.read_event().map_err(|error| fail(place(reader.error_position()), error.to_string()))?;
        let closed = match event {
            Event::Start(_) | Event::Empty(_) if root.is_some() => {
                return Err(fail(offset, "there is a second root element".into()));
            }
            Event::Start(ref start) | Event::Empty(ref start) => {
                elements += 1;
                if elements > limits.elements {
                    return Err(fail(offset, format!("more than {} elements", limits.elements)));
                }
                if open.len() >= limits.depth {
                    return Err(fail(offset, format!("elements are nested more than {} deep", limits.depth)));
                }
                open.push(element(start, offset).map_err(|message| fail(offset, message))?);
                matches!(event, Event::Empty(_))
            }
            Event::End(_) => true,
            Event::Text(piece) => {
                match open.last_mut() {
                    Some(parent) => parent.text.push_str(&piece),
                    None if piece.trim_matches(['\u{FEFF}', ' ', '\t', '\r', '\n']).is_empty() => {}
                    None => return Err(fail(offset, "there is text outside the root element".into())),
                }
                false
            }
            Event::GeneralRef(reference) => {
                let value = unescape(&format!("&{};", &*reference)).map(|text| text.into_owned());
                let value = value.map_err(|error| fail(offset, error.to_string()))?;
                if let Some(parent) = open.last_mut() {
                    parent.text.push_str(&value);
                }
                false
            }
            Event::CData(piece) => {
                if let Some(parent) = open.last_mut() {
                    parent.text.push_str(&piece);
                }
                false
            }
            Event::DocType(_) => {
                return Err(fail(offset, "document type declarations are not accepted".into()));
            }
            Event::Decl(_) | Event::PI(_) | Event::Comment(_) => false,
            Event::Eof => break,
        };
        if closed && let Some(element) = open.pop() {
            match open.last_mut() {
                Some(parent) => parent.children.push(element),
                None => root = Some(element),
            }
        }
    }
    if let Some(unclosed) = open.last() {
        return Err(fail(unclosed.offset, format!("the element <{}> is not closed", unclosed.name)));
    }
    root.ok_or_else(|| fail(0, "the document is empty".into()))
}

fn element(start: &BytesStart<'_>, offset: usize) -> Result<Element, String> {
    let name = start.name().local_name().as_ref().to_owned();
    let mut attributes = Vec::new();
    for attribute in start.attributes() {
        let attribute = attribute.map_err(|error| error.to_string())?;
        // Line breaks inside attributes are kept: labels and notes have them.
        let value = unescape(&attribute.value).map_err(|error| error.to_string())?;
        attributes.push((attribute.key.local_name().as_ref().to_owned(), value.into_owned()));
    }
    Ok(Element { name, attributes, children: Vec::new(), text: String::new(), offset })
}
