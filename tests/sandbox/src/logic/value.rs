//! Values that logic works with, and how they turn into each other.

use std::cmp::Ordering;
use std::fmt;

/// A comparison operator.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Comparison {
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

/// The result of a calculation, or of any part of one.
///
/// Truth values are the numbers 1 and 0. A field keeps the text that is stored, even when that text is a
/// number, so that `007` survives being copied; [`Value::as_number`] says what number it stands for.
#[derive(Clone, PartialEq)]
pub enum Value {
    /// Nothing: a field without a value, or a calculation that has no result.
    Blank,
    /// A finite number.
    Number(f64),
    /// Text that is not empty.
    Text(String),
}

impl Value {
    /// A number, or [`Value::Blank`] for what is not a finite number.
    pub fn number(number: f64) -> Self {
        // Adding zero turns a negative zero, which nobody wants to read, into a plain one.
        if number.is_finite() { Self::Number(number + 0.0) } else { Self::Blank }
    }

    /// Text, or [`Value::Blank`] for empty text.
    pub fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        if text.is_empty() { Self::Blank } else { Self::Text(text) }
    }

    /// The number for true or false.
    pub fn truth(truth: bool) -> Self {
        Self::Number(if truth { 1.0 } else { 0.0 })
    }

    /// The number that this value is or that its text spells.
    pub fn as_number(&self) -> Option<f64> {
        match self {
            Self::Blank => None,
            Self::Number(number) => Some(*number),
            Self::Text(text) => number_in(text),
        }
    }

    /// Whether this is [`Value::Blank`].
    pub fn is_blank(&self) -> bool {
        *self == Self::Blank
    }

    /// Whether a condition with this result is met: a number other than 0, or text that is not a number.
    pub fn is_true(&self) -> bool {
        match (self, self.as_number()) {
            (Self::Blank, _) => false,
            (_, Some(number)) => number != 0.0,
            (_, None) => true,
        }
    }
}

/// The kind of value alone: it may come from a record.
impl fmt::Debug for Value {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::Blank => "Blank",
            Self::Number(_) => "Number",
            Self::Text(_) => "Text",
        })
    }
}

/// As it is stored in a field: numbers with all their digits and a decimal point, never an exponent.
impl fmt::Display for Value {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Blank => Ok(()),
            Self::Number(number) => write!(out, "{number}"),
            Self::Text(text) => out.write_str(text),
        }
    }
}

/// The number that a text spells with a decimal point; spaces, commas or words make it text.
fn number_in(text: &str) -> Option<f64> {
    let spelled = text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'+' | b'-' | b'.' | b'e' | b'E'));
    if !spelled {
        return None;
    }
    text.parse::<f64>().ok().filter(|number| number.is_finite())
}

/// Compares as numbers when both sides are numbers, otherwise as text.
///
/// Blank equals only blank, and is neither below nor above anything. A true number (a literal or a result, not
/// the text of a field) has no order relative to text that is no number: a missing-data code such as `UNK` is
/// not above 30.
pub(super) fn compare(operator: Comparison, left: &Value, right: &Value) -> bool {
    let order = match (left, right) {
        (Value::Blank, Value::Blank) => Some(Ordering::Equal),
        (Value::Blank, _) | (_, Value::Blank) => None,
        _ => match (left.as_number(), right.as_number(), left, right) {
            (Some(left), Some(right), ..) => left.partial_cmp(&right),
            (.., Value::Text(left), Value::Text(right)) => Some(left.cmp(right)),
            _ => None,
        },
    };
    match operator {
        Comparison::Equal => order == Some(Ordering::Equal),
        Comparison::NotEqual => order != Some(Ordering::Equal),
        Comparison::Less => order == Some(Ordering::Less),
        Comparison::LessOrEqual => order.is_some_and(Ordering::is_le),
        Comparison::Greater => order == Some(Ordering::Greater),
        Comparison::GreaterOrEqual => order.is_some_and(Ordering::is_ge),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_that_spells_a_number_is_that_number() {
        for (text, number) in [("18", 18.0), ("-7.1", -7.1), ("007", 7.0), (".5", 0.5), ("1e3", 1000.0)] {
            assert_eq!(Value::text(text).as_number(), Some(number), "{text}");
        }
        for text in ["", " 1", "1 ", "1,5", "abc", "1a", "inf", "NaN", "-", "e", "2020-01-01", "1e999"] {
            assert_eq!(Value::text(text).as_number(), None, "{text}");
        }
    }

    #[test]
    fn numbers_are_written_without_noise() {
        assert_eq!(Value::number(0.903_345_724_907_063_2).to_string(), "0.9033457249070632");
        assert_eq!(Value::number(25.0).to_string(), "25");
        assert_eq!(Value::number(-0.0).to_string(), "0");
        assert_eq!(Value::number(f64::NAN), Value::Blank);
    }

    #[test]
    fn blank_equals_only_blank() {
        let (blank, zero) = (Value::Blank, Value::number(0.0));
        assert!(compare(Comparison::Equal, &blank, &Value::text("")));
        assert!(!compare(Comparison::Equal, &blank, &zero));
        assert!(compare(Comparison::NotEqual, &blank, &zero));
        for operator in [Comparison::Less, Comparison::LessOrEqual, Comparison::Greater] {
            assert!(!compare(operator, &blank, &zero));
        }
    }

    #[test]
    fn text_is_ordered_as_text_and_numbers_as_numbers() {
        assert!(compare(Comparison::Less, &Value::text("9"), &Value::text("10")));
        assert!(compare(Comparison::Less, &Value::text("2019-12-31"), &Value::text("2020-01-01")));
        assert!(!compare(Comparison::Greater, &Value::text("UNK"), &Value::number(30.0)));
        assert!(!compare(Comparison::Equal, &Value::text("Enrolled"), &Value::text("enrolled")));
    }
}
