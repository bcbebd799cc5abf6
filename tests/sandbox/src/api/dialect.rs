//! How the CSV of each list looks. REDCap has two writers and is not consistent about the last newline;
//! what is not recorded follows the closest relative that is.

/// Whether the last line ends with a newline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Newline {
    /// Yes.
    AtEnd,
    /// No.
    Between,
}

/// When a cell is quoted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Quoting {
    /// Whenever it holds a blank, tab, line break, delimiter, quote or backslash, as PHP's writer does.
    Careful,
    /// These columns always if they have a value, others only when they would be misread.
    Columns(&'static [&'static str]),
}

/// The look of one list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dialect {
    quoting: Quoting,
    /// The end of the last line.
    pub newline: Newline,
    /// What stands between the items in JSON.
    pub json_joint: &'static str,
}

impl Dialect {
    /// The look of a list of items of this shape.
    pub fn of(shape: &str) -> Dialect {
        use Newline::{AtEnd, Between};
        let (quoting, newline) = match shape {
            // Recorded.
            "metadata_field" | "project_info" => (Quoting::Careful, AtEnd),
            "instrument" => (Quoting::Columns(&["instrument_label"]), AtEnd),
            "repeating_setup" => (Quoting::Columns(&[]), AtEnd),
            "arm" => (Quoting::Columns(&["name"]), Between),
            "event" => (Quoting::Columns(&["event_name", "custom_event_label"]), Between),
            "instrument_event_mapping" => (Quoting::Columns(&[]), Between),
            "user" => (Quoting::Careful, Between),
            // Assumed: the log, field names and single items go through the writer of records.
            "log_entry" | "export_field_name" | "randomization_result" | "background_import" => {
                (Quoting::Careful, AtEnd)
            }
            // Assumed: other lists are like users.
            _ => (Quoting::Careful, Between),
        };
        let json_joint = if shape == "metadata_field" { ",\n" } else { "," };
        Dialect { quoting, newline, json_joint }
    }

    /// Appends a cell.
    pub fn push(self, text: &mut String, column: &str, value: &str, delimiter: char) {
        let quoted = match self.quoting {
            Quoting::Careful => needs_quotes(value, delimiter),
            Quoting::Columns(always) => {
                (always.contains(&column) && !value.is_empty())
                    || value.contains([delimiter, '"', '\n', '\r'])
            }
        };
        if quoted { push_quoted(text, value) } else { text.push_str(value) }
    }
}

/// True if PHP's CSV writer would quote the cell.
pub fn needs_quotes(value: &str, delimiter: char) -> bool {
    value.chars().any(|c| c == delimiter || matches!(c, ' ' | '\t' | '\n' | '\r' | '"' | '\\'))
}

/// Appends a cell in quotes.
pub fn push_quoted(text: &mut String, value: &str) {
    text.push('"');
    for (position, part) in value.split('"').enumerate() {
        if position > 0 {
            text.push_str("\"\"");
        }
        text.push_str(part);
    }
    text.push('"');
}
