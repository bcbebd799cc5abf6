//! Fields of the data dictionary: types, choices and the columns they export to.

use serde::{Deserialize, Serialize};

/// The twelve field types of a data dictionary.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum FieldType {
    /// One line of text, with or without a validation.
    Text,
    /// A paragraph.
    Notes,
    /// One choice from a list.
    Dropdown,
    /// One choice from buttons.
    Radio,
    /// Any number of choices.
    Checkbox,
    /// A number or text that the server computes.
    Calc,
    /// A list of choices that comes from a query.
    Sql,
    /// An uploaded file or a signature.
    File,
    /// A visual scale.
    Slider,
    /// Text without data.
    Descriptive,
    /// `1` yes, `0` no.
    YesNo,
    /// `1` true, `0` false.
    TrueFalse,
}

impl FieldType {
    /// All types, in the order in which an error message lists them.
    pub const ALL: [FieldType; 12] = [
        FieldType::Text,
        FieldType::Notes,
        FieldType::Radio,
        FieldType::Dropdown,
        FieldType::Calc,
        FieldType::File,
        FieldType::Checkbox,
        FieldType::YesNo,
        FieldType::TrueFalse,
        FieldType::Descriptive,
        FieldType::Slider,
        FieldType::Sql,
    ];

    /// The name in a data dictionary.
    pub fn name(self) -> &'static str {
        match self {
            FieldType::Text => "text",
            FieldType::Notes => "notes",
            FieldType::Dropdown => "dropdown",
            FieldType::Radio => "radio",
            FieldType::Checkbox => "checkbox",
            FieldType::Calc => "calc",
            FieldType::Sql => "sql",
            FieldType::File => "file",
            FieldType::Slider => "slider",
            FieldType::Descriptive => "descriptive",
            FieldType::YesNo => "yesno",
            FieldType::TrueFalse => "truefalse",
        }
    }

    /// The name in project XML, which differs for two types.
    pub fn odm_name(self) -> &'static str {
        match self {
            FieldType::Notes => "textarea",
            FieldType::Dropdown => "select",
            other => other.name(),
        }
    }

    /// Reads a type name of a dictionary or of project XML, in any case.
    pub fn parse(name: &str) -> Option<FieldType> {
        let name = name.trim().to_ascii_lowercase();
        match name.as_str() {
            "textarea" => Some(FieldType::Notes),
            "select" => Some(FieldType::Dropdown),
            "advcheckbox" => Some(FieldType::Checkbox),
            _ => FieldType::ALL.into_iter().find(|kind| kind.name() == name),
        }
    }

    /// True for types whose dictionary cell lists choices.
    pub fn lists_choices(self) -> bool {
        matches!(self, FieldType::Dropdown | FieldType::Radio | FieldType::Checkbox)
    }
}

/// One choice of a field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// The raw code that is stored.
    pub code: String,
    /// The text that people see.
    pub label: String,
}

impl Choice {
    /// Makes a choice.
    pub fn new(code: impl Into<String>, label: impl Into<String>) -> Choice {
        Choice { code: code.into(), label: label.into() }
    }
}

/// Splits `code, label | code, label`, with or without blanks around the bars.
pub fn parse_choices(text: &str) -> Vec<Choice> {
    text.split(['|', '\n'])
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .map(|part| match part.split_once(',') {
            Some((code, label)) => Choice::new(code.trim(), label.trim()),
            // A choice without a comma is its own code.
            None => Choice::new(part, part),
        })
        .collect()
}

/// Joins choices as `code, label` with something between them: mostly ` | `, in project XML `|`.
pub fn format_choices(choices: &[Choice], between: &str) -> String {
    choices.iter().map(|c| format!("{}, {}", c.code, c.label)).collect::<Vec<_>>().join(between)
}

/// The export column of one checkbox choice.
///
/// The code is lower-cased and everything outside `[a-z0-9]` becomes an
/// underscore, so `-99` of `field` is `field____99`.
pub fn checkbox_column(field: &str, code: &str) -> String {
    let mut column = String::with_capacity(field.len() + 3 + code.len());
    column.push_str(field);
    column.push_str("___");
    for c in code.chars() {
        let c = c.to_ascii_lowercase();
        column.push(if c.is_ascii_lowercase() || c.is_ascii_digit() { c } else { '_' });
    }
    column
}

/// The name of an instrument's status field.
pub fn status_field(instrument: &str) -> String {
    format!("{instrument}_complete")
}

/// The three states of an instrument.
pub fn status_choices() -> Vec<Choice> {
    vec![Choice::new("0", "Incomplete"), Choice::new("1", "Unverified"), Choice::new("2", "Complete")]
}

