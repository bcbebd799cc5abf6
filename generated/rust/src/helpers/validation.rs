// Made by `cargo run generate` from templates/rust-client/src/helpers/validation.rs.
// Do not edit: change the source and run it again.

//! What the value of a text field must be.

use std::fmt;

/// The order in which people see and enter the parts of a date. Raw exports
/// always begin with the year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DateOrder {
    /// Month, day, year, `12/31/2026`.
    Mdy,
    /// Day, month, year, `31/12/2026`.
    Dmy,
    /// Year, month, day, `2026-12-31`.
    Ymd,
}

impl DateOrder {
    fn suffix(self) -> &'static str {
        match self {
            DateOrder::Mdy => "mdy",
            DateOrder::Dmy => "dmy",
            DateOrder::Ymd => "ymd",
        }
    }
}

/// The validation of a text field, from the metadata column
/// `text_validation_type_or_show_slider_number`.
///
/// ```
/// use redcap::validation::{DateOrder, Validation};
///
/// let validation = Validation::from("datetime_seconds_dmy");
/// assert_eq!(validation, Validation::DatetimeSeconds(DateOrder::Dmy));
/// assert_eq!(validation.to_string(), "datetime_seconds_dmy");
/// assert!(Validation::from("number_2dp_comma_decimal").has_decimal_comma());
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Validation {
    /// `date_ymd` and the other orders: a day.
    Date(DateOrder),
    /// `datetime_ymd` …: a day with hours and minutes.
    Datetime(DateOrder),
    /// `datetime_seconds_ymd` …: a day with hours, minutes and seconds.
    DatetimeSeconds(DateOrder),
    /// `time`: hours and minutes of a day.
    Time,
    /// `time_hh_mm_ss`: hours, minutes and seconds of a day.
    TimeSeconds,
    /// `time_mm_ss`: minutes and seconds, as of a stopwatch.
    TimeMinutesSeconds,
    /// `integer`: a whole number.
    Integer,
    /// `number`, `number_2dp`, `number_comma_decimal` …: a number.
    Number {
        /// How many decimals it must have, 1 to 9.
        decimals: Option<u8>,
        /// Whether the decimals follow a comma, also in exports.
        comma: bool,
    },
    /// `email`: an e-mail address.
    Email,
    /// `phone`: a North American telephone number.
    Phone,
    /// `zipcode`: a US postal code.
    Zipcode,
    /// Another one by its name; sites can add their own.
    Other(String),
}

impl Validation {
    /// The order of day, month and year for people; nothing if it is no date.
    pub fn date_order(&self) -> Option<DateOrder> {
        match self {
            Validation::Date(order) | Validation::Datetime(order) | Validation::DatetimeSeconds(order) => {
                Some(*order)
            }
            _ => None,
        }
    }

    /// Whether numbers have a decimal comma, as in `1,5`, also in raw exports.
    pub fn has_decimal_comma(&self) -> bool {
        matches!(self, Validation::Number { comma: true, .. })
    }
}

/// Validations whose names say nothing more.
const PLAIN: [(&str, Validation); 7] = [
    ("time", Validation::Time),
    ("time_hh_mm_ss", Validation::TimeSeconds),
    ("time_mm_ss", Validation::TimeMinutesSeconds),
    ("integer", Validation::Integer),
    ("email", Validation::Email),
    ("phone", Validation::Phone),
    ("zipcode", Validation::Zipcode),
];

impl From<&str> for Validation {
    fn from(name: &str) -> Validation {
        let plain = || PLAIN.into_iter().find_map(|(one, validation)| (one == name).then_some(validation));
        let known = dated(name).or_else(|| number(name)).or_else(plain);
        known.unwrap_or_else(|| Validation::Other(name.to_owned()))
    }
}

fn dated(name: &str) -> Option<Validation> {
    let (kind, order) = name.rsplit_once('_')?;
    let order =
        [DateOrder::Mdy, DateOrder::Dmy, DateOrder::Ymd].into_iter().find(|one| one.suffix() == order)?;
    match kind {
        "date" => Some(Validation::Date(order)),
        "datetime" => Some(Validation::Datetime(order)),
        "datetime_seconds" => Some(Validation::DatetimeSeconds(order)),
        _ => None,
    }
}

fn number(name: &str) -> Option<Validation> {
    let rest = name.strip_prefix("number")?;
    let (rest, comma) = match rest.strip_suffix("_comma_decimal") {
        Some(rest) => (rest, true),
        None => (rest, false),
    };
    let decimals = match rest.as_bytes() {
        [] => None,
        [b'_', digit @ b'1'..=b'9', b'd', b'p'] => Some(digit - b'0'),
        _ => return None,
    };
    Some(Validation::Number { decimals, comma })
}

/// The name as in the data dictionary.
impl fmt::Display for Validation {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Validation::Date(order) => write!(out, "date_{}", order.suffix()),
            Validation::Datetime(order) => write!(out, "datetime_{}", order.suffix()),
            Validation::DatetimeSeconds(order) => write!(out, "datetime_seconds_{}", order.suffix()),
            Validation::Number { decimals, comma } => {
                out.write_str("number")?;
                if let Some(decimals) = decimals {
                    write!(out, "_{decimals}dp")?;
                }
                out.write_str(if *comma { "_comma_decimal" } else { "" })
            }
            Validation::Other(name) => out.write_str(name),
            plain => {
                let name = PLAIN.iter().find_map(|(name, one)| (one == plain).then_some(*name));
                out.write_str(name.unwrap_or_default())
            }
        }
    }
}
