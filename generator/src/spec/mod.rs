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

use crate::diagnostics::{FileId, Report, SourceFile};
use raw::SpecFile;

/// Parses the files of a spec. Files with problems are left out and reported.
pub fn parse(files: &[SourceFile], report: &mut Report) -> Vec<(FileId, SpecFile)> {
    let schema = schema::schema();
    let mut parsed = Vec::new();
    for (index, file) in files.iter().enumerate() {
        let id = FileId(index);
        let mut problems = Report::default();
        let tree = tree::parse(id, &file.text, &mut problems);
        if let Some(tree) = &tree {
            check::check(tree, &schema, &mut problems);
            if problems.is_empty() {
                match decode::decode(tree) {
                    Ok(section) => parsed.push((id, section)),
                    Err(error) => {
                        let span = error.span.unwrap_or(tree.span);
                        problems.at(span, error.message, "this does not fit the spec format");
                    }
                }
            }
        }
        report.absorb(problems);
    }
    parsed
}
