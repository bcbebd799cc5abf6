//! Functions on text. Positions and lengths count characters.

use super::value::Value;

fn folded(value: &Value) -> String {
    value.to_string().to_lowercase()
}

/// Whether both are there and `test` holds for them, upper and lower case being the same.
fn both(values: &[Value], test: impl FnOnce(&str, &str) -> bool) -> bool {
    let (text, part) = (folded(&values[0]), folded(&values[1]));
    !text.is_empty() && !part.is_empty() && test(&text, &part)
}

pub(super) fn contains(values: &[Value]) -> Value {
    Value::truth(both(values, |text, part| text.contains(part)))
}

pub(super) fn not_contain(values: &[Value]) -> Value {
    Value::truth(!both(values, |text, part| text.contains(part)))
}

pub(super) fn starts_with(values: &[Value]) -> Value {
    Value::truth(both(values, |text, part| text.starts_with(part)))
}

pub(super) fn ends_with(values: &[Value]) -> Value {
    Value::truth(both(values, |text, part| text.ends_with(part)))
}

/// A count of characters; what is negative or no number counts as none.
fn count(value: &Value) -> usize {
    // The cast takes negative numbers to 0 and numbers that are too large to the largest.
    value.as_number().map_or(0, |number| number as usize)
}

pub(super) fn left(values: &[Value]) -> Value {
    Value::text(values[0].to_string().chars().take(count(&values[1])).collect::<String>())
}

pub(super) fn right(values: &[Value]) -> Value {
    let text = values[0].to_string();
    let skipped = text.chars().count().saturating_sub(count(&values[1]));
    Value::text(text.chars().skip(skipped).collect::<String>())
}

/// Characters from a position, the first being 1.
pub(super) fn mid(values: &[Value]) -> Value {
    let skipped = count(&values[1]).saturating_sub(1);
    Value::text(values[0].to_string().chars().skip(skipped).take(count(&values[2])).collect::<String>())
}

pub(super) fn length(values: &[Value]) -> Value {
    Value::number(values[0].to_string().chars().count() as f64)
}

/// Where the first value is in the second, the first character being 1; 0 when it is not there.
pub(super) fn find(values: &[Value]) -> Value {
    let (part, text) = (folded(&values[0]), folded(&values[1]));
    let position = match text.find(&part) {
        Some(start) if !part.is_empty() => text[..start].chars().count() + 1,
        _ => 0,
    };
    Value::number(position as f64)
}

pub(super) fn trim(values: &[Value]) -> Value {
    Value::text(values[0].to_string().trim())
}

pub(super) fn upper(values: &[Value]) -> Value {
    Value::text(values[0].to_string().to_uppercase())
}

pub(super) fn lower(values: &[Value]) -> Value {
    Value::text(folded(&values[0]))
}

/// Every occurrence replaced, case being significant.
pub(super) fn replace_text(values: &[Value]) -> Value {
    let (text, old, new) = (values[0].to_string(), values[1].to_string(), values[2].to_string());
    Value::text(if old.is_empty() { text } else { text.replace(&old, &new) })
}

pub(super) fn concat(values: &[Value]) -> Value {
    Value::text(values.iter().map(Value::to_string).collect::<String>())
}

/// Everything that is not blank, with the first value between.
pub(super) fn concat_ws(values: &[Value]) -> Value {
    let parts = values[1..].iter().filter(|value| !value.is_blank()).map(Value::to_string);
    Value::text(parts.collect::<Vec<_>>().join(&values[0].to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(items: &[&str]) -> Vec<Value> {
        items.iter().map(|item| Value::text(*item)).collect()
    }

    #[test]
    fn searching_ignores_case_and_finds_nothing_in_blank() {
        assert!(contains(&texts(&["Taylor", "AYL"])).is_true());
        assert!(starts_with(&texts(&["Robert", "rob"])).is_true());
        assert!(ends_with(&texts(&["Rob Taylor", "TAYLOR"])).is_true());
        assert!(!contains(&texts(&["", "a"])).is_true());
        assert!(!contains(&texts(&["a", ""])).is_true());
        assert!(not_contain(&texts(&["", "a"])).is_true());
        assert_eq!(find(&texts(&["y", "Taylor"])), Value::Number(3.0));
        assert_eq!(find(&texts(&["z", "Taylor"])), Value::Number(0.0));
    }

    #[test]
    fn cutting_counts_characters_from_one() {
        let cut = |function: fn(&[Value]) -> Value, text: &str, numbers: &[f64]| {
            let values = [Value::text(text)].into_iter().chain(numbers.iter().map(|n| Value::number(*n)));
            function(&values.collect::<Vec<_>>()).to_string()
        };
        assert_eq!(cut(left, "Taylor", &[3.0]), "Tay");
        assert_eq!(cut(right, "Taylor", &[4.0]), "ylor");
        assert_eq!(cut(mid, "Taylor", &[2.0, 3.0]), "ayl");
        assert_eq!(cut(mid, "Zoë", &[3.0, 9.0]), "ë");
        assert_eq!(cut(left, "Taylor", &[-1.0]), "");
        assert_eq!(cut(right, "Taylor", &[1e300]), "Taylor");
    }

    #[test]
    fn joining_skips_blanks_only_with_a_separator() {
        assert_eq!(concat(&texts(&["Rob", " ", "", "Taylor"])).to_string(), "Rob Taylor");
        assert_eq!(concat_ws(&texts(&[" and ", "Peas", "", "Tomatoes"])).to_string(), "Peas and Tomatoes");
        assert_eq!(replace_text(&texts(&["a-b-c", "-", ""])).to_string(), "abc");
        assert_eq!(trim(&texts(&[" x "])).to_string(), "x");
    }
}
