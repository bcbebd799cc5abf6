//! Changes to the structure: dictionary, arms, events, mappings, repeats.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use indexmap::{IndexMap, IndexSet};

use super::{
    Arm, Event, Field, FieldType, Instrument, Project, ProjectError, Repeating, RowKey, Value, label_of_form,
    unique_event_name,
};

/// An arm to import.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArmInput {
    /// Number.
    pub number: u32,
    /// Name.
    pub name: String,
}

/// An event to import. What is absent keeps its value or gets the default.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct EventInput {
    /// Label.
    pub name: String,
    /// Arm number, 1 by default.
    pub arm: Option<u32>,
    /// Days after the start.
    pub day_offset: Option<i64>,
    /// Days by which the event may be early.
    pub offset_min: Option<i64>,
    /// Days by which the event may be late.
    pub offset_max: Option<i64>,
    /// Unique name of the event to update.
    pub unique_name: Option<String>,
    /// Template shown beside the label.
    pub custom_label: Option<String>,
}

/// An instrument designated for an event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MappingInput {
    /// Arm number; none if it was not sent.
    pub arm: Option<u32>,
    /// Unique name of the event.
    pub event: String,
    /// Instrument.
    pub form: String,
}

/// A repeating event or instrument.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RepeatingInput {
    /// Unique name of the event; blank in a classic project.
    pub event: String,
    /// Instrument; blank for the whole event.
    pub form: String,
    /// Template of the instance label.
    pub label: String,
}

impl Project {
    /// Replaces the dictionary and returns the number of fields.
    ///
    /// Instruments follow the new dictionary; those that stay keep label and
    /// survey. Values of dropped fields stay stored but are no longer
    /// exported, and values follow a field into and out of checkboxes.
    pub fn replace_metadata(&mut self, fields: Vec<Field>) -> Result<usize, ProjectError> {
        let problems = crate::dictionary::check(&fields);
        if !problems.is_empty() {
            return Err(ProjectError::Dictionary(problems));
        }
        let names: IndexSet<String> = fields.iter().map(|field| field.form.clone()).collect();
        let classic = !self.is_longitudinal();
        self.grant_new_instruments(&names);
        let mut old: BTreeMap<String, Instrument> =
            self.instruments.drain(..).map(|i| (i.name.clone(), i)).collect();
        self.instruments = names
            .iter()
            .map(|name| {
                old.remove(name).unwrap_or_else(|| Instrument {
                    name: name.clone(),
                    label: label_of_form(name),
                    survey: None,
                })
            })
            .collect();
        self.fields = fields.into_iter().map(|field| (field.name.clone(), field)).collect();
        for forms in self.mappings.values_mut() {
            forms.retain(|form| names.contains(form));
        }
        if classic && let Some(event) = self.events.first() {
            // Every instrument of a classic project belongs to its one event.
            self.mappings.insert(event.id, names.clone());
        }
        for setup in self.repeating.values_mut() {
            if let Repeating::Instruments(forms) = setup {
                forms.retain(|form, _| names.contains(form));
            }
        }
        self.repeating.retain(|_, setup| !matches!(setup, Repeating::Instruments(forms) if forms.is_empty()));
        self.convert_values();
        Ok(self.fields.len())
    }

    /// Brings stored values into the form of their field's new type.
    fn convert_values(&mut self) {
        let fields = &self.fields;
        for row in self.records.values_mut().flat_map(|record| Arc::make_mut(record).rows.values_mut()) {
            for (name, value) in row.iter_mut() {
                let Some(field) = fields.get(name) else { continue };
                // A server stores the number of a file.
                if let (Value::File(id), true) = (&*value, field.kind != FieldType::File) {
                    *value = Value::Text(id.to_string());
                }
                match (field.kind == FieldType::Checkbox, &mut *value) {
                    (true, Value::Text(text)) => *value = Value::checked([std::mem::take(text)]),
                    (false, Value::Checked(codes)) => {
                        *value = Value::Text(codes.pop_first().unwrap_or_default());
                    }
                    _ => {}
                }
            }
        }
    }

    /// Adds or renames arms and returns how many were sent. `replace` first
    /// wipes arms, events and mappings.
    pub fn import_arms(&mut self, arms: &[ArmInput], replace: bool) -> Result<usize, ProjectError> {
        if let Some(bad) = arms.iter().find(|arm| arm.number == 0 || arm.name.trim().is_empty()) {
            return Err(ProjectError::BadArm(bad.number.to_string()));
        }
        if replace {
            self.arms.clear();
            self.remove_events(|_| true);
        }
        for arm in arms {
            self.arms.insert(arm.number, Arm { number: arm.number, name: arm.name.clone() });
        }
        Ok(arms.len())
    }

