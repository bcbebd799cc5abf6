// Made by `cargo run generate` from spec/methods/metadata.yaml.
// Do not edit: change the source and run it again.

//! Types of the group "Metadata".

use std::collections::BTreeMap;
use std::fmt;

use crate::names::{FieldName, InstrumentName};
use crate::runtime::{Cell, DecodeError, FromRow, Row, ToRow, Value};

/// A field of the data dictionary.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct MetadataField {
    /// Name of the field. The first field of the dictionary holds the record name.
    pub field_name: FieldName,
    /// Unique name of the instrument. The fields of one instrument stand together.
    pub form_name: InstrumentName,
    /// Heading above the field.
    pub section_header: Option<String>,
    /// What kind of field it is.
    pub field_type: FieldType,
    /// Label that people see. May hold HTML and line breaks.
    pub field_label: Option<String>,
    /// Depends on the type: the choices as `code, label | code, label`, the formula of a calculated field,
    /// or the labels of a slider. Imported dictionaries may lack the blanks around the bars.
    pub select_choices_or_calculations: Option<String>,
    /// Remark shown below the field.
    pub field_note: Option<String>,
    /// For text fields the validation, such as `integer`, `date_ymd`, `datetime_seconds_mdy`, `time`, `email`
    /// or `phone`; `signature` makes a file field a signature, `autocomplete` adds a search box to a dropdown.
    /// For sliders, whether the number is shown. Sites can add validations of their own, so the list is open.
    pub text_validation_type_or_show_slider_number: Option<String>,
    /// Smallest value allowed, written according to the validation.
    pub text_validation_min: Option<String>,
    /// Largest value allowed, written according to the validation.
    pub text_validation_max: Option<String>,
    /// Whether the field is tagged as an identifier, which data export rights can hold back.
    pub identifier: Option<DictionaryFlag>,
    /// REDCap logic that decides whether the field is shown, e.g. `[sex] = '1'`.
    pub branching_logic: Option<String>,
    /// Whether people are asked for a value before they can go on.
    pub required_field: Option<DictionaryFlag>,
    /// Where the field stands on the page. Empty means the default, right and vertical.
    pub custom_alignment: Option<CustomAlignment>,
    /// Number of the question, on surveys with custom numbering.
    pub question_number: Option<String>,
    /// Name of the matrix that the field is a row of.
    pub matrix_group_name: Option<String>,
    /// Whether each choice may be taken by only one row of the matrix.
    pub matrix_ranking: Option<DictionaryFlag>,
    /// Remarks of the designers and action tags, e.g. `@HIDDEN`.
    pub field_annotation: Option<String>,
    /// Columns that this crate does not know, by name.
    pub other: BTreeMap<String, Value>,
}

impl MetadataField {
    /// An item to import, with what every item needs.
    #[must_use]
    pub fn new(
        field_name: impl Into<FieldName>,
        form_name: impl Into<InstrumentName>,
        field_type: FieldType,
    ) -> Self {
        Self {
            field_name: field_name.into(),
            form_name: form_name.into(),
            field_type,
            section_header: None,
            field_label: None,
            select_choices_or_calculations: None,
            field_note: None,
            text_validation_type_or_show_slider_number: None,
            text_validation_min: None,
            text_validation_max: None,
            identifier: None,
            branching_logic: None,
            required_field: None,
            custom_alignment: None,
            question_number: None,
            matrix_group_name: None,
            matrix_ranking: None,
            field_annotation: None,
            other: BTreeMap::new(),
        }
    }

    /// Sets \[`section_header`\](Self::section_header).
    #[must_use]
    pub fn section_header(mut self, section_header: impl Into<String>) -> Self {
        self.section_header = Some(section_header.into());
        self
    }

    /// Sets \[`field_label`\](Self::field_label).
    #[must_use]
    pub fn field_label(mut self, field_label: impl Into<String>) -> Self {
        self.field_label = Some(field_label.into());
        self
    }

    /// Sets \[`select_choices_or_calculations`\](Self::select_choices_or_calculations).
    #[must_use]
    pub fn select_choices_or_calculations(
        mut self,
        select_choices_or_calculations: impl Into<String>,
    ) -> Self {
        self.select_choices_or_calculations = Some(
            select_choices_or_calculations.into(),
        );
        self
    }

