//! How sure each behaviour of the sandbox is.
//!
//! The sandbox was built from public descriptions, tests of open clients against live servers, and recorded answers.
//! The tables say of each behaviour how far that reaches:
//!
//! - *exact*: stated or recorded, and held by a test here;
//! - *approximated*: known in part, or not at all; the table says what was chosen;
//! - *missing*: known and not played.
//!
//! REDCap logic has a list of its own, in [`crate::logic`]. What a sentence of an error says where no text is known is
//! the sandbox's own.
//!
#![doc = include_str!("../behaviour/requests.md")]
#![doc = include_str!("../behaviour/server.md")]
#![doc = include_str!("../behaviour/faults.md")]
#![doc = include_str!("../behaviour/projects.md")]
#![doc = include_str!("../behaviour/structure.md")]
#![doc = include_str!("../behaviour/people.md")]
#![doc = include_str!("../behaviour/records_export.md")]
#![doc = include_str!("../behaviour/records_import.md")]
#![doc = include_str!("../behaviour/records_change.md")]
#![doc = include_str!("../behaviour/reports.md")]
#![doc = include_str!("../behaviour/project_xml.md")]
#![doc = include_str!("../behaviour/files.md")]
#![doc = include_str!("../behaviour/file_repository.md")]
#![doc = include_str!("../behaviour/surveys.md")]
#![doc = include_str!("../behaviour/pdf.md")]
#![doc = include_str!("../behaviour/logging.md")]
#![doc = include_str!("../behaviour/external_modules.md")]
