//! What a comparison found, as Markdown and for programs. For terminals the command line puts it into words.
//!
//! # Invariants
//! - Texts are Markdown of one paragraph: names on the wire stand in backticks.
//! - All ways tell the same; only the JSON holds the key of each fact.

use std::fmt::Write as _;

use serde::Serialize;

/// What a comparison found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Findings {
    /// What was compared.
    pub title: String,
    /// The result in a few sentences.
    pub summary: Vec<String>,
    /// The findings by topic, none of them empty.
    pub sections: Vec<Section>,
}

/// The findings of one topic.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Section {
    /// The topic.
    pub title: String,
    /// The findings; those of one subject follow each other.
    pub findings: Vec<Finding>,
}

/// One finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// What it is about, such as the title of a method.
    pub subject: String,
    /// What happened.
    pub change: Change,
    /// Key of the fact in the surface, such as `parameter export_records.fields`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fact: Option<String>,
    /// What was found, one sentence without a full stop.
    pub text: String,
    /// When it came about, in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub when: Option<String>,
    /// What it means to a client, where that can be told.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub verdict: Option<Verdict>,
    /// Where it stands in what was read: `page.html:12`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// Ids of sources.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<String>,
}

/// What happened to a fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    /// It came.
    Added,
    /// It went.
    Removed,
    /// It is other than before.
    Changed,
    /// A remark on behaviour, or on what could not be found out.
    Note,
}

/// What a change means to a client that was written before it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Verdict {
    /// Whether such a client may fail, or get something other than it asked for.
    pub breaking: bool,
    /// Why (not).
    pub why: String,
}

impl Change {
    /// The mark in front of a finding.
    #[must_use]
    pub fn mark(self) -> char {
        match self {
            Change::Added => '+',
            Change::Removed => '-',
            Change::Changed => '~',
            Change::Note => '·',
        }
    }
}

impl Verdict {
    /// A client breaks.
    #[must_use]
    pub fn breaking(why: impl Into<String>) -> Verdict {
        Verdict { breaking: true, why: why.into() }
    }

    /// No client breaks.
    #[must_use]
    pub fn harmless(why: impl Into<String>) -> Verdict {
        Verdict { breaking: false, why: why.into() }
    }
}

impl Finding {
    /// True when a client breaks.
    #[must_use]
    pub fn is_breaking(&self) -> bool {
        self.verdict.as_ref().is_some_and(|verdict| verdict.breaking)
    }

    /// The sentence with its time.
    #[must_use]
    pub fn sentence(&self) -> String {
        let when = self.when.as_ref().map_or_else(String::new, |when| format!(" ({when})"));
        format!("{}{when}", self.text)
    }
}

impl Findings {
    /// All findings.
    pub fn iter(&self) -> impl Iterator<Item = &Finding> {
        self.sections.iter().flat_map(|section| &section.findings)
    }

    /// Leaves only those that fit, and no section without any.
    pub fn retain(&mut self, fits: impl Fn(&Finding) -> bool) {
        self.sections.iter_mut().for_each(|section| section.findings.retain(|one| fits(one)));
        self.sections.retain(|section| !section.findings.is_empty());
    }

    /// As Markdown, with headings from this level on.
    #[must_use]
    pub fn markdown(&self, level: usize) -> String {
        let mut text = format!("{} {}\n", "#".repeat(level), self.title);
        for sentence in &self.summary {
            let _ = write!(text, "\n{sentence}\n");
        }
        for section in &self.sections {
            let _ = write!(text, "\n{} {}\n\n", "#".repeat(level + 1), section.title);
            for subject in section.findings.chunk_by(|one, next| one.subject == next.subject) {
                match subject {
                    [only] => {
                        let _ = writeln!(text, "- **{}**: {}", only.subject, markdown_of(only));
                    }
                    several => {
                        let _ = writeln!(text, "- **{}**", several[0].subject);
                        for one in several {
                            let _ = writeln!(text, "  - {}", markdown_of(one));
                        }
                    }
                }
            }
        }
        text
    }

    /// For programs: an object with the number of breaking changes, and a line feed at the end.
    #[must_use]
    pub fn json(&self) -> String {
        let breaking = self.iter().filter(|finding| finding.is_breaking()).count();
        let object = serde_json::json!({
            "title": self.title,
            "summary": self.summary,
            "count": self.iter().count(),
            "breaking": breaking,
            "sections": self.sections,
        });
        format!("{object:#}\n")
    }
}

fn markdown_of(finding: &Finding) -> String {
    let mut text = finding.sentence();
    if let Some(verdict) = &finding.verdict {
        let word = if verdict.breaking { "**breaking**" } else { "not breaking" };
        let _ = write!(text, ". *{word}: {}*", verdict.why);
    }
    if let Some(place) = &finding.place {
        let _ = write!(text, " [{place}]");
    }
    if !finding.evidence.is_empty() {
        let _ = write!(text, " <sub>{}</sub>", finding.evidence.join(", "));
    }
    text
}
