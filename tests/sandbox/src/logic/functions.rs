//! The functions that logic can call.

use super::value::Value;
use super::{Scope, dates, numbers, texts};

/// A function by name, with the number of values it takes and what it does with them.
#[derive(Debug)]
pub(super) struct Function {
    /// Its name in lower case.
    pub(super) name: &'static str,
    fewest: usize,
    most: usize,
    pub(super) body: Body,
}

/// What a function does.
#[derive(Debug, Clone, Copy)]
pub(super) enum Body {
    /// A result that depends on the values alone.
    Plain(fn(&[Value]) -> Value),
    /// A result that also depends on the clock or the project.
    Scoped(fn(&[Value], &dyn Scope) -> Value),
}

impl Function {
    const fn plain(name: &'static str, fewest: usize, most: usize, body: fn(&[Value]) -> Value) -> Self {
        Self { name, fewest, most, body: Body::Plain(body) }
    }

    const fn scoped(
        name: &'static str,
        fewest: usize,
        most: usize,
        body: fn(&[Value], &dyn Scope) -> Value,
    ) -> Self {
        Self { name, fewest, most, body: Body::Scoped(body) }
    }

    /// Whether it can be called with that many values.
    pub(super) fn takes(&self, count: usize) -> bool {
        (self.fewest..=self.most).contains(&count)
    }

    /// How many values it takes, in words.
    pub(super) fn arity(&self) -> String {
        match (self.fewest, self.most) {
            (1, 1) => "1 value".to_owned(),
            (fewest, most) if fewest == most => format!("{fewest} values"),
            (fewest, MANY) => format!("at least {fewest}"),
            (fewest, most) => format!("{fewest} to {most} values"),
        }
    }
}

/// No upper limit.
const MANY: usize = usize::MAX;

static FUNCTIONS: &[Function] = &[
    Function::plain("if", 3, 3, choose),
    Function::plain("sum", 1, MANY, numbers::sum),
    Function::plain("mean", 1, MANY, numbers::mean),
    Function::plain("median", 1, MANY, numbers::median),
    Function::plain("min", 1, MANY, numbers::min),
    Function::plain("max", 1, MANY, numbers::max),
    Function::plain("stdev", 1, MANY, numbers::stdev),
    Function::plain("round", 1, 2, numbers::round),
    Function::plain("roundup", 1, 2, numbers::round_up),
    Function::plain("rounddown", 1, 2, numbers::round_down),
    Function::plain("abs", 1, 1, numbers::abs),
    Function::plain("sqrt", 1, 1, numbers::sqrt),
    Function::plain("log", 1, 2, numbers::log),
    Function::plain("exponential", 1, 1, numbers::exponential),
    Function::plain("exp", 1, 1, numbers::exponential),
    Function::plain("mod", 2, 2, numbers::remainder),
    Function::plain("isnumber", 1, 1, numbers::is_number),
    Function::plain("isinteger", 1, 1, numbers::is_integer),
    Function::plain("contains", 2, 2, texts::contains),
    Function::plain("not_contain", 2, 2, texts::not_contain),
    Function::plain("starts_with", 2, 2, texts::starts_with),
    Function::plain("ends_with", 2, 2, texts::ends_with),
    Function::plain("left", 2, 2, texts::left),
    Function::plain("right", 2, 2, texts::right),
    Function::plain("mid", 3, 3, texts::mid),
    Function::plain("length", 1, 1, texts::length),
    Function::plain("find", 2, 2, texts::find),
    Function::plain("trim", 1, 1, texts::trim),
    Function::plain("upper", 1, 1, texts::upper),
    Function::plain("lower", 1, 1, texts::lower),
    Function::plain("replace_text", 3, 3, texts::replace_text),
    Function::plain("concat", 1, MANY, texts::concat),
    Function::plain("concat_ws", 2, MANY, texts::concat_ws),
    Function::scoped("isblankormissingcode", 1, 1, blank_or_missing_code),
    Function::scoped("isblanknotmissingcode", 1, 1, blank_not_missing_code),
    Function::scoped("ismissingcode", 1, 1, missing_code),
    Function::scoped("hasmissingcode", 2, 2, has_missing_code),
    Function::scoped("datediff", 3, 5, dates::datediff),
    Function::scoped("age_at_date", 2, 3, dates::age_at_date),
    Function::scoped("dayoftheweek", 1, 1, dates::day_of_the_week),
    Function::scoped("year", 1, 1, dates::year),
    Function::scoped("month", 1, 1, dates::month),
    Function::scoped("day", 1, 1, dates::day),
];

/// The function of that name, which must be in lower case.
pub(super) fn find(name: &str) -> Option<&'static Function> {
    FUNCTIONS.iter().find(|function| function.name == name)
}

fn choose(values: &[Value]) -> Value {
    values[if values[0].is_true() { 1 } else { 2 }].clone()
}

fn is_code(value: &Value, scope: &dyn Scope) -> bool {
    let text = value.to_string();
    !text.is_empty() && scope.missing_data_codes().contains(&text)
}

fn blank_or_missing_code(values: &[Value], scope: &dyn Scope) -> Value {
    Value::truth(values[0].is_blank() || is_code(&values[0], scope))
}

/// A missing-data code is not blank, so it needs no exclusion.
fn blank_not_missing_code(values: &[Value], _scope: &dyn Scope) -> Value {
    Value::truth(values[0].is_blank())
}

fn missing_code(values: &[Value], scope: &dyn Scope) -> Value {
    Value::truth(is_code(&values[0], scope))
}

fn has_missing_code(values: &[Value], scope: &dyn Scope) -> Value {
    let (text, wanted) = (values[0].to_string(), values[1].to_string());
    Value::truth(is_code(&values[0], scope) && wanted.split(',').any(|code| code.trim() == text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_lower_case_and_distinct() {
        for (index, function) in FUNCTIONS.iter().enumerate() {
            assert_eq!(function.name, function.name.to_ascii_lowercase());
            assert!(FUNCTIONS[index + 1..].iter().all(|other| other.name != function.name));
            assert!(function.fewest >= 1 && function.fewest <= function.most);
        }
    }

    #[test]
    fn arity_is_said_in_words() {
        let words = ["abs", "mod", "sum", "round"].map(|name| find(name).map(Function::arity));
        assert_eq!(
            words.map(Option::unwrap_or_default),
            ["1 value", "2 values", "at least 1", "1 to 2 values"]
        );
    }
}
