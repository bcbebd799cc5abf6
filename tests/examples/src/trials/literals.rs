//! Texts that go through the escaper of a language and come back out of its interpreter.

use std::fmt::Write;

use fastrand::Rng;

use super::{Verdict, verdict};
use crate::generated::GENERATED;
use crate::workshop::Workshop;

/// How many texts are generated.
const GENERATED_TEXTS: usize = 10_000;
/// How many of them one program prints.
const BATCH: usize = 500;
/// From what the generated texts are drawn.
const SEED: u64 = 20_260_203;

/// Texts that are special in one language or another, alone and amid others.
const SPECIAL: [&str; 64] = [
    "",
    " ",
    "'",
    "\"",
    "''",
    "\"\"",
    "'\"",
    "`",
    "``",
    "\\",
    "\\\\",
    "\\'",
    "\\\"",
    "\n",
    "\r",
    "\r\n",
    "\t",
    "\0",
    "\u{1}",
    "\u{7}",
    "\u{8}",
    "\u{B}",
    "\u{C}",
    "\u{1B}",
    "\u{7F}",
    "\u{85}",
    "\u{9F}",
    "\u{A0}",
    "\u{AD}",
    "$",
    "$HOME",
    "${HOME}",
    "$(id)",
    "$x['y']",
    "{$x}",
    "%",
    "%d",
    "%s%n",
    "%%",
    "%let",
    "&amp",
    "&x.",
    "#",
    "#{x}",
    "#$x",
    "#@x",
    "@",
    "@x",
    "@{x}",
    "~",
    "!",
    "\\u0041",
    "\\x41",
    "\\N{DASH}",
    "\\101",
    "??/",
    "*/",
    "//",
    "--",
    "/*",
    "</script>",
    "?>",
    "<?php",
    "$$x$$",
];

/// Texts beyond ASCII.
const FOREIGN: [&str; 22] = [
    "é",
    "ß",
    "日本語",
    "\u{200B}",
    "\u{200E}",
    "\u{200F}",
    "\u{202E}",
    "\u{2028}",
    "\u{2029}",
    "\u{2066}",
    "\u{FEFF}",
    "\u{FFFD}",
    "\u{FFFE}",
    "\u{FFFF}",
    "\u{301}",
    "e\u{301}",
    "\u{D7FF}",
    "\u{E000}",
    "\u{1F600}",
    "👩\u{200D}🔬",
    "\u{E0041}",
    "\u{10FFFF}",
];

/// The texts that were thought of.
pub fn listed(shop: &Workshop, trial: &str) -> Verdict {
    let mut texts: Vec<String> = Vec::new();
    for text in SPECIAL.iter().chain(&FOREIGN) {
        texts.push((*text).to_owned());
        texts.push(format!("a{text}"));
        texts.push(format!("{text}1"));
        texts.push(format!("{text}{text}x y{text}"));
    }
    texts.push(SPECIAL.concat());
    texts.push(FOREIGN.concat());
    texts.push("a long text, ".repeat(300));
    texts.push("\\\"'$".repeat(250));
    round_trip(shop, trial, texts)
}

/// Texts by chance, the same in every run.
pub fn generated(shop: &Workshop, trial: &str) -> Verdict {
    let mut random = Rng::with_seed(SEED);
    round_trip(shop, trial, (0..GENERATED_TEXTS).map(|_| text(&mut random)).collect())
}

/// A text of up to 24 parts.
fn text(random: &mut Rng) -> String {
    let mut text = String::new();
    for _ in 0..random.usize(0..24) {
        match random.u8(0..8) {
            0..3 => text.push_str(SPECIAL[random.usize(0..SPECIAL.len())]),
            3 => text.push_str(FOREIGN[random.usize(0..FOREIGN.len())]),
            4 => text.push(random.char('\0'..='\u{FF}')),
            5 => text.push(random.char(..)),
            _ => text.push(random.char(' '..='~')),
        }
    }
    text
}

fn round_trip(shop: &Workshop, trial: &str, texts: Vec<String>) -> Verdict {
    shop.ready()?;
    // A character that no style can express must be one that all of them refuse; the rest of its text still counts.
    let is_refused = |one: char| shop.language.strings.iter().all(|style| style.refuse.contains(&one));
    let texts: Vec<String> =
        texts.iter().map(|text| text.chars().filter(|one| !is_refused(*one)).collect()).collect();
    let mut wrong = Vec::new();
    for (number, texts) in texts.chunks(BATCH).enumerate() {
        wrong.extend(batch(shop, &format!("{trial}::{number}"), texts)?);
        if wrong.len() > 10 {
            wrong.push("there may be more".to_owned());
            break;
        }
    }
    verdict(wrong)
}

/// What came back otherwise than it went.
fn batch(shop: &Workshop, trial: &str, texts: &[String]) -> Result<Vec<String>, String> {
    let program = redcap_generator::backend::samples::echo(
        &GENERATED.templates,
        &shop.language,
        &GENERATED.view,
        texts,
    )
    .map_err(|error| error.to_string())?;
    let printed = shop.echo(&program, &shop.scratch(trial))?;
    let lines: Vec<&str> = printed.split_terminator('\n').map(|line| line.trim_end_matches('\r')).collect();
    let mut wrong = Vec::new();
    if lines.len() != texts.len() {
        wrong.push(format!("expected {} lines, found {}", texts.len(), lines.len()));
    }
    for (text, line) in texts.iter().zip(lines) {
        if !hexadecimal(text).eq_ignore_ascii_case(line) {
            let written = shop.language.literal(text).unwrap_or_else(|error| error.to_string());
            wrong.push(format!("{text:?} as {written}\n  expected {}\n  found    {line}", hexadecimal(text)));
        }
        if wrong.len() > 10 {
            break;
        }
    }
    Ok(wrong)
}

fn hexadecimal(text: &str) -> String {
    text.bytes().fold(String::new(), |mut hexadecimal, byte| {
        // Writing to a text cannot fail.
        let _ = write!(hexadecimal, "{byte:02x}");
        hexadecimal
    })
}
