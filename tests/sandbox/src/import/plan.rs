//! What an import is going to change, checked cell by cell.

use std::collections::HashSet;

use indexmap::IndexMap;
use indexmap::map::Entry;

use super::columns::{Column, Target};
use super::numbering::Numbering;
use super::place::{Fit, Instance, Places, event_label};
use super::problems::Problems;
use super::rows::{Document, Incoming};
use super::values::{DateOrder, Fault, Rule, rule};
use crate::api::{Call, Refusal};
use crate::project::{Project, ProjectError, Record, RecordName, RowKey, Slot, parse_choices};

/// A change of one value.
#[derive(Clone, PartialEq, Eq)]
pub enum Change {
    /// Stores a text, or nothing if it is blank.
    Put(String),
    /// Checks or unchecks an option.
    Check(String, bool),
}

/// What happens to one record.
pub struct RecordPlan<'p> {
    /// Its name in the project.
    pub name: RecordName,
    /// The record as it is, if there is one.
    pub before: Option<&'p Record>,
    /// The group it goes to, if that changes.
    pub dag: Option<Option<u64>>,
    /// Changes by row, each with the field. Rows without changes come into being all the same.
    pub rows: IndexMap<RowKey, Vec<(String, Change)>>,
}

/// How an import is to be done.
#[derive(Debug, Clone, Copy)]
pub struct Manner {
    /// Blank cells erase.
    pub overwrite: bool,
    /// Records get new names.
    pub renumber: bool,
    /// Order of dates.
    pub dates: DateOrder,
    /// Rows may ask for a new instance.
    pub new_instances: bool,
}

/// Checks a document and tells what it changes, by the names that were sent.
///
/// # Errors
/// When any cell is wrong.
pub fn plan<'p>(
    call: &Call<'_>,
    project: &'p Project,
    document: &Document,
    manner: Manner,
) -> Result<IndexMap<String, RecordPlan<'p>>, Refusal> {
    let mut planner = Planner {
        call,
        project,
        manner,
        columns: &document.columns,
        missing_codes: parse_choices(&project.settings.missing_data_codes)
            .into_iter()
            .map(|choice| choice.code)
            .collect(),
        id_rule: project.fields.first().map_or(Rule::Free, |(_, field)| rule(field)),
        places: Places::new(project),
        numbering: manner.renumber.then(|| Numbering::new(project, call.caller.dag)),
        problems: Problems::new(call),
        records: IndexMap::new(),
    };
    for row in &document.rows {
        planner.row(row);
    }
    planner.secondary_unique_field();
    planner.problems.finish()?;
    Ok(planner.records)
}

struct Planner<'p, 'c> {
    call: &'c Call<'c>,
    project: &'p Project,
    manner: Manner,
    columns: &'c [Column],
    missing_codes: HashSet<String>,
    id_rule: Rule,
    places: Places<'p>,
    numbering: Option<Numbering>,
    problems: Problems<'c>,
    records: IndexMap<String, RecordPlan<'p>>,
}

