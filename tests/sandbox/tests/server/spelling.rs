//! Faults, durations and sizes as text.

use std::time::Duration;

use redcap_sandbox::server::faults::{Fault, duration, size};

#[test]
fn faults_come_back_as_they_are_written() {
    for text in [
        "reset-before",
        "reset-after",
        "reset-inside",
        "500-before",
        "503-after,retry-after=3,times=2,skip=1,method=export_records,content=record",
        "429-before,retry-after=date:60",
        "redirect-before=302",
        "redirect-after=308,to=https://other.example/api/",
        "https-redirect-before=301",
        "delay-before=250ms",
        "drip=100",
        "oversize",
        "oversize=5000000",
        "login-page-before",
        "short-body",
    ] {
        let fault: Fault = text.parse().unwrap_or_else(|error| panic!("{text}: {error}"));
        assert_eq!(fault.to_string(), text);
    }
}

#[test]
fn what_is_left_out_has_a_meaning() {
    for (text, meaning) in [
        ("503", "503-before"),
        ("redirect", "redirect-before=302"),
        (" empty , times = 2 ", "empty-before,times=2"),
        ("delay=1.5s", "delay-before=1500ms"),
        ("oversize=5MB", "oversize=5000000"),
    ] {
        assert_eq!(text.parse::<Fault>().expect("a fault").to_string(), meaning);
    }
}

#[test]
fn what_is_no_fault_is_explained() {
    for (text, message) in [
        ("", "a fault begins with its name, as in `503,times=2`"),
        ("emtpy", "there is no fault `emtpy`; did you mean `empty`?"),
        ("truncated-after", "`truncated` changes an answer, so it can be neither before nor after"),
        ("503,tims=2", "there is no option `tims`; did you mean `times`?"),
        ("503,times=two", "`times` needs a number, not `two`"),
        ("503,times", "the option `times` has no value"),
        ("503=1", "`503` takes no value"),
        ("empty,retry-after=3", "`retry-after` goes with a status only, such as 503"),
        ("503,to=http://x", "`to` goes with `redirect` only"),
        ("redirect=200", "`200` is no status of a redirect"),
        ("redirect,to=a b", "`a b` is no URL"),
        ("delay", "`delay` needs a duration, as in `delay=…`"),
        ("delay=5", "`5` is no duration, like 250ms, 2s or 1m"),
        ("drip=0", "`drip` needs at least 1 byte per second"),
        ("503,method=export_record", "there is no method `export_record`; did you mean `export_records`?"),
    ] {
        assert_eq!(text.parse::<Fault>().expect_err(text).to_string(), message);
    }
    let unknown = "something-else".parse::<Fault>().expect_err("no fault").to_string();
    assert!(unknown.contains("there are reset, 500") && unknown.contains("debug-text"), "{unknown}");
}

#[test]
fn durations_and_sizes_have_units() {
    assert_eq!(duration("250ms"), Ok(Duration::from_millis(250)));
    assert_eq!(duration("2 m"), Ok(Duration::from_secs(120)));
    assert_eq!(size("3kb"), Ok(3000));
    for wrong in ["", "ms", "-1s", "infs", "NaNs", "1e400h"] {
        assert!(duration(wrong).is_err(), "{wrong}");
    }
    for wrong in ["", "GB", "-1", "99999999999GB"] {
        assert!(size(wrong).is_err(), "{wrong}");
    }
}
