//! The part of a project that an export shows, as a project: for ODM.

use std::collections::BTreeSet;
use std::sync::Arc;

use redcap_generator::spec::raw::AnswerKind;

use super::plan::Plan;
use super::walk::walk;
use crate::api::{Call, Format, Reply};
use crate::odm::{WriteOptions, write};
use crate::project::{Project, Record, RecordName};

/// The project with only those records and values that the plan has.
fn excerpt(plan: &Plan) -> Project {
    let mut project =
        Project { records: Default::default(), generated: None, ..Project::clone(&plan.project) };
    let result = walk(plan, |place| {
        let record = project.records.entry(RecordName::new(place.shown)).or_insert_with(|| {
            let Record { dag, created, modified, .. } = place.record.clone();
            Arc::new(Record { dag, created, modified, ..Record::default() })
        });
        let record = Arc::make_mut(record);
        let stored = place.record.rows.get(place.key);
        let values = stored.into_iter().flatten().filter(|(name, _)| plan.columns.slots.contains(*name));
        let values = values.map(|(name, value)| (name.clone(), value.clone())).collect();
        record.rows.insert(place.key.clone(), values);
        let number = place.key.instance().unwrap_or(1);
        let forms = &plan.project.instruments;
        for (key, response) in &place.record.responses {
            let here = key.event == place.key.event && key.instance == number;
            let form = forms.iter().position(|form| form.name == key.instrument);
            let Some(form) = form.filter(|form| here && place.belongs[*form]) else { continue };
            if plan.access.keeps_timestamp(&plan.project, &forms[form]) {
                record.responses.insert(key.clone(), response.clone());
            }
        }
        Ok(())
    });
    // The visitor never fails.
    debug_assert!(result.is_ok());
    project
}

/// What an ODM document is to contain beside clinical data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Extent {
    /// Settings and dictionary.
    pub metadata: bool,
    /// No clinical data at all.
    pub no_data: bool,
    /// Uploaded files.
    pub files: bool,
}

/// Answers with an ODM document.
pub fn document(call: &Call<'_>, plan: &Plan, extent: Extent) -> Reply {
    let mut fields: BTreeSet<String> = plan.columns.slots.iter().cloned().collect();
    if plan.columns.has_id {
        fields.insert(plan.project.record_id_field().to_owned());
    }
    let options = WriteOptions {
        now: plan.now.clone(),
        version: call.catalogue().version.to_string(),
        metadata: extent.metadata,
        data: !extent.no_data,
        records: None,
        fields: Some(fields),
        events: None,
        dags: plan.selection.dag_column && !plan.access.in_group(),
        survey_fields: plan.selection.survey_fields,
        files: extent.files,
    };
    let text = if extent.no_data { write(&plan.project, &options) } else { write(&excerpt(plan), &options) };
    call.reply(AnswerKind::Odm, Format::Odm, text)
}
