//! String literals of any language, from the description in its data file.

use std::collections::BTreeMap;
use std::fmt::Write;

use serde::{Deserialize, Serialize};

/// One way to write a text in a language.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Style {
    /// What opens a literal.
    pub start: String,
    /// What closes it.
    pub end: String,
    /// Texts that cannot stand in it as they are, and what stands for them. The longest that fits counts.
    #[serde(default)]
    pub escapes: BTreeMap<String, String>,
    /// The pattern for other control characters. Without one, a text that has any cannot be written.
    pub control: Option<String>,
    /// The pattern for characters that a reader cannot see, such as marks of direction.
    pub invisible: Option<String>,
    /// The pattern for characters beyond U+FFFF.
    pub astral: Option<String>,
    /// The pattern for all characters beyond ASCII, where sources must be ASCII.
    pub non_ascii: Option<String>,
    /// Characters that no text of the language can hold.
    #[serde(default)]
    pub refuse: Vec<char>,
}

/// A text that a language cannot express.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("no style of `strings` can express the character U+{0:04X}")]
pub struct Inexpressible(pub u32);

/// Writes a text in the style that makes it shortest; on a tie, in the first of these.
///
/// # Errors
/// When no style can express the text.
pub fn literal(styles: &[Style], text: &str) -> Result<String, Inexpressible> {
    let mut best: Option<String> = None;
    let mut problem = Inexpressible(text.chars().next().map_or(0, u32::from));
    for style in styles {
        match style.write(text) {
            Ok(written) if best.as_ref().is_none_or(|one| written.chars().count() < one.chars().count()) => {
                best = Some(written);
            }
            Ok(_) => {}
            Err(error) => problem = error,
        }
    }
    best.ok_or(problem)
}

impl Style {
    fn write(&self, text: &str) -> Result<String, Inexpressible> {
        let mut out = self.start.clone();
        let mut rest = text;
        while let Some(next) = rest.chars().next() {
            if self.refuse.contains(&next) {
                return Err(Inexpressible(next.into()));
            }
            let escape = self.escapes.iter().filter(|(from, _)| rest.starts_with(from.as_str()));
            if let Some((from, to)) = escape.max_by_key(|(from, _)| from.len()) {
                out.push_str(to);
                rest = &rest[from.len()..];
                continue;
            }
            match self.pattern(next) {
                Some(Some(pattern)) => fill(&mut out, pattern, next),
                Some(None) => return Err(Inexpressible(next.into())),
                None => out.push(next),
            }
            rest = &rest[next.len_utf8()..];
        }
        out.push_str(&self.end);
        Ok(out)
    }

    /// The pattern for a character: none if it stands as it is, an inner none if it cannot be written.
    fn pattern(&self, one: char) -> Option<Option<&str>> {
        if one.is_control() {
            return Some(self.control.as_deref());
        }
        let astral = self.astral.as_deref().filter(|_| u32::from(one) > 0xFFFF);
        let invisible = self.invisible.as_deref().filter(|_| is_invisible(one));
        let foreign = self.non_ascii.as_deref().filter(|_| !one.is_ascii());
        astral.or(invisible).or(foreign).map(Some)
    }
}

/// Characters that change how a text looks, or nothing at all, without being seen.
fn is_invisible(one: char) -> bool {
    matches!(one, '\u{AD}' | '\u{61C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E007F}')
}

/// Fills a pattern: `{utf16:…}` and `{utf8:…}` repeat what is inside for each unit, the rest is about the character.
fn fill(out: &mut String, pattern: &str, one: char) {
    for (mark, units) in [("{utf16:", utf16(one)), ("{utf8:", utf8(one))] {
        if let Some((before, rest)) = pattern.split_once(mark) {
            // The inner pattern has braces of its own, so it ends at the last.
            let (inner, after) = rest.rsplit_once('}').unwrap_or((rest, ""));
            number(out, before, one.into());
            units.iter().for_each(|unit| number(out, inner, *unit));
            number(out, after, one.into());
            return;
        }
    }
    number(out, pattern, one.into());
}

fn utf16(one: char) -> Vec<u32> {
    one.encode_utf16(&mut [0; 2]).iter().map(|unit| u32::from(*unit)).collect()
}

fn utf8(one: char) -> Vec<u32> {
    one.encode_utf8(&mut [0; 4]).bytes().map(u32::from).collect()
}

fn number(out: &mut String, pattern: &str, code: u32) {
    let mut rest = pattern;
    while let Some((before, from)) = rest.split_once('{') {
        out.push_str(before);
        let Some((name, after)) = from.split_once('}') else {
            out.push('{');
            rest = from;
            continue;
        };
        // Writing to a text cannot fail.
        let _ = match name {
            "hex" => write!(out, "{code:x}"),
            "hex2" => write!(out, "{code:02x}"),
            "hex4" => write!(out, "{code:04x}"),
            "hex8" => write!(out, "{code:08x}"),
            "oct3" => write!(out, "{code:03o}"),
            "dec" => write!(out, "{code}"),
            // Not one of ours: the language's own brace.
            _ => {
                out.push('{');
                rest = from;
                continue;
            }
        };
        rest = after;
    }
    out.push_str(rest);
}
