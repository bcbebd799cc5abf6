//! Functions on numbers.

use super::value::Value;

/// The numbers among the values: blanks and text that is no number are left out.
fn numbers(values: &[Value]) -> Vec<f64> {
    values.iter().filter_map(Value::as_number).collect()
}

fn with(value: &Value, result: impl FnOnce(f64) -> f64) -> Value {
    value.as_number().map_or(Value::Blank, |number| Value::number(result(number)))
}

/// The sum of what is not blank; 0 when everything is.
pub(super) fn sum(values: &[Value]) -> Value {
    Value::number(numbers(values).iter().sum())
}

pub(super) fn mean(values: &[Value]) -> Value {
    let numbers = numbers(values);
    Value::number(numbers.iter().sum::<f64>() / numbers.len() as f64)
}

pub(super) fn median(values: &[Value]) -> Value {
    let mut numbers = numbers(values);
    numbers.sort_by(f64::total_cmp);
    let middle = numbers.len() / 2;
    match numbers.len() {
        0 => Value::Blank,
        length if length % 2 == 1 => Value::number(numbers[middle]),
        _ => Value::number(f64::midpoint(numbers[middle - 1], numbers[middle])),
    }
}

pub(super) fn min(values: &[Value]) -> Value {
    numbers(values).into_iter().reduce(f64::min).map_or(Value::Blank, Value::number)
}

pub(super) fn max(values: &[Value]) -> Value {
    numbers(values).into_iter().reduce(f64::max).map_or(Value::Blank, Value::number)
}

/// The standard deviation of a sample, dividing by one less than the count; blank for fewer than two numbers.
pub(super) fn stdev(values: &[Value]) -> Value {
    let numbers = numbers(values);
    if numbers.len() < 2 {
        return Value::Blank;
    }
    let mean = numbers.iter().sum::<f64>() / numbers.len() as f64;
    let squares = numbers.iter().map(|number| (number - mean).powi(2)).sum::<f64>();
    Value::number((squares / (numbers.len() - 1) as f64).sqrt())
}

/// To the nearest, halves away from zero.
pub(super) fn round(values: &[Value]) -> Value {
    rounded(values, f64::round)
}

/// Towards positive infinity.
pub(super) fn round_up(values: &[Value]) -> Value {
    rounded(values, f64::ceil)
}

/// Towards negative infinity.
pub(super) fn round_down(values: &[Value]) -> Value {
    rounded(values, f64::floor)
}

/// Rounds to the decimals in the second value, none by default.
fn rounded(values: &[Value], whole: fn(f64) -> f64) -> Value {
    // No number has more decimals than this that a reader could tell apart.
    const MOST: f64 = 15.0;
    let decimals = match values.get(1) {
        None => 0.0,
        Some(value) => match value.as_number() {
            Some(decimals) => decimals.trunc().clamp(-MOST, MOST),
            None => return Value::Blank,
        },
    };
    with(&values[0], |number| {
        let scale = 10_f64.powi(decimals.abs() as i32);
        let scaled = if decimals < 0.0 { number / scale } else { number * scale };
        if !scaled.is_finite() {
            return number;
        }
        let whole = whole(without_binary_noise(scaled));
        if decimals < 0.0 { whole * scale } else { whole / scale }
    })
}

/// The nearest number of 15 digits, so that 1.005 at two decimals is the half that its reader sees.
fn without_binary_noise(number: f64) -> f64 {
    format!("{number:.14e}").parse().unwrap_or(number)
}

pub(super) fn abs(values: &[Value]) -> Value {
    with(&values[0], f64::abs)
}

/// Blank for negative numbers.
pub(super) fn sqrt(values: &[Value]) -> Value {
    with(&values[0], f64::sqrt)
}

