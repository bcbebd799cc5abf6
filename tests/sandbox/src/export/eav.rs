//! One row for each stored value.

use std::io::{self, Write};

use super::cells::{Cells, instance};
use super::columns::Source;
use super::plan::Plan;
use super::sheet::{Cell, Heading, Sheet};
use super::walk::{Place, walk};
use crate::project::{Slot, Value};

/// Writes the rows.
pub fn write(plan: &Plan, out: &mut dyn Write) -> io::Result<()> {
    let mut names = vec!["record"];
    if plan.project.is_longitudinal() {
        names.push("redcap_event_name");
    }
    if plan.repeating {
        names.extend(["redcap_repeat_instrument", "redcap_repeat_instance"]);
    }
    names.extend(["field_name", "value"]);
    let headings: Vec<Heading> = names.into_iter().map(|name| Heading::new(name, None)).collect();
    let mut rows = Rows {
        plan,
        sheet: Sheet::new(plan.style.format, plan.style.delimiter, &headings, out),
        number: String::new(),
    };
    let mut cells = Cells::new(plan);
    let mut scratch = String::new();
    walk(plan, |place| {
        cells.load(place);
        for column in &plan.columns.list {
            if column.form.is_none_or(|form| !place.belongs[form] && !is_id(&column.source)) {
                continue;
            }
            match &column.source {
                Source::RecordId if stores_id(place, column.form) => {
                    rows.add(place, &column.name, place.shown)?
                }
                Source::Checked { slot, options }
                    if matches!(cells.value(*slot), Some(Value::Checked(_))) =>
                {
                    let Some(Value::Checked(codes)) = cells.value(*slot) else { continue };
                    for (_, text) in options.iter().filter(|(code, _)| codes.contains(code)) {
                        rows.add(place, &column.name, text)?;
                    }
                }
                Source::Status { slot, .. } | Source::Value { slot, .. } | Source::Checked { slot, .. } => {
                    match cells.value(*slot) {
                        None => {}
                        Some(Value::File(id)) => rows.add(place, &column.name, &id.to_string())?,
                        Some(_) => {
                            let (Cell::Text(text) | Cell::Number(text)) =
                                cells.cell(column, place, &mut scratch);
                            rows.add(place, &column.name, text)?;
                        }
                    }
                }
                _ => {}
            }
        }
        Ok(())
    })?;
    rows.sheet.finish()
}

fn is_id(source: &Source) -> bool {
    matches!(source, Source::RecordId)
}

/// The record id is stored once in an event, and in each instance of a repeating event.
fn stores_id(place: &Place<'_, '_>, form: Option<usize>) -> bool {
    match place.key.slot {
        Slot::Base | Slot::EventInstance(_) => true,
        Slot::FormInstance(..) => form.is_some_and(|form| place.belongs[form]),
    }
}

struct Rows<'a> {
    plan: &'a Plan,
    sheet: Sheet<'a>,
    number: String,
}

impl Rows<'_> {
    fn add(&mut self, place: &Place<'_, '_>, field: &str, value: &str) -> io::Result<()> {
        if value.is_empty() {
            return Ok(());
        }
        let sheet = &mut self.sheet;
        sheet.begin();
        sheet.cell(Cell::Text(place.shown));
        if self.plan.project.is_longitudinal() {
            sheet.cell(Cell::Text(self.plan.event_name(place.key.event)));
        }
        if self.plan.repeating {
            sheet.cell(Cell::Text(self.plan.form_name(place.key.repeat_instrument())));
            let (Cell::Text(number) | Cell::Number(number)) = instance(place, &mut self.number);
            // All values are texts here, also in JSON.
            sheet.cell(Cell::Text(number));
        }
        sheet.cell(Cell::Text(field));
        sheet.cell(Cell::Text(value));
        sheet.end()
    }
}
