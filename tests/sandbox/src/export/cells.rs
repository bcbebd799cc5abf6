//! From stored values to cells.

use std::fmt::Write;

use super::columns::{Column, Source};
use super::labels::push_decimal;
use super::plan::Plan;
use super::sheet::Cell;
use super::walk::Place;
use crate::project::Value;

/// The values of one row, where the columns look for them.
pub struct Cells<'p> {
    plan: &'p Plan,
    values: Vec<Option<&'p Value>>,
}

impl<'p> Cells<'p> {
    /// For the rows of an export.
    pub fn new(plan: &'p Plan) -> Cells<'p> {
        Cells { plan, values: vec![None; plan.columns.slots.len()] }
    }

    /// Takes a row.
    pub fn load(&mut self, place: &Place<'_, 'p>) {
        self.values.fill(None);
        let Some(row) = place.record.rows.get(place.key) else { return };
        let slots = &self.plan.columns.slots;
        if slots.len() < row.len() {
            for (value, name) in self.values.iter_mut().zip(slots) {
                *value = row.get(name);
            }
            return;
        }
        // Most values were stored in the order of the columns, and need not be looked up.
        let mut next = 0;
        for (name, value) in row {
            let Some(slot) = self.plan.columns.slot(name, next) else { continue };
            self.values[slot] = Some(value);
            next = slot + 1;
        }
    }

    /// The stored value of a slot.
    pub fn value(&self, slot: usize) -> Option<&'p Value> {
        self.values[slot]
    }

    /// The cell of a column.
    pub fn cell<'s>(
        &'s self,
        column: &'s Column,
        place: &'s Place<'_, 'p>,
        scratch: &'s mut String,
    ) -> Cell<'s> {
        if matches!(column.source, Source::RecordId) {
            return Cell::Text(place.shown);
        }
        if column.form.is_some_and(|form| !place.belongs[form]) {
            return Cell::Text("");
        }
        let plan = self.plan;
        Cell::Text(match &column.source {
            Source::RecordId => place.shown,
            Source::EventName => plan.event_name(place.key.event),
            Source::RepeatInstrument => plan.form_name(place.key.repeat_instrument()),
            Source::RepeatInstance => return instance(place, scratch),
            Source::Group => {
                let dag = place.record.dag.and_then(|id| plan.project.dag_by_id(id));
                dag.map_or("", |dag| dag.unique_name.as_str())
            }
            Source::SurveyIdentifier => survey_identifier(plan, place),
            Source::Timestamp => timestamp(plan, place, column.form),
            Source::Status { slot, gray, codes } => match self.values[*slot] {
                Some(Value::Text(text)) => shown(codes.as_ref(), text),
                _ => gray,
            },
            Source::Value { slot, codes, decimal } => match (self.values[*slot], decimal) {
                (Some(Value::Text(text)), Some(mark)) => {
                    scratch.clear();
                    push_decimal(scratch, text, *mark);
                    scratch
                }
                (Some(Value::Text(text)), None) => shown(codes.as_ref(), text),
                (Some(Value::File(id)), _) => {
                    plan.project.documents.get(id).map_or("", |document| document.name.as_str())
                }
                (Some(Value::Checked(_)) | None, _) => "",
            },
            Source::Option { slot, code, on, off } => {
                let checked = match self.values[*slot] {
                    Some(Value::Checked(codes)) => codes.contains(code),
                    // A missing-data code stands in for the whole field.
                    Some(Value::Text(text)) => text == code,
                    Some(Value::File(_)) | None => false,
                };
                if checked { on } else { off }
            }
            Source::Checked { slot, options } => match self.values[*slot] {
                Some(Value::Checked(codes)) => {
                    scratch.clear();
                    for (_, text) in options.iter().filter(|(code, _)| codes.contains(code)) {
                        if !scratch.is_empty() {
                            scratch.push(',');
                        }
                        scratch.push_str(text);
                    }
                    scratch
                }
                Some(Value::Text(text)) => text,
                Some(Value::File(_)) | None => "",
            },
        })
    }
}

/// What is shown for a code.
fn shown<'a>(codes: Option<&'a super::labels::Codes>, code: &'a str) -> &'a str {
    codes.and_then(|codes| codes.get(code)).map_or(code, String::as_str)
}

/// The number of the instance, or blank.
pub fn instance<'s>(place: &Place<'_, '_>, scratch: &'s mut String) -> Cell<'s> {
    scratch.clear();
    match place.key.instance() {
        None => Cell::Text(""),
        Some(number) => {
            // Writing to a string cannot fail.
            let _ = write!(scratch, "{number}");
            Cell::Number(scratch)
        }
    }
}

/// The identifier of the first survey in the row that has one.
fn survey_identifier<'p>(plan: &'p Plan, place: &Place<'_, 'p>) -> &'p str {
    let mut responses = place.responses(&plan.project);
    responses.find_map(|(_, _, response)| response.identifier.as_deref()).unwrap_or("")
}

/// The time at which the survey was completed.
fn timestamp<'p>(plan: &'p Plan, place: &Place<'_, 'p>, form: Option<usize>) -> &'p str {
    let name = form.map_or("", |form| plan.project.instruments[form].name.as_str());
    let mut responses = place.responses(&plan.project);
    let own = responses.find(|(form, _, _)| form.name == name);
    own.map_or("", |(_, _, response)| response.timestamp())
}
