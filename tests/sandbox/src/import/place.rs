//! Which row of a record an incoming row belongs to.

use std::collections::HashMap;
use std::rc::Rc;

use super::columns::Column;
use super::problems::Problems;
use super::rows::Incoming;
use crate::project::{Project, RowKey, Slot};

/// How a column fits into a kind of row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fit {
    /// The row holds it.
    Here,
    /// Its instrument is not designated for the event.
    NotInEvent,
    /// Its instrument repeats, and the row is no instance of it.
    Repeats,
    /// The row is an instance of another instrument.
    OtherInstance,
}

/// The instance a row asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Instance {
    /// None.
    None,
    /// This one.
    Number(u32),
    /// The next one.
    New,
}

/// The kinds of rows met so far, with how each column fits into them.
#[derive(Debug)]
pub struct Places<'p> {
    project: &'p Project,
    fits: HashMap<(u64, String), Rc<[Fit]>>,
}

impl<'p> Places<'p> {
    /// No row met yet.
    pub fn new(project: &'p Project) -> Places<'p> {
        Places { project, fits: HashMap::new() }
    }

    /// How the columns fit into a row.
    pub fn fits(&mut self, key: &RowKey, columns: &[Column]) -> Rc<[Fit]> {
        let project = self.project;
        let kind = (key.event, key.repeat_instrument().to_owned());
        let fits = self
            .fits
            .entry(kind)
            .or_insert_with(|| columns.iter().map(|column| fit(project, key, &column.form)).collect());
        Rc::clone(fits)
    }

    /// The event of a row: the named one, or the first of the record's arm.
    pub fn event(&self, name: &str, known: Option<u64>) -> Option<u64> {
        let project = self.project;
        if !project.is_longitudinal() {
            return Some(project.first_event(None));
        }
        if name.is_empty() {
            let arm = known.and_then(|event| project.event_by_id(event)).map(|event| event.arm);
            return Some(
                project.first_event(arm.or_else(|| project.used_arms().next().map(|arm| arm.number))),
            );
        }
        project.event(name).map(|event| event.id)
    }

    /// The place of a row in its event, or none if its repeat columns do not fit together.
    pub fn place(
        &self,
        event: u64,
        row: &Incoming,
        problems: &mut Problems<'_>,
    ) -> Option<(RowKey, Instance)> {
        let (form, sent) = (row.instrument.as_str(), row.instance.trim());
        let project = self.project;
        let repeats = if form.is_empty() {
            project.is_repeating_event(event)
        } else {
            project.is_repeating_form(event, form)
        };
        let before = row.record.as_str();
        if !form.is_empty() && !repeats {
            let place = (before, "redcap_repeat_instrument", form);
            problems.known("records_repeat_instrument_unknown", place, &[]);
        }
        let place = (before, "redcap_repeat_instance", sent);
        let instance = match sent {
            "" => Instance::None,
            _ if !repeats => {
                problems.known("records_repeat_instance_not_allowed", place, &[]);
                return None;
            }
            "new" => Instance::New,
            _ => match sent.parse().ok().filter(|number| *number > 0) {
                Some(number) => Instance::Number(number),
                None => {
                    problems.known("records_value_not_valid", place, &[]);
                    return None;
                }
            },
        };
        if !form.is_empty() && !repeats {
            return None;
        }
        let number = match instance {
            Instance::Number(number) => number,
            Instance::New => 0,
            // Without an instance a row is plain, except in repeating events, which have no plain rows.
            Instance::None if repeats && form.is_empty() && project.is_longitudinal() => 1,
            Instance::None => return Some((RowKey::base(event), instance)),
        };
        let slot = if form.is_empty() {
            Slot::EventInstance(number)
        } else {
            Slot::FormInstance(form.to_owned(), number)
        };
        Some((RowKey { event, slot }, instance))
    }
}

fn fit(project: &Project, key: &RowKey, form: &str) -> Fit {
    if project.belongs(key, form) {
        Fit::Here
    } else if !project.is_designated(key.event, form) {
        Fit::NotInEvent
    } else if project.is_repeating_form(key.event, form) && key.slot == Slot::Base {
        Fit::Repeats
    } else {
        Fit::OtherInstance
    }
}

/// The event as an error message names it.
pub fn event_label(project: &Project, event: u64) -> String {
    let Some(event) = project.event_by_id(event) else { return String::new() };
    let arm = project.arms.get(&event.arm).map_or("", |arm| arm.name.as_str());
    format!("{} (Arm {}: {arm})", event.name, event.arm)
}
