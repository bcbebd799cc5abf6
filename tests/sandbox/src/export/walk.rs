//! The rows of an export, one after the other.

use std::io;

use super::order::sorted;
use super::plan::Plan;
use crate::project::{Instrument, Project, Record, RecordName, Response, ResponseKey, RowKey, Slot};
use crate::scope::Evaluation;

/// A row.
#[derive(Debug, Clone, Copy)]
pub struct Place<'a, 'p> {
    /// Name of the record as the caller may see it.
    pub shown: &'a str,
    /// The record.
    pub record: &'p Record,
    /// The row within the record.
    pub key: &'a RowKey,
    /// Which instruments have their data in it, by position.
    pub belongs: &'a [bool],
}

impl<'p> Place<'_, 'p> {
    /// The survey responses that belong to the row.
    pub fn responses(
        &self,
        project: &'p Project,
    ) -> impl Iterator<Item = (&'p Instrument, &'p ResponseKey, &'p Response)> {
        let number = self.key.instance().unwrap_or(1);
        self.record.responses.iter().filter_map(move |(key, response)| {
            let here = key.event == self.key.event && key.instance == number;
            let forms = project.instruments.iter().zip(self.belongs).filter(|(_, belongs)| here && **belongs);
            let mut own = forms.map(|(form, _)| form).filter(|form| form.name == key.instrument);
            Some((own.next()?, key, response))
        })
    }
}

/// Visits the rows that are wanted and visible, in their order.
///
/// # Errors
/// The first of the visitor.
pub fn walk<'p>(plan: &'p Plan, mut visit: impl FnMut(&Place<'_, 'p>) -> io::Result<()>) -> io::Result<()> {
    if plan.columns.list.is_empty() {
        return Ok(());
    }
    let mut shapes = Shapes { plan, known: Vec::new(), last: 0 };
    let mut scratch = String::new();
    let mut show = |name: &RecordName, record: &'p Record, key: &RowKey, shapes: &mut Shapes<'p>| {
        let shown = plan.access.shown(name.as_str(), &mut scratch);
        visit(&Place { shown, record, key, belongs: &shapes.of(key).belongs })
    };
    if plan.selection.order.is_empty() {
        return each(plan, &mut shapes, &mut show);
    }
    let mut rows = Vec::new();
    each(plan, &mut shapes, &mut |name, record, key, _| {
        rows.push((name.clone(), record, key.clone()));
        Ok(())
    })?;
    for (name, record, key) in sorted(plan, rows) {
        show(&name, record, &key, &mut shapes)?;
    }
    Ok(())
}

type Visit<'v, 'p> = dyn FnMut(&RecordName, &'p Record, &RowKey, &mut Shapes<'p>) -> io::Result<()> + 'v;

/// Visits the rows in the order of records.
fn each<'p>(plan: &'p Plan, shapes: &mut Shapes<'p>, visit: &mut Visit<'_, 'p>) -> io::Result<()> {
    let project = &*plan.project;
    let selection = &plan.selection;
    let evaluation = Evaluation::new(project, &plan.now, &plan.username, plan.user_dag);
    // Where nothing repeats and there is one event, all records have the same one row.
    let single = (!project.is_longitudinal() && !project.has_repeating())
        .then(|| vec![RowKey::base(project.first_event(None))]);
    for (name, record) in records(plan) {
        let in_wanted_group =
            selection.dags.as_ref().is_none_or(|dags| record.dag.is_some_and(|dag| dags.contains(&dag)));
        if !plan.access.sees(record.dag) || !in_wanted_group {
            continue;
        }
        let made;
        let keys = match &single {
            Some(keys) => keys,
            None => {
                made = project.row_keys(record);
                &made
            }
        };
        let holds = |key: &RowKey| {
            selection.logic.as_ref().is_none_or(|logic| logic.holds(&evaluation.row(&name, record, key)))
        };
        let whole = selection.whole_records && selection.logic.is_some();
        if whole && !keys.iter().any(holds) {
            continue;
        }
        for key in keys {
            if wanted(plan, key, shapes.of(key).has_column) && (whole || holds(key)) {
                visit(&name, record, key, shapes)?;
            }
        }
    }
    Ok(())
}

/// The records that are wanted by name, or all.
fn records(plan: &Plan) -> Box<dyn Iterator<Item = (RecordName, &Record)> + '_> {
    let project = &*plan.project;
    match &plan.selection.records {
        Some(names) => {
            let found = |name: &RecordName| Some((name.clone(), project.record(name.as_str())?));
            Box::new(names.iter().filter_map(found))
        }
        None => Box::new(project.all_records().map(|(name, record)| (name, &**record))),
    }
}

/// True if a row has something that was asked for.
fn wanted(plan: &Plan, key: &RowKey, has_column: bool) -> bool {
    let in_event = plan.selection.events.as_ref().is_none_or(|events| events.contains(&key.event));
    let stands = match key.slot {
        // Longitudinal projects were seen to give blank plain rows, classic ones not.
        Slot::Base => plan.project.is_longitudinal() || plan.columns.has_id || has_column,
        Slot::EventInstance(_) => plan.repeating && (plan.columns.has_id || has_column),
        Slot::FormInstance(..) => plan.repeating && has_column,
    };
    in_event && stands
}

/// What rows of the same event and kind have in common, whatever their record and instance.
struct Shape {
    /// One of the rows.
    key: RowKey,
    /// Which instruments have their data in them, by position.
    belongs: Vec<bool>,
    /// At least one of these instruments has a column.
    has_column: bool,
}

/// The shapes that were seen.
struct Shapes<'p> {
    plan: &'p Plan,
    known: Vec<Shape>,
    last: usize,
}

impl Shapes<'_> {
    /// The shape of a row.
    fn of(&mut self, key: &RowKey) -> &Shape {
        let alike = |known: &Shape| {
            known.key.event == key.event
                && known.key.instance().is_some() == key.instance().is_some()
                && known.key.repeat_instrument() == key.repeat_instrument()
        };
        if !self.known.get(self.last).is_some_and(alike) {
            self.last = self.known.iter().position(alike).unwrap_or_else(|| {
                let project = &self.plan.project;
                let belongs: Vec<bool> =
                    project.instruments.iter().map(|form| project.belongs(key, &form.name)).collect();
                let mut forms = self.plan.columns.list.iter().filter_map(|column| column.form);
                let has_column = forms.any(|form| belongs[form]);
                self.known.push(Shape { key: key.clone(), belongs, has_column });
                self.known.len() - 1
            });
        }
        &self.known[self.last]
    }
}
