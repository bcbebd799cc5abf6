//! Calculated fields, computed anew for the records of an import.

use std::collections::HashSet;

use crate::api::Call;
use crate::logic::{Logic, parse};
use crate::project::{Field, FieldType, Project, Record, RecordName, RowKey, Value};
use crate::scope::Evaluation;

/// The calculations of a project, in the order in which they depend on each other as far as one was found.
pub struct Calculations<'p> {
    project: &'p Project,
    evaluation: Evaluation<'p>,
    list: Vec<Calculation<'p>>,
}

struct Calculation<'p> {
    field: &'p Field,
    logic: Logic,
    inputs: HashSet<String>,
}

impl<'p> Calculations<'p> {
    /// Reads the calculations of a project. What is not well formed computes nothing, as on a real server.
    pub fn of(project: &'p Project, call: &Call<'_>) -> Calculations<'p> {
        let read = |field: &'p Field| {
            let formula = formula(field)?;
            let logic = parse(formula).ok()?;
            let inputs = logic.references().into_iter().map(|one| one.field).collect();
            Some(Calculation { field, logic, inputs })
        };
        let mut list: Vec<Calculation<'p>> = project.fields.values().filter_map(read).collect();
        sort(&mut list);
        let evaluation = Evaluation::new(project, &call.now, &call.caller.username, call.caller.dag);
        Calculations { project, evaluation, list }
    }

    /// Computes what depends on the given fields, directly or through other calculations. A new record gets
    /// also what depends on no field at all.
    pub fn compute<'f>(
        &self,
        name: &RecordName,
        record: &mut Record,
        fields: impl Iterator<Item = &'f str>,
        new: bool,
    ) {
        if self.list.is_empty() {
            return;
        }
        let mut changed: HashSet<&str> = fields.collect();
        let mut due = Vec::new();
        for one in &self.list {
            let touched = one.inputs.iter().any(|input| changed.contains(input.as_str()));
            if touched || (new && one.inputs.is_empty()) {
                changed.insert(&one.field.name);
                due.push(one);
            }
        }
        let keys: Vec<RowKey> =
            if due.is_empty() { Vec::new() } else { record.rows.keys().cloned().collect() };
        for one in due {
            for key in keys.iter().filter(|key| self.project.belongs(key, &one.field.form)) {
                let value = one.logic.value(&self.evaluation.row(name, record, key)).to_string();
                record.put(key.clone(), &one.field.name, Value::text(value));
            }
        }
    }
}

/// The calculation of a calculated field, or of the action tag `@CALCTEXT` on a text field.
fn formula(field: &Field) -> Option<&str> {
    match field.kind {
        FieldType::Calc => Some(&field.formula),
        FieldType::Text | FieldType::Notes => argument(&field.annotation, "@CALCTEXT"),
        _ => None,
    }
}

/// What stands in the brackets behind an action tag.
fn argument<'t>(annotation: &'t str, tag: &str) -> Option<&'t str> {
    let start = annotation.find(tag)? + tag.len();
    let inner = annotation[start..].trim_start().strip_prefix('(')?;
    let mut depth = 1_usize;
    let mut quote = None;
    for (offset, sign) in inner.char_indices() {
        match (quote, sign) {
            (Some(open), _) if sign == open => quote = None,
            (Some(_), _) => {}
            (None, '"' | '\'') => quote = Some(sign),
            (None, '(') => depth += 1,
            (None, ')') => depth -= 1,
            (None, _) => {}
        }
        if depth == 0 {
            return Some(&inner[..offset]);
        }
    }
    None
}

/// Puts calculations behind those that they use. Circles keep the order of the dictionary.
fn sort(list: &mut Vec<Calculation<'_>>) {
    let mut waiting = std::mem::take(list);
    while !waiting.is_empty() {
        let names: HashSet<String> = waiting.iter().map(|one| one.field.name.clone()).collect();
        let free = |one: &Calculation<'_>| {
            one.inputs.iter().all(|input| *input == one.field.name || !names.contains(input))
        };
        let ready = waiting.iter().position(free).unwrap_or(0);
        list.push(waiting.remove(ready));
    }
}
