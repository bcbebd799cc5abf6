//! Validations by their names.

use redcap::validation::{DateOrder, Validation};

#[test]
fn every_name_comes_back() {
    let names = "date_dmy date_mdy date_ymd datetime_dmy datetime_mdy datetime_ymd datetime_seconds_dmy \
        datetime_seconds_mdy datetime_seconds_ymd time time_hh_mm_ss time_mm_ss email integer number \
        number_1dp number_2dp number_3dp number_4dp number_comma_decimal number_1dp_comma_decimal \
        number_4dp_comma_decimal phone phone_australia zipcode postalcode_germany ssn mrn_8d vmrn alpha_only \
        date_ym number_10dp number_dp numbers number_ _ymd ymd";
    for name in names.split_whitespace() {
        assert_eq!(Validation::from(name).to_string(), name);
    }
    for name in ["date_ym", "number_10dp", "number_0dp", "numbers", "phone_australia", "ssn", "Date_ymd", ""]
    {
        assert_eq!(Validation::from(name), Validation::Other(name.to_owned()));
    }
}

#[test]
fn dates_have_an_order_and_numbers_a_mark() {
    let order = |name| Validation::from(name).date_order();
    assert_eq!(order("date_ymd"), Some(DateOrder::Ymd));
    assert_eq!(order("datetime_mdy"), Some(DateOrder::Mdy));
    assert_eq!(order("datetime_seconds_dmy"), Some(DateOrder::Dmy));
    assert_eq!((order("time"), order("integer")), (None, None));
    let number = |name| match Validation::from(name) {
        Validation::Number { decimals, comma } => Some((decimals, comma)),
        _ => None,
    };
    assert_eq!(number("number"), Some((None, false)));
    assert_eq!(number("number_2dp"), Some((Some(2), false)));
    assert_eq!(number("number_comma_decimal"), Some((None, true)));
    assert_eq!(number("number_3dp_comma_decimal"), Some((Some(3), true)));
    assert!(Validation::from("number_1dp_comma_decimal").has_decimal_comma());
    assert!(!Validation::from("number_1dp").has_decimal_comma());
}
