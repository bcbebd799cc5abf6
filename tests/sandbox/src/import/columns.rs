//! What the columns of an import stand for.

use std::collections::HashMap;

use super::values::{Rule, rule};
use crate::project::{FieldType, Project, checkbox_column, parse_choices};

/// What the values of a column go to.
#[derive(Debug, Clone)]
pub enum Target {
    /// A field, with what it takes.
    Field(Rule),
    /// One option of a checkbox field: the field and the code.
    Option(String, String),
    /// A checkbox field whose value is one code, as rows of single values have it.
    Code(Vec<String>),
    /// The missing-data code of a checkbox field.
    Missing(String, String),
    /// The status of an instrument.
    Status,
    /// Nothing: the server fills it, or it comes another way.
    Ignored,
}

/// A column.
#[derive(Debug, Clone)]
pub struct Column {
    /// Its name in the data.
    pub name: String,
    /// The instrument that it belongs to.
    pub form: String,
    /// Where its values go.
    pub target: Target,
}

/// The columns of a document, each read once.
#[derive(Debug)]
pub struct Columns<'p> {
    project: &'p Project,
    /// Rows hold one value each, and name checkboxes by their field.
    single_values: bool,
    known: HashMap<String, usize>,
    /// The columns in order of appearance.
    pub list: Vec<Column>,
    /// Names that are no column, in order of appearance.
    pub unknown: Vec<String>,
}

impl<'p> Columns<'p> {
    /// No column yet.
    pub fn new(project: &'p Project, single_values: bool) -> Columns<'p> {
        let (known, list, unknown) = Default::default();
        Columns { project, single_values, known, list, unknown }
    }

    /// The position of a column; none for a name that the project does not have.
    pub fn position(&mut self, name: &str) -> Option<usize> {
        if let Some(position) = self.known.get(name) {
            return Some(*position);
        }
        let Some((form, target)) = self.resolve(name) else {
            if !self.unknown.iter().any(|known| known == name) {
                self.unknown.push(name.to_owned());
            }
            return None;
        };
        self.list.push(Column { name: name.to_owned(), form: form.to_owned(), target });
        self.known.insert(name.to_owned(), self.list.len() - 1);
        Some(self.list.len() - 1)
    }

    fn resolve(&self, name: &str) -> Option<(&'p str, Target)> {
        let project = self.project;
        if let Some(field) = project.fields.get(name) {
            let target = match field.kind {
                FieldType::Calc | FieldType::Descriptive | FieldType::File => Target::Ignored,
                FieldType::Checkbox if self.single_values => {
                    Target::Code(field.choices.iter().map(|choice| choice.code.clone()).collect())
                }
                FieldType::Checkbox => return None,
                _ => Target::Field(rule(field)),
            };
            return Some((&field.form, target));
        }
        let instrument = |ending: &str| project.instrument(name.strip_suffix(ending)?);
        if let Some(instrument) = instrument("_complete") {
            return Some((&instrument.name, Target::Status));
        }
        if let Some(instrument) = instrument("_timestamp") {
            return Some((&instrument.name, Target::Ignored));
        }
        if name == "redcap_survey_identifier" {
            return Some(("", Target::Ignored));
        }
        self.option(name)
    }

    /// A column of a checkbox field. Its code was made fit for a column name, so it has to be searched.
    fn option(&self, name: &str) -> Option<(&'p str, Target)> {
        let missing = || parse_choices(&self.project.settings.missing_data_codes).into_iter();
        name.match_indices("___").find_map(|(end, _)| {
            let field = self.project.fields.get(&name[..end])?;
            if field.kind != FieldType::Checkbox {
                return None;
            }
            let fits = |code: &str| checkbox_column(&field.name, code) == name;
            let option = field.choices.iter().find(|choice| fits(&choice.code));
            let option = option.map(|choice| Target::Option(field.name.clone(), choice.code.clone()));
            let code = || missing().find(|choice| fits(&choice.code));
            let target = option.or_else(|| Some(Target::Missing(field.name.clone(), code()?.code)))?;
            Some((field.form.as_str(), target))
        })
    }
}
