//! Record filters: what they say, and that no value can say more.

use proptest::prelude::*;
use redcap::filter::{Condition, FilterLogic, Term, Unit, datediff, field, not};
use redcap::runtime::ErrorKind;

fn text(condition: Condition) -> String {
    condition.build().expect("logic").into()
}

fn refused(condition: Condition) -> String {
    let error = condition.build().expect_err("a refusal");
    assert_eq!(error.kind(), ErrorKind::InvalidRequest);
    error.to_string()
}

#[test]
fn fields_are_written_as_redcap_reads_them() {
    let written = [
        (field("age").ge(61), "[age] >= 61"),
        (field("age").event("visit_1_arm_1").lt(-2.5), "[visit_1_arm_1][age] < -2.5"),
        (field("symptoms").choice("-99").eq("1"), "[symptoms(-99)] = '1'"),
        (field("dose").event("v_arm_2b").instance(3).ne(0), "[v_arm_2b][dose][3] <> 0"),
        (field("a").gt(field("b")), "[a] > [b]"),
        (field("seen").le("2026-01-31"), "[seen] <= '2026-01-31'"),
        (field("note").is_blank(), "[note] = ''"),
        (field("visit_complete").is_not_blank(), "[visit_complete] <> ''"),
        (field("note").contains("x"), "contains([note], 'x')"),
        (field("note").starts_with("O'Brien"), "starts_with([note], \"O'Brien\")"),
        (datediff(field("dob"), "today", Unit::Years).ge(18), "datediff([dob], 'today', 'y') >= 18"),
        (datediff("now", field("t"), Unit::Months).lt(1), "datediff('now', [t], 'M') < 1"),
        (field("x").eq(1e20), "[x] = 100000000000000000000"),
        (field("x").eq(i64::MIN), "[x] = -9223372036854775808"),
    ];
    for (condition, expected) in written {
        assert_eq!(text(condition), expected);
    }
}

#[test]
fn conditions_keep_their_structure() {
    let (a, b, c) = (field("a").eq(1), field("b").eq(2), field("c").eq(3));
    assert_eq!(text(a.clone().or(b.clone()).and(c.clone())), "([a] = 1 or [b] = 2) and [c] = 3");
    assert_eq!(text(a.clone().and(not(b.clone().or(c)))), "[a] = 1 and not ([b] = 2 or [c] = 3)");
    let raw = FilterLogic::raw("[x] = '1' or [y] = '2'");
    assert_eq!(text(a.and(raw)), "[a] = 1 and ([x] = '1' or [y] = '2')");
    assert_eq!(text(b.and(field("id").is_in(["1", "2"]))), "[b] = 2 and ([id] = '1' or [id] = '2')");
    assert_eq!(text(field("id").is_in([7])), "[id] = 7");
}

#[test]
fn what_is_no_name_is_refused() {
    for name in ["", "1a", "_a", "Age", "a-b", "a]", "a] or [b", "a b", "é", "a\n", "record-name"] {
        assert!(refused(field(name).eq(1)).contains("a field has a name"), "{name}");
        assert!(!refused(field("ok").eq(field(name))).contains("a] or"), "{name}");
    }
    for event in ["", "visit", "visit_arm_", "visit_arm_x", "Visit_arm_1", "v][x_arm_1", "visit_arm_1bb"] {
        assert!(refused(field("a").event(event).eq(1)).contains("an event has"), "{event}");
    }
    for code in ["", "1)", "a b", "1]", "é"] {
        assert!(refused(field("a").choice(code).eq(1)).contains("code of a choice"), "{code}");
    }
    assert!(refused(field("a").instance(0).eq(1)).contains("counted from 1"));
    assert!(refused(Term::from(1).instance(1).eq(1)).contains("only a field"));
    assert!(refused(field("a").is_in::<&str>([])).contains("empty list"));
    assert!(refused(field("a").eq(f64::NAN)).contains("finite"));
}

#[test]
fn dangerous_texts_are_refused_wherever_they_stand() {
    for value in [
        "O'Brien \"Bob\"",
        "ends with \\",
        "\\' or 1=1",
        "two\nlines",
        "two\u{2028}lines",
        "nul\0",
        "[age]",
        "&quot; or 1=1",
        "&#39;",
        "it's $x",
        "NaN",
    ] {
        let ok = field("b").eq(1);
        refused(field("a").eq(value));
        refused(ok.clone().and(not(field("a").contains(value))));
        refused(field("a").is_in(["1", value]).or(ok));
        refused(datediff(field("a"), value, Unit::Days).lt(1));
    }
    for value in ["Smith & Sons; Ltd", "50 %", "a, b) or (1=1", "# x", "-- x", "/* x", "10 $", "ü€"] {
        assert_eq!(text(field("a").eq(value)), format!("[a] = '{value}'"));
    }
}

#[test]
fn nothing_shows_a_value() {
    let condition = field("surname").eq("Roe");
    let shown = format!("{condition:?} {:?} {:?}", Term::from("Roe"), condition.clone().build());
    assert!(!shown.contains("Roe"), "{shown}");
    assert!(!refused(field("surname").eq("Roe\\")).contains("Roe"));
}

/// The literals of a logic: a quoted text ends at the next such quote.
fn literals(logic: &str) -> Vec<String> {
    let (mut found, mut rest) = (Vec::new(), logic);
    while let Some(open) = rest.find(['\'', '"']) {
        let (quote, inside) = (&rest[open..=open], &rest[open + 1..]);
        let (text, behind) = inside.split_once(quote).expect("a closing quote");
        found.push(text.to_owned());
        rest = behind;
    }
    found
}

proptest! {
    #[test]
    fn a_value_is_one_literal_or_refused(value in r#"(?s)(.|['"\\\[\]&;$]|or | and |= )*"#) {
        let condition = field("a").eq(value.as_str()).and(field("b").eq(1));
        if let Ok(logic) = condition.build() {
            prop_assert_eq!(literals(logic.as_str()), [value.clone()]);
            let shapes = ["'", "\""].map(|quote| format!("[a] = {quote}{value}{quote} and [b] = 1"));
            prop_assert!(shapes.iter().any(|shape| shape == logic.as_str()));
        }
    }

    #[test]
    fn harmless_values_are_not_refused(value in "[a-zA-Z0-9 .,:;!?()<>=+*/%#@_äöüéß€-]*") {
        prop_assume!(!value.eq_ignore_ascii_case("nan"));
        prop_assert!(field("a").eq(value).build().is_ok());
    }

    #[test]
    fn numbers_come_back(number: f64) {
        let logic = field("a").eq(number).build();
        match logic {
            Ok(logic) => {
                let digits = logic.as_str().strip_prefix("[a] = ").expect("a comparison");
                prop_assert!(digits.bytes().all(|mark| mark.is_ascii_digit() || b".-".contains(&mark)));
                prop_assert_eq!(digits.parse::<f64>().expect("a number"), number);
            }
            Err(_) => prop_assert!(!number.is_finite()),
        }
    }
}
