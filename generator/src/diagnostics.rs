//! What went wrong, where, why, and what to do: collected, never thrown.
//!
//! Every stage reports into one [`Report`], so a run shows all problems at once. A [`Report`]
//! is rendered once, at the end, with the place marked in an excerpt of the source.
//!
//! # Invariants
//! - This module knows nothing about specs, models or outputs.
//! - Rendering is deterministic: diagnostics are sorted by place, then by text.

use std::borrow::Cow;
use std::collections::BTreeSet;

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};

/// A file that was read, with its text.
#[derive(Debug, Clone)]
pub struct SourceFile {
    /// Path as the user knows it, with `/` between components.
    pub path: String,
    /// The whole text.
    pub text: String,
}

/// Index of a [`SourceFile`] in the list of files that were read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(pub usize);

/// A range of bytes in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The file.
    pub file: FileId,
    /// First byte.
    pub start: usize,
    /// First byte after the range.
    pub end: usize,
}

/// One problem.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Diagnostic {
    /// Where it is; `None` for problems that no file holds (a missing folder).
    pub span: Option<Span>,
    /// What is wrong, one line.
    pub message: String,
    /// Why the marked place is wrong.
    pub reason: String,
    /// What to do.
    pub help: Option<String>,
}

/// All problems of a run.
#[derive(Debug, Default)]
pub struct Report {
    diagnostics: Vec<Diagnostic>,
}

impl Report {
    /// Adds a problem at a place.
    pub fn at(
        &mut self,
        span: Span,
        message: impl Into<String>,
        reason: impl Into<String>,
    ) -> &mut Diagnostic {
        self.push(Diagnostic { span: Some(span), message: message.into(), reason: reason.into(), help: None })
    }

    /// Adds a problem that has no place in a file.
    pub fn general(&mut self, message: impl Into<String>, help: impl Into<String>) {
        self.push(Diagnostic {
            span: None,
            message: message.into(),
            reason: String::new(),
            help: Some(help.into()),
        });
    }

    fn push(&mut self, diagnostic: Diagnostic) -> &mut Diagnostic {
        self.diagnostics.push(diagnostic);
        let last = self.diagnostics.len() - 1;
        &mut self.diagnostics[last]
    }

    /// Takes over the problems of another report.
    pub fn absorb(&mut self, other: Report) {
        self.diagnostics.extend(other.diagnostics);
    }

    /// True when nothing is wrong.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.diagnostics.is_empty()
    }

    /// Number of different problems: what several methods share is reported by each of them.
    #[must_use]
    pub fn len(&self) -> usize {
        self.diagnostics.iter().collect::<BTreeSet<_>>().len()
    }

    /// Renders all problems, sorted by place, with excerpts.
    #[must_use]
    pub fn render(&self, files: &[SourceFile], colour: bool) -> String {
        let mut sorted = self.diagnostics.clone();
        sorted.sort();
        sorted.dedup();
        let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
        let mut out = String::new();
        for diagnostic in &sorted {
            out.push_str(&render_one(diagnostic, files, &renderer));
            out.push_str("\n\n");
        }
        let count = sorted.len();
        let problems = if count == 1 { "problem" } else { "problems" };
        out.push_str(&format!("{count} {problems} found; nothing was written\n"));
        out
    }
}

impl Diagnostic {
    /// Says what to do.
    pub fn help(&mut self, help: impl Into<String>) {
        self.help = Some(help.into());
    }
}

fn render_one(diagnostic: &Diagnostic, files: &[SourceFile], renderer: &Renderer) -> String {
    let (message, reason) = (visible(&diagnostic.message), visible(&diagnostic.reason));
    let title = Level::ERROR.primary_title(message);
    let mut group = match diagnostic.span.and_then(|span| files.get(span.file.0).map(|file| (span, file))) {
        Some((span, file)) => {
            let (start, end) = clamp(&file.text, span);
            title.element(
                Snippet::source(visible(&file.text))
                    .path(file.path.as_str())
                    .annotation(AnnotationKind::Primary.span(start..end).label(reason)),
            )
        }
        None => annotate_snippets::Group::with_title(title),
    };
    if let Some(help) = &diagnostic.help {
        group = group.element(Level::HELP.message(visible(help)));
    }
    renderer.render(&[group])
}

