//! Which rows and columns records have, and what they are called.

use std::sync::Arc;

use super::{
    Field, FieldType, Instrument, Project, ProjectError, Record, RecordName, RowKey, Slot, checkbox_column,
    status_field,
};

/// One data column of a flat export.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column<'a> {
    /// A field with one column.
    Field(&'a Field),
    /// One option of a checkbox field: its position among the choices.
    Option(&'a Field, usize),
    /// The survey timestamp of an instrument.
    Timestamp(&'a Instrument),
    /// The status of an instrument.
    Status(&'a Instrument),
}

impl Column<'_> {
    /// The column name.
    pub fn name(&self) -> String {
        match self {
            Column::Field(field) => field.name.clone(),
            Column::Option(field, index) => checkbox_column(&field.name, &field.choices[*index].code),
            Column::Timestamp(form) => format!("{}_timestamp", form.name),
            Column::Status(form) => status_field(&form.name),
        }
    }

    /// The instrument the column belongs to.
    pub fn form(&self) -> &str {
        match self {
            Column::Field(field) | Column::Option(field, _) => &field.form,
            Column::Timestamp(form) | Column::Status(form) => &form.name,
        }
    }
}

impl Project {
    /// The keys of a record's rows in export order: the plain rows by event,
    /// then what repeats by event, instrument and instance.
    ///
    /// A record of a classic project always has its plain row. Rows of events
    /// or instruments that the project no longer has, and instances of what
    /// no longer repeats, are left out.
    pub fn row_keys(&self, record: &Record) -> Vec<RowKey> {
        let events = self.event_ids();
        let event_rank = |id: u64| events.iter().position(|event| *event == id);
        let form_rank = |form: &str| self.instruments.iter().position(|i| i.name == form);
        let mut keys: Vec<(usize, usize, usize, RowKey)> = Vec::with_capacity(record.rows.len() + 1);
        for key in record.rows.keys() {
            let Some(event) = event_rank(key.event) else { continue };
            let whole_event = self.is_repeating_event(key.event);
            match &key.slot {
                Slot::Base if whole_event && self.is_longitudinal() => {}
                Slot::Base => keys.push((0, event, 0, key.clone())),
                Slot::EventInstance(_) if whole_event => keys.push((1, event, 0, key.clone())),
                Slot::EventInstance(_) => {}
                Slot::FormInstance(form, _) => {
                    let rank = form_rank(form).filter(|_| self.is_repeating_form(key.event, form));
                    keys.extend(rank.map(|rank| (1, event, rank + 1, key.clone())));
                }
            }
        }
        if !self.is_longitudinal() {
            let base = RowKey::base(events[0]);
            if !record.rows.contains_key(&base) {
                keys.push((0, 0, 0, base));
            }
        }
        keys.sort();
        keys.into_iter().map(|(_, _, _, key)| key).collect()
    }

    /// True if an instrument has its data in rows of this kind.
    pub fn belongs(&self, key: &RowKey, form: &str) -> bool {
        match &key.slot {
            Slot::Base => self.is_designated(key.event, form) && !self.is_repeating_form(key.event, form),
            Slot::EventInstance(_) => self.is_designated(key.event, form),
            Slot::FormInstance(own, _) => own == form,
        }
    }

    /// The row that holds an instrument's data in an event, given an instance.
    pub fn row_of(&self, event: u64, form: &str, instance: u32) -> RowKey {
        if self.is_repeating_event(event) {
            RowKey::event_instance(event, instance)
        } else if self.is_repeating_form(event, form) {
            RowKey::form_instance(event, form, instance)
        } else {
            RowKey::base(event)
        }
    }

    /// All data columns in dictionary order, each instrument's status last.
    pub fn columns(&self, survey_fields: bool) -> Vec<Column<'_>> {
        let surveys = survey_fields && self.has_surveys();
        let mut columns = Vec::new();
        for instrument in &self.instruments {
            let mut timestamp = (surveys && instrument.survey.is_some()).then_some(instrument);
            for field in self.fields_of(&instrument.name) {
                // The record id stands before everything, its survey's timestamp too.
                if field.name != self.record_id_field() {
                    columns.extend(timestamp.take().map(Column::Timestamp));
                }
                match field.kind {
                    FieldType::Descriptive => {}
                    FieldType::Checkbox => {
                        columns.extend((0..field.choices.len()).map(|i| Column::Option(field, i)));
                    }
                    _ => columns.push(Column::Field(field)),
                }
            }
            columns.extend(timestamp.take().map(Column::Timestamp));
            columns.push(Column::Status(instrument));
        }
        columns
    }

    /// The survey response that belongs to an instrument in a row.
    pub fn response_key(&self, key: &RowKey, form: &str) -> super::ResponseKey {
        super::ResponseKey {
            event: key.event,
            instrument: form.to_owned(),
            instance: key.instance().unwrap_or(1),
        }
    }

    /// The next free record name: one more than the highest whole number, or
    /// `<group>-<n>` for a user in a group.
    pub fn next_record_name(&self, dag: Option<u64>) -> String {
        let prefix = dag.map(|id| format!("{id}-")).unwrap_or_default();
        let highest = self
            .records
            .keys()
            .filter_map(|name| name.as_str().strip_prefix(&prefix))
            .filter(|rest| rest.bytes().all(|b| b.is_ascii_digit()))
            .filter_map(|rest| rest.parse::<u64>().ok())
            .max()
            .unwrap_or(0);
        let generated = self.generated.as_ref().filter(|_| dag.is_none()).map_or(0, |one| one.records);
        let highest = highest.max(generated);
        format!("{prefix}{}", highest.saturating_add(1))
    }

    /// The number of the next instance for `redcap_repeat_instance=new`.
    pub fn next_instance(&self, record: &str, event: u64, form: &str) -> u32 {
        let Some(record) = self.record(record) else { return 1 };
        let whole_event = self.is_repeating_event(event);
        let instances = record.rows.keys().filter(|key| key.event == event);
        let highest = instances
            .filter_map(|key| match &key.slot {
                Slot::EventInstance(number) if whole_event => Some(*number),
                Slot::FormInstance(own, number) if own == form => Some(*number),
                _ => None,
            })
            .max();
        highest.unwrap_or(0).saturating_add(1)
    }

    /// Renames a record, with all that refers to it by name.
    pub fn rename_record(&mut self, old: &str, new: &str) -> Result<(), ProjectError> {
        let (from, to) = (RecordName::new(old), RecordName::new(new));
        if !RecordName::is_usable(new) {
            return Err(ProjectError::BadRecordName);
        }
        if !self.records.contains_key(&from) {
            return Err(ProjectError::NoSuchRecord(old.to_owned()));
        }
        if from == to {
            return Ok(());
        }
        if self.records.contains_key(&to) {
            return Err(ProjectError::RecordExists(new.to_owned()));
        }
        if let Some(record) = self.records.remove(&from) {
            self.records.insert(to, record);
        }
        for participant in &mut self.participants {
            if participant.record.as_deref() == Some(old) {
                participant.record = Some(new.to_owned());
            }
        }
        if let Some(link) = self.queue_links.remove(old) {
            self.queue_links.insert(new.to_owned(), link);
        }
        for row in self.randomizations.iter_mut().flat_map(|model| &mut model.allocations) {
            if row.record.as_deref() == Some(old) {
                row.record = Some(new.to_owned());
            }
        }
        Ok(())
    }
    /// Gives what a record holds in one arm to a new name. What it holds in other arms keeps the old one, and so
    /// does what refers to the record as a whole.
    pub fn rename_record_in_arm(&mut self, old: &str, new: &str, arm: u32) -> Result<(), ProjectError> {
        if !self.arms.contains_key(&arm) {
            return Err(ProjectError::NoSuchArm(arm));
        }
        let events: Vec<u64> = self.events.iter().filter(|e| e.arm == arm).map(|e| e.id).collect();
        let record = self.record(old).ok_or_else(|| ProjectError::NoSuchRecord(old.to_owned()))?;
        let elsewhere = record.rows.keys().any(|key| !events.contains(&key.event));
        if !elsewhere || old == new {
            return self.rename_record(old, new);
        }
        if !record.rows.keys().any(|key| events.contains(&key.event)) {
            return Err(ProjectError::NoSuchRecord(old.to_owned()));
        }
        if !RecordName::is_usable(new) {
            return Err(ProjectError::BadRecordName);
        }
        if self.record(new).is_some() {
            return Err(ProjectError::RecordExists(new.to_owned()));
        }
        let mut moved = record.clone();
        moved.rows.retain(|key, _| events.contains(&key.event));
        moved.responses.retain(|key, _| events.contains(&key.event));
        let kept = self.record_mut(old);
        kept.rows.retain(|key, _| !events.contains(&key.event));
        kept.responses.retain(|key, _| !events.contains(&key.event));
        self.records.insert(RecordName::new(new), Arc::new(moved));
        for participant in &mut self.participants {
            if participant.record.as_deref() == Some(old) && events.contains(&participant.event) {
                participant.record = Some(new.to_owned());
            }
        }
        Ok(())
    }
}
