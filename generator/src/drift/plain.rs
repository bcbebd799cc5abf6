//! Markdown, and text that was copied out of a page, read as blocks.

use std::collections::BTreeSet;

use super::document::{Block, Kind, squeezed};
use super::page::section_of;

/// Longest line of a text that counts as wrapped by hand or by a program.
const WIDEST_WRAP: usize = 110;

/// The blocks of a text in order. A line is a block, unless it only goes on with what did not fit
/// into the line before.
pub fn blocks(text: &str) -> Vec<Block> {
    let width = wrap_width(text);
    let mut blocks: Vec<Block> = Vec::new();
    let mut in_fence = false;
    // The length of the line before, when the next one may go on with it.
    let mut room: Option<usize> = None;
    for (index, raw) in text.trim_start_matches('\u{feff}').lines().enumerate() {
        let (line, raw) = (index + 1, raw.trim_end());
        let trimmed = raw.trim_start();
        if trimmed.starts_with("```") || trimmed.starts_with("~~~") {
            in_fence = !in_fence;
            room = None;
        } else if in_fence {
            push_code(&mut blocks, line, raw);
        } else if trimmed.is_empty() || is_rule(trimmed) {
            room = None;
        } else if let Some(cells) = cells(trimmed) {
            let cells = cells.into_iter().enumerate();
            blocks.extend(cells.filter_map(|(column, cell)| block(line, Kind::Cell(column), &cell)));
            room = None;
        } else {
            let (kind, words) = kind_of(raw);
            let first = trimmed.split_whitespace().next().map_or(0, chars);
            let goes_on = kind == Kind::Text
                && section_of(trimmed).is_none()
                && room.zip(width).is_some_and(|(before, width)| before + 1 + first > width);
            match blocks.last_mut() {
                Some(last) if goes_on => {
                    let words = block(line, Kind::Text, words).map_or(String::new(), |block| block.text);
                    last.text = squeezed(&format!("{} {words}", last.text));
                }
                _ => blocks.extend(block(line, kind, words)),
            }
            room = (kind != Kind::Heading).then(|| chars(raw));
        }
    }
    blocks
}

fn chars(text: &str) -> usize {
    text.chars().count()
}

/// The width at which a text is wrapped; none when its lines are as long as they come. In a wrapped text
/// most of the longer lines are full: the first word of the next one would not have fitted.
fn wrap_width(text: &str) -> Option<usize> {
    let is_prose = |line: &str| !line.trim_start().starts_with(['<', '{', '[', '|', '`']);
    let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    let width = lines.iter().filter(|line| is_prose(line)).map(|line| chars(line)).max()?;
    let (mut long, mut full) = (BTreeSet::new(), BTreeSet::new());
    for pair in lines.windows(2) {
        let Some(next) = pair[1].split_whitespace().next() else { continue };
        if section_of(pair[1]).is_some() {
            continue;
        }
        if is_prose(pair[0]) && chars(pair[0]) > width / 2 {
            long.insert(pair[0]);
            if chars(pair[0]) + 1 + chars(next) > width {
                full.insert(pair[0]);
            }
        }
    }
    let is_wrapped = width <= WIDEST_WRAP && full.len() > 2 && full.len() * 5 >= long.len() * 2;
    is_wrapped.then_some(width)
}

/// Lines of three or more dashes, stars or equals signs.
fn is_rule(line: &str) -> bool {
    line.len() >= 3
        && ["-", "*", "=", "_"].iter().any(|mark| line.replace([' ', '|'], "").replace(mark, "").is_empty())
}

/// The cells of a line of a table: Markdown, or copied with tabs between them.
fn cells(line: &str) -> Option<Vec<String>> {
    let cells: Vec<String> = if let Some(row) = line.strip_prefix('|') {
        // `\|` is a stroke in a cell.
        let row = row.replace("\\|", "\u{0}");
        let cells = row.trim_end_matches('|').split('|');
        cells.map(|cell| cell.trim().replace('\u{0}', "|")).collect()
    } else if line.contains('\t') {
        line.split('\t').map(|cell| cell.trim().to_owned()).collect()
    } else {
        return None;
    };
    // `|---|:--|` only parts the head from the rows.
    let is_line = cells.iter().all(|cell| cell.trim_matches([':', '-']).is_empty());
    Some(if is_line { Vec::new() } else { cells })
}

/// What a line is by the mark at its beginning, and the line without the mark.
fn kind_of(raw: &str) -> (Kind, &str) {
    let trimmed = raw.trim_start();
    let indent = chars(raw) - chars(trimmed);
    let hashes = trimmed.len() - trimmed.trim_start_matches('#').len();
    if (1..=6).contains(&hashes) && trimmed[hashes..].starts_with(' ') {
        return (Kind::Heading, trimmed[hashes..].trim_end_matches('#').trim());
    }
    for mark in ["- ", "* ", "+ ", "• ", "◦ ", "▪ ", "· "] {
        if let Some(words) = trimmed.strip_prefix(mark) {
            return (Kind::Item(1 + indent / 2), words);
        }
    }
    (Kind::Text, trimmed)
}

fn push_code(blocks: &mut Vec<Block>, line: usize, raw: &str) {
    match blocks.last_mut() {
        Some(last) if last.kind == Kind::Code => {
            last.text.push('\n');
            last.text.push_str(raw);
        }
        _ => blocks.push(Block {
            line,
            kind: Kind::Code,
            lead: String::new(),
            text: raw.to_owned(),
            link: None,
        }),
    }
}

/// A block from words with the marks of Markdown; none when no words are left.
fn block(line: usize, kind: Kind, words: &str) -> Option<Block> {
    let words = words.replace("<b>", "**").replace("</b>", "**");
    let words = words.replace("<strong>", "**").replace("</strong>", "**");
    let words = words.replace("&nbsp;", " ").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    let mut link = None;
    let words = without_links(&words, &mut link);
    let lead = set_off(words.trim(), "**").or_else(|| set_off(words.trim(), "`")).unwrap_or_default();
    let text = unmarked(&words);
    (!text.is_empty()).then(|| Block { line, kind, lead: unmarked(&lead), text, link })
}

/// The words between two marks, where the text begins with the first.
fn set_off(text: &str, mark: &str) -> Option<String> {
    let rest = text.strip_prefix(mark)?;
    rest.find(mark).map(|end| rest[..end].to_owned())
}

/// `[words](address)` as words; the first address is kept.
fn without_links(text: &str, link: &mut Option<String>) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((start, middle, end)) = find_link(rest) {
        out.push_str(&rest[..start]);
        out.push_str(&rest[start + 1..middle]);
        link.get_or_insert_with(|| rest[middle + 2..end].to_owned());
        rest = &rest[end + 1..];
    }
    out + rest
}

/// Where a link begins, where its words end, and where its address ends.
fn find_link(text: &str) -> Option<(usize, usize, usize)> {
    let middle = text.find("](")?;
    let start = text[..middle].rfind('[')?;
    let end = middle + 2 + text[middle + 2..].find(')')?;
    Some((start, middle, end))
}

/// A text without the marks of bold type and code, and without the strokes that protect characters.
fn unmarked(text: &str) -> String {
    let text = text.replace("**", "").replace('`', "");
    let mut out = String::new();
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        let protects = character == '\\' && characters.peek().is_some_and(char::is_ascii_punctuation);
        if !protects {
            out.push(character);
        }
    }
    squeezed(&out)
}
