//! Deletion of records and of parts of records.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::{Project, ProjectError, Record, RecordName, ResponseKey, RowKey, Slot, Value, status_field};

/// What to delete. Without the optional parts, whole records go.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DeleteRequest {
    /// Record names.
    pub records: Vec<String>,
    /// Only this arm.
    pub arm: Option<u32>,
    /// Only this event, by unique name.
    pub event: Option<String>,
    /// Only this instrument.
    pub instrument: Option<String>,
    /// Only this instance of what repeats.
    pub instance: Option<u32>,
}

impl Project {
    /// Removes all records and files, and what surveys and randomizations know of them. Returns the number
    /// of records.
    pub fn empty_data(&mut self) -> u64 {
        let records = self.record_count();
        self.records.clear();
        self.generated = None;
        self.documents.clear();
        self.repository.clear();
        self.folders.clear();
        self.queue_links.clear();
        for participant in &mut self.participants {
            participant.record = None;
        }
        for allocation in self.randomizations.iter_mut().flat_map(|model| &mut model.allocations) {
            allocation.record = None;
        }
        records
    }

    /// Deletes and returns the number of records named. One unknown record
    /// stops everything.
    pub fn delete_records(&mut self, request: &DeleteRequest) -> Result<usize, ProjectError> {
        let names: BTreeSet<RecordName> =
            request.records.iter().map(|name| RecordName::new(name.as_str())).collect();
        // The refusal names the records in the order of the request.
        let missing: Vec<String> =
            request.records.iter().filter(|name| self.record(name).is_none()).cloned().collect();
        if !missing.is_empty() {
            return Err(ProjectError::RecordsToDeleteMissing(missing));
        }
        let events = self.events_to_delete(request)?;
        if let Some(form) = &request.instrument
            && self.instrument(form).is_none()
        {
            return Err(ProjectError::NoSuchInstrument(form.clone()));
        }
        for name in &names {
            let Some(record) = self.records.remove(name) else { continue };
            let mut record = Arc::unwrap_or_clone(record);
            let before: Vec<u64> = record.documents().collect();
            let gone = match &events {
                None if request.instrument.is_none() && request.instance.is_none() => {
                    record.rows.clear();
                    true
                }
                _ => self.delete_part(&mut record, events.as_deref(), request),
            };
            let kept: BTreeSet<u64> = record.documents().collect();
            for id in before.into_iter().filter(|id| !kept.contains(id)) {
                self.documents.remove(&id);
            }
            if gone {
                self.forget_record(name.as_str());
            } else {
                self.records.insert(name.clone(), Arc::new(record));
            }
        }
        Ok(names.len())
    }

    /// The events a request is limited to; none for no limit.
    fn events_to_delete(&self, request: &DeleteRequest) -> Result<Option<Vec<u64>>, ProjectError> {
        if let Some(arm) = request.arm
            && !self.arms.contains_key(&arm)
        {
            return Err(ProjectError::NoSuchArm(arm));
        }
        if let Some(name) = &request.event {
            let event = self.event(name).filter(|e| request.arm.is_none_or(|arm| e.arm == arm));
            return match event {
                Some(event) => Ok(Some(vec![event.id])),
                None => Err(ProjectError::NoSuchEvent(name.clone())),
            };
        }
        let arm = request.arm.filter(|_| self.is_longitudinal());
        Ok(arm.map(|number| self.events.iter().filter(|e| e.arm == number).map(|e| e.id).collect()))
    }

    /// Deletes part of a record; true if nothing of the record is left.
    fn delete_part(&self, record: &mut Record, events: Option<&[u64]>, request: &DeleteRequest) -> bool {
        let in_scope = |event: u64| events.is_none_or(|list| list.contains(&event));
        match &request.instrument {
            Some(form) => self.delete_form(record, form, request.instance, &in_scope),
            None => {
                let spares = |instance: Option<u32>| match request.instance {
                    // An instance alone leaves plain rows alone.
                    Some(number) => instance != Some(number),
                    None => false,
                };
                record.rows.retain(|key, _| !in_scope(key.event) || spares(key.instance()));
                record.responses.retain(|key, _| !in_scope(key.event) || spares(Some(key.instance)));
            }
        }
        if self.is_longitudinal() {
            record.rows.is_empty()
        } else {
            // A classic record lives until it is deleted as a whole.
            record.touch(RowKey::base(self.first_event(None)));
            request.instrument.is_none() && request.instance.is_none()
        }
    }

    /// Deletes an instrument's data: one instance where it repeats, the first
    /// if none is named.
    fn delete_form(
        &self,
        record: &mut Record,
        form: &str,
        instance: Option<u32>,
        in_scope: &dyn Fn(u64) -> bool,
    ) {
        let number = instance.unwrap_or(1);
        let status = status_field(form);
        let is_own =
            |field: &String| *field == status || self.fields.get(field).is_some_and(|f| f.form == form);
        record.rows.retain(|key, row| {
            if !in_scope(key.event) {
                return true;
            }
            match &key.slot {
                Slot::FormInstance(own, own_number) => !(own == form && *own_number == number),
                Slot::EventInstance(own_number) if *own_number != number => true,
                Slot::EventInstance(_) | Slot::Base => {
                    if !self.is_designated(key.event, form) {
                        return true;
                    }
                    row.retain(|field, _| !is_own(field));
                    !row.is_empty()
                }
            }
        });
        let gone =
            |key: &ResponseKey| in_scope(key.event) && key.instrument == form && key.instance == number;
        record.responses.retain(|key, _| !gone(key));
    }

    /// Removes what refers to a deleted record by name.
    pub(super) fn forget_record(&mut self, name: &str) {
        self.participants.retain(|participant| participant.record.as_deref() != Some(name));
        self.queue_links.remove(name);
        for row in self.randomizations.iter_mut().flat_map(|model| &mut model.allocations) {
            if row.record.as_deref() == Some(name) {
                row.record = None;
            }
        }
    }

    /// Removes the rows of events that were deleted, and records left empty.
    pub(super) fn drop_event_data(&mut self, gone: &[u64]) {
        let mut emptied = Vec::new();
        for (name, record) in &mut self.records {
            let record = Arc::make_mut(record);
            record.responses.retain(|key, _| !gone.contains(&key.event));
            record.rows.retain(|key, row| {
                let keep = !gone.contains(&key.event);
                if !keep {
                    for value in row.values() {
                        if let Value::File(id) = value {
                            self.documents.remove(id);
                        }
                    }
                }
                keep
            });
            if record.rows.is_empty() {
                emptied.push(name.clone());
            }
        }
        for name in emptied {
            self.records.remove(&name);
            self.forget_record(name.as_str());
        }
        self.mappings.retain(|event, _| !gone.contains(event));
        self.repeating.retain(|event, _| !gone.contains(event));
        self.participants.retain(|participant| !gone.contains(&participant.event));
    }
}
