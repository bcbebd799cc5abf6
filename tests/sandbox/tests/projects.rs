//! The project model from outside: real project files, row order, changes.

// The generator may not touch the disk outside its own rooms; this is a test.
#![allow(clippy::disallowed_methods)]

#[path = "projects/changes.rs"]
mod changes;
#[path = "projects/dictionaries.rs"]
mod dictionaries;
#[path = "projects/generated.rs"]
mod generated;
#[path = "projects/rows.rs"]
mod rows;
#[path = "projects/shown.rs"]
mod shown;
#[path = "projects/xml.rs"]
mod xml;

use redcap_sandbox::odm::{ReadOptions, read};
use redcap_sandbox::project::Project;

/// The text of one of the three real project files.
fn fixture(name: &str) -> String {
    let path = format!("{}/tests/fixtures/pycap/{name}.xml", env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(path).expect("the project file is there")
}

/// A project read from one of the three real project files.
fn project(name: &str) -> Project {
    read(&fixture(name), &ReadOptions::default()).expect("the project file is read")
}