impl Planner<'_, '_> {
    fn row(&mut self, row: &Incoming) {
        let sent = row.record.trim();
        let Some(index) = self.record(sent) else { return };
        self.group(index, row);
        let plan = &self.records[index];
        let first = plan.before.and_then(|record| record.rows.keys().next()).map(|key| key.event);
        let Some(event) = self.places.event(row.event.trim(), first) else {
            let place = (sent, "redcap_event_name", row.event.as_str());
            self.problems.worded(place, "The event name does not exist in the project");
            return;
        };
        let Some((mut key, instance)) = self.places.place(event, row, &mut self.problems) else { return };
        if instance == Instance::New {
            if !self.manner.new_instances {
                let place = (sent, "redcap_repeat_instance", row.instance.as_str());
                self.problems.known("records_value_not_valid", place, &[]);
                return;
            }
            key.slot = next_slot(self.project, plan, event, key.slot);
        }
        let fits = self.places.fits(&key, self.columns);
        let mut changes = Vec::with_capacity(row.cells.len());
        for (position, value) in &row.cells {
            let column = &self.columns[*position];
            if matches!(column.target, Target::Ignored) {
                continue;
            }
            if value.is_empty() {
                if self.manner.overwrite && fits[*position] == Fit::Here {
                    changes.extend(erase(column));
                }
                continue;
            }
            let place = (sent, column.name.as_str(), value.as_str());
            match fits[*position] {
                Fit::Here => changes.extend(self.cell(place, column, value)),
                Fit::NotInEvent => {
                    let label = event_label(self.project, event);
                    self.problems.known("records_field_not_in_event", place, &[("event", &label)]);
                }
                Fit::Repeats => {
                    let parts = [("instrument", column.form.as_str())];
                    self.problems.known("records_repeat_columns_missing", place, &parts);
                }
                Fit::OtherInstance => {
                    let text = format!(
                        "This field ('{}') does not exist on the Repeating Instrument named '{}'. You are not \
                         allowed to import data for this field into that instrument.",
                        column.name,
                        key.repeat_instrument()
                    );
                    self.problems.worded(place, &text);
                }
            }
        }
        self.records[index].rows.entry(key).or_default().extend(changes);
    }

    /// The plan of a record, begun if need be; none if the record may not be touched.
    fn record(&mut self, sent: &str) -> Option<usize> {
        if let Some(index) = self.records.get_index_of(sent) {
            return Some(index);
        }
        let id = self.project.record_id_field();
        let place = (sent, id, sent);
        if sent.is_empty() || self.numbering.is_none() && !RecordName::is_usable(sent) {
            self.problems.worded(place, &ProjectError::BadRecordName.to_string());
            return None;
        }
        let name = match &mut self.numbering {
            Some(numbering) => numbering.next(),
            None => {
                if sent.chars().count() > 100 || self.id_rule.accept(sent, self.manner.dates).is_err() {
                    self.problems.known("records_value_not_valid", place, &[]);
                }
                sent.to_owned()
            }
        };
        let name = RecordName::new(name);
        let caller = &self.call.caller;
        let before = self.project.records.get(&name).map(|record| &**record);
        match before {
            Some(record) if !caller.sees(record.dag) => {
                self.problems.worded(place, "The record belongs to a Data Access Group that you are not in");
            }
            None if !caller.rights.has("record_create") => {
                self.problems.worded(place, "You do not have privileges to create records");
            }
            _ => {}
        }
        let dag = caller.dag.filter(|_| before.is_none()).map(Some);
        let plan = RecordPlan { name, before, dag, rows: IndexMap::new() };
        Some(self.records.insert_full(sent.to_owned(), plan).0)
    }

    /// Takes over the group that a row names.
    fn group(&mut self, index: usize, row: &Incoming) {
        let Some(name) = row.dag.as_deref() else { return };
        let own = self.call.caller.dag;
        if name.is_empty() {
            if self.manner.overwrite && own.is_none() {
                self.records[index].dag = Some(None);
            }
            return;
        }
        let place = (row.record.trim(), "redcap_data_access_group", name);
        match self.project.dag(name).map(|dag| dag.id) {
            None => self.problems.worded(place, "The value is not a valid Data Access Group unique name"),
            Some(id) if own.is_some_and(|own| own != id) => {
                self.problems.worded(place, "You may only import records of your own Data Access Group");
            }
            Some(id) => self.records[index].dag = Some(Some(id)),
        }
    }