    /// Sets \[`field_note`\](Self::field_note).
    #[must_use]
    pub fn field_note(mut self, field_note: impl Into<String>) -> Self {
        self.field_note = Some(field_note.into());
        self
    }

    /// Sets \[`text_validation_type_or_show_slider_number`\](Self::text_validation_type_or_show_slider_number).
    #[must_use]
    pub fn text_validation_type_or_show_slider_number(
        mut self,
        text_validation_type_or_show_slider_number: impl Into<String>,
    ) -> Self {
        self.text_validation_type_or_show_slider_number = Some(
            text_validation_type_or_show_slider_number.into(),
        );
        self
    }

    /// Sets \[`text_validation_min`\](Self::text_validation_min).
    #[must_use]
    pub fn text_validation_min(
        mut self,
        text_validation_min: impl Into<String>,
    ) -> Self {
        self.text_validation_min = Some(text_validation_min.into());
        self
    }

    /// Sets \[`text_validation_max`\](Self::text_validation_max).
    #[must_use]
    pub fn text_validation_max(
        mut self,
        text_validation_max: impl Into<String>,
    ) -> Self {
        self.text_validation_max = Some(text_validation_max.into());
        self
    }

    /// Sets \[`identifier`\](Self::identifier).
    #[must_use]
    pub fn identifier(mut self, identifier: DictionaryFlag) -> Self {
        self.identifier = Some(identifier);
        self
    }

    /// Sets \[`branching_logic`\](Self::branching_logic).
    #[must_use]
    pub fn branching_logic(mut self, branching_logic: impl Into<String>) -> Self {
        self.branching_logic = Some(branching_logic.into());
        self
    }

    /// Sets \[`required_field`\](Self::required_field).
    #[must_use]
    pub fn required_field(mut self, required_field: DictionaryFlag) -> Self {
        self.required_field = Some(required_field);
        self
    }

    /// Sets \[`custom_alignment`\](Self::custom_alignment).
    #[must_use]
    pub fn custom_alignment(mut self, custom_alignment: CustomAlignment) -> Self {
        self.custom_alignment = Some(custom_alignment);
        self
    }

    /// Sets \[`question_number`\](Self::question_number).
    #[must_use]
    pub fn question_number(mut self, question_number: impl Into<String>) -> Self {
        self.question_number = Some(question_number.into());
        self
    }

    /// Sets \[`matrix_group_name`\](Self::matrix_group_name).
    #[must_use]
    pub fn matrix_group_name(mut self, matrix_group_name: impl Into<String>) -> Self {
        self.matrix_group_name = Some(matrix_group_name.into());
        self
    }

    /// Sets \[`matrix_ranking`\](Self::matrix_ranking).
    #[must_use]
    pub fn matrix_ranking(mut self, matrix_ranking: DictionaryFlag) -> Self {
        self.matrix_ranking = Some(matrix_ranking);
        self
    }

    /// Sets \[`field_annotation`\](Self::field_annotation).
    #[must_use]
    pub fn field_annotation(mut self, field_annotation: impl Into<String>) -> Self {
        self.field_annotation = Some(field_annotation.into());
        self
    }
}

impl FromRow for MetadataField {
    fn from_row(mut row: Row) -> Result<Self, DecodeError> {
        Ok(Self {
            field_name: row.required("field_name")?,
            form_name: row.required("form_name")?,
            section_header: row.optional("section_header")?,
            field_type: row.required("field_type")?,
            field_label: row.optional("field_label")?,
            select_choices_or_calculations: row
                .optional("select_choices_or_calculations")?,
            field_note: row.optional("field_note")?,
            text_validation_type_or_show_slider_number: row
                .optional("text_validation_type_or_show_slider_number")?,
            text_validation_min: row.optional("text_validation_min")?,
            text_validation_max: row.optional("text_validation_max")?,
            identifier: row.optional("identifier")?,
            branching_logic: row.optional("branching_logic")?,
            required_field: row.optional("required_field")?,
            custom_alignment: row.optional("custom_alignment")?,
            question_number: row.optional("question_number")?,
            matrix_group_name: row.optional("matrix_group_name")?,
            matrix_ranking: row.optional("matrix_ranking")?,
            field_annotation: row.optional("field_annotation")?,
            other: row.rest(),
        })
    }
}

