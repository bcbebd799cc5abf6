//! Exports of collected data.
//!
//! ```text
//! Call or report ─► Selection, Style ─► Plan ─► walk ─► flat, eav ─► Sheet (csv, json, xml)
//!                   what, how looks     columns  rows └─► document ─► odm
//! ```
//!
//! A plan owns all that an export needs, so that a body can be written while the client reads it. Everything
//! that is the same for all rows is worked out once; writing a cell copies text and makes none.

mod cells;
mod columns;
mod document;
mod eav;
mod flat;
mod labels;
mod order;
mod plan;
mod report;
mod rights;
mod selection;
mod sheet;
mod walk;

use std::io::{self, Write};
use std::sync::Arc;

pub use plan::{Body, Plan, Style};
pub use report::report;
pub use rights::Access;
pub use selection::Selection;

use crate::api::Reply;

/// Answers up to this size are sent in one piece.
const WHOLE: usize = 64 * 1024;

/// Writes an export.
///
/// # Errors
/// Those of `out`.
pub fn write(plan: &Plan, out: &mut dyn Write) -> io::Result<()> {
    match plan.style.body {
        Body::Flat => flat::write(plan, out),
        Body::Eav => eav::write(plan, out),
        Body::Document(extent) => document::write(plan, extent, out),
    }
}

/// Answers with an export: as a whole if it is small, else piece by piece.
pub fn reply(plan: Plan, media: &str) -> Reply {
    let mut start = Start(Vec::new());
    match write(&plan, &mut start) {
        Ok(()) => Reply::new(media, start.0),
        Err(_) => {
            let plan = Arc::new(plan);
            Reply::streamed(media, Box::new(move |out| write(&plan, out)))
        }
    }
}

/// Takes a small answer and refuses a big one.
struct Start(Vec<u8>);

impl Write for Start {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.0.len() + bytes.len() > WHOLE {
            return Err(io::ErrorKind::OutOfMemory.into());
        }
        self.0.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
