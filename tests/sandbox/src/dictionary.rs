//! Data dictionaries as CSV: the file of the user interface and the columns
//! of the API, with problems reported by spreadsheet cell.

use std::collections::{BTreeMap, BTreeSet};

use indexmap::IndexMap;
use thiserror::Error;

use crate::project::{Field, FieldType, form_name, status_field};

/// A dictionary row: cells by the API's column name.
pub type DictionaryRow = IndexMap<String, String>;

/// Headings of the user interface's file, in the order of [`Field::COLUMNS`].
pub const UI_HEADER: [&str; 18] = [
    "Variable / Field Name",
    "Form Name",
    "Section Header",
    "Field Type",
    "Field Label",
    "Choices, Calculations, OR Slider Labels",
    "Field Note",
    "Text Validation Type OR Show Slider Number",
    "Text Validation Min",
    "Text Validation Max",
    "Identifier?",
    "Branching Logic (Show field only if...)",
    "Required Field?",
    "Custom Alignment",
    "Question Number (surveys only)",
    "Matrix Group Name",
    "Matrix Ranking?",
    "Field Annotation",
];

/// Something wrong with a dictionary. Rows count from 1, the header being row 1.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Problem {
    /// The file has no row of fields.
    #[error("The data dictionary contains no fields")]
    Empty,
    /// The file is not CSV.
    #[error("The data dictionary could not be read: {0}")]
    NotCsv(String),
    /// A column that every dictionary needs is not there.
    #[error("The column '{0}' is missing")]
    MissingColumn(&'static str),
    /// A row without variable name.
    #[error("A variable name is missing in A{0}")]
    MissingName(usize),
    /// A variable name with forbidden characters.
    #[error(
        "The variable name {name} (A{row}) may contain only lower-case letters, digits and underscores, and must begin with a letter"
    )]
    BadName {
        /// Name.
        name: String,
        /// Row.
        row: usize,
    },
    /// A variable name that a column of exports has.
    #[error("The variable name {name} (A{row}) is reserved")]
    ReservedName {
        /// Name.
        name: String,
        /// Row.
        row: usize,
    },
    /// The same variable name in several rows.
    #[error("Duplicate variable names: {}", .rows.iter().map(|row| format!("{name} (A{row})")).collect::<Vec<_>>().join(", "))]
    DuplicateName {
        /// Name.
        name: String,
        /// Rows.
        rows: Vec<usize>,
    },
    /// A row without instrument.
    #[error("A form name is missing in B{0}")]
    MissingForm(usize),
    /// An instrument whose rows do not follow each other.
    #[error("The fields of a form must follow each other: {name} (B{row}) is used again after another form")]
    ScatteredForm {
        /// Instrument.
        name: String,
        /// Row of the second block.
        row: usize,
    },
    /// A field type that does not exist.
    #[error("The field type {value} (D{row}) is not valid. Valid field types are: {}", valid_types())]
    BadType {
        /// What the cell says.
        value: String,
        /// Row.
        row: usize,
    },
    /// The record id may hold one line of text only.
    #[error("The first variable {name} (A2) identifies the records and must have the field type text (D2)")]
    BadRecordId {
        /// Name.
        name: String,
    },
}

/// Columns that exports add to those of the fields.
const ADDED_COLUMNS: [&str; 6] = [
    "redcap_event_name",
    "redcap_repeat_instrument",
    "redcap_repeat_instance",
    "redcap_data_access_group",
    "redcap_survey_identifier",
    "redcap_survey_timestamp",
];

fn valid_types() -> String {
    // Queries are reserved to administrators and not offered.
    let offered = FieldType::ALL.into_iter().filter(|kind| *kind != FieldType::Sql);
    offered.map(FieldType::name).collect::<Vec<_>>().join(", ")
}

