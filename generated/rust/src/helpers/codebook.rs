// Made by `cargo run generate` from templates/rust-client/src/helpers/codebook.rs.
// Do not edit: change the source and run it again.

//! The data dictionary as a means to read record data.

use std::collections::HashMap;
use std::fmt;

use super::choices::{Choice, Choices, checkbox_column};
use super::dates;
use super::validation::{self, Validation};
use crate::runtime::{DecodeError, Error, ErrorKind, Record, Row, ToRow};

/// A field of the data dictionary, as far as its values are concerned.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Field {
    /// Name of the field.
    pub name: String,
    /// Unique name of its instrument.
    pub form: String,
    /// What kind of field it is, such as `text`, `radio` or `calc`.
    pub field_type: String,
    /// Label that people see. May hold HTML.
    pub label: String,
    /// What its values must be; only text fields have a validation.
    pub validation: Option<Validation>,
    /// What can be chosen, also for `yesno` and `truefalse`.
    pub choices: Choices,
    /// Whether people are asked for a value.
    pub required: bool,
    /// Whether it is tagged as an identifier.
    pub identifier: bool,
}

impl Field {
    fn read(mut row: Row) -> Result<Field, DecodeError> {
        let field_type: String = row.required("field_type")?;
        let mut text = |column: &str| row.optional::<String>(column).map(Option::unwrap_or_default);
        let choices = match field_type.as_str() {
            "dropdown" | "radio" | "checkbox" => text("select_choices_or_calculations")?,
            "yesno" => "1, Yes | 0, No".to_owned(),
            "truefalse" => "1, True | 0, False".to_owned(),
            _ => String::new(),
        };
        let validation = text("text_validation_type_or_show_slider_number")?;
        let has_validation = field_type == "text" && !validation.is_empty();
        Ok(Field {
            label: text("field_label")?,
            required: text("required_field")?.eq_ignore_ascii_case("y"),
            identifier: text("identifier")?.eq_ignore_ascii_case("y"),
            name: row.required("field_name")?,
            form: row.required("form_name")?,
            validation: has_validation.then(|| Validation::from(validation.as_str())),
            choices: Choices::parse(&choices),
            field_type,
        })
    }

    /// Whether values of the field can be imported: not those of calculated fields, files and descriptive
    /// texts.
    pub fn is_importable(&self) -> bool {
        !matches!(self.field_type.as_str(), "calc" | "file" | "descriptive")
    }

    fn typed<'a>(&'a self, text: &'a str) -> TypedValue<'a> {
        let whole = || text.parse().ok().map(|value| TypedValue::Integer { value, text });
        let timed = |date, time, typed: TypedValue<'a>| {
            let parts = dates::parts(text)?;
            ((parts.0.is_some(), parts.1.is_some()) == (date, time)).then_some(typed)
        };
        let typed = match (self.field_type.as_str(), &self.validation) {
            ("dropdown" | "radio" | "checkbox", _) => self.choices.with_code(text).map(TypedValue::Choice),
            ("yesno" | "truefalse", _) => truth(text).map(TypedValue::Bool),
            ("calc", _) => number(text, '.'),
            ("slider", _) => whole(),
            ("file", _) => Some(TypedValue::File(text)),
            ("text", Some(validation)) => match validation.kind() {
                validation::Kind::Integer => whole(),
                validation::Kind::Number if validation.has_decimal_comma() => number(text, ','),
                validation::Kind::Number => number(text, '.'),
                validation::Kind::Date => timed(true, false, TypedValue::Date(text)),
                validation::Kind::Datetime => timed(true, true, TypedValue::Datetime(text)),
                validation::Kind::Time => timed(false, true, TypedValue::Time(text)),
                validation::Kind::Text => Some(TypedValue::Text(text)),
            },
            _ => Some(TypedValue::Text(text)),
        };
        typed.unwrap_or(TypedValue::Other(text))
    }
}

/// A column of raw record exports.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Column<'a> {
    /// Name of the column.
    pub name: &'a str,
    /// Unique name of the instrument.
    pub form: &'a str,
    /// The field; nothing for a form status such as `visit_complete`.
    pub field: Option<&'a Field>,
    /// The choice that the column of a checkbox field is about.
    pub choice: Option<&'a Choice>,
}

impl Column<'_> {
    /// Whether the column can be imported.
    pub fn is_importable(&self) -> bool {
        self.field.is_none_or(Field::is_importable)
    }
}

