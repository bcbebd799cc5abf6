//! Which values a field takes, and how they are stored.

use std::collections::HashMap;
use std::sync::LazyLock;

use jiff::civil::Date;
use regex::Regex;

use crate::project::{Field, FieldType};

/// The order in which an import writes dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum DateOrder {
    /// Year, month, day.
    #[default]
    Ymd,
    /// Month, day, year.
    Mdy,
    /// Day, month, year.
    Dmy,
}

impl DateOrder {
    /// Reads the value of `dateFormat`.
    pub fn parse(name: Option<&str>) -> DateOrder {
        match name {
            Some("MDY") => DateOrder::Mdy,
            Some("DMY") => DateOrder::Dmy,
            _ => DateOrder::Ymd,
        }
    }
}

/// Why a value is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// It does not fit the validation.
    Format,
    /// It is no choice of the field.
    Category,
}

/// How much of a time of day a value has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Clock {
    /// None.
    None,
    /// Hours and minutes.
    Minutes,
    /// Hours, minutes and seconds.
    Seconds,
}

/// What a field takes.
#[derive(Debug, Clone)]
pub enum Rule {
    /// Any text.
    Free,
    /// A text of this form.
    Pattern(&'static Regex),
    /// A date, with or without a time.
    Date(Clock),
    /// A time of day.
    Time(Clock),
    /// One of these codes.
    Choice(Vec<String>),
    /// A whole number between two others.
    Slider(i64, i64),
}

/// What a field takes. The lowest and highest value only raise warnings, also on a real server.
pub fn rule(field: &Field) -> Rule {
    match field.kind {
        FieldType::Text => text_rule(&field.validation),
        FieldType::Dropdown | FieldType::Radio | FieldType::YesNo | FieldType::TrueFalse => {
            Rule::Choice(field.effective_choices().into_iter().map(|choice| choice.code).collect())
        }
        FieldType::Slider => {
            let bound = |text: &str, usual: i64| text.trim().parse().unwrap_or(usual);
            Rule::Slider(bound(&field.validation_min, 0), bound(&field.validation_max, 100))
        }
        _ => Rule::Free,
    }
}

fn text_rule(validation: &str) -> Rule {
    let orders = ["_ymd", "_mdy", "_dmy"];
    let kind = orders.iter().find_map(|order| validation.strip_suffix(order)).unwrap_or(validation);
    match kind {
        "date" => Rule::Date(Clock::None),
        "datetime" => Rule::Date(Clock::Minutes),
        "datetime_seconds" => Rule::Date(Clock::Seconds),
        "time" => Rule::Time(Clock::Minutes),
        "time_hh_mm_ss" => Rule::Time(Clock::Seconds),
        _ => PATTERNS.get(validation).map_or(Rule::Free, Rule::Pattern),
    }
}

impl Rule {
    /// The value as it is stored.
    ///
    /// # Errors
    /// When the field does not take it.
    pub fn accept(&self, value: &str, order: DateOrder) -> Result<String, Fault> {
        let stored = match self {
            Rule::Free => Some(value.to_owned()),
            Rule::Pattern(pattern) => pattern.is_match(value).then(|| value.to_owned()),
            Rule::Date(clock) => moment(value, order, *clock),
            Rule::Time(clock) => time(value, *clock),
            Rule::Choice(codes) => {
                let known = codes.iter().any(|code| code == value);
                return if known { Ok(value.to_owned()) } else { Err(Fault::Category) };
            }
            Rule::Slider(low, high) => {
                let number = value.parse::<i64>().ok();
                number.filter(|number| (low..=high).contains(&number)).map(|number| number.to_string())
            }
        };
        stored.ok_or(Fault::Format)
    }
}

fn moment(value: &str, order: DateOrder, clock: Clock) -> Option<String> {
    if clock == Clock::None {
        return date(value, order);
    }
    let (day, hours) = value.split_once(' ')?;
    Some(format!("{} {}", date(day, order)?, time(hours, clock)?))
}

/// A date, year first. Days and months may lack their zero. A date that already begins with the year is taken in any
/// order: a live server took `1924-10-20` among dates written month first.
fn date(value: &str, order: DateOrder) -> Option<String> {
    let parts: Vec<&str> = value.split(if value.contains('/') { '/' } else { '-' }).collect();
    let [first, second, third] = parts.try_into().ok()?;
    let (year, month, day) = match order {
        _ if first.len() == 4 => (first, second, third),
        DateOrder::Ymd => (first, second, third),
        DateOrder::Mdy => (third, first, second),
        DateOrder::Dmy => (third, second, first),
    };
    if year.len() != 4 {
        return None;
    }
    let date = Date::new(number(year, 4)?, number(month, 2)?, number(day, 2)?).ok()?;
    Some(format!("{:04}-{:02}-{:02}", date.year(), date.month(), date.day()))
}

/// A time of day with two digits in each part.
fn time(value: &str, clock: Clock) -> Option<String> {
    let parts: Vec<&str> = value.split(':').collect();
    let wanted = if clock == Clock::Seconds { 3 } else { 2 };
    let (hours, rest) = parts.split_first().filter(|(_, rest)| rest.len() + 1 == wanted)?;
    let mut text = format!("{:02}", number::<u8>(hours, 2).filter(|hours| *hours < 24)?);
    for part in rest {
        number::<u8>(part, 2).filter(|number| part.len() == 2 && *number < 60)?;
        text.push(':');
        text.push_str(part);
    }
    Some(text)
}

/// A number of at most so many digits, and nothing but digits.
fn number<T: std::str::FromStr>(text: &str, digits: usize) -> Option<T> {
    let plain = text.len() <= digits && text.bytes().all(|byte| byte.is_ascii_digit());
    if plain { text.parse().ok() } else { None }
}

/// Validations that are about the form of a text, by name.
static PATTERNS: LazyLock<HashMap<String, Regex>> = LazyLock::new(|| {
    // Area code and exchange of a number in North America.
    let code = "(?:[2-9]1[02-9]|[2-9][02-9]1|[2-9][02-9]{2})";
    let phone = format!(
        r"(?:\({code}\)|{code})[ ]*(?:[.-][ ]*)?{code}[ ]*(?:[.-][ ]*)?[0-9]{{4}}(?:[ ]*(?:#|x\.?|ext\.?|extension)[ ]*[0-9]+)?"
    );
    let patterns: [(&str, &str); 21] = [
        ("number", r"[-+]?[0-9]*\.?[0-9]+(?:[eE][-+]?[0-9]+)?"),
        ("number_comma_decimal", "[-+]?[0-9]*,?[0-9]+(?:[eE][-+]?[0-9]+)?"),
        ("integer", "[-+]?[0-9]+"),
        ("int", "[-+]?[0-9]+"),
        ("float", r"[-+]?[0-9]*\.?[0-9]+(?:[eE][-+]?[0-9]+)?"),
        ("time_mm_ss", "[0-5][0-9]:[0-5][0-9]"),
        ("email", r"[^@ \t\r\n]+@(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,}"),
        ("phone", &phone),
        ("phone_australia", r"(?:\(0[2-8]\)|0[2-8])[ ]*[0-9]{4}[ ]*[0-9]{4}"),
        ("zipcode", "[0-9]{5}(?:-[0-9]{4})?"),
        ("postalcode_australia", "[0-8][0-9]{3}"),
        (
            "postalcode_canada",
            "(?i-u:[ABCEGHJ-NPRSTVXY][0-9][ABCEGHJ-NPRSTV-Z][ ]?[0-9][ABCEGHJ-NPRSTV-Z][0-9])",
        ),
        ("postalcode_french", "(?:0[1-9]|[1-8][0-9]|9[0-8])[0-9]{3}"),
        ("postalcode_germany", "(?:0[1-9]|[1-9][0-9])[0-9]{3}"),
        ("postalcode_uk", "(?i-u:(?:[A-Z]{1,2}[0-9]{1,2}|[A-Z]{1,2}[0-9][A-Z])[ ]?[0-9][ABD-HJLNP-UW-Z]{2})"),
        ("ssn", "[0-9]{3}-[0-9]{2}-[0-9]{4}"),
        ("mrn_8d", "[0-9]{8}"),
        ("mrn_10d", "[0-9]{10}"),
        ("mrn_generic", "[A-Za-z0-9_-]+"),
        ("vmrn", "[0-9]{4,9}"),
        ("alpha_only", "[A-Za-z]+"),
    ];
    let decimals = (1..=4).flat_map(|places| {
        let form = |mark: &str| format!(r"-?[0-9]+{mark}[0-9]{{{places}}}");
        [(format!("number_{places}dp"), form(r"\.")), (format!("number_{places}dp_comma_decimal"), form(","))]
    });
    let patterns = patterns.into_iter().map(|(name, form)| (name.to_owned(), form.to_owned()));
    let whole = |form: &str| Regex::new(&format!("^(?:{form})$")).expect("the forms above are patterns");
    patterns.chain(decimals).map(|(name, form)| (name, whole(&form))).collect()
});
