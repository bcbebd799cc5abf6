//! New names for records.

use crate::project::Project;

/// Counts on from the highest number in use, so that an import of many records looks for it once.
#[derive(Debug)]
pub struct Numbering {
    prefix: String,
    next: u64,
}

impl Numbering {
    /// For records of a user's group.
    pub fn new(project: &Project, dag: Option<u64>) -> Numbering {
        let first = project.next_record_name(dag);
        let digits = first.rfind('-').map_or(0, |hyphen| hyphen + 1);
        Numbering { next: first[digits..].parse().unwrap_or(1), prefix: first[..digits].to_owned() }
    }

    /// The next name.
    pub fn next(&mut self) -> String {
        let name = format!("{}{}", self.prefix, self.next);
        self.next = self.next.saturating_add(1);
        name
    }
}
