//! Lists and single items, written as the spec's shapes say: which columns there are in a version and a
//! project, and which of them are numbers in JSON.

use std::fmt::Write;

use redcap_generator::model::Shape;
use redcap_generator::spec::raw::{JsonForm, Presence};

use super::dialect::{Dialect, Newline};
use super::format::Format;

/// A cell.
#[derive(Clone, PartialEq, Eq)]
pub enum Cell {
    /// The key is left out of JSON and XML; CSV has nothing between the delimiters.
    Absent,
    /// A text or number; blank for no value.
    Text(String),
    /// Values by instrument.
    Map(Vec<(String, String)>),
}

impl From<String> for Cell {
    fn from(text: String) -> Cell {
        Cell::Text(text)
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Cell {
        Cell::Text(text.to_owned())
    }
}

impl From<u64> for Cell {
    fn from(number: u64) -> Cell {
        Cell::Text(number.to_string())
    }
}

impl From<bool> for Cell {
    fn from(on: bool) -> Cell {
        Cell::Text(if on { "1" } else { "0" }.to_owned())
    }
}

/// Items of one shape, ready to be written in any format.
#[derive(Clone)]
pub struct Table<'a> {
    shape: &'a Shape,
    root: Option<&'a str>,
    columns: Vec<usize>,
    rows: Vec<Vec<Cell>>,
}