impl ToRow for MetadataField {
    fn to_row(&self) -> Row {
        let mut row = Row::new();
        row.put("field_name", &self.field_name);
        row.put("form_name", &self.form_name);
        match &self.section_header {
            Some(value) => row.put("section_header", value),
            None => row.put("section_header", &String::new()),
        }
        row.put("field_type", &self.field_type);
        match &self.field_label {
            Some(value) => row.put("field_label", value),
            None => row.put("field_label", &String::new()),
        }
        match &self.select_choices_or_calculations {
            Some(value) => row.put("select_choices_or_calculations", value),
            None => row.put("select_choices_or_calculations", &String::new()),
        }
        match &self.field_note {
            Some(value) => row.put("field_note", value),
            None => row.put("field_note", &String::new()),
        }
        match &self.text_validation_type_or_show_slider_number {
            Some(value) => row.put("text_validation_type_or_show_slider_number", value),
            None => row.put("text_validation_type_or_show_slider_number", &String::new()),
        }
        match &self.text_validation_min {
            Some(value) => row.put("text_validation_min", value),
            None => row.put("text_validation_min", &String::new()),
        }
        match &self.text_validation_max {
            Some(value) => row.put("text_validation_max", value),
            None => row.put("text_validation_max", &String::new()),
        }
        match &self.identifier {
            Some(value) => row.put("identifier", value),
            None => row.put("identifier", &String::new()),
        }
        match &self.branching_logic {
            Some(value) => row.put("branching_logic", value),
            None => row.put("branching_logic", &String::new()),
        }
        match &self.required_field {
            Some(value) => row.put("required_field", value),
            None => row.put("required_field", &String::new()),
        }
        match &self.custom_alignment {
            Some(value) => row.put("custom_alignment", value),
            None => row.put("custom_alignment", &String::new()),
        }
        match &self.question_number {
            Some(value) => row.put("question_number", value),
            None => row.put("question_number", &String::new()),
        }
        match &self.matrix_group_name {
            Some(value) => row.put("matrix_group_name", value),
            None => row.put("matrix_group_name", &String::new()),
        }
        match &self.matrix_ranking {
            Some(value) => row.put("matrix_ranking", value),
            None => row.put("matrix_ranking", &String::new()),
        }
        match &self.field_annotation {
            Some(value) => row.put("field_annotation", value),
            None => row.put("field_annotation", &String::new()),
        }
        row
    }
}

impl fmt::Debug for MetadataField {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("MetadataField")
            .field("field_name", &self.field_name)
            .field("form_name", &self.form_name)
            .field("section_header", &self.section_header)
            .field("field_type", &self.field_type)
            .field("field_label", &self.field_label)
            .field(
                "select_choices_or_calculations",
                &self.select_choices_or_calculations,
            )
            .field("field_note", &self.field_note)
            .field(
                "text_validation_type_or_show_slider_number",
                &self.text_validation_type_or_show_slider_number,
            )
            .field("text_validation_min", &self.text_validation_min)
            .field("text_validation_max", &self.text_validation_max)
            .field("identifier", &self.identifier)
            .field("branching_logic", &self.branching_logic)
            .field("required_field", &self.required_field)
            .field("custom_alignment", &self.custom_alignment)
            .field("question_number", &self.question_number)
            .field("matrix_group_name", &self.matrix_group_name)
            .field("matrix_ranking", &self.matrix_ranking)
            .field("field_annotation", &self.field_annotation)
            .finish_non_exhaustive()
    }
}

/// Chooses the kind of a field.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum FieldType {
    /// `text`: One line of text, a number, a date or a time, depending on the validation.
    Text,
    /// `notes`: Text of several lines.
    Notes,
    /// `dropdown`: One choice from a drop-down list.
    Dropdown,
    /// `radio`: One choice from radio buttons.
    Radio,
    /// `checkbox`: Any number of choices. Data have one column per choice.
    Checkbox,
    /// `calc`: A number that the server calculates from other fields.
    Calc,
    /// `file`: An uploaded file or a signature.
    File,
    /// `descriptive`: Text or an image for people to read. Holds no value.
    Descriptive,
    /// `slider`: A point on a scale.
    Slider,
    /// `yesno`: Yes (1) or no (0).
    Yesno,
    /// `truefalse`: True (1) or false (0).
    Truefalse,
    /// `sql`: A drop-down list that a database query fills.
    Sql,
    /// A value that this crate does not know, as the server sent it.
    Other(String),
}

