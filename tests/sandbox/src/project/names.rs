//! Names that a server makes or sorts by: natural order, unique event and
//! group names, instrument names and codes.

use std::cmp::Ordering;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

/// A record name, ordered as people count: `9` before `10`.
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct RecordName(Arc<str>);

impl RecordName {
    /// Wraps a name; any text is allowed and leading zeros count.
    pub fn new(name: impl Into<Arc<str>>) -> RecordName {
        RecordName(name.into())
    }

    /// Whether a record can be given this name: it is not blank, and project XML can carry it, unlike control
    /// characters.
    pub fn is_usable(name: &str) -> bool {
        let unfit = |sign: char| sign.is_control() || matches!(sign, '\u{fffe}' | '\u{ffff}');
        !name.trim().is_empty() && !name.chars().any(unfit)
    }

    /// The name as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Ord for RecordName {
    fn cmp(&self, other: &RecordName) -> Ordering {
        natural_cmp(&self.0, &other.0)
    }
}

impl PartialOrd for RecordName {
    fn partial_cmp(&self, other: &RecordName) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl std::fmt::Display for RecordName {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// Compares runs of digits as numbers and everything else without regard to
/// case. Texts that differ only in case or leading zeros keep a fixed order.
pub fn natural_cmp(a: &str, b: &str) -> Ordering {
    let (mut left, mut right) = (a.as_bytes(), b.as_bytes());
    loop {
        match (left.first(), right.first()) {
            (None, None) => return a.cmp(b),
            (None, Some(_)) => return Ordering::Less,
            (Some(_), None) => return Ordering::Greater,
            (Some(x), Some(y)) if x.is_ascii_digit() && y.is_ascii_digit() => {
                let (x, rest_x) = digits(left);
                let (y, rest_y) = digits(right);
                let order = x.len().cmp(&y.len()).then_with(|| x.cmp(y));
                if order != Ordering::Equal {
                    return order;
                }
                (left, right) = (rest_x, rest_y);
            }
            (Some(x), Some(y)) => {
                let order = x.to_ascii_lowercase().cmp(&y.to_ascii_lowercase());
                if order != Ordering::Equal {
                    return order;
                }
                (left, right) = (&left[1..], &right[1..]);
            }
        }
    }
}

/// The leading digits without their zeros, and what follows.
fn digits(text: &[u8]) -> (&[u8], &[u8]) {
    let end = text.iter().position(|b| !b.is_ascii_digit()).unwrap_or(text.len());
    let zeros = text[..end].iter().take_while(|b| **b == b'0').count();
    (&text[zeros..end], &text[end..])
}

/// Lower case, blanks to underscores, other punctuation dropped, 18
/// characters at most, no underscore at the end.
fn slug(label: &str) -> String {
    let mut name: String = label
        .trim()
        .to_lowercase()
        .chars()
        .filter_map(|c| match c {
            'a'..='z' | '0'..='9' | '_' => Some(c),
            c if c.is_whitespace() => Some('_'),
            _ => None,
        })
        .take(18)
        .collect();
    name.truncate(name.trim_end_matches('_').len());
    name
}

/// The first of `base`, `base` + `b`, `base` + `c` … that is free.
fn first_free(base: String, taken: impl Fn(&str) -> bool) -> String {
    if !taken(&base) {
        return base;
    }
    let lettered = ('b'..='z').map(|letter| format!("{base}{letter}")).find(|name| !taken(name));
    lettered.unwrap_or_else(|| {
        let mut number = 2_u64;
        while taken(&format!("{base}{number}")) {
            number += 1;
        }
        format!("{base}{number}")
    })
}

/// The unique name of an event: its label's short form and `_arm_N`.
pub fn unique_event_name(label: &str, arm: u32, taken: impl Fn(&str) -> bool) -> String {
    let mut base = slug(label);
    if base.is_empty() {
        base.push_str("event");
    }
    first_free(format!("{base}_arm_{arm}"), taken)
}

/// The unique name of a data access group.
pub fn unique_group_name(label: &str, taken: impl Fn(&str) -> bool) -> String {
    let mut base = slug(label);
    if base.is_empty() {
        base.push_str("group");
    }
    first_free(base, taken)
}

/// A readable label for an instrument that has only a unique name.
pub fn label_of_form(form: &str) -> String {
    form.split('_')
        .filter(|word| !word.is_empty())
        .map(|word| {
            let mut chars = word.chars();
            chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
        })
        .collect::<Vec<String>>()
        .join(" ")
}

/// A unique instrument name from a label or from a careless dictionary cell.
pub fn form_name(text: &str) -> String {
    let mut name = String::new();
    for c in text.trim().to_lowercase().chars() {
        match c {
            'a'..='z' | '0'..='9' => name.push(c),
            _ if name.ends_with('_') => {}
            c if c == '_' || c == '-' || c.is_whitespace() => name.push('_'),
            _ => {}
        }
    }
    name.trim_matches('_').to_owned()
}

/// A number that depends only on the texts and their order, for [`code`]. FNV-1a.
pub fn seed(texts: &[&str]) -> u64 {
    let mut hash = 0xCBF2_9CE4_8422_2325_u64;
    for text in texts {
        // 0xFF is in no UTF-8 text, so it keeps the texts apart.
        for byte in text.bytes().chain([0xFF]) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3);
        }
    }
    hash
}

/// A code of upper-case letters and digits that depends only on `seed`.
///
/// The model never asks for randomness, so equal histories give equal codes.
pub fn code(seed: u64, length: usize) -> String {
    const SIGNS: &[u8; 36] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    let mut state = seed;
    (0..length)
        .map(|_| {
            // SplitMix64: cheap, and neighbouring seeds give unrelated codes.
            state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
            let mut z = state;
            z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
            z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
            z ^= z >> 31;
            char::from(SIGNS[(z % 36) as usize])
        })
        .collect()
}
