//! Validations by their names.

use redcap::validation::{DateOrder, Kind, Validation};

#[test]
fn names_tell_the_kind() {
    for (kind, names) in [
        (Kind::Date, "date_dmy date_mdy date_ymd"),
        (Kind::Datetime, "datetime_dmy datetime_mdy datetime_ymd datetime_seconds_dmy datetime_seconds_ymd"),
        (Kind::Time, "time time_hh_mm_ss"),
        (Kind::Integer, "integer"),
        (Kind::Number, "number number_1dp number_4dp number_comma_decimal number_1dp_comma_decimal"),
        (Kind::Text, "time_mm_ss email phone phone_australia zipcode postalcode_germany ssn mrn_8d vmrn"),
        (Kind::Text, "alpha_only date_ym birth_ymd Date_ymd _ymd ymd numbers integers"),
    ] {
        for name in names.split(' ') {
            let validation = Validation::from(name);
            assert_eq!((validation.kind(), validation.as_str()), (kind, name), "{name}");
            assert_eq!(validation.to_string(), name);
        }
    }
    assert_eq!(Validation::from("").kind(), Kind::Text);
}

#[test]
fn dates_have_an_order_and_numbers_a_mark() {
    let order = |name| Validation::from(name).date_order();
    assert_eq!(order("date_ymd"), Some(DateOrder::Ymd));
    assert_eq!(order("datetime_mdy"), Some(DateOrder::Mdy));
    assert_eq!(order("datetime_seconds_dmy"), Some(DateOrder::Dmy));
    assert_eq!((order("time"), order("integer"), order("birth_ymd")), (None, None, None));
    for (name, seconds, comma) in [
        ("number_comma_decimal", false, true),
        ("number_3dp_comma_decimal", false, true),
        ("number_1dp", false, false),
        ("a_comma_decimal", false, false),
        ("time", false, false),
        ("time_hh_mm_ss", true, false),
        ("datetime_ymd", false, false),
        ("datetime_seconds_ymd", true, false),
        ("a_seconds_ymd", false, false),
    ] {
        let validation = Validation::from(name);
        assert_eq!((validation.has_seconds(), validation.has_decimal_comma()), (seconds, comma), "{name}");
    }
}
