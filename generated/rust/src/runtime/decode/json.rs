// Made by `cargo run generate` from templates/rust-client/src/runtime/decode/json.rs.
// Do not edit: change the source and run it again.

//! JSON lists of flat objects.

use std::borrow::Cow;

use memchr::memchr2;

use super::super::columns::{Header, Texts};
use super::super::json::is_number;
use super::framer::Cut;

/// Cuts a list into its objects.
#[derive(Default)]
pub(super) struct Cutter {
    /// Behind the last object, and from its first byte on where the next one
    /// begins.
    pub(super) start: usize,
    /// Up to where the data was looked at.
    place: usize,
    state: State,
    /// Brackets that are open inside the list.
    depth: usize,
}

#[derive(Clone, Copy, PartialEq, Eq, Default)]
enum State {
    /// Before the list.
    #[default]
    Begin,
    /// Behind its opening bracket.
    First,
    /// Behind a comma.
    Next,
    Object,
    Text,
    /// Behind a backslash.
    Escape,
    /// Behind an object.
    Behind,
    /// Behind the list.
    End,
}

impl Cutter {
    pub(super) fn has_begun(&self) -> bool {
        self.state != State::Begin
    }

    pub(super) fn has_ended(&self) -> bool {
        self.state == State::End
    }

    /// The next object in `data`.
    pub(super) fn next(&mut self, data: &[u8]) -> Cut {
        while let Some(&byte) = data.get(self.place) {
            if self.state == State::Text {
                let Some(found) = memchr2(b'"', b'\\', &data[self.place..]) else {
                    self.place = data.len();
                    break;
                };
                self.place += found + 1;
                self.state = if data[self.place - 1] == b'"' { State::Object } else { State::Escape };
                continue;
            }
            self.place += 1;
            self.state = match (self.state, byte) {
                (State::Object, b'"') | (State::Escape, _) => State::Text,
                (State::Object, b'{' | b'[') => {
                    self.depth += 1;
                    State::Object
                }
                (State::Object, b'}' | b']') if self.depth > 0 => {
                    self.depth -= 1;
                    State::Object
                }
                (State::Object, b'}' | b']') => {
                    let row = self.start..self.place;
                    self.start = self.place;
                    self.state = State::Behind;
                    return Cut::Row(row);
                }
                (State::Object, _) => State::Object,
                (State::First | State::Next, b'{') => {
                    self.start = self.place - 1;
                    State::Object
                }
                (State::Behind, b',') => State::Next,
                (State::First | State::Behind, b']') => State::End,
                (State::Begin, b'[') => State::First,
                // The last three are the byte order mark.
                (State::Begin, b'\xEF' | b'\xBB' | b'\xBF') => State::Begin,
                (state, b' ' | b'\t' | b'\r' | b'\n') => state,
                _ => return Cut::Foreign(self.place - 1),
            };
        }
        Cut::More
    }

    /// The data lost so many bytes at the front.
    pub(super) fn moved(&mut self, by: usize) {
        self.start -= by;
        self.place -= by;
    }
}

/// Why an object cannot be read.
pub(super) enum Flaw {
    Syntax,
    /// The value in this column is a list or an object.
    Nested(String),
}

/// Reads the values of an object; gives its names if they are not those of
/// `header`.
pub(super) fn read(row: &str, header: &Header, texts: &mut Texts) -> Result<Option<Header>, Flaw> {
    // Line breaks and the like may stand between values but not in them. That
    // is rare, so one look at everything saves looking at each value.
    if row.bytes().any(|byte| byte < b' ') {
        serde_json::from_str::<serde::de::IgnoredAny>(row).map_err(|_| Flaw::Syntax)?;
    }
    let mut names: Option<Vec<Box<str>>> = None;
    let mut walk = Walk { row, place: 0 };
    walk.mark(b'{')?;
    if walk.peek() == Some(b'}') {
        walk.place += 1;
    } else {
        loop {
            walk.peek();
            let name = walk.text()?;
            let place = texts.len();
            match &mut names {
                None if header.names().get(place).is_some_and(|known| **known == *name) => {}
                None => names = Some([&header.names()[..place], &[name.clone().into()]].concat()),
                Some(names) => names.push(name.clone().into()),
            }
            walk.mark(b':')?;
            match walk.peek() {
                Some(b'"') => texts.push(&walk.text()?),
                Some(b'{' | b'[') => return Err(Flaw::Nested(name.into_owned())),
                _ => texts.push(walk.literal()?),
            }
            match walk.peek() {
                Some(b',') => walk.place += 1,
                _ => break walk.mark(b'}')?,
            }
        }
    }
    if walk.place < row.len() {
        return Err(Flaw::Syntax);
    }
    if names.is_none() && texts.len() < header.names().len() {
        names = Some(header.names()[..texts.len()].to_vec());
    }
    Ok(names.map(Header::new))
}

/// A way through an object.
struct Walk<'a> {
    row: &'a str,
    place: usize,
}

impl<'a> Walk<'a> {
    /// The next byte that is not white space.
    fn peek(&mut self) -> Option<u8> {
        loop {
            match self.row.as_bytes().get(self.place) {
                Some(b' ' | b'\t' | b'\r' | b'\n') => self.place += 1,
                byte => return byte.copied(),
            }
        }
    }

    fn mark(&mut self, mark: u8) -> Result<(), Flaw> {
        if self.peek() != Some(mark) {
            return Err(Flaw::Syntax);
        }
        self.place += 1;
        Ok(())
    }

    /// The text that begins here.
    fn text(&mut self) -> Result<Cow<'a, str>, Flaw> {
        let quote = self.place;
        self.mark(b'"')?;
        let mut escaped = false;
        loop {
            let rest = &self.row.as_bytes()[self.place..];
            let found = memchr2(b'"', b'\\', rest).ok_or(Flaw::Syntax)?;
            self.place += found + 1;
            if rest[found] == b'"' {
                break;
            }
            escaped = true;
            self.place += 1;
            if self.place > self.row.len() {
                return Err(Flaw::Syntax);
            }
        }
        if escaped {
            let text = self.row.get(quote..self.place).ok_or(Flaw::Syntax)?;
            return serde_json::from_str(text).map(Cow::Owned).map_err(|_| Flaw::Syntax);
        }
        Ok(Cow::Borrowed(&self.row[quote + 1..self.place - 1]))
    }

    /// The number or word that begins here; nothing is the empty text.
    fn literal(&mut self) -> Result<&'a str, Flaw> {
        let rest = &self.row[self.place..];
        let end = rest.bytes().position(|byte| matches!(byte, b',' | b'}' | b' ' | b'\t' | b'\r' | b'\n'));
        let text = &rest[..end.ok_or(Flaw::Syntax)?];
        self.place += text.len();
        match text {
            "null" => Ok(""),
            "true" | "false" => Ok(text),
            _ if is_number(text) => Ok(text),
            _ => Err(Flaw::Syntax),
        }
    }
}