/// Checks a dictionary as a whole.
pub fn check(fields: &[Field]) -> Vec<Problem> {
    let Some(first) = fields.first() else { return vec![Problem::Empty] };
    let mut problems = Vec::new();
    if first.kind != FieldType::Text {
        problems.push(Problem::BadRecordId { name: first.name.clone() });
    }
    let mut rows: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    let mut finished: BTreeSet<&str> = BTreeSet::new();
    let statuses: BTreeSet<String> = fields.iter().map(|field| status_field(&field.form)).collect();
    let mut current = "";
    for (row, field) in (2..).zip(fields) {
        if field.name.is_empty() {
            problems.push(Problem::MissingName(row));
        } else if !is_variable_name(&field.name) {
            problems.push(Problem::BadName { name: field.name.clone(), row });
        } else if ADDED_COLUMNS.contains(&field.name.as_str()) || statuses.contains(&field.name) {
            problems.push(Problem::ReservedName { name: field.name.clone(), row });
        } else {
            rows.entry(&field.name).or_default().push(row);
        }
        if field.form.is_empty() {
            problems.push(Problem::MissingForm(row));
        } else if field.form != current {
            finished.insert(current);
            if finished.contains(field.form.as_str()) {
                problems.push(Problem::ScatteredForm { name: field.form.clone(), row });
            }
            current = &field.form;
        }
    }
    let duplicates = rows.into_iter().filter(|(_, rows)| rows.len() > 1);
    problems.extend(duplicates.map(|(name, rows)| Problem::DuplicateName { name: name.to_owned(), rows }));
    problems
}

fn is_variable_name(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_lowercase())
        && name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
}

/// Makes fields of rows, however they arrived, and checks them.
pub fn fields_from_rows(rows: &[DictionaryRow]) -> Result<Vec<Field>, Vec<Problem>> {
    let mut problems = Vec::new();
    let mut fields = Vec::with_capacity(rows.len());
    for (number, row) in (2..).zip(rows) {
        let cell = |column: &str| row.get(column).map_or("", String::as_str);
        let flag = |column: &str| {
            matches!(cell(column).trim().to_ascii_lowercase().as_str(), "y" | "yes" | "1" | "true")
        };
        let kind_cell = cell("field_type").trim();
        let kind = FieldType::parse(kind_cell).unwrap_or_else(|| {
            problems.push(Problem::BadType { value: kind_cell.to_owned(), row: number });
            FieldType::Text
        });
        // Variable names are lower-case; spreadsheets like to capitalise them.
        let name = cell("field_name").trim().to_ascii_lowercase();
        let mut field = Field::new(&name, &form_name(cell("form_name")), kind, cell("field_label"));
        field.section_header = cell("section_header").to_owned();
        field.set_choices_or_calculations(cell("select_choices_or_calculations"));
        field.note = cell("field_note").to_owned();
        field.validation = cell("text_validation_type_or_show_slider_number").trim().to_owned();
        field.validation_min = cell("text_validation_min").trim().to_owned();
        field.validation_max = cell("text_validation_max").trim().to_owned();
        field.identifier = flag("identifier");
        field.branching_logic = cell("branching_logic").to_owned();
        field.required = flag("required_field");
        field.alignment = cell("custom_alignment").trim().to_owned();
        field.question_number = cell("question_number").trim().to_owned();
        field.matrix_group = cell("matrix_group_name").trim().to_owned();
        field.matrix_ranking = flag("matrix_ranking");
        field.annotation = cell("field_annotation").to_owned();
        fields.push(field);
    }
    problems.extend(check(&fields));
    if problems.is_empty() { Ok(fields) } else { Err(problems) }
}

/// Reads a dictionary file, whether it comes from the user interface, from
/// the API or from a spreadsheet program that changed encoding or delimiter.
pub fn read_csv(bytes: &[u8]) -> Result<Vec<Field>, Vec<Problem>> {
    let text = decode(bytes);
    let (text, declared) = strip_delimiter_line(&text);
    let delimiter = declared.unwrap_or_else(|| guess_delimiter(text));
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(text.as_bytes());
    let mut columns: Option<Vec<Option<&'static str>>> = None;
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|error| vec![Problem::NotCsv(error.to_string())])?;
        match &columns {
            None => columns = Some(record.iter().map(column_of).collect()),
            // Spreadsheets append rows of empty cells.
            Some(_) if record.iter().all(|cell| cell.trim().is_empty()) => {}
            Some(columns) => {
                let cells = columns.iter().zip(record.iter());
                let named = cells.filter_map(|(name, cell)| Some(((*name)?.to_owned(), cell.to_owned())));
                rows.push(named.collect());
            }
        }
    }
    let columns = columns.ok_or_else(|| vec![Problem::Empty])?;
    let missing: Vec<Problem> = ["field_name", "form_name", "field_type", "field_label"]
        .into_iter()
        .filter(|name| !columns.contains(&Some(name)))
        .map(Problem::MissingColumn)
        .collect();
    if missing.is_empty() { fields_from_rows(&rows) } else { Err(missing) }
}

