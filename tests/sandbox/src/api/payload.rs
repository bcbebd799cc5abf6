//! Imported documents: rows of named values, whatever format they come in.

use indexmap::IndexMap;
use serde_json::Value as Json;

use super::format::Format;
use crate::odm::xml::{Element, Limits, parse};

/// A value of an imported row.
#[derive(Clone, PartialEq, Eq)]
pub enum Entry {
    /// A text; numbers come as they were spelled.
    Text(String),
    /// Values by name, such as form rights.
    Map(IndexMap<String, String>),
}

impl Entry {
    /// The text; blank for a map.
    pub fn text(&self) -> &str {
        match self {
            Entry::Text(text) => text,
            Entry::Map(_) => "",
        }
    }

    /// The text; blank for a map.
    pub fn into_text(self) -> String {
        match self {
            Entry::Text(text) => text,
            Entry::Map(_) => String::new(),
        }
    }

    /// The map, also from the one cell that CSV has for it: `form_1:1,form_2:0`.
    pub fn map(&self) -> IndexMap<String, String> {
        match self {
            Entry::Map(map) => map.clone(),
            Entry::Text(text) => text
                .split(',')
                .filter_map(|pair| pair.split_once(':'))
                .map(|(key, value)| (key.trim().to_owned(), value.trim().to_owned()))
                .collect(),
        }
    }
}

/// The byte-order mark that some programs put before a document.
const MARK: char = '\u{feff}';

/// A row.
pub type Row = IndexMap<String, Entry>;

/// The text of a column; blank if the row lacks it.
pub fn text<'r>(row: &'r Row, column: &str) -> &'r str {
    row.get(column).map_or("", Entry::text)
}

/// The trimmed text of a column; none if the row lacks it.
pub fn cell<'r>(row: &'r Row, column: &str) -> Option<&'r str> {
    row.get(column).map(|entry| entry.text().trim())
}

/// Reads the rows of a document; none if it is not in that format.
///
/// JSON that holds no list, such as a bare object, is read as no rows: servers take it and store nothing.
pub fn rows(data: &str, format: Format, delimiter: char) -> Option<Vec<Row>> {
    let data = data.trim_start_matches(MARK);
    match format {
        Format::Csv => from_csv(data, delimiter),
        Format::Json => match serde_json::from_str(data).ok()? {
            Json::Array(items) => Some(items.into_iter().filter_map(from_json).collect()),
            _ => Some(Vec::new()),
        },
        Format::Xml | Format::Odm => {
            let root = parse(data.trim(), Limits::default()).ok()?;
            // One item may come without the root that lists have.
            let bare = root.name == "item";
            Some(if bare { vec![from_xml(&root)] } else { root.children.iter().map(from_xml).collect() })
        }
    }
}

/// Reads a document of one item: a JSON object or a list of one, an XML element with or without a root. An empty list
/// is an item without values.
pub fn item(data: &str, format: Format, delimiter: char) -> Option<Row> {
    let data = data.trim_start_matches(MARK);
    match format {
        Format::Csv => Some(from_csv(data, delimiter)?.into_iter().next().unwrap_or_default()),
        Format::Json => match serde_json::from_str(data).ok()? {
            Json::Array(items) => Some(items.into_iter().find_map(from_json).unwrap_or_default()),
            object => from_json(object),
        },
        Format::Xml | Format::Odm => {
            let root = parse(data.trim(), Limits::default()).ok()?;
            let wrapped = root.children.iter().find(|child| !child.children.is_empty());
            Some(from_xml(wrapped.unwrap_or(&root)))
        }
    }
}

fn from_csv(data: &str, delimiter: char) -> Option<Vec<Row>> {
    let delimiter = u8::try_from(delimiter).ok()?;
    let mut reader =
        csv::ReaderBuilder::new().flexible(true).delimiter(delimiter).from_reader(data.as_bytes());
    let header = reader.headers().ok()?.clone();
    // JSON and XML are never a header line.
    if header.iter().next().is_some_and(|first| first.trim_start().starts_with(['[', '{', '<'])) {
        return None;
    }
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.ok()?;
        if record.iter().all(str::is_empty) {
            continue;
        }
        let cells = header.iter().zip(record.iter());
        rows.push(cells.map(|(name, cell)| (name.trim().to_owned(), Entry::Text(cell.to_owned()))).collect());
    }
    Some(rows)
}

fn from_json(item: Json) -> Option<Row> {
    let Json::Object(object) = item else { return None };
    let entry = |value: Json| match value {
        Json::Object(map) => {
            Entry::Map(map.into_iter().map(|(key, value)| (key, json_text(&value))).collect())
        }
        other => Entry::Text(json_text(&other)),
    };
    Some(object.into_iter().map(|(name, value)| (name, entry(value))).collect())
}

/// A scalar as PHP turns it into text.
fn json_text(value: &Json) -> String {
    match value {
        Json::String(text) => text.clone(),
        Json::Number(number) => number.to_string(),
        Json::Bool(true) => "1".to_owned(),
        Json::Bool(false) | Json::Null | Json::Array(_) | Json::Object(_) => String::new(),
    }
}

fn from_xml(element: &Element) -> Row {
    let entry = |child: &Element| {
        if child.children.is_empty() {
            Entry::Text(child.text.clone())
        } else {
            Entry::Map(
                child.children.iter().map(|one| (one.name.clone(), one.text.trim().to_owned())).collect(),
            )
        }
    };
    element.children.iter().map(|child| (child.name.clone(), entry(child))).collect()
}
