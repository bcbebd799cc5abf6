//! Findings in a terminal, and the options that choose how they are told.

use clap::builder::styling::{AnsiColor, Style};
use redcap_generator::findings::{Finding, Findings};

use super::args::ReportFormat;
use super::text::{bold, labelled, paint, printable, wrapped};

/// Where the text of a finding begins.
const MARGIN: usize = 6;

/// The findings as asked for.
pub fn tell(findings: &Findings, format: ReportFormat) -> String {
    match format {
        ReportFormat::Text => text(findings),
        ReportFormat::Markdown => findings.markdown(1),
        ReportFormat::Json => findings.json(),
    }
}

fn text(findings: &Findings) -> String {
    let mut text = format!("{}\n", bold(&printable(&findings.title)));
    for sentence in &findings.summary {
        text.push_str(&wrapped(&printable(sentence), 0));
    }
    for section in &findings.sections {
        text.push_str(&format!("\n{}\n", bold(&section.title)));
        for subject in section.findings.chunk_by(|one, next| one.subject == next.subject) {
            text.push_str(&format!("  {}\n", printable(&subject[0].subject)));
            subject.iter().for_each(|finding| text.push_str(&lines(finding)));
        }
    }
    text
}

fn lines(finding: &Finding) -> String {
    let place = finding.place.as_ref().map_or_else(String::new, |place| format!(" [{place}]"));
    let sentence = printable(&format!("{}{place}", finding.sentence()));
    let verdict = finding.verdict.as_ref().filter(|verdict| verdict.breaking);
    let Some(verdict) = verdict else {
        return labelled(&format!("    {}", finding.change.mark()), &sentence, MARGIN);
    };
    let alarm = paint(AnsiColor::Red.on_default().bold(), "!");
    let sentence = wrapped(&sentence, MARGIN);
    let why = wrapped(&format!("→ {}", verdict.why), MARGIN);
    format!("    {alarm} {}{}", sentence.trim_start(), paint(Style::new().dimmed(), &why))
}