    /// A cell that holds something, in a row that has its column.
    fn cell(&mut self, place: (&str, &str, &str), column: &Column, value: &str) -> Option<(String, Change)> {
        let put = |text: String| Some((column.name.clone(), Change::Put(text)));
        let is_missing_code = self.missing_codes.contains(value);
        let result = match &column.target {
            Target::Field(_) | Target::Code(_) if is_missing_code => return put(value.to_owned()),
            Target::Field(rule) => rule.accept(value, self.manner.dates),
            Target::Status => {
                if ["0", "1", "2"].contains(&value) {
                    Ok(value.to_owned())
                } else {
                    Err(Fault::Category)
                }
            }
            Target::Option(field, code) if ["0", "1"].contains(&value) => {
                return Some((field.clone(), Change::Check(code.clone(), value == "1")));
            }
            Target::Missing(field, code) if ["0", "1"].contains(&value) => {
                return (value == "1").then(|| (field.clone(), Change::Put(code.clone())));
            }
            Target::Code(codes) if codes.iter().any(|code| code == value) => {
                return Some((column.name.clone(), Change::Check(value.to_owned(), true)));
            }
            Target::Option(..) | Target::Missing(..) | Target::Code(_) => Err(Fault::Category),
            Target::Ignored => return None,
        };
        match result {
            Ok(text) => return put(text),
            Err(Fault::Format) => self.problems.known("records_value_not_valid", place, &[]),
            Err(Fault::Category) => {
                let text = format!("The value is not a valid category for {}", column.name);
                self.problems.worded(place, &text);
            }
        }
        None
    }

    /// Refuses values of the secondary unique field that another record has.
    fn secondary_unique_field(&mut self) {
        let field = self.project.settings.secondary_unique_field.as_str();
        let changes = |plan: &RecordPlan<'_>| {
            let all = plan.rows.values().flatten().filter(|(name, _)| name == field);
            let values = all.filter_map(|(_, change)| match change {
                Change::Put(value) if !value.is_empty() => Some(value.clone()),
                Change::Put(_) | Change::Check(..) => None,
            });
            values.collect::<Vec<String>>()
        };
        let planned: Vec<(String, RecordName, Vec<String>)> = self
            .records
            .iter()
            .map(|(sent, plan)| (sent.clone(), plan.name.clone(), changes(plan)))
            .filter(|(_, _, values)| !values.is_empty())
            .collect();
        if field.is_empty() || planned.is_empty() {
            return;
        }
        let mut owners: IndexMap<String, RecordName> = IndexMap::new();
        for (name, record) in &self.project.records {
            let stored = record.rows.values().filter_map(|row| row.get(field)?.as_text());
            owners.extend(stored.map(|value| (value.to_owned(), name.clone())));
        }
        for (sent, name, values) in planned {
            for value in values {
                match owners.entry(value) {
                    Entry::Occupied(owner) if *owner.get() != name => {
                        let text =
                            "The value is a duplicate: another record has it in the secondary unique field";
                        self.problems.worded((&sent, field, owner.key()), text);
                    }
                    Entry::Occupied(_) => {}
                    Entry::Vacant(free) => {
                        free.insert(name.clone());
                    }
                }
            }
        }
    }
}

/// What a blank cell erases.
fn erase(column: &Column) -> Option<(String, Change)> {
    match &column.target {
        Target::Option(field, code) => Some((field.clone(), Change::Check(code.clone(), false))),
        Target::Missing(..) | Target::Ignored => None,
        Target::Field(_) | Target::Code(_) | Target::Status => {
            Some((column.name.clone(), Change::Put(String::new())))
        }
    }
}

/// The next free instance, counting the instances that earlier rows of the document bring.
fn next_slot(project: &Project, plan: &RecordPlan<'_>, event: u64, slot: Slot) -> Slot {
    let stored = project.next_instance(
        plan.name.as_str(),
        event,
        match &slot {
            Slot::FormInstance(form, _) => form,
            Slot::Base | Slot::EventInstance(_) => "",
        },
    );
    let own = RowKey { event, slot: slot.clone() };
    let planned = plan
        .rows
        .keys()
        .filter(|key| key.event == event && key.repeat_instrument() == own.repeat_instrument());
    let highest = planned.filter_map(RowKey::instance).max().unwrap_or(0);
    let number = stored.max(highest.saturating_add(1));
    match slot {
        Slot::FormInstance(form, _) => Slot::FormInstance(form, number),
        Slot::Base | Slot::EventInstance(_) => Slot::EventInstance(number),
    }
}