/// UTF-8 with or without mark, UTF-16 with mark, anything else as Latin-1.
fn decode(bytes: &[u8]) -> String {
    let wide = |from: fn([u8; 2]) -> u16, rest: &[u8]| {
        let units: Vec<u16> = rest.chunks_exact(2).map(|pair| from([pair[0], pair[1]])).collect();
        String::from_utf16_lossy(&units)
    };
    match bytes {
        [0xEF, 0xBB, 0xBF, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        [0xFF, 0xFE, rest @ ..] => wide(u16::from_le_bytes, rest),
        [0xFE, 0xFF, rest @ ..] => wide(u16::from_be_bytes, rest),
        _ => match std::str::from_utf8(bytes) {
            Ok(text) => text.to_owned(),
            Err(_) => bytes.iter().map(|b| char::from(*b)).collect(),
        },
    }
}

/// Removes the `sep=;` line that tells a spreadsheet its delimiter.
fn strip_delimiter_line(text: &str) -> (&str, Option<u8>) {
    let Some(rest) = text.strip_prefix("sep=") else { return (text, None) };
    let mut bytes = rest.bytes();
    match bytes.next() {
        Some(delimiter) if delimiter.is_ascii() => {
            (rest[1..].trim_start_matches(['\r', '\n']), Some(delimiter))
        }
        _ => (text, None),
    }
}

/// The delimiter that occurs most often in the header, outside quotes.
fn guess_delimiter(text: &str) -> u8 {
    let mut counts = [(b',', 0_usize), (b';', 0), (b'\t', 0)];
    let mut quoted = false;
    for byte in text.bytes() {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' | b'\r' if !quoted => break,
            _ if quoted => {}
            _ => {
                if let Some((_, count)) = counts.iter_mut().find(|(delimiter, _)| *delimiter == byte) {
                    *count += 1;
                }
            }
        }
    }
    let mut best = counts[0];
    for candidate in counts {
        if candidate.1 > best.1 {
            best = candidate;
        }
    }
    best.0
}

/// The API's name of a column, from its own or the user interface's heading.
fn column_of(heading: &str) -> Option<&'static str> {
    let plain = |text: &str| -> String {
        text.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect()
    };
    let heading = plain(heading);
    let older = match heading.as_str() {
        "choicesorcalculations" => Some("select_choices_or_calculations"),
        "variablefieldname" | "variable" | "fieldname" => Some("field_name"),
        "branchinglogic" => Some("branching_logic"),
        "questionnumber" => Some("question_number"),
        _ => None,
    };
    older.or_else(|| {
        let both = Field::COLUMNS.into_iter().zip(UI_HEADER);
        both.into_iter().find(|(api, ui)| plain(api) == heading || plain(ui) == heading).map(|(api, _)| api)
    })
}

/// Which headings a written dictionary gets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Header {
    /// The API's column names.
    Api,
    /// The user interface's headings, with a byte-order mark before them.
    Ui,
}

/// Writes a dictionary.
pub fn write_csv<'a>(fields: impl IntoIterator<Item = &'a Field>, header: Header) -> String {
    let mut text = String::new();
    match header {
        Header::Api => push_row(&mut text, Field::COLUMNS.iter().copied()),
        Header::Ui => {
            text.push('\u{FEFF}');
            push_row(&mut text, UI_HEADER.iter().copied());
        }
    }
    for field in fields {
        push_row(&mut text, field.cells().iter().map(String::as_str));
    }
    text
}

fn push_row<'a>(text: &mut String, cells: impl Iterator<Item = &'a str>) {
    for (index, cell) in cells.enumerate() {
        if index > 0 {
            text.push(',');
        }
        if cell.contains([' ', '\t', '\n', '\r', ',', '"', '\\']) {
            text.push('"');
            text.push_str(&cell.replace('"', "\"\""));
            text.push('"');
        } else {
            text.push_str(cell);
        }
    }
    text.push('\n');
}
