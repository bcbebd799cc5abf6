//! The columns of an export, with everything about them that is the same in all rows.

use indexmap::IndexSet;

use super::labels::{Codes, Shown, codes, is_decimal};
use super::plan::{Body, Style};
use super::rights::Access;
use super::selection::Selection;
use super::sheet::Heading;
use crate::project::{Field, FieldType, Instrument, Project, checkbox_column, status_choices, status_field};

/// A column.
#[derive(Debug, Clone)]
pub struct Column {
    /// What stands over it.
    pub heading: Heading,
    /// Name of the field, or of the column if it is none.
    pub name: String,
    /// Position of the instrument; the columns of the row itself have none.
    pub form: Option<usize>,
    /// Where its cells come from.
    pub source: Source,
}

/// Where the cells of a column come from. A slot is a position in [`Columns::slots`].
#[derive(Debug, Clone)]
pub enum Source {
    /// The name of the record.
    RecordId,
    /// The event.
    EventName,
    /// The instrument, in rows of a repeating instrument.
    RepeatInstrument,
    /// The instance, in rows that repeat.
    RepeatInstance,
    /// The group of the record.
    Group,
    /// What identifies the survey participant.
    SurveyIdentifier,
    /// The time of the survey.
    Timestamp,
    /// The status of the instrument.
    Status {
        /// Where it is stored.
        slot: usize,
        /// What stands for a status that was never stored.
        gray: String,
        /// What is shown for codes.
        codes: Option<Codes>,
    },
    /// A field with one value.
    Value {
        /// Where it is stored.
        slot: usize,
        /// What is shown for codes.
        codes: Option<Codes>,
        /// The decimal mark that is wanted.
        decimal: Option<char>,
    },
    /// One option of a checkbox.
    Option {
        /// Where the checkbox is stored.
        slot: usize,
        /// The code of the option.
        code: String,
        /// What is shown if it is checked.
        on: String,
        /// What is shown if it is not.
        off: String,
    },
    /// All checked options of a checkbox: what is shown for each, in the order of the choices.
    Checked {
        /// Where the checkbox is stored.
        slot: usize,
        /// Code and text of each option.
        options: Vec<(String, String)>,
    },
}

/// The columns of an export.
#[derive(Debug, Clone, Default)]
pub struct Columns {
    /// In their order.
    pub list: Vec<Column>,
    /// Names of the stored values that they read.
    pub slots: IndexSet<String>,
    /// The record id is among them.
    pub has_id: bool,
}

impl Columns {
    /// The slot of a stored value, which mostly is the one behind the slot before.
    pub fn slot(&self, name: &str, next: usize) -> Option<usize> {
        let follows = self.slots.get_index(next).is_some_and(|slot| slot == name);
        if follows { Some(next) } else { self.slots.get_index_of(name) }
    }
}

/// Makes the columns.
pub struct Builder<'a> {
    /// The project.
    pub project: &'a Project,
    /// What is wanted.
    pub selection: &'a Selection,
    /// How it is shown.
    pub style: &'a Style,
    /// What may be seen.
    pub access: &'a Access,
    /// Rows can repeat.
    pub repeating: bool,
    /// What was made so far.
    pub made: Columns,
}

