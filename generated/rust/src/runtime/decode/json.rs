// Made by `cargo run generate` from templates/rust-client/src/runtime/decode/json.rs.
// Do not edit: change the source and run it again.

//! JSON lists of flat objects.

use std::borrow::Cow;
use std::mem;

use memchr::{memchr, memchr_iter, memchr2};

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
    /// Braces that are open inside the object.
    depth: usize,
    /// Whether the place is in a text, and behind a backslash there.
    quoted: bool,
    escaped: bool,
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
            if self.state == State::Object {
                if !self.finds_end(data) {
                    break;
                }
                let row = self.start..self.place;
                self.start = self.place;
                self.state = State::Behind;
                return Cut::Row(row);
            }
            self.place += 1;
            self.state = match (self.state, byte) {
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

    /// Goes behind the end of the object; whether it is there. Braces are few, so it is fastest to go from one to the
    /// next, and to see from the quotes on the way whether it is in a text.
    fn finds_end(&mut self, data: &[u8]) -> bool {
        while let Some(found) = memchr2(b'{', b'}', &data[self.place..]) {
            let brace = self.place + found;
            self.pass(&data[self.place..brace]);
            self.place = brace + 1;
            if self.quoted {
                self.escaped = false;
            } else if data[brace] == b'{' {
                self.depth += 1;
            } else if self.depth > 0 {
                self.depth -= 1;
            } else {
                return true;
            }
        }
        self.pass(&data[self.place..]);
        self.place = data.len();
        false
    }

    fn pass(&mut self, mut bytes: &[u8]) {
        while !bytes.is_empty() {
            if mem::take(&mut self.escaped) {
                bytes = &bytes[1..];
            }
            let found = memchr(b'\\', bytes);
            let (plain, rest) = bytes.split_at(found.unwrap_or(bytes.len()));
            self.quoted ^= memchr_iter(b'"', plain).count() % 2 == 1;
            self.escaped = self.quoted && found.is_some();
            bytes = rest.get(1..).unwrap_or_default();
        }
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
    // is rare, so one look at everything, without a stop, saves looking at each value.
    if row.bytes().fold(false, |any, byte| any | (byte < b' ')) {
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
            let place = texts.len();
            let known = header.plain_name(place).filter(|_| names.is_none());
            if !known.is_some_and(|known| walk.skips(known)) {
                let name = walk.text()?;
                match &mut names {
                    None if header.names().get(place).is_some_and(|known| **known == *name) => {}
                    None => names = Some([&header.names()[..place], &[name.into()]].concat()),
                    Some(names) => names.push(name.into()),
                }
            }
            walk.mark(b':')?;
            match walk.peek() {
                Some(b'"') => texts.push(&walk.text()?),
                Some(b'{' | b'[') => {
                    let name = names.as_ref().map_or(header.name(place), |names| &names[place]);
                    return Err(Flaw::Nested(name.to_owned()));
                }
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

    /// Goes behind a text that has nothing to escape, if it is that one.
    fn skips(&mut self, text: &str) -> bool {
        let rest = self.row.as_bytes()[self.place..].strip_prefix(b"\"");
        let rest = rest.and_then(|rest| rest.strip_prefix(text.as_bytes()));
        let is_it = rest.is_some_and(|rest| rest.starts_with(b"\""));
        if is_it {
            self.place += text.len() + 2;
        }
        is_it
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
