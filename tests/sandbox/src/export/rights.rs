//! What the caller may take out of the project.

use md5::{Digest, Md5};

use crate::api::Caller;
use crate::project::{ExportRight, Field, FieldType, Instrument, Project};

/// The export rights of a caller.
#[derive(Debug, Clone)]
pub struct Access {
    /// By position of the instrument.
    levels: Vec<ExportRight>,
    /// Group whose records alone are visible.
    dag: Option<u64>,
    /// What record ids are hashed with, if they are to be hidden.
    salt: Option<String>,
}

impl Access {
    /// A caller who may see all data of the visible records.
    pub fn full(caller: &Caller, project: &Project) -> Access {
        let levels = vec![ExportRight::Full; project.instruments.len()];
        Access { levels, dag: caller.dag, salt: None }
    }

    /// The rights of a caller in a project.
    pub fn of(caller: &Caller, project: &Project) -> Access {
        let levels: Vec<ExportRight> =
            project.instruments.iter().map(|form| caller.rights.export(&form.name)).collect();
        let id = project.fields.first().map(|(_, field)| field);
        let hidden =
            id.is_some_and(|id| id.identifier && caller.rights.export(&id.form) != ExportRight::Full);
        let salt = hidden.then(|| format!("{} {}", project.id, project.settings.creation_time));
        Access { levels, dag: caller.dag, salt }
    }

    /// True if a record of this group is visible.
    pub fn sees(&self, dag: Option<u64>) -> bool {
        self.dag.is_none() || self.dag == dag
    }

    /// True if the caller belongs to a group.
    pub fn in_group(&self) -> bool {
        self.dag.is_some()
    }

    fn level(&self, project: &Project, form: &str) -> ExportRight {
        let position = project.instruments.iter().position(|one| one.name == form);
        position.and_then(|index| self.levels.get(index)).copied().unwrap_or(ExportRight::None)
    }

    /// True if the status of an instrument may leave.
    pub fn keeps_form(&self, project: &Project, form: &str) -> bool {
        self.level(project, form) != ExportRight::None
    }

    /// True if a field's values may leave. The record id always may, though perhaps not readably.
    pub fn keeps(&self, project: &Project, field: &Field) -> bool {
        if field.name == project.record_id_field() {
            return true;
        }
        match self.level(project, &field.form) {
            ExportRight::None => false,
            ExportRight::Full => true,
            ExportRight::NoIdentifiers => !field.identifier,
            ExportRight::Deidentified => !field.identifier && !is_free_text_or_date(field),
        }
    }

    /// True if the time of a survey may leave.
    pub fn keeps_timestamp(&self, project: &Project, form: &Instrument) -> bool {
        matches!(self.level(project, &form.name), ExportRight::Full | ExportRight::NoIdentifiers)
    }

    /// True if what identifies participants may leave: it belongs to no instrument, so to all surveys.
    pub fn keeps_survey_identifier(&self, project: &Project) -> bool {
        let mut surveys = project.instruments.iter().filter(|form| form.survey.is_some());
        surveys.all(|form| self.level(project, &form.name) == ExportRight::Full)
    }

    /// A record id as the caller may see it.
    pub fn shown<'a>(&self, name: &'a str, scratch: &'a mut String) -> &'a str {
        let Some(salt) = &self.salt else { return name };
        let digest = Md5::new().chain_update(salt).chain_update([0]).chain_update(name).finalize();
        scratch.clear();
        for byte in digest {
            for digit in [byte >> 4, byte & 15] {
                scratch.push(char::from_digit(u32::from(digit), 16).unwrap_or('0'));
            }
        }
        scratch
    }
}

/// What a de-identified export leaves out beside identifiers.
fn is_free_text_or_date(field: &Field) -> bool {
    match field.kind {
        FieldType::Notes => true,
        FieldType::Text => field.validation.is_empty() || field.validation.starts_with("date"),
        _ => false,
    }
}
