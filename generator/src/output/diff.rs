//! A short account of how two texts differ.

use std::fmt::Write;

use similar::TextDiff;

/// Longest account, in lines.
const MOST_LINES: usize = 20;
/// Longest line of an account, in characters: some formats have the whole file in one line.
const LONGEST_LINE: usize = 160;

/// The number, from 1, of the first line that differs, and the beginning of a unified diff.
pub(super) fn compare(found: &[u8], expected: &[u8]) -> (usize, String) {
    let Ok(expected) = std::str::from_utf8(expected) else {
        return (
            1,
            format!("{} bytes are there, {} other bytes belong there\n", found.len(), expected.len()),
        );
    };
    let found = String::from_utf8_lossy(found);
    let pairs = found.split_inclusive('\n').zip(expected.split_inclusive('\n'));
    let first = pairs.take_while(|(found, expected)| found == expected).count() + 1;
    if found.contains('\r') && found.replace("\r\n", "\n") == expected {
        let advice = "only the line ends differ: CRLF instead of LF; `* text=auto eol=lf` in .gitattributes keeps them\n";
        return (first, advice.to_owned());
    }
    let diff = TextDiff::from_lines(found.as_ref(), expected);
    let text = diff.unified_diff().context_radius(3).to_string();
    let mut lines = text.split_terminator('\n');
    let mut short: String = lines.by_ref().take(MOST_LINES).map(printable).collect();
    let more = lines.count();
    if more > 0 {
        let _ = writeln!(short, "… and {more} more lines");
    }
    (first, short)
}

/// A line that fits a terminal and cannot command it.
fn printable(line: &str) -> String {
    let mut printable = String::new();
    for (at, character) in line.chars().enumerate() {
        if at == LONGEST_LINE {
            printable.push('…');
            break;
        }
        if character.is_control() && character != '\t' {
            printable.extend(character.escape_default());
        } else {
            printable.push(character);
        }
    }
    printable.push('\n');
    printable
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_is_shown_with_its_surroundings() {
        let (line, diff) = compare(b"a\nb\nc\nd\ne\nf\n", b"a\nb\nc\nd\nX\nf\n");
        assert_eq!(line, 5);
        assert_eq!(diff, "@@ -2,5 +2,5 @@\n b\n c\n d\n-e\n+X\n f\n");
    }

    #[test]
    fn the_first_line_that_differs_may_be_the_one_after_the_last() {
        assert_eq!(compare(b"", b"a\n").0, 1);
        assert_eq!(compare(b"a\n", b"a\nb\n").0, 2);
        assert_eq!(compare(b"a\nb\n", b"a\n").0, 2);
        assert_eq!(compare(b"a\nb", b"a\nb\n").0, 2);
    }

    #[test]
    fn it_stays_short_and_printable() {
        let long: String = (0..20_000).map(|number| format!("{number}\n")).collect();
        let (line, diff) = compare(b"x\n", long.as_bytes());
        assert_eq!((line, diff.lines().count()), (1, MOST_LINES + 1));
        assert!(diff.ends_with("more lines\n"), "{diff}");
        let (_, diff) = compare(b"\x1b[31m\xff\n", "y".repeat(1_000_000).as_bytes());
        assert!(!diff.contains('\x1b') && diff.contains('\u{fffd}') && diff.len() < 1000, "{diff}");
    }

    #[test]
    fn line_ends_are_called_by_their_name() {
        let (line, diff) = compare(b"a\r\nb\r\n", b"a\nb\n");
        assert!(line == 1 && diff.contains("CRLF"), "{diff}");
        let (line, diff) = compare(b"a\r\nb\nc\n", b"a\nb\nX\n");
        assert!(line == 1 && diff.contains("-a\\r\n"), "{diff}");
    }
}
