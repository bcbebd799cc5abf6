//! The spec as it is written: YAML text to typed sections that remember their places.
//!
//! Reading goes [`load`] → [`tree`] → [`check`] → [`decode`] into the types of [`raw`]. Each step
//! reports all problems of a file before the next one starts on it.

pub mod check;
pub mod decode;
pub mod load;
pub mod loc;
pub mod raw;
pub mod schema;
pub mod tree;

use serde_json::Value;

use crate::diagnostics::{FileId, Report, SourceFile};
use crate::parallel;
use raw::SpecFile;

/// Parses the files of a spec. Files with problems are left out and reported.
pub fn parse(files: &[SourceFile], report: &mut Report) -> Vec<(FileId, SpecFile)> {
    let schema = schema::schema();
    let files: Vec<(FileId, &SourceFile)> =
        files.iter().enumerate().map(|(index, file)| (FileId(index), file)).collect();
    let mut parsed = Vec::new();
    for (section, problems) in parallel::map(&files, |(id, file)| parse_file(*id, file, &schema)) {
        parsed.extend(section);
        report.absorb(problems);
    }
    parsed
}

fn parse_file(id: FileId, file: &SourceFile, schema: &Value) -> (Option<(FileId, SpecFile)>, Report) {
    let mut problems = Report::default();
    let Some(tree) = tree::parse(id, &file.text, &mut problems) else { return (None, problems) };
    check::check(&tree, schema, &mut problems);
    if !problems.is_empty() {
        return (None, problems);
    }
    match decode::decode(&tree) {
        Ok(section) => (Some((id, section)), problems),
        Err(error) => {
            let span = error.span.unwrap_or(tree.span);
            problems.at(span, error.message, "this does not fit the spec format");
            (None, problems)
        }
    }
}
