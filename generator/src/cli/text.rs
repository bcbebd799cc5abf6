//! Text for terminals: colours, wrapped paragraphs, aligned columns.

use clap::builder::styling::Style;

/// Width of everything that is printed.
pub const WIDTH: usize = 100;

/// A text in a colour. Where colours are not wanted they are taken out when the text is printed.
pub fn paint(style: Style, text: &str) -> String {
    format!("{style}{text}{style:#}")
}

/// A bold text.
pub fn bold(text: &str) -> String {
    paint(Style::new().bold(), text)
}

/// A text that cannot command a terminal, for names that come from elsewhere.
pub fn printable(text: &str) -> String {
    let mut printable = String::new();
    for character in text.chars() {
        if character.is_control() && character != '\n' {
            printable.extend(character.escape_default());
        } else {
            printable.push(character);
        }
    }
    printable
}

/// A number with its noun: "1 file", "2 files".
pub fn count(number: usize, noun: &str) -> String {
    let ending = if number == 1 { "" } else { "s" };
    format!("{number} {noun}{ending}")
}

/// Width of a text in characters.
pub fn width(text: &str) -> usize {
    text.chars().count()
}

/// A text of at most `most` characters; `…` stands for what was cut off.
pub fn cut(text: &str, most: usize) -> String {
    if width(text) <= most {
        return text.to_owned();
    }
    let kept: String = text.chars().take(most.saturating_sub(1)).collect();
    format!("{}…", kept.trim_end())
}

/// Rows as aligned columns, two blanks apart, each line after `indent` blanks. Trailing blanks are left out.
pub fn columns(rows: &[Vec<String>], indent: usize) -> Vec<String> {
    let mut widths: Vec<usize> = Vec::new();
    for row in rows {
        widths.resize(widths.len().max(row.len()), 0);
        for (most, cell) in widths.iter_mut().zip(row) {
            *most = (*most).max(width(cell));
        }
    }
    // A column that is empty in every row takes no place.
    let line = |row: &Vec<String>| {
        let cells = row.iter().zip(&widths).filter(|(_, most)| **most > 0);
        let cells = cells.map(|(cell, most)| format!("{cell}{}", " ".repeat(most - width(cell))));
        let line = format!("{}{}", " ".repeat(indent), cells.collect::<Vec<_>>().join("  "));
        line.trim_end().to_owned()
    };
    rows.iter().map(line).collect()
}

/// Markdown as lines of at most [`WIDTH`] characters after `indent` blanks. Paragraphs and list items
/// are wrapped anew; code and tables stay as they are.
pub fn wrapped(markdown: &str, indent: usize) -> String {
    let mut out = String::new();
    let mut block = Block::default();
    let mut in_code = false;
    for line in markdown.lines() {
        let fence = line.trim_start().starts_with("```");
        let code = line.starts_with("    ") && block.words.is_empty();
        if in_code || fence || code || line.starts_with('|') {
            block.finish(indent, &mut out);
            push_line(&format!("{}{line}", " ".repeat(indent)), &mut out);
            in_code ^= fence;
        } else if line.trim().is_empty() {
            block.finish(indent, &mut out);
            push_line("", &mut out);
        } else {
            let mark = marker(line);
            if mark > 0 {
                block.finish(indent, &mut out);
                block.nesting = width(line) - width(line.trim_start());
                block.hang = block.nesting + mark;
            }
            block.words.extend(line.split_whitespace().map(str::to_owned));
        }
    }
    block.finish(indent, &mut out);
    out
}

/// Markdown like [`wrapped`], with a label in the margin before its first line.
pub fn labelled(label: &str, markdown: &str, margin: usize) -> String {
    let room = margin.saturating_sub(width(label));
    format!("{}{}{}", bold(label), " ".repeat(room), wrapped(markdown, margin).trim_start())
}

/// A paragraph or list item that is being collected.
#[derive(Default)]
struct Block {
    words: Vec<String>,
    /// Further indentation of the first line.
    nesting: usize,
    /// Further indentation of the other lines.
    hang: usize,
}

impl Block {
    /// Appends the collected words as wrapped lines.
    fn finish(&mut self, indent: usize, out: &mut String) {
        let mut line = " ".repeat(indent + self.nesting);
        let mut is_empty = true;
        for word in self.words.drain(..) {
            if !is_empty && width(&line) + 1 + width(&word) > WIDTH {
                push_line(&line, out);
                line = " ".repeat(indent + self.hang);
                is_empty = true;
            }
            if !is_empty {
                line.push(' ');
            }
            line.push_str(&word);
            is_empty = false;
        }
        if !is_empty {
            push_line(&line, out);
        }
        (self.nesting, self.hang) = (0, 0);
    }
}

fn push_line(line: &str, out: &mut String) {
    out.push_str(line.trim_end());
    out.push('\n');
}

/// Length of the mark at the start of a list item (`- `, `1. `), 0 for other lines.
fn marker(line: &str) -> usize {
    let line = line.trim_start();
    if line.starts_with("- ") || line.starts_with("* ") {
        return 2;
    }
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    if digits > 0 && line[digits..].starts_with(". ") { digits + 2 } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_are_wrapped_and_list_items_hang() {
        let long = "word ".repeat(30);
        let text = wrapped(&format!("{long}\n\n- {long}\n2. short\n\n    code   stays\n"), 2);
        assert!(text.lines().all(|line| width(line) <= WIDTH), "{text}");
        assert!(
            text.contains("\n  - word") && text.contains("\n    word") && text.contains("\n  2. short\n"),
            "{text}"
        );
        assert!(text.contains("\n      code   stays\n"), "{text}");
    }

    #[test]
    fn columns_are_aligned_and_empty_ones_vanish() {
        let row = |cells: [&str; 3]| cells.map(str::to_owned).to_vec();
        assert_eq!(columns(&[row(["é", "", "x"]), row(["long", "", ""])], 1), [" é     x", " long"]);
    }

    #[test]
    fn what_is_cut_says_so() {
        assert_eq!(cut("abc", 3), "abc");
        assert_eq!(cut("abc def", 5), "abc…");
        assert_eq!(count(1, "file"), "1 file");
        assert_eq!(printable("a\x1b[31m"), "a\\u{1b}[31m");
    }
}