    /// Deletes arms with their events, mappings and data.
    pub fn delete_arms(&mut self, numbers: &[u32]) -> Result<usize, ProjectError> {
        if let Some(missing) = numbers.iter().find(|number| !self.arms.contains_key(number)) {
            return Err(ProjectError::NoSuchArm(*missing));
        }
        let numbers: BTreeSet<u32> = numbers.iter().copied().collect();
        self.arms.retain(|number, _| !numbers.contains(number));
        self.remove_events(|event| numbers.contains(&event.arm));
        Ok(numbers.len())
    }

    /// Adds or updates events, matched by unique name, and returns how many
    /// were sent. `replace` first wipes events and mappings. An unknown arm
    /// is created.
    pub fn import_events(&mut self, events: &[EventInput], replace: bool) -> Result<usize, ProjectError> {
        if events.iter().any(|event| event.name.trim().is_empty()) {
            return Err(ProjectError::BlankEventName);
        }
        if events.iter().any(|event| event.arm == Some(0)) {
            return Err(ProjectError::NoSuchArm(0));
        }
        let classic_base = self.classic_base();
        if replace {
            self.remove_events(|_| true);
        }
        for input in events {
            let known = input.unique_name.as_deref().filter(|name| !name.is_empty());
            let index = known.and_then(|name| self.events.iter().position(|e| e.unique_name == name));
            match index {
                Some(index) => self.update_event(index, input),
                None => self.add_event(input),
            }
        }
        // Stable: events of one arm keep the order in which they came, unless
        // day offsets say otherwise.
        let scheduled = self.settings.scheduling_enabled;
        self.events.sort_by_key(|event| (event.arm, if scheduled { event.day_offset } else { 0 }));
        self.adopt_classic_rows(classic_base.map(|base| if replace { 0 } else { base }));
        Ok(events.len())
    }

    fn update_event(&mut self, index: usize, input: &EventInput) {
        let arm = input.arm.unwrap_or(self.events[index].arm);
        self.arms.entry(arm).or_insert_with(|| Arm { number: arm, name: format!("Arm {arm}") });
        let renamed = self.events[index].name != input.name || self.events[index].arm != arm;
        if renamed {
            let others: Vec<&str> = self.other_event_names(index);
            let unique = unique_event_name(&input.name, arm, |name| others.contains(&name));
            self.rename_in_queue_and_reports(index, &unique);
            self.events[index].unique_name = unique;
        }
        let event = &mut self.events[index];
        event.name.clone_from(&input.name);
        event.arm = arm;
        event.day_offset = input.day_offset.unwrap_or(event.day_offset);
        event.offset_min = input.offset_min.unwrap_or(event.offset_min);
        event.offset_max = input.offset_max.unwrap_or(event.offset_max);
        if let Some(label) = &input.custom_label {
            event.custom_label.clone_from(label);
        }
    }

    fn other_event_names(&self, index: usize) -> Vec<&str> {
        let others = self.events.iter().enumerate().filter(|(i, _)| *i != index);
        others.map(|(_, event)| event.unique_name.as_str()).collect()
    }

    /// The survey queue and report filters name events; they follow a rename.
    fn rename_in_queue_and_reports(&mut self, index: usize, new: &str) {
        let old = self.events[index].unique_name.clone();
        let in_queue = self.survey_queue.iter_mut().flat_map(|entry| entry.iter_mut());
        for (_, value) in in_queue.filter(|(key, value)| key.ends_with("event_id") && **value == old) {
            *value = new.to_owned();
        }
        for name in self.reports.iter_mut().flat_map(|report| &mut report.filter_events) {
            if *name == old {
                *name = new.to_owned();
            }
        }
    }

    fn add_event(&mut self, input: &EventInput) {
        let arm = input.arm.unwrap_or(1);
        self.arms.entry(arm).or_insert_with(|| Arm { number: arm, name: format!("Arm {arm}") });
        let taken: Vec<&str> = self.events.iter().map(|event| event.unique_name.as_str()).collect();
        let unique_name = unique_event_name(&input.name, arm, |name| taken.contains(&name));
        let last = self.events.iter().filter(|e| e.arm == arm).map(|e| e.day_offset).max();
        let id = self.next_number();
        self.events.push(Event {
            id,
            name: input.name.clone(),
            arm,
            day_offset: input.day_offset.unwrap_or(last.map_or(1, |day| day.saturating_add(1))),
            offset_min: input.offset_min.unwrap_or(0),
            offset_max: input.offset_max.unwrap_or(0),
            unique_name,
            custom_label: input.custom_label.clone().unwrap_or_default(),
        });
    }

    /// Deletes events with their mappings and data.
    pub fn delete_events(&mut self, names: &[String]) -> Result<usize, ProjectError> {
        if let Some(missing) = names.iter().find(|name| self.event(name).is_none()) {
            return Err(ProjectError::NoSuchEvent(missing.clone()));
        }
        let names: BTreeSet<&String> = names.iter().collect();
        self.remove_events(|event| names.contains(&event.unique_name));
        Ok(names.len())
    }