impl<'a> Table<'a> {
    /// An empty table with the columns that exports have when these conditions are met.
    pub fn new(shape: &'a Shape, condition: impl Fn(&str) -> bool) -> Table<'a> {
        let columns = shape.columns.iter().enumerate().filter(|(_, column)| {
            let met =
                column.presence != Presence::Conditional || column.when.as_deref().is_none_or(&condition);
            column.export && met
        });
        let columns = columns.map(|(index, _)| index).collect();
        Table { shape, root: shape.xml_root.as_deref(), columns, rows: Vec::new() }
    }

    /// Gives the XML another root than newer versions have.
    pub fn set_root(&mut self, root: &'a str) {
        self.root = Some(root);
    }

    /// Puts a column behind all others, where older versions had it. Only for a table without rows.
    pub fn move_last(&mut self, name: &str) {
        self.columns.sort_by_key(|index| self.shape.columns[*index].name == name);
    }

    /// The names of the columns.
    pub fn columns(&self) -> impl Iterator<Item = &'a str> + '_ {
        self.columns.iter().map(|index| self.shape.columns[*index].name.as_str())
    }

    /// Adds a row; `cell` gives the value of a column.
    pub fn row(&mut self, mut cell: impl FnMut(&str) -> Cell) {
        let cells = self.columns.iter().map(|index| cell(&self.shape.columns[*index].name));
        self.rows.push(cells.collect());
    }

    /// The list in a format.
    pub fn list(&self, format: Format, delimiter: char) -> String {
        match format {
            Format::Csv => self.csv(delimiter),
            Format::Json => self.json_list(),
            Format::Xml | Format::Odm => {
                let root = self.root.unwrap_or("items");
                let items: String = self.rows.iter().map(|row| self.xml_item("item", row)).collect();
                format!("{XML}<{root}>{items}</{root}>")
            }
        }
    }

    /// The first row alone: an object in JSON, one element in XML, two lines in CSV.
    pub fn object(&self, format: Format, delimiter: char) -> String {
        let Some(row) = self.rows.first() else { return String::new() };
        match format {
            Format::Csv => self.csv(delimiter),
            Format::Json => self.json_item(row),
            Format::Xml | Format::Odm => {
                let root = self.root.unwrap_or("item");
                format!("{XML}{}", self.xml_item(root, row))
            }
        }
    }

    fn csv(&self, delimiter: char) -> String {
        let dialect = Dialect::of(&self.shape.id);
        // A list that is written line by line has its header also without items.
        if self.rows.is_empty() && dialect.newline == Newline::AtEnd {
            return "\n".to_owned();
        }
        let separator = delimiter.to_string();
        let mut text = self.columns().collect::<Vec<_>>().join(&separator);
        for row in &self.rows {
            text.push('\n');
            for (position, (cell, name)) in row.iter().zip(self.columns()).enumerate() {
                if position > 0 {
                    text.push(delimiter);
                }
                match cell {
                    Cell::Absent => {}
                    Cell::Text(value) => dialect.push(&mut text, name, value, delimiter),
                    Cell::Map(pairs) => {
                        let pairs: Vec<String> =
                            pairs.iter().map(|(key, value)| format!("{key}:{value}")).collect();
                        dialect.push(&mut text, name, &pairs.join(","), delimiter);
                    }
                }
            }
        }
        if dialect.newline == Newline::AtEnd {
            text.push('\n');
        }
        text
    }

    fn json_list(&self) -> String {
        let rows: Vec<String> = self.rows.iter().map(|row| self.json_item(row)).collect();
        format!("[{}]", rows.join(Dialect::of(&self.shape.id).json_joint))
    }

    fn json_item(&self, row: &[Cell]) -> String {
        let mut text = String::from("{");
        for (index, cell) in self.columns.iter().zip(row) {
            let column = &self.shape.columns[*index];
            if *cell == Cell::Absent {
                continue;
            }
            if text.len() > 1 {
                text.push(',');
            }
            text.push_str(&json_string(&column.name));
            text.push(':');
            match cell {
                Cell::Absent => {}
                Cell::Text(value) if column.json == JsonForm::Integer && is_integer(value) => {
                    text.push_str(value)
                }
                Cell::Text(value) => text.push_str(&json_string(value)),
                // PHP writes an empty map as an empty list.
                Cell::Map(pairs) if pairs.is_empty() => text.push_str("[]"),
                Cell::Map(pairs) => {
                    let pairs = pairs.iter().map(|(key, value)| format!("{}:{value}", json_string(key)));
                    let _ = write!(text, "{{{}}}", pairs.collect::<Vec<_>>().join(","));
                }
            }
        }
        text.push('}');
        text
    }

    fn xml_item(&self, tag: &str, row: &[Cell]) -> String {
        let mut text = format!("<{tag}>");
        for (cell, name) in row.iter().zip(self.columns()) {
            match cell {
                Cell::Absent => {}
                Cell::Text(value) => {
                    let _ = write!(text, "<{name}>{}</{name}>", cdata(value));
                }
                Cell::Map(pairs) => {
                    let pairs: String =
                        pairs.iter().map(|(key, value)| format!("<{key}>{value}</{key}>")).collect();
                    let _ = write!(text, "<{name}>{pairs}</{name}>");
                }
            }
        }
        let _ = write!(text, "</{tag}>");
        text
    }
}

/// The declaration before every XML answer.
pub const XML: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" ?>";

fn is_integer(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
}

/// A text inside an element: bare digits, or a CDATA section.
pub fn cdata(text: &str) -> String {
    let mut out = String::new();
    push_cdata(&mut out, text);
    out
}

/// Appends what [`cdata`] gives.
pub fn push_cdata(out: &mut String, text: &str) {
    if text.is_empty() || is_integer(text) {
        return out.push_str(text);
    }
    out.push_str("<![CDATA[");
    if !text.as_bytes().contains(&b']') {
        // Nothing can end the section too early, which spares most texts a search.
        out.push_str(text);
        return out.push_str("]]>");
    }
    for (position, part) in text.split("]]>").enumerate() {
        if position > 0 {
            out.push_str("]]]]><![CDATA[>");
        }
        out.push_str(part);
    }
    out.push_str("]]>");
}

/// A JSON string as PHP writes it: `/` as `\/`, everything outside ASCII as `\uXXXX`.
pub fn json_string(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    push_json_string(&mut out, text);
    out
}

/// Appends what [`json_string`] gives.
pub fn push_json_string(out: &mut String, text: &str) {
    out.push('"');
    // Most texts are plain, and going through them sign by sign takes several times as long.
    let special = |byte: u8| !(b' '..=b'~').contains(&byte) || matches!(byte, b'"' | b'\\' | b'/');
    let plain = text.bytes().position(special).unwrap_or(text.len());
    // Everything before the first special byte is ASCII.
    let (plain, rest) = text.split_at(plain);
    out.push_str(plain);
    for character in rest.chars() {
        match character {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '/' => out.push_str("\\/"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\u{8}' => out.push_str("\\b"),
            '\u{c}' => out.push_str("\\f"),
            ' '..='~' | '\u{7f}' => out.push(character),
            other => {
                for unit in other.encode_utf16(&mut [0; 2]) {
                    let _ = write!(out, "\\u{unit:04x}");
                }
            }
        }
    }
    out.push('"');
}
