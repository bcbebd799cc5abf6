//! One row for each record, event and instance.

use std::io::{self, Write};

use super::cells::Cells;
use super::plan::Plan;
use super::sheet::{Heading, Sheet};
use super::walk::walk;

/// Writes the rows.
pub fn write(plan: &Plan, out: &mut dyn Write) -> io::Result<()> {
    let headings: Vec<Heading> = plan.columns.list.iter().map(|column| column.heading.clone()).collect();
    let mut sheet = Sheet::new(plan.style.format, plan.style.delimiter, &headings, out);
    let mut cells = Cells::new(plan);
    let mut scratch = String::new();
    walk(plan, |place| {
        cells.load(place);
        sheet.begin();
        for column in &plan.columns.list {
            sheet.cell(cells.cell(column, place, &mut scratch));
        }
        sheet.end()
    })?;
    sheet.finish()
}
