//! Dates and times of three crates, as REDCap writes them.

use std::fmt::Debug;

use redcap::dates::{self, Temporal};
use redcap::runtime::ErrorKind;

/// That the type reads a text and writes it with and without seconds.
#[track_caller]
fn goes_both_ways<T: Temporal + PartialEq + Debug>(texts: &[&str], value: T, full: &str, short: &str) {
    for text in texts {
        assert_eq!(dates::parse::<T>(text).expect("a date or time"), value, "{text}");
        let json = format!("\"{text}\"");
        let read: T = dates::deserialize(&mut serde_json::Deserializer::from_str(&json)).expect("JSON");
        assert_eq!(read, value);
        let read: T =
            dates::minutes::deserialize(&mut serde_json::Deserializer::from_str(&json)).expect("JSON");
        assert_eq!(read, value);
    }
    assert_eq!(dates::format(&value).expect("a text"), full);
    assert_eq!(dates::minutes::format(&value).expect("a text"), short);
    assert_eq!(dates::serialize(&value, serde_json::value::Serializer).expect("JSON"), full);
    assert_eq!(dates::minutes::serialize(&value, serde_json::value::Serializer).expect("JSON"), short);
}

#[track_caller]
fn refused<T: Temporal + Debug>(texts: &[&str]) {
    for text in texts {
        let error = dates::parse::<T>(text).expect_err(text);
        assert_eq!(error.kind(), ErrorKind::Decode);
        assert!(text.is_empty() || !format!("{error} {error:?}").contains(text), "{error}");
        let json = format!("\"{text}\"");
        let error =
            dates::deserialize::<T, _>(&mut serde_json::Deserializer::from_str(&json)).expect_err(text);
        assert!(text.is_empty() || !error.to_string().contains(text), "{error}");
    }
    for json in ["19700101", "true", "[1]", "{}", "1.5"] {
        let error = dates::deserialize::<T, _>(&mut serde_json::Deserializer::from_str(json));
        assert!(!error.expect_err(json).to_string().contains(json));
    }
}

const NO_DATES: [&str; 14] = [
    "",
    "2024-02-30",
    "2023-02-29",
    "2024-00-01",
    "2024-13-01",
    "2024-1-01",
    "24-01-01",
    "01-31-2024",
    "31/12/2024",
    "2024-01-01 10:00",
    "2024-01-01T10:00",
    " 2024-01-01",
    "2024-01-01-",
    "10:00",
];

const NO_TIMES: [&str; 9] =
    ["", "24:00", "10:60", "10:00:60", "1:00", "10:00:00:00", "10", "2024-01-01", "+1:00"];

const NO_DATETIMES: [&str; 6] =
    ["", "2024-01-01", "10:00", "2024-02-30 10:00", "2024-01-01 24:00", "2024-01-01  10:00"];

/// That the three types of a crate do what they should.
fn hold<D, C, M>(date: D, time: C, moment: M)
where
    D: Temporal + Clone + PartialEq + Debug,
    Option<D>: Temporal,
    C: Temporal + Clone + PartialEq + Debug,
    Option<C>: Temporal,
    M: Temporal + Clone + PartialEq + Debug,
    Option<M>: Temporal,
{
    goes_both_ways(&["2024-02-29"], date.clone(), "2024-02-29", "2024-02-29");
    goes_both_ways(&["2024-02-29"], Some(date), "2024-02-29", "2024-02-29");
    goes_both_ways(&[""], None::<D>, "", "");
    goes_both_ways(&["09:05", "09:05:00"], time.clone(), "09:05:00", "09:05");
    goes_both_ways(&["09:05"], Some(time), "09:05:00", "09:05");
    let texts = ["2024-02-29 09:05", "2024-02-29 09:05:00"];
    goes_both_ways(&texts, moment.clone(), "2024-02-29 09:05:00", "2024-02-29 09:05");
    goes_both_ways(&texts, Some(moment), "2024-02-29 09:05:00", "2024-02-29 09:05");
    refused::<D>(&NO_DATES);
    refused::<Option<D>>(&NO_DATES[1..]);
    refused::<C>(&NO_TIMES);
    refused::<M>(&NO_DATETIMES);
    let blank: Option<D> = dates::deserialize(&mut serde_json::Deserializer::from_str("null")).expect("JSON");
    assert_eq!(blank, None);
}

#[test]
fn jiff_reads_and_writes() {
    let (date, time) = (jiff::civil::date(2024, 2, 29), jiff::civil::time(9, 5, 0, 0));
    hold(date, time, date.to_datetime(time));
    assert!(dates::format(&jiff::civil::date(-1, 1, 1)).is_err());
    assert_eq!(dates::format(&jiff::civil::time(23, 59, 59, 999_999_999)).expect("a text"), "23:59:59");
}

#[test]
fn time_reads_and_writes() {
    let date = time::Date::from_calendar_date(2024, time::Month::February, 29).expect("a date");
    let clock = time::Time::from_hms(9, 5, 0).expect("a time");
    hold(date, clock, time::PrimitiveDateTime::new(date, clock));
    assert!(dates::format(&time::Date::MIN).is_err());
}

#[test]
fn chrono_reads_and_writes() {
    let date = chrono::NaiveDate::from_ymd_opt(2024, 2, 29).expect("a date");
    let time = chrono::NaiveTime::from_hms_opt(9, 5, 0).expect("a time");
    hold(date, time, date.and_time(time));
    assert!(dates::format(&chrono::NaiveDate::MAX).is_err());
}