    fn remove_events(&mut self, goes: impl Fn(&Event) -> bool) {
        let classic_base = self.classic_base();
        let (gone, kept): (Vec<Event>, Vec<Event>) = self.events.drain(..).partition(|event| goes(event));
        self.events = kept;
        self.adopt_classic_rows(classic_base);
        let gone: Vec<u64> = gone.iter().map(|event| event.id).collect();
        self.drop_event_data(&gone);
    }

    /// The hidden event of a classic project.
    fn classic_base(&self) -> Option<u64> {
        (!self.is_longitudinal()).then(|| self.first_event(None))
    }

    /// Moves the rows of a classic project from its former hidden event to
    /// the present one: events are invisible there, data must not be.
    fn adopt_classic_rows(&mut self, former: Option<u64>) {
        let present = self.first_event(None);
        let Some(former) = former.filter(|id| *id != present && !self.is_longitudinal()) else { return };
        for record in self.records.values_mut() {
            let record = Arc::make_mut(record);
            let rows = std::mem::take(&mut record.rows);
            let moved = |event: u64| if event == former { present } else { event };
            record.rows = rows
                .into_iter()
                .map(|(key, row)| (RowKey { event: moved(key.event), slot: key.slot }, row))
                .collect();
            let responses = std::mem::take(&mut record.responses);
            let responses = responses.into_iter().map(|(mut key, response)| {
                key.event = moved(key.event);
                (key, response)
            });
            record.responses = responses.collect();
        }
        if let Some(setup) = self.repeating.remove(&former) {
            self.repeating.insert(present, setup);
        }
        if let Some(forms) = self.mappings.remove(&former) {
            self.mappings.insert(present, forms);
        }
    }

    /// Replaces all designations and returns how many there are.
    pub fn import_mappings(&mut self, mappings: &[MappingInput]) -> Result<usize, ProjectError> {
        let mut problems = Vec::new();
        for mapping in mappings {
            match self.event(&mapping.event) {
                None => problems.push(ProjectError::NoSuchEvent(mapping.event.clone()).to_string()),
                Some(event) => {
                    if let Some(arm) = mapping.arm.filter(|arm| *arm != event.arm) {
                        problems.push(ProjectError::NoSuchArm(arm).to_string());
                    }
                }
            }
            if self.instrument(&mapping.form).is_none() {
                problems.push(ProjectError::NoSuchInstrument(mapping.form.clone()).to_string());
            }
        }
        if !problems.is_empty() {
            return Err(ProjectError::BadMappings(problems));
        }
        self.mappings.clear();
        for mapping in mappings {
            let event = self.event(&mapping.event).map_or(0, |event| event.id);
            self.mappings.entry(event).or_default().insert(mapping.form.clone());
        }
        Ok(mappings.len())
    }

    /// All designations: by event, then in dictionary order.
    pub fn mapping_list(&self) -> Vec<(&Event, &Instrument)> {
        let pairs = self
            .events
            .iter()
            .flat_map(|event| self.instruments_of_event(event.id).map(move |instrument| (event, instrument)));
        pairs.collect()
    }

    /// Replaces the repeating setup and returns how many entries it has. An
    /// empty list switches everything off.
    pub fn import_repeating(&mut self, entries: &[RepeatingInput]) -> Result<usize, ProjectError> {
        let mut setup: BTreeMap<u64, Repeating> = BTreeMap::new();
        for entry in entries {
            let event = if self.is_longitudinal() {
                let event = self.event(&entry.event).map(|event| event.id);
                event.ok_or_else(|| ProjectError::NoSuchRepeatingEvent(entry.event.clone()))?
            } else {
                self.first_event(None)
            };
            if entry.form.is_empty() {
                setup.insert(event, Repeating::Event);
                continue;
            }
            if self.instrument(&entry.form).is_none() {
                return Err(ProjectError::NoSuchInstrument(entry.form.clone()));
            }
            let forms = setup.entry(event).or_insert_with(|| Repeating::Instruments(IndexMap::new()));
            if let Repeating::Instruments(forms) = forms {
                forms.insert(entry.form.clone(), entry.label.clone());
            }
        }
        self.repeating = setup;
        self.settle_instances();
        Ok(entries.len())
    }

    /// The repeating setup as it is exported: by event, then in dictionary
    /// order. The event is none in a classic project.
    pub fn repeating_list(&self) -> Vec<(Option<&Event>, Option<&Instrument>, &str)> {
        let longitudinal = self.is_longitudinal();
        let mut list = Vec::new();
        for id in self.event_ids() {
            let event = self.event_by_id(id).filter(|_| longitudinal);
            match self.repeating.get(&id) {
                Some(Repeating::Event) => list.push((event, None, "")),
                Some(Repeating::Instruments(forms)) => {
                    for instrument in &self.instruments {
                        if let Some(label) = forms.get(&instrument.name) {
                            list.push((event, Some(instrument), label.as_str()));
                        }
                    }
                }
                None => {}
            }
        }
        list
    }
}