/// True for characters that nobody sees, or that reorder what is seen: controls other than line
/// break and tab, zero-width characters, marks that change the direction of text.
#[must_use]
pub fn is_invisible(found: char) -> bool {
    match found {
        '\n' | '\t' => false,
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' => true,
        '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}' => true,
        other => other.is_control(),
    }
}

/// The text with a visible sign in place of what would hide or reorder text on a terminal. It
/// keeps its length, so that places in it stay right.
fn visible(text: &str) -> Cow<'_, str> {
    if !text.contains(is_invisible) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len());
    for (start, found) in text.char_indices() {
        let line_end = text[start..].starts_with("\r\n");
        match (is_invisible(found) && !line_end, found.len_utf8()) {
            (false, _) => shown.push(found),
            (true, 3) => shown.push('\u{fffd}'),
            (true, length) => shown.extend(std::iter::repeat_n('?', length)),
        }
    }
    Cow::Owned(shown)
}

/// Cuts a span to its first line, inside the text and on character boundaries.
fn clamp(text: &str, span: Span) -> (usize, usize) {
    let mut start = span.start.min(text.len());
    while !text.is_char_boundary(start) {
        start -= 1;
    }
    let line_end = text[start..].find('\n').map_or(text.len(), |offset| start + offset);
    let mut end = span.end.clamp(start, line_end);
    while !text.is_char_boundary(end) {
        end += 1;
    }
    (start, end)
}

/// The candidate closest to `name`, when one is close enough to be a slip of the pen.
pub fn closest<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    candidates
        .into_iter()
        .map(|candidate| {
            (strsim::damerau_levenshtein(&name.to_lowercase(), &candidate.to_lowercase()), candidate)
        })
        .filter(|(distance, candidate)| *distance <= 1 + candidate.chars().count() / 4)
        .min()
        .map(|(_, candidate)| candidate)
}

/// "did you mean …?" when a candidate is close, otherwise the list of candidates.
pub fn suggestion<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str> + Clone) -> String {
    if let Some(close) = closest(name, candidates.clone()) {
        return format!("did you mean `{close}`?");
    }
    let all: Vec<&str> = candidates.into_iter().collect();
    match all.len() {
        0 => "none is defined".to_owned(),
        1..=24 => format!("known: {}", all.join(", ")),
        more => format!("known: {} and {} more", all[..20].join(", "), more - 20),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_close_name_is_suggested_and_a_far_one_is_not() {
        assert_eq!(closest("exprot_arms", ["export_arms", "import_arms"]), Some("export_arms"));
        assert_eq!(closest("zzz", ["export_arms", "import_arms"]), None);
    }

    #[test]
    fn a_problem_that_is_reported_twice_counts_once() {
        let mut report = Report::default();
        for line in ["a", "b", "a"] {
            report.general(line, "");
        }
        assert_eq!(report.len(), 2);
        assert!(report.render(&[], false).ends_with("2 problems found; nothing was written\n"));
    }

    #[test]
    fn what_hides_is_shown_without_moving_what_follows() {
        assert_eq!(visible("a\u{202e}b\u{85}c\rd\r\n"), "a\u{fffd}b??c?d\r\n");
        assert_eq!(visible("plain ü"), "plain ü");
    }

    #[test]
    fn a_span_past_the_end_or_inside_a_character_is_moved_to_a_valid_place() {
        let text = "ä: ö\nnext";
        let span = Span { file: FileId(0), start: 1, end: 400 };
        assert_eq!(clamp(text, span), (0, 6));
        let beyond = Span { file: FileId(0), start: 900, end: 901 };
        assert_eq!(clamp(text, beyond), (text.len(), text.len()));
    }
}