/// The logarithm to the base in the second value, the natural one by default.
pub(super) fn log(values: &[Value]) -> Value {
    match values.get(1).map(Value::as_number) {
        None => with(&values[0], f64::ln),
        // Exact for powers, which a quotient of natural logarithms is not.
        Some(Some(10.0)) => with(&values[0], f64::log10),
        Some(Some(2.0)) => with(&values[0], f64::log2),
        Some(Some(base)) => with(&values[0], |number| number.log(base)),
        Some(None) => Value::Blank,
    }
}

pub(super) fn exponential(values: &[Value]) -> Value {
    with(&values[0], f64::exp)
}

/// What is left of a division, with the sign of the dividend; blank when dividing by 0.
pub(super) fn remainder(values: &[Value]) -> Value {
    values[1].as_number().map_or(Value::Blank, |divisor| with(&values[0], |number| number % divisor))
}

pub(super) fn is_number(values: &[Value]) -> Value {
    Value::truth(values[0].as_number().is_some())
}

/// Whether it is a number written without decimals.
pub(super) fn is_integer(values: &[Value]) -> Value {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    Value::truth(match &values[0] {
        Value::Blank => false,
        Value::Number(number) => number.fract() == 0.0,
        Value::Text(text) => digits(text.strip_prefix(['-', '+']).unwrap_or(text)),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn to(number: f64, decimals: f64, function: fn(&[Value]) -> Value) -> String {
        function(&[Value::number(number), Value::number(decimals)]).to_string()
    }

    #[test]
    fn rounds_as_the_decimals_are_read() {
        assert_eq!(to(14.384, 1.0, round), "14.4");
        assert_eq!(to(14.384, 1.0, round_up), "14.4");
        assert_eq!(to(14.384, 1.0, round_down), "14.3");
        assert_eq!(to(1.005, 2.0, round), "1.01");
        assert_eq!(to(-2.5, 0.0, round), "-3");
        assert_eq!(to(0.3, 1.0, round_up), "0.3");
        assert_eq!(to(1234.0, -2.0, round), "1200");
        assert_eq!(to(1e300, 500.0, round), Value::number(1e300).to_string());
        assert_eq!(to(-0.2, 0.0, round), "0");
    }

    #[test]
    fn aggregates_skip_blanks() {
        let values =
            [Value::text("2"), Value::Blank, Value::number(4.0), Value::text("UNK"), Value::text("9")];
        assert_eq!(sum(&values), Value::Number(15.0));
        assert_eq!(mean(&values), Value::Number(5.0));
        assert_eq!(median(&values), Value::Number(4.0));
        assert_eq!((min(&values), max(&values)), (Value::Number(2.0), Value::Number(9.0)));
        assert_eq!(stdev(&values[..3]), Value::number(2.0_f64.sqrt()));
    }

    #[test]
    fn aggregates_of_nothing_are_blank_except_the_sum() {
        let values = [Value::Blank];
        assert_eq!(sum(&values), Value::Number(0.0));
        for function in [mean, median, min, max, stdev] {
            assert_eq!(function(&values), Value::Blank);
        }
    }

    #[test]
    fn results_that_are_no_number_are_blank() {
        assert_eq!(sqrt(&[Value::number(-1.0)]), Value::Blank);
        assert_eq!(log(&[Value::number(0.0)]), Value::Blank);
        assert_eq!(remainder(&[Value::number(5.0), Value::number(0.0)]), Value::Blank);
        assert_eq!(abs(&[Value::text("x")]), Value::Blank);
    }

    #[test]
    fn logarithms_take_a_base() {
        assert_eq!(log(&[Value::number(1000.0), Value::number(10.0)]), Value::Number(3.0));
        assert_eq!(log(&[Value::number(std::f64::consts::E)]), Value::Number(1.0));
    }

    #[test]
    fn tells_integers_from_decimals() {
        for (value, expected) in [("5", true), ("-5", true), ("5.0", false), ("1e3", false), ("x", false)] {
            assert_eq!(is_integer(&[Value::text(value)]), Value::truth(expected), "{value}");
        }
        assert_eq!(is_integer(&[Value::Blank]), Value::truth(false));
    }
}
