//! The document as a whole: from text to a project.

use std::collections::HashMap;

use super::xml::{Element, OdmError, content_error, parse};
use super::{ReadOptions, read_data, read_globals, read_metadata};
use crate::project::{Project, format_choices};

/// Where the data of an item go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Target {
    /// The record id, repeated in the data.
    RecordId,
    /// The record's group.
    Dag,
    /// The identifier of a survey participant.
    SurveyIdentifier,
    /// The survey timestamp of an instrument.
    Timestamp(String),
    /// The status of an instrument.
    Status(String),
    /// A field.
    Field(String),
    /// One option of a checkbox field.
    Option(String, String),
}

/// What the object identifiers of a document stand for.
#[derive(Debug, Default)]
pub(super) struct Identifiers {
    /// Instruments by form identifier.
    pub forms: HashMap<String, String>,
    /// Event numbers by event identifier.
    pub events: HashMap<String, u64>,
    /// Items.
    pub items: HashMap<String, Target>,
}

/// Reads a project.
pub fn read(text: &str, options: &ReadOptions) -> Result<Project, OdmError> {
    let root = root(text, options)?;
    let study = root.descendant("Study").unwrap_or(&root);
    let globals = study.child("GlobalVariables");
    let title = globals
        .and_then(|globals| globals.child("StudyName"))
        .map(|name| name.text.clone())
        .or_else(|| root.attribute("Description").map(str::to_owned))
        .unwrap_or_default();
    let metadata = study
        .child("MetaDataVersion")
        .ok_or_else(|| content_error(text, study.offset, "the study has no <MetaDataVersion>"))?;
    let mut project = Project::empty(options.project_id, title);
    project.settings.creation_time = match options.now.as_str() {
        "" => made_at(&root).unwrap_or_default(),
        now => now.to_owned(),
    };
    let identifiers = read_metadata::read(&mut project, metadata, text)?;
    if options.tight_choices {
        for field in project.fields.values_mut() {
            field.write_choices_as(format_choices(&field.choices, "|"));
        }
    }
    if let Some(globals) = globals {
        read_globals::read(&mut project, globals);
    }
    read_metadata::finish(&mut project, metadata, globals);
    for data in root.children_of("ClinicalData") {
        read_data::read(&mut project, data, &identifiers, options, text)?;
    }
    Ok(project)
}

/// When the document was made, in the form of the server's times.
fn made_at(root: &Element) -> Option<String> {
    let time: jiff::civil::DateTime = root.attribute("CreationDateTime")?.parse().ok()?;
    Some(time.strftime("%Y-%m-%d %H:%M:%S").to_string())
}

/// Reads the records of a document that belongs to an existing project. The
/// answer is that project with nothing but these records and their files.
pub fn read_records(text: &str, project: &Project, options: &ReadOptions) -> Result<Project, OdmError> {
    let root = root(text, options)?;
    let mut result = project.clone();
    result.records.clear();
    result.documents.clear();
    let identifiers = read_metadata::identifiers_of(project);
    for data in root.children_of("ClinicalData") {
        read_data::read(&mut result, data, &identifiers, options, text)?;
    }
    Ok(result)
}

fn root(text: &str, options: &ReadOptions) -> Result<Element, OdmError> {
    let root = parse(text, options.limits)?;
    if root.name == "ODM" {
        Ok(root)
    } else {
        Err(content_error(text, root.offset, format!("the root element is <{}>, not <ODM>", root.name)))
    }
}
