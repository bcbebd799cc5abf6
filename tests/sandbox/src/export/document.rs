//! ODM: the records that a plan has, with only the values that it has.

use std::collections::BTreeSet;
use std::io::{self, Write};

use super::plan::{Extent, Plan};
use super::walk::{Place, walk};
use crate::odm::{Document, WriteOptions};
use crate::project::{Record, RecordName};

/// Text is passed on when it is as long as this.
const FULL: usize = 32 * 1024;

/// Writes the document.
pub fn write(plan: &Plan, extent: Extent, out: &mut dyn Write) -> io::Result<()> {
    let mut fields: BTreeSet<String> = plan.columns.slots.iter().cloned().collect();
    if plan.columns.has_id {
        fields.insert(plan.project.record_id_field().to_owned());
    }
    let options = WriteOptions {
        now: plan.now.clone(),
        version: plan.version.clone(),
        metadata: extent.metadata,
        data: extent.data,
        records: None,
        fields: Some(fields),
        events: None,
        dags: plan.selection.dag_column && !plan.access.in_group(),
        survey_fields: plan.selection.survey_fields,
        files: extent.files,
    };
    let document = Document::new(&plan.project, &options);
    let mut text = document.head();
    if extent.data {
        let mut pending: Option<(RecordName, Record)> = None;
        walk(plan, |place| {
            if pending.as_ref().is_none_or(|(name, _)| name.as_str() != place.shown) {
                if let Some((name, record)) = pending.take() {
                    document.subject(&mut text, &name, &record);
                }
                let record = Record { dag: place.record.dag, ..Record::default() };
                pending = Some((RecordName::new(place.shown), record));
            }
            if let Some((_, record)) = &mut pending {
                add(plan, place, record);
            }
            if text.len() >= FULL {
                out.write_all(text.as_bytes())?;
                text.clear();
            }
            Ok(())
        })?;
        if let Some((name, record)) = pending {
            document.subject(&mut text, &name, &record);
        }
    }
    text.push_str(document.tail());
    out.write_all(text.as_bytes())
}

/// Copies what the caller may have of a row.
fn add(plan: &Plan, place: &Place<'_, '_>, record: &mut Record) {
    let stored = place.record.rows.get(place.key).into_iter().flatten();
    let wanted = stored.filter(|(name, _)| plan.columns.slots.contains(*name));
    let values = wanted.map(|(name, value)| (name.clone(), value.clone())).collect();
    record.rows.insert(place.key.clone(), values);
    if !plan.selection.survey_fields {
        return;
    }
    let identifies = plan.access.keeps_survey_identifier(&plan.project);
    for (form, key, response) in place.responses(&plan.project) {
        if plan.access.keeps_timestamp(&plan.project, form) {
            let mut response = response.clone();
            response.identifier = response.identifier.filter(|_| identifies);
            record.responses.insert(key.clone(), response);
        }
    }
}
