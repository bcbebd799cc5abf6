// Made by `cargo run generate` from templates/rust-client/src/helpers/validation.rs.
// Do not edit: change the source and run it again.

//! What the value of a text field must be.

use std::fmt;

/// The validation of a text field by its name, from the metadata column
/// `text_validation_type_or_show_slider_number`. Sites can add their own.
///
/// ```
/// use redcap::validation::{DateOrder, Kind, Validation};
///
/// let validation = Validation::from("datetime_seconds_dmy");
/// assert_eq!(validation.kind(), Kind::Datetime);
/// assert_eq!(validation.date_order(), Some(DateOrder::Dmy));
/// assert!(validation.has_seconds());
/// assert!(Validation::from("number_2dp_comma_decimal").has_decimal_comma());
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Validation(String);

/// What values of a validation are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Kind {
    /// A day.
    Date,
    /// A day with a time.
    Datetime,
    /// A time of day.
    Time,
    /// A whole number.
    Integer,
    /// A number.
    Number,
    /// A text of a certain form, such as `email`, `phone` or `zipcode`, or of a form that this crate does not
    /// know. Also `time_mm_ss`, minutes and seconds as of a stopwatch.
    Text,
}

/// The order in which people see and enter the parts of a date. Raw exports always begin with the year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DateOrder {
    /// Month, day, year, `12/31/2026`.
    Mdy,
    /// Day, month, year, `31/12/2026`.
    Dmy,
    /// Year, month, day, `2026-12-31`.
    Ymd,
}

impl Validation {
    /// The name as in the data dictionary.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What the values are.
    pub fn kind(&self) -> Kind {
        match (self.0.as_str(), self.dated()) {
            (_, Some(("date", _))) => Kind::Date,
            (_, Some(_)) => Kind::Datetime,
            ("time" | "time_hh_mm_ss", _) => Kind::Time,
            ("integer", _) => Kind::Integer,
            ("number", _) => Kind::Number,
            (name, _) if name.starts_with("number_") => Kind::Number,
            _ => Kind::Text,
        }
    }

    /// The order of day, month and year for people; nothing if it is no date.
    pub fn date_order(&self) -> Option<DateOrder> {
        self.dated().map(|(_, order)| order)
    }

    /// Whether a time has seconds.
    pub fn has_seconds(&self) -> bool {
        self.0 == "time_hh_mm_ss" || self.dated().is_some_and(|(kind, _)| kind == "datetime_seconds")
    }

    /// Whether numbers have a decimal comma, as in `1,5`, also in raw exports.
    pub fn has_decimal_comma(&self) -> bool {
        self.kind() == Kind::Number && self.0.ends_with("_comma_decimal")
    }

    fn dated(&self) -> Option<(&str, DateOrder)> {
        let (kind, order) = self.0.rsplit_once('_')?;
        let order = match order {
            "mdy" => DateOrder::Mdy,
            "dmy" => DateOrder::Dmy,
            "ymd" => DateOrder::Ymd,
            _ => return None,
        };
        matches!(kind, "date" | "datetime" | "datetime_seconds").then_some((kind, order))
    }
}

impl From<&str> for Validation {
    fn from(name: &str) -> Validation {
        Validation(name.to_owned())
    }
}

impl fmt::Display for Validation {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}