/// A value of a raw export by its meaning.
///
/// `Debug` shows the kind and never the value.
#[derive(Clone, Copy, PartialEq)]
#[non_exhaustive]
pub enum TypedValue<'a> {
    /// Nothing was entered.
    Blank,
    /// One of the project's codes for missing data.
    Missing(&'a Choice),
    /// A text, also the name of a record and whatever has a validation that is not about numbers or time.
    Text(&'a str),
    /// A whole number. The text can have leading zeros.
    Integer {
        /// The number.
        value: i64,
        /// As it was entered.
        text: &'a str,
    },
    /// A number, nearly.
    Number {
        /// The closest `f64`.
        value: f64,
        /// As it was entered, with its decimal comma if the field has it.
        text: &'a str,
    },
    /// The answer to a `yesno` or `truefalse` field.
    Bool(bool),
    /// Whether the choice of a checkbox field is checked.
    Checked(bool),
    /// A choice of the field, or a form status.
    Choice(&'a Choice),
    /// A day, `YYYY-MM-DD`; see [`dates`].
    Date(&'a str),
    /// A day with a time, `YYYY-MM-DD HH:MM` or `YYYY-MM-DD HH:MM:SS`.
    Datetime(&'a str),
    /// A time of day, `HH:MM` or `HH:MM:SS`.
    Time(&'a str),
    /// The name of an uploaded file.
    File(&'a str),
    /// Something that does not fit the field: a choice that was deleted, a value from before the validation,
    /// a label.
    Other(&'a str),
}

impl fmt::Debug for TypedValue<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            TypedValue::Blank => "Blank",
            TypedValue::Missing(_) => "Missing(..)",
            TypedValue::Text(_) => "Text(..)",
            TypedValue::Integer { .. } => "Integer(..)",
            TypedValue::Number { .. } => "Number(..)",
            TypedValue::Bool(_) => "Bool(..)",
            TypedValue::Checked(_) => "Checked(..)",
            TypedValue::Choice(_) => "Choice(..)",
            TypedValue::Date(_) => "Date(..)",
            TypedValue::Datetime(_) => "Datetime(..)",
            TypedValue::Time(_) => "Time(..)",
            TypedValue::File(_) => "File(..)",
            TypedValue::Other(_) => "Other(..)",
        })
    }
}

/// The fields of a project with the columns that hold their values.
///
/// ```
/// use redcap::codebook::{Codebook, TypedValue};
/// use redcap::Record;
///
/// # let metadata = [
/// #     Record::from([("field_name", "record_id"), ("form_name", "visit"), ("field_type", "text")]),
/// #     Record::from([("field_name", "weight"), ("form_name", "visit"), ("field_type", "text"),
/// #         ("text_validation_type_or_show_slider_number", "number")]),
/// # ];
/// let codebook = Codebook::new(&metadata)?; // what the metadata export answered
/// let record = Record::from([("record_id", "007"), ("weight", "71.50")]);
/// assert_eq!(codebook.typed(&record, "record_id"), Some(TypedValue::Text("007")));
/// let weight = TypedValue::Number { value: 71.5, text: "71.50" };
/// assert_eq!(codebook.typed(&record, "weight"), Some(weight));
/// # Ok::<(), redcap::Error>(())
/// ```
#[derive(Debug, Clone, Default)]
pub struct Codebook {
    fields: Vec<Field>,
    columns: Vec<Place>,
    /// Places in `fields`.
    fields_by_name: HashMap<String, usize>,
    /// Places in `columns`.
    columns_by_name: HashMap<String, usize>,
    status: Choices,
    missing: Choices,
}

/// A column by the places of its field and choice.
#[derive(Debug, Clone)]
struct Place {
    name: String,
    field: usize,
    choice: Option<usize>,
    is_status: bool,
}

impl Codebook {
    /// The codebook of the whole data dictionary, in its order.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Decode`] if a row lacks the name, the form or the type.
    pub fn new(metadata: impl IntoIterator<Item = impl ToRow>) -> Result<Codebook, Error> {
        let rows = metadata.into_iter().map(|row| Field::read(row.to_row()));
        let fields = rows.collect::<Result<Vec<_>, _>>().map_err(unreadable)?;
        let mut codebook = Codebook {
            fields_by_name: fields.iter().enumerate().map(|(at, field)| (field.name.clone(), at)).collect(),
            status: Choices::parse("0, Incomplete | 1, Unverified | 2, Complete"),
            ..Codebook::default()
        };
        for (at, field) in fields.iter().enumerate() {
            match field.field_type.as_str() {
                "descriptive" => {}
                "checkbox" => {
                    for (place, choice) in field.choices.iter().enumerate() {
                        let name = checkbox_column(&field.name, choice.code());
                        codebook.add(name, at, Some(place), false);
                    }
                }
                _ => codebook.add(field.name.clone(), at, None, false),
            }
            if fields.get(at + 1).is_none_or(|next| next.form != field.form) {
                codebook.add(format!("{}_complete", field.form), at, None, true);
            }
        }
        codebook.fields = fields;
        Ok(codebook)
    }

    /// With the project's codes for missing data, as project information has them in `missing_data_codes`.
    #[must_use]
    pub fn with_missing_data_codes(mut self, codes: &str) -> Codebook {
        self.missing = Choices::parse(codes);
        self
    }

    /// With the names that the server gives to columns, from the export of field names. They matter only
    /// where codes of a checkbox field differ in nothing but case or punctuation.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Decode`] if a name is no text.
    pub fn with_export_field_names(
        mut self,
        names: impl IntoIterator<Item = impl ToRow>,
    ) -> Result<Codebook, Error> {
        for row in names {
            let mut row = row.to_row();
            let mut text = |name: &str| row.optional::<String>(name).map_err(unreadable);
            let (code, column) = (text("choice_value")?, text("export_field_name")?);
            let field = text("original_field_name")?.and_then(|name| self.fields_by_name.get(&name).copied());
            let (Some(code), Some(column), Some(field)) = (code, column, field) else { continue };
            let choice = self.fields[field].choices.iter().position(|choice| choice.code() == code);
            let same = |place: &Place| place.field == field && place.choice == choice && choice.is_some();
            if let Some(at) = self.columns.iter().position(same) {
                self.columns[at].name.clone_from(&column);
                self.columns_by_name.insert(column, at);
            }
        }
        Ok(self)
    }

    fn add(&mut self, name: String, field: usize, choice: Option<usize>, is_status: bool) {
        self.columns_by_name.entry(name.clone()).or_insert(self.columns.len());
        self.columns.push(Place { name, field, choice, is_status });
    }

    /// All fields in their order.
    pub fn fields(&self) -> &[Field] {
        &self.fields
    }

    /// The field with the name.
    pub fn field(&self, name: &str) -> Option<&Field> {
        self.fields_by_name.get(name).map(|at| &self.fields[*at])
    }

    /// The field that holds the name of the record: the first one.
    pub fn record_id_field(&self) -> Option<&Field> {
        self.fields.first()
    }

    /// The columns of a flat export in their order: fields other than descriptive ones, checkboxes by their
    /// choices, and the status behind each form. Columns for events, repeats, groups and surveys are no
    /// fields.
    pub fn columns(&self) -> impl Iterator<Item = Column<'_>> {
        self.columns.iter().map(|place| self.resolved(place))
    }

    /// The column with the name.
    pub fn column(&self, name: &str) -> Option<Column<'_>> {
        self.columns_by_name.get(name).map(|at| self.resolved(&self.columns[*at]))
    }

    fn resolved<'a>(&'a self, place: &'a Place) -> Column<'a> {
        let field = &self.fields[place.field];
        Column {
            name: &place.name,
            form: &field.form,
            field: (!place.is_status).then_some(field),
            choice: place.choice.map(|at| &field.choices[at]),
        }
    }

    /// The value of a column by its meaning; nothing if the record does not have the column.
    pub fn typed<'a>(&'a self, record: &'a Record, column: &str) -> Option<TypedValue<'a>> {
        record.get(column).map(|text| self.typed_text(column, text))
    }

    /// The text in a column by its meaning, for records of another shape. In rows of the `eav` type, checkbox
    /// fields have their plain names with the code as value.
    ///
    /// Record names, and columns that the codebook does not know, are texts.
    pub fn typed_text<'a>(&'a self, column: &str, text: &'a str) -> TypedValue<'a> {
        if text.is_empty() {
            return TypedValue::Blank;
        }
        let is_record_id = self.record_id_field().is_some_and(|field| field.name == column);
        let field = match self.column(column) {
            _ if is_record_id => return TypedValue::Text(text),
            Some(Column { choice: Some(_), .. }) => {
                return truth(text).map_or(TypedValue::Other(text), TypedValue::Checked);
            }
            Some(Column { field: None, .. }) => {
                return self.status.with_code(text).map_or(TypedValue::Other(text), TypedValue::Choice);
            }
            Some(Column { field, .. }) => field,
            None => self.field(column),
        };
        match (field, self.missing.with_code(text)) {
            (None, _) => TypedValue::Text(text),
            (_, Some(code)) => TypedValue::Missing(code),
            (Some(field), _) => field.typed(text),
        }
    }
}

fn unreadable(error: DecodeError) -> Error {
    Error::new(ErrorKind::Decode, format!("codebook: {error}"))
}

fn truth(text: &str) -> Option<bool> {
    match text {
        "0" => Some(false),
        "1" => Some(true),
        _ => None,
    }
}

fn number(text: &str, mark: char) -> Option<TypedValue<'_>> {
    // `f64` would take `inf` and `nan`, too.
    let plain = |one: char| one.is_ascii_digit() || one == mark || "+-eE".contains(one);
    let value: f64 = text.chars().all(plain).then(|| text.replace(mark, ".").parse().ok())??;
    value.is_finite().then_some(TypedValue::Number { value, text })
}
