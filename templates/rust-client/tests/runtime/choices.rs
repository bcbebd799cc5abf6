//! Choices as dictionaries have them, tidy or not.

use proptest::prelude::*;
use redcap::choices::{Choice, Choices, checkbox_column};

fn pairs(choices: &Choices) -> Vec<(&str, &str)> {
    choices.iter().map(|choice| (choice.code(), choice.label())).collect()
}

#[test]
fn choices_are_read_however_they_are_spaced() {
    for text in ["1, Yes | 0, No", "1,Yes|0,No", " 1 ,Yes|  0,  No |", "|1, Yes||0, No"] {
        let choices = Choices::parse(text);
        assert_eq!(pairs(&choices), [("1", "Yes"), ("0", "No")], "{text}");
        assert_eq!(choices.to_string(), "1, Yes | 0, No");
    }
    assert!(Choices::parse(" ").is_empty());
    let odd = Choices::parse("A1, a, b, and c | -99, <b>none</b> | x | 0, | 1, two\nlines | 1, again");
    let expected = [
        ("A1", "a, b, and c"),
        ("-99", "<b>none</b>"),
        ("x", "x"),
        ("0", ""),
        ("1", "two\nlines"),
        ("1", "again"),
    ];
    assert_eq!(pairs(&odd), expected);
    assert_eq!((odd.label("1"), odd.label("01"), odd.label("a1")), (Some("two\nlines"), None, None));
    assert_eq!(odd.len(), 6);
}

#[test]
fn what_the_dictionary_cannot_hold_is_refused() {
    for pair in [("", "x"), (" ", "x"), ("1,2", "x"), ("1|2", "x"), ("1", "x|y"), ("1\n2", "x")] {
        assert!(Choices::new([("0", "No"), pair]).is_err(), "{pair:?}");
    }
    let choices = Choices::new([("1", "Yes, often"), ("0", " No ")]).expect("choices");
    assert_eq!(choices.to_string(), "1, Yes, often | 0, No");
}

#[test]
fn checkbox_columns_go_both_ways() {
    let names = [("-99", "pain____99"), ("Aa", "pain___aa"), ("3dddd", "pain___3dddd"), ("0", "pain___0")];
    let choices = Choices::new(names.map(|(code, _)| (code, "label"))).expect("choices");
    for (code, column) in names {
        assert_eq!(checkbox_column("pain", code), column);
        assert_eq!(choices.of_column("pain", column).map(Choice::code), Some(code));
    }
    for column in ["pain", "pain___", "pain___1", "other___0", "pain__0"] {
        assert_eq!(choices.of_column("pain", column), None, "{column}");
    }
}

proptest! {
    #[test]
    fn what_is_written_is_read_again(pairs in prop::collection::vec((".{1,4}", ".{0,8}"), 0..6)) {
        if let Ok(choices) = Choices::new(pairs) {
            prop_assert_eq!(Choices::parse(&choices.to_string()), choices);
        }
    }

    #[test]
    fn any_text_can_be_read(text in "(?s).*") {
        let choices = Choices::parse(&text);
        prop_assert!(choices.iter().all(|choice| !choice.code().contains(['|', ','])));
    }
}
