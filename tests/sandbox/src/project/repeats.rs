//! What happens to data when an event or instrument begins or ceases to repeat.

use std::sync::Arc;

use super::{Project, Record, Row, RowKey, Slot, status_field};

impl Project {
    /// Brings records into line with the repeating setup: plain data of what
    /// now repeats become the first instance, and the first instance of what
    /// no longer repeats becomes plain data. Further instances stay hidden.
    pub(super) fn settle_instances(&mut self) {
        let mut records = std::mem::take(&mut self.records);
        for record in records.values_mut() {
            let record = Arc::make_mut(record);
            for key in record.rows.keys().cloned().collect::<Vec<_>>() {
                self.settle_row(record, key);
            }
        }
        self.records = records;
    }

    fn settle_row(&self, record: &mut Record, key: RowKey) {
        let longitudinal = self.is_longitudinal();
        match &key.slot {
            Slot::Base if longitudinal && self.is_repeating_event(key.event) => {
                let row = record.rows.remove(&key).unwrap_or_default();
                merge(record, RowKey::event_instance(key.event, 1), row);
            }
            Slot::Base => {
                let mut moved = false;
                for instrument in
                    self.instruments.iter().filter(|i| self.is_repeating_form(key.event, &i.name))
                {
                    let row = record.rows.get_mut(&key).map(|row| self.take_form(row, &instrument.name));
                    if let Some(row) = row.filter(|row| !row.is_empty()) {
                        merge(record, RowKey::form_instance(key.event, &instrument.name, 1), row);
                        moved = true;
                    }
                }
                if longitudinal && moved && record.rows.get(&key).is_some_and(Row::is_empty) {
                    record.rows.remove(&key);
                }
            }
            Slot::EventInstance(1) if !self.is_repeating_event(key.event) => {
                let row = record.rows.remove(&key).unwrap_or_default();
                merge(record, RowKey::base(key.event), row);
                self.settle_row(record, RowKey::base(key.event));
            }
            Slot::FormInstance(form, 1) if !self.is_repeating_form(key.event, form) => {
                let row = record.rows.remove(&key).unwrap_or_default();
                merge(record, self.row_of(key.event, form, 1), row);
            }
            Slot::EventInstance(_) | Slot::FormInstance(..) => {}
        }
    }

    /// Takes an instrument's values out of a row.
    fn take_form(&self, row: &mut Row, form: &str) -> Row {
        let status = status_field(form);
        let is_own = |name: &str| name == status || self.fields.get(name).is_some_and(|f| f.form == form);
        let (taken, kept) = std::mem::take(row).into_iter().partition(|(name, _)| is_own(name));
        *row = kept;
        taken
    }
}

/// Adds values to a row without replacing any.
fn merge(record: &mut Record, key: RowKey, row: Row) {
    let target = record.rows.entry(key).or_default();
    for (name, value) in row {
        target.entry(name).or_insert(value);
    }
}