impl FieldType {
    /// The value as on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Text => "text",
            Self::Notes => "notes",
            Self::Dropdown => "dropdown",
            Self::Radio => "radio",
            Self::Checkbox => "checkbox",
            Self::Calc => "calc",
            Self::File => "file",
            Self::Descriptive => "descriptive",
            Self::Slider => "slider",
            Self::Yesno => "yesno",
            Self::Truefalse => "truefalse",
            Self::Sql => "sql",
            Self::Other(text) => text,
        }
    }
}

impl From<String> for FieldType {
    fn from(text: String) -> Self {
        match text.as_str() {
            "text" => Self::Text,
            "notes" => Self::Notes,
            "dropdown" => Self::Dropdown,
            "radio" => Self::Radio,
            "checkbox" => Self::Checkbox,
            "calc" => Self::Calc,
            "file" => Self::File,
            "descriptive" => Self::Descriptive,
            "slider" => Self::Slider,
            "yesno" => Self::Yesno,
            "truefalse" => Self::Truefalse,
            "sql" => Self::Sql,
            _ => Self::Other(text),
        }
    }
}

impl From<&str> for FieldType {
    fn from(text: &str) -> Self {
        Self::from(text.to_owned())
    }
}

impl fmt::Display for FieldType {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl Cell for FieldType {
    fn from_value(value: Value) -> Result<Self, DecodeError> {
        String::from_value(value).map(Self::from)
    }

    fn to_value(&self) -> Value {
        Value::Text(self.as_str().to_owned())
    }
}

/// Switches a property of a field on; an empty value switches it off.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum DictionaryFlag {
    /// `y`: The property is on.
    Yes,
    /// A value that this crate does not know, as the server sent it.
    Other(String),
}

impl DictionaryFlag {
    /// The value as on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Yes => "y",
            Self::Other(text) => text,
        }
    }
}

impl From<String> for DictionaryFlag {
    fn from(text: String) -> Self {
        match text.as_str() {
            "y" => Self::Yes,
            _ => Self::Other(text),
        }
    }
}

impl From<&str> for DictionaryFlag {
    fn from(text: &str) -> Self {
        Self::from(text.to_owned())
    }
}

impl fmt::Display for DictionaryFlag {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl Cell for DictionaryFlag {
    fn from_value(value: Value) -> Result<Self, DecodeError> {
        String::from_value(value).map(Self::from)
    }

    fn to_value(&self) -> Value {
        Value::Text(self.as_str().to_owned())
    }
}

/// Chooses where a field stands on the page.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum CustomAlignment {
    /// `RV`: On the right, choices below one another. The default.
    RightVertical,
    /// `RH`: On the right, choices side by side.
    RightHorizontal,
    /// `LV`: On the left, choices below one another.
    LeftVertical,
    /// `LH`: On the left, choices side by side.
    LeftHorizontal,
    /// A value that this crate does not know, as the server sent it.
    Other(String),
}

impl CustomAlignment {
    /// The value as on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::RightVertical => "RV",
            Self::RightHorizontal => "RH",
            Self::LeftVertical => "LV",
            Self::LeftHorizontal => "LH",
            Self::Other(text) => text,
        }
    }
}

impl From<String> for CustomAlignment {
    fn from(text: String) -> Self {
        match text.as_str() {
            "RV" => Self::RightVertical,
            "RH" => Self::RightHorizontal,
            "LV" => Self::LeftVertical,
            "LH" => Self::LeftHorizontal,
            _ => Self::Other(text),
        }
    }
}

impl From<&str> for CustomAlignment {
    fn from(text: &str) -> Self {
        Self::from(text.to_owned())
    }
}

impl fmt::Display for CustomAlignment {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl Cell for CustomAlignment {
    fn from_value(value: Value) -> Result<Self, DecodeError> {
        String::from_value(value).map(Self::from)
    }

    fn to_value(&self) -> Value {
        Value::Text(self.as_str().to_owned())
    }
}