/// One row of the data dictionary.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Field {
    /// Variable name.
    pub name: String,
    /// Unique name of the instrument that holds the field.
    pub form: String,
    /// Heading above the field.
    pub section_header: String,
    /// Type.
    pub kind: FieldType,
    /// Label, possibly HTML.
    pub label: String,
    /// Choices of a dropdown, radio or checkbox field; empty for other types.
    pub choices: Vec<Choice>,
    /// The choices as they were written when the field was made; blank for `1, A | 2, B`.
    #[serde(default)]
    pub choices_cell: String,
    /// The calculation, query or slider labels of a field without choices.
    pub formula: String,
    /// Note below the field.
    pub note: String,
    /// Validation name, `number` for a slider that shows its number, `signature`, `autocomplete`.
    pub validation: String,
    /// Lowest value that raises no warning.
    pub validation_min: String,
    /// Highest value that raises no warning.
    pub validation_max: String,
    /// True if the field identifies a person.
    pub identifier: bool,
    /// Condition under which the field is shown.
    pub branching_logic: String,
    /// True if a value is required.
    pub required: bool,
    /// `RV`, `LV`, `LH`, `RH` or blank.
    pub alignment: String,
    /// Number of the question in a survey.
    pub question_number: String,
    /// Name of the matrix the field belongs to.
    pub matrix_group: String,
    /// True if a matrix column may be chosen once only.
    pub matrix_ranking: bool,
    /// Action tags and remarks.
    pub annotation: String,
}

impl Field {
    /// The 18 columns of a dictionary, in the order every server uses.
    pub const COLUMNS: [&'static str; 18] = [
        "field_name",
        "form_name",
        "section_header",
        "field_type",
        "field_label",
        "select_choices_or_calculations",
        "field_note",
        "text_validation_type_or_show_slider_number",
        "text_validation_min",
        "text_validation_max",
        "identifier",
        "branching_logic",
        "required_field",
        "custom_alignment",
        "question_number",
        "matrix_group_name",
        "matrix_ranking",
        "field_annotation",
    ];

    /// A field with nothing but its name, form, type and label.
    pub fn new(name: &str, form: &str, kind: FieldType, label: &str) -> Field {
        Field {
            name: name.into(),
            form: form.into(),
            section_header: String::new(),
            kind,
            label: label.into(),
            choices: Vec::new(),
            choices_cell: String::new(),
            formula: String::new(),
            note: String::new(),
            validation: String::new(),
            validation_min: String::new(),
            validation_max: String::new(),
            identifier: false,
            branching_logic: String::new(),
            required: false,
            alignment: String::new(),
            question_number: String::new(),
            matrix_group: String::new(),
            matrix_ranking: false,
            annotation: String::new(),
        }
    }

    /// The dictionary cell that holds choices, calculation, query or slider labels.
    pub fn select_choices_or_calculations(&self) -> String {
        if !self.kind.lists_choices() {
            self.formula.clone()
        } else if !self.choices_cell.is_empty() && parse_choices(&self.choices_cell) == self.choices {
            self.choices_cell.clone()
        } else {
            format_choices(&self.choices, " | ")
        }
    }

    /// Fills choices or formula from the dictionary cell, by type.
    pub fn set_choices_or_calculations(&mut self, cell: &str) {
        if self.kind.lists_choices() {
            self.choices = parse_choices(cell);
            self.write_choices_as(cell.trim().replace('\n', "|"));
            self.formula.clear();
        } else {
            self.choices.clear();
            self.choices_cell.clear();
            self.formula = cell.to_owned();
        }
    }

    /// Remembers how the choices were written, with or without blanks and codes.
    pub fn write_choices_as(&mut self, cell: String) {
        let usual = format_choices(&self.choices, " | ");
        self.choices_cell = if cell.trim() == usual.trim() { String::new() } else { cell };
    }

    /// The choices a value may come from, including those that yes/no and
    /// true/false fields have without listing them.
    pub fn effective_choices(&self) -> Vec<Choice> {
        match self.kind {
            FieldType::YesNo => vec![Choice::new("1", "Yes"), Choice::new("0", "No")],
            FieldType::TrueFalse => vec![Choice::new("1", "True"), Choice::new("0", "False")],
            _ => self.choices.clone(),
        }
    }

    /// The label of a code, if the field has that choice.
    pub fn choice_label(&self, code: &str) -> Option<String> {
        self.effective_choices().into_iter().find(|c| c.code == code).map(|c| c.label)
    }

    /// The columns of a record export: one per choice of a checkbox, none for
    /// a descriptive field, otherwise the field's own name.
    pub fn columns(&self) -> Vec<String> {
        match self.kind {
            FieldType::Descriptive => Vec::new(),
            FieldType::Checkbox => {
                self.choices.iter().map(|c| checkbox_column(&self.name, &c.code)).collect()
            }
            _ => vec![self.name.clone()],
        }
    }

    /// True for uploaded files and signatures.
    pub fn is_file(&self) -> bool {
        self.kind == FieldType::File
    }

    /// The 18 cells of the field's dictionary row.
    pub fn cells(&self) -> [String; 18] {
        let flag = |on: bool| if on { "y".to_owned() } else { String::new() };
        [
            self.name.clone(),
            self.form.clone(),
            self.section_header.clone(),
            self.kind.name().to_owned(),
            self.label.clone(),
            self.select_choices_or_calculations(),
            self.note.clone(),
            self.validation.clone(),
            self.validation_min.clone(),
            self.validation_max.clone(),
            flag(self.identifier),
            self.branching_logic.clone(),
            flag(self.required),
            self.alignment.clone(),
            self.question_number.clone(),
            self.matrix_group.clone(),
            flag(self.matrix_ranking),
            self.annotation.clone(),
        ]
    }
}
