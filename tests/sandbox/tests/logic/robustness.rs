//! Whatever is sent as logic, the answer is a result or an error: never a panic or an exhausted stack.

use redcap_sandbox::logic::{Value, parse};

use super::{record, refused, value};

/// Runs with a fraction of the stack that threads of servers have.
fn on_small_stack(test: impl FnOnce() + Send + 'static) {
    let thread = std::thread::Builder::new().stack_size(128 * 1024).spawn(test);
    assert!(thread.expect("a thread can start").join().is_ok());
}

#[test]
fn deep_nesting_never_exhausts_the_stack() {
    on_small_stack(|| {
        let nested = |open: &str, close: &str| format!("{}1{}", open.repeat(10_000), close.repeat(10_000));
        assert_eq!(value(&nested("(", ")"), &[]), "1");
        assert_eq!(value(&nested("not(", ")"), &[]), "1");
        assert_eq!(value(&nested("round(", ", 1)"), &[]), "1");
        assert_eq!(value(&nested("0 or 1 and 1 = 0 + 1 * -(-1) ^ (", ")"), &[]), "1");
        let conditions = |depth: usize| {
            let opened = (0..depth).map(|code| format!("if([f] = {code}, {code} * 10, ")).collect::<String>();
            opened + "-1" + &")".repeat(depth)
        };
        assert_eq!(value(&conditions(10_000), &[("f", "1990")]), "19900");
        assert_eq!(refused(&"(".repeat(10_000)).offset, 10_000);
        assert_eq!(refused(&(nested("(", ")") + ")")).offset, 20_001);
        assert_eq!(refused(&"round(1, ".repeat(10_000)).offset, 90_000);
    });
}

#[test]
fn long_chains_are_not_deep() {
    on_small_stack(|| {
        let chain = |link: &str| format!("{}1", link.repeat(20_000));
        assert_eq!(value(&chain("1 + "), &[]), "20001");
        assert_eq!(value(&chain("1 * "), &[]), "1");
        assert_eq!(value(&chain("1 ^ "), &[]), "1");
        assert_eq!(value(&chain("0 or "), &[]), "1");
        assert_eq!(value(&chain("1 and "), &[]), "1");
        assert_eq!(value(&chain("not "), &[]), "1");
        assert_eq!(value(&chain("- "), &[]), "1");
        assert_eq!(value(&chain("!"), &[]), "1");
        assert_eq!(value(&format!("sum({})", chain("1, ")), &[]), "20001");
    });
}

/// A small generator of repeatable random numbers.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % limit
    }
}

#[test]
fn random_text_never_panics() {
    const PIECES: &[&str] = &[
        "(",
        ")",
        "[",
        "]",
        ",",
        "+",
        "-",
        "*",
        "/",
        "^",
        "=",
        "<",
        ">",
        "!",
        "<>",
        "<=",
        "'",
        "\"",
        " ",
        "\n",
        "#",
        "//",
        ".",
        ":",
        "&",
        "1",
        "0.5",
        "99999999999999999999",
        "[f]",
        "[e][f(1)]",
        "[f][2]",
        "[f:label]",
        "[event-name]",
        "and ",
        " or ",
        "not ",
        "if(",
        "sum(",
        "round(",
        "datediff(",
        "'today'",
        "'y'",
        "'M'",
        "'2024-02-30'",
        "'10:61'",
        "left(",
        "mid(",
        "concat_ws(",
        "mod(",
        "log(",
        "find(",
        "true",
        "é",
        "\u{0}",
        "😀",
        "'İß'",
        "x",
        "_",
        "-1",
        "1e5",
    ];
    let scope = record(&[("f", "3"), ("e/f(1)", "1")]);
    let mut dice = Dice(42);
    let mut understood = 0;
    for round in 0..100_000 {
        let length = 1 + dice.below(14);
        let text = if round % 4 == 0 {
            (0..length).filter_map(|_| char::from_u32(dice.below(0x3000) as u32)).collect::<String>()
        } else {
            (0..length).map(|_| PIECES[dice.below(PIECES.len())]).collect::<String>()
        };
        match parse(&text) {
            Ok(logic) => {
                understood += 1;
                if let Value::Number(number) = logic.value(&scope) {
                    assert!(number.is_finite(), "{text}");
                }
            }
            Err(error) => {
                assert!(error.offset <= text.chars().count(), "{text}: {error}");
                assert!(error.line >= 1 && error.column >= 1 && error.to_string().len() < 400, "{text}");
            }
        }
    }
    assert!(understood > 100, "only {understood} texts were well formed");
}

#[test]
fn every_function_survives_any_values() {
    const NAMES: &[&str] = &[
        "if",
        "sum",
        "mean",
        "median",
        "min",
        "max",
        "stdev",
        "round",
        "roundup",
        "rounddown",
        "abs",
        "sqrt",
        "log",
        "exponential",
        "exp",
        "mod",
        "isnumber",
        "isinteger",
        "contains",
        "not_contain",
        "starts_with",
        "ends_with",
        "left",
        "right",
        "mid",
        "length",
        "find",
        "trim",
        "upper",
        "lower",
        "replace_text",
        "concat",
        "concat_ws",
        "isblankormissingcode",
        "isblanknotmissingcode",
        "ismissingcode",
        "hasmissingcode",
        "datediff",
        "age_at_date",
        "dayoftheweek",
        "year",
        "month",
        "day",
    ];
    const VALUES: &[&str] = &[
        "''",
        "0",
        "-1",
        "2.5",
        "(10)^(300)",
        "-(10)^(300)",
        "'x'",
        "'İSTANBUL'",
        "'today'",
        "'now'",
        "'d'",
        "'mdy'",
        "'2024-02-29'",
        "'9999-12-31 23:59:59'",
        "'0000-01-01'",
        "'12:30'",
        "'::'",
        "'--'",
        "true",
        "[f]",
    ];
    let scope = record(&[("f", "3")]);
    let mut dice = Dice(7);
    for name in NAMES {
        let mut understood = 0;
        for _ in 0..2_000 {
            let count = 1 + dice.below(5);
            let values = (0..count).map(|_| VALUES[dice.below(VALUES.len())]).collect::<Vec<_>>();
            if let Ok(logic) = parse(&format!("{name}({})", values.join(", "))) {
                understood += 1;
                logic.value(&scope);
            }
        }
        assert!(understood > 0, "{name} is not known");
    }
}

#[test]
fn damaged_logic_never_panics() {
    const WHOLE: &str = "if([e_arm_1][a(1)][2] = '1' and not([b] <> \"\"), round(datediff([c], 'today', 'y'), 1), \
                         sum([d], -2.5) * (3)^(2))\n# note\n or [event-name] = 'x'";
    let scope = record(&[]);
    let whole = WHOLE.chars().collect::<Vec<_>>();
    assert!(parse(WHOLE).is_ok());
    for position in 0..whole.len() {
        let cut = whole[..position].iter().collect::<String>();
        let without = [&whole[..position], &whole[position + 1..]].concat().into_iter().collect::<String>();
        let doubled = [&whole[..=position], &whole[position..]].concat().into_iter().collect::<String>();
        for text in [cut, without, doubled] {
            if let Ok(logic) = parse(&text) {
                logic.value(&scope);
            }
        }
    }
}
