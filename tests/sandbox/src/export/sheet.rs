//! Rows and cells as CSV, JSON and XML, through one buffer.

use std::io::{self, Write};

use crate::api::{Format, XML, json_string, needs_quotes, push_cdata, push_json_string, push_quoted};

/// The buffer is passed on when it is as full as this.
const FULL: usize = 32 * 1024;

/// What stands over or around the cells of a column.
#[derive(Debug, Clone)]
pub struct Heading {
    csv: String,
    json: String,
    open: String,
    close: String,
}

impl Heading {
    /// The heading of a column with a name, and the text of the header line if that is another one.
    pub fn new(name: &str, label: Option<&str>) -> Heading {
        Heading {
            csv: label.unwrap_or(name).to_owned(),
            json: format!("{}:", json_string(name)),
            open: format!("<{name}>"),
            close: format!("</{name}>"),
        }
    }
}

/// A cell.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Cell<'a> {
    /// A text, or blank.
    Text(&'a str),
    /// A number in JSON too.
    Number(&'a str),
}

/// Writes rows.
pub struct Sheet<'a> {
    format: Format,
    delimiter: char,
    quoted: [bool; 256],
    headings: &'a [Heading],
    out: &'a mut dyn Write,
    buffer: String,
    rows: u64,
    position: usize,
}

impl<'a> Sheet<'a> {
    /// An empty sheet.
    pub fn new(
        format: Format,
        delimiter: char,
        headings: &'a [Heading],
        out: &'a mut dyn Write,
    ) -> Sheet<'a> {
        let mut quoted = [false; 256];
        for byte in 0..=127_u8 {
            quoted[usize::from(byte)] = needs_quotes(char::from(byte).encode_utf8(&mut [0; 4]), delimiter);
        }
        let buffer = String::with_capacity(2 * FULL);
        Sheet { format, delimiter, quoted, headings, out, buffer, rows: 0, position: 0 }
    }

    /// Begins a row.
    pub fn begin(&mut self) {
        match (self.format, self.rows) {
            (Format::Csv, 0) => self.header(),
            (Format::Csv, _) => {}
            (Format::Json, 0) => self.buffer.push_str("[{"),
            (Format::Json, _) => self.buffer.push_str(",{"),
            (Format::Xml | Format::Odm, 0) => {
                self.buffer.push_str(XML);
                self.buffer.push_str("<records><item>");
            }
            (Format::Xml | Format::Odm, _) => self.buffer.push_str("<item>"),
        }
        self.rows += 1;
        self.position = 0;
    }

    fn header(&mut self) {
        for (position, heading) in self.headings.iter().enumerate() {
            if position > 0 {
                self.buffer.push(self.delimiter);
            }
            push_csv(&mut self.buffer, &self.quoted, &heading.csv);
        }
        self.buffer.push('\n');
    }

    /// Adds the cell of the next column.
    pub fn cell(&mut self, cell: Cell<'_>) {
        let heading = &self.headings[self.position];
        let (Cell::Text(text) | Cell::Number(text)) = cell;
        match self.format {
            Format::Csv => {
                if self.position > 0 {
                    self.buffer.push(self.delimiter);
                }
                push_csv(&mut self.buffer, &self.quoted, text);
            }
            Format::Json => {
                if self.position > 0 {
                    self.buffer.push(',');
                }
                self.buffer.push_str(&heading.json);
                match cell {
                    Cell::Number(number) => self.buffer.push_str(number),
                    Cell::Text(text) => push_json_string(&mut self.buffer, text),
                }
            }
            Format::Xml | Format::Odm => {
                self.buffer.push_str(&heading.open);
                push_cdata(&mut self.buffer, text);
                self.buffer.push_str(&heading.close);
            }
        }
        self.position += 1;
    }

    /// Ends a row.
    ///
    /// # Errors
    /// Those of what the sheet is written to.
    pub fn end(&mut self) -> io::Result<()> {
        self.buffer.push_str(match self.format {
            Format::Csv => "\n",
            Format::Json => "}",
            Format::Xml | Format::Odm => "</item>",
        });
        if self.buffer.len() >= FULL { self.pass_on() } else { Ok(()) }
    }

    /// Ends the sheet.
    ///
    /// # Errors
    /// Those of what the sheet is written to.
    pub fn finish(mut self) -> io::Result<()> {
        match (self.format, self.rows) {
            (Format::Csv, 0) => self.buffer.push('\n'),
            (Format::Csv, _) => {}
            (Format::Json, 0) => self.buffer.push_str("[]"),
            (Format::Json, _) => self.buffer.push(']'),
            (Format::Xml | Format::Odm, 0) => {
                self.buffer.push_str(XML);
                self.buffer.push_str("<records></records>");
            }
            (Format::Xml | Format::Odm, _) => self.buffer.push_str("</records>"),
        }
        self.pass_on()
    }

    fn pass_on(&mut self) -> io::Result<()> {
        self.out.write_all(self.buffer.as_bytes())?;
        self.buffer.clear();
        Ok(())
    }
}

fn push_csv(buffer: &mut String, quoted: &[bool; 256], text: &str) {
    if text.bytes().any(|byte| quoted[usize::from(byte)]) {
        push_quoted(buffer, text);
    } else {
        buffer.push_str(text);
    }
}