impl Builder<'_> {
    /// The columns of a flat export, or those whose values an export by value goes through.
    pub fn build(mut self) -> Columns {
        let project = self.project;
        let id = project.record_id_field();
        self.made.has_id = project.fields.get(id).is_some_and(|field| self.selection.takes(id, &field.form));
        if !self.selection.columns_as_named {
            self.front();
        }
        let named = self.selection.columns_as_named;
        let first: IndexSet<String> =
            self.selection.fields.iter().flatten().filter(|_| named).cloned().collect();
        let mut timed = IndexSet::new();
        for name in &first {
            self.named(name, &mut timed);
        }
        if self.selection.columns_as_named && !first.contains(id) {
            // The group and the survey's identifier do not depend on the record id.
            let own = self.made.list.len();
            self.added();
            self.made.list.rotate_left(own);
        }
        for (index, form) in project.instruments.iter().enumerate() {
            for field in project.fields_of(&form.name) {
                let wanted = self.selection.takes(&field.name, &form.name) && !first.contains(&field.name);
                if wanted && field.name != id {
                    self.timestamp(index, form, &mut timed);
                    self.field(index, field);
                }
            }
            let status = status_field(&form.name);
            if self.selection.takes_form(&form.name) {
                self.timestamp(index, form, &mut timed);
            }
            if self.selection.takes(&status, &form.name) && !first.contains(&status) {
                self.status(index, form);
            }
        }
        self.made
    }

    /// A field, an instrument's status, or the record id with what belongs to it.
    fn named(&mut self, name: &str, timed: &mut IndexSet<usize>) {
        let project = self.project;
        if name == project.record_id_field() {
            if self.selection.columns_as_named {
                self.front();
            }
            return;
        }
        if let Some(field) = project.fields.get(name) {
            let form = project.instruments.iter().enumerate().find(|(_, form)| form.name == field.form);
            if let Some((index, form)) = form {
                self.timestamp(index, form, timed);
                self.field(index, field);
            }
            return;
        }
        let forms = project.instruments.iter().enumerate();
        if let Some((index, form)) = forms.into_iter().find(|(_, form)| status_field(&form.name) == name) {
            self.status(index, form);
        }
    }

    /// The record id and the columns that stand behind it.
    fn front(&mut self) {
        let project = self.project;
        if self.made.has_id {
            let field = &project.fields[project.record_id_field()];
            let form = project.instruments.iter().position(|form| form.name == field.form);
            self.push(&field.name, &field.label, form, Source::RecordId);
            if project.is_longitudinal() {
                self.push("redcap_event_name", "Event Name", None, Source::EventName);
            }
            if self.repeating {
                self.push("redcap_repeat_instrument", "Repeat Instrument", None, Source::RepeatInstrument);
                self.push("redcap_repeat_instance", "Repeat Instance", None, Source::RepeatInstance);
            }
        }
        self.added();
    }

    /// The group and the survey's identifier.
    fn added(&mut self) {
        let project = self.project;
        if self.selection.dag_column && !project.dags.is_empty() && !self.access.in_group() {
            self.push("redcap_data_access_group", "Data Access Group", None, Source::Group);
        }
        let surveys = self.selection.survey_fields && project.has_surveys();
        if surveys && self.access.keeps_survey_identifier(project) {
            self.push("redcap_survey_identifier", "Survey Identifier", None, Source::SurveyIdentifier);
        }
    }

    fn push(&mut self, name: &str, label: &str, form: Option<usize>, source: Source) {
        self.column(name, name, label, form, source);
    }

    fn column(&mut self, column: &str, name: &str, label: &str, form: Option<usize>, source: Source) {
        let heading = Heading::new(column, Some(label).filter(|_| self.style.header_labels));
        self.made.list.push(Column { heading, name: name.to_owned(), form, source });
    }

    fn slot(&mut self, name: &str) -> usize {
        self.made.slots.insert_full(name.to_owned()).0
    }

    fn timestamp(&mut self, index: usize, form: &Instrument, timed: &mut IndexSet<usize>) {
        let shown = self.selection.survey_fields
            && self.project.has_surveys()
            && form.survey.is_some()
            && self.access.keeps_timestamp(self.project, form);
        if shown && timed.insert(index) {
            let name = format!("{}_timestamp", form.name);
            self.push(&name, "Survey Timestamp", Some(index), Source::Timestamp);
        }
    }

    fn status(&mut self, index: usize, form: &Instrument) {
        if !self.access.keeps_form(self.project, &form.name) {
            return;
        }
        let name = status_field(&form.name);
        let codes = codes(&status_choices(), self.project, self.style.shown);
        let gray = if self.style.blank_gray { "" } else { "0" };
        let gray = codes.as_ref().and_then(|codes| codes.get(gray)).map_or(gray, String::as_str).to_owned();
        let slot = self.slot(&name);
        self.push(&name, "Complete?", Some(index), Source::Status { slot, gray, codes });
    }

    fn field(&mut self, index: usize, field: &Field) {
        if field.kind == FieldType::Descriptive || !self.access.keeps(self.project, field) {
            return;
        }
        let slot = self.slot(&field.name);
        let form = Some(index);
        if field.kind != FieldType::Checkbox {
            let choices = field.effective_choices();
            let codes = codes(&choices, self.project, self.style.shown);
            let decimal = self.style.decimal.filter(|_| is_decimal(field));
            return self.push(&field.name, &field.label, form, Source::Value { slot, codes, decimal });
        }
        let shown = self.style.shown;
        if self.style.combine || self.style.body == Body::Eav {
            let options = field.choices.iter().map(|choice| (choice.code.clone(), shown.choice(choice)));
            let source = Source::Checked { slot, options: options.collect() };
            return self.push(&field.name, &field.label, form, source);
        }
        for choice in &field.choices {
            let (on, off) = match shown {
                Shown::Raw => ("1".to_owned(), "0"),
                Shown::Label if !self.style.checkbox_labels => ("Checked".to_owned(), "Unchecked"),
                Shown::Label | Shown::Both => (shown.choice(choice), ""),
            };
            let column = checkbox_column(&field.name, &choice.code);
            let label = format!("{} (choice={})", field.label, choice.label);
            let source = Source::Option { slot, code: choice.code.clone(), on, off: off.to_owned() };
            self.column(&column, &field.name, &label, form, source);
        }
    }
}
