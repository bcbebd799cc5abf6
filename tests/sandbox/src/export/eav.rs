//! One row for each stored value.

use std::io::{self, Write};

use super::cells::{Cells, instance};
use super::columns::{Column, Source};
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
    let order = Order::of(plan);
    let mut cells = Cells::new(plan);
    walk(plan, |place| {
        cells.load(place);
        match &order {
            Order::Given(columns) => columns.iter().try_for_each(|column| rows.values(&cells, place, column)),
            Order::Stored { first, by_slot } => {
                first.iter().try_for_each(|column| rows.values(&cells, place, column))?;
                let mut next = 0;
                for name in place.record.rows.get(place.key).into_iter().flat_map(|row| row.keys()) {
                    let Some(slot) = plan.columns.slot(name, next) else { continue };
                    next = slot + 1;
                    if let Some(column) = by_slot[slot] {
                        rows.values(&cells, place, column)?;
                    }
                }
                Ok(())
            }
        }
    })?;
    rows.sheet.finish()
}

/// The order of the values of a row.
enum Order<'p> {
    /// Always the same.
    Given(Vec<&'p Column>),
    /// The one in which they were stored, behind columns that are not stored.
    Stored { first: Vec<&'p Column>, by_slot: Vec<Option<&'p Column>> },
}

impl<'p> Order<'p> {
    /// Values are read as they were stored, unless records and fields are both named: then by field name.
    fn of(plan: &'p Plan) -> Order<'p> {
        let columns = &plan.columns.list;
        if plan.selection.records.is_some() && plan.selection.fields.is_some() {
            let mut columns: Vec<&Column> = columns.iter().collect();
            columns.sort_by(|left, right| left.name.cmp(&right.name));
            return Order::Given(columns);
        }
        let mut first = Vec::new();
        let mut by_slot = vec![None; plan.columns.slots.len()];
        for column in columns {
            match &column.source {
                Source::Status { slot, .. } | Source::Value { slot, .. } | Source::Checked { slot, .. } => {
                    by_slot[*slot] = Some(column);
                }
                _ => first.push(column),
            }
        }
        Order::Stored { first, by_slot }
    }
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
    /// Writes what is stored for a column: one row, or one for each checked option.
    fn values(&mut self, cells: &Cells<'_>, place: &Place<'_, '_>, column: &Column) -> io::Result<()> {
        if column.form.is_none_or(|form| !place.belongs[form] && !is_id(&column.source)) {
            return Ok(());
        }
        let slot = match &column.source {
            Source::RecordId if stores_id(place, column.form) => {
                return self.add(place, &column.name, place.shown);
            }
            Source::Status { slot, .. } | Source::Value { slot, .. } | Source::Checked { slot, .. } => *slot,
            _ => return Ok(()),
        };
        match (&column.source, cells.value(slot)) {
            (_, None) => Ok(()),
            (Source::Checked { options, .. }, Some(Value::Checked(codes))) => {
                let mut checked = options.iter().filter(|(code, _)| codes.contains(code));
                checked.try_for_each(|(_, text)| self.add(place, &column.name, text))
            }
            (_, Some(Value::File(id))) => self.add(place, &column.name, &id.to_string()),
            (_, Some(_)) => {
                let mut scratch = String::new();
                let (Cell::Text(text) | Cell::Number(text)) = cells.cell(column, place, &mut scratch);
                self.add(place, &column.name, text)
            }
        }
    }

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
