//! Every fault, over a real socket.

use std::io::{ErrorKind, Read};
use std::time::Duration;

use redcap_sandbox::Options;
use redcap_sandbox::server::faults::{Fault, Kind};

use crate::wire::{IMPORT, RECORDS, VERSION, classic, post, was_imported, with_fault};

#[test]
fn reset_before_sends_no_byte_and_does_nothing() {
    let sandbox = classic(Options::default());
    let heard = with_fault(&sandbox, "reset-before", IMPORT);
    assert_eq!((heard.end, heard.head.as_str(), heard.body.len()), (Some(ErrorKind::ConnectionReset), "", 0));
    assert!(!was_imported(&sandbox));
    assert_eq!(sandbox.server().journal.requests()[0].status, None);
}

#[test]
fn reset_after_sends_no_byte_of_what_was_done() {
    let sandbox = classic(Options::default());
    let heard = with_fault(&sandbox, "reset-after", IMPORT);
    assert_eq!((heard.end, heard.head.as_str()), (Some(ErrorKind::ConnectionReset), ""));
    assert!(was_imported(&sandbox));
}

#[test]
fn reset_inside_breaks_the_answer_off() {
    let sandbox = classic(Options::default());
    let heard = with_fault(&sandbox, "reset-inside", RECORDS);
    assert_eq!((heard.status(), heard.end), (200, Some(ErrorKind::ConnectionReset)));
    assert!(heard.text().contains("\"record_id\":\"1\""), "{heard:?}");
    assert!(with_fault(&sandbox, "reset-inside", IMPORT).end.is_some());
    assert!(was_imported(&sandbox));
}

#[test]
fn truncated_lacks_the_last_chunk() {
    let sandbox = classic(Options::default());
    let heard = with_fault(&sandbox, "truncated", RECORDS);
    assert_eq!((heard.header("transfer-encoding"), heard.end), (Some("chunked"), None));
    assert!(!heard.body.is_empty() && !heard.body.ends_with(b"0\r\n\r\n"), "{heard:?}");
    with_fault(&sandbox, "truncated", IMPORT);
    assert!(was_imported(&sandbox));
}

#[test]
fn short_body_is_shorter_than_announced() {
    let sandbox = classic(Options::default());
    let heard = with_fault(&sandbox, "short-body", VERSION);
    assert_eq!((heard.header("content-length"), heard.text().as_str(), heard.end), (Some("6"), "17.", None));
    with_fault(&sandbox, "short-body", IMPORT);
    assert!(was_imported(&sandbox));
}

#[test]
fn drip_takes_its_time() {
    let sandbox = classic(Options::default());
    let heard = with_fault(&sandbox, "drip=40", VERSION);
    assert_eq!((heard.text().as_str(), heard.header("content-length")), ("17.4.1", Some("6")));
    assert!(heard.time >= Duration::from_millis(200), "{heard:?}");
}

#[test]
fn delay_waits_before_or_after_the_call() {
    let sandbox = classic(Options::default());
    for fault in ["delay=60ms", "delay-before=60ms", "delay-after=60ms"] {
        let heard = with_fault(&sandbox, fault, IMPORT);
        assert_eq!((heard.status(), heard.text().as_str()), (200, "1"));
        assert!(heard.time >= Duration::from_millis(60), "{heard:?}");
        assert!(was_imported(&sandbox));
    }
}

#[test]
fn a_status_is_a_page_of_the_web_server() {
    let sandbox = classic(Options::default());
    for (status, title) in [
        (500, "Internal Server Error"),
        (502, "Bad Gateway"),
        (503, "Service Unavailable"),
        (504, "Gateway Timeout"),
        (408, "Request Timeout"),
        (429, "Too Many Requests"),
    ] {
        let heard = with_fault(&sandbox, &status.to_string(), IMPORT);
        assert_eq!((heard.status(), heard.header("retry-after")), (status, None));
        assert!(heard.text().contains(&format!("<h1>{title}</h1>")), "{heard:?}");
        assert!(!was_imported(&sandbox), "{status}");
        assert_eq!(with_fault(&sandbox, &format!("{status}-after"), IMPORT).status(), status);
        assert!(was_imported(&sandbox), "{status}-after");
    }
}

#[test]
fn a_status_can_say_when_to_try_again() {
    let sandbox = classic(Options::default());
    let heard = with_fault(&sandbox, "503,retry-after=7", VERSION);
    assert_eq!(heard.header("retry-after"), Some("7"));
    let heard = with_fault(&sandbox, "429,retry-after=date:90", VERSION);
    let date = heard.header("retry-after").expect("the header").to_owned();
    let (then, now) = (http_date(&date), http_date(heard.header("date").expect("the header")));
    assert!((85..=95).contains(&(then - now)), "{date}");
}

/// Seconds of an HTTP date, as it stands in a head in lower case.
fn http_date(text: &str) -> i64 {
    let (_, rest) = text.split_once(", ").expect("a weekday");
    let time = jiff::fmt::strtime::parse("%d %b %Y %H:%M:%S gmt", rest).expect("an HTTP date");
    let time = time.to_datetime().expect("a whole time");
    jiff::tz::TimeZone::UTC.to_timestamp(time).expect("a time that exists").as_second()
}

#[test]
fn pages_that_come_with_success_have_their_phrases() {
    let sandbox = classic(Options::default());
    for (fault, phrase) in [
        ("login-page", "<input type=\"password\""),
        ("maintenance-page", "maintenance"),
        ("memory-exhausted", "{\"error\":\"REDCap ran out of server memory."),
        ("unknown-error", "opened multiple browser tabs of the same REDCap page"),
        ("database-down", "combination could not connect"),
        ("too-large", "the data export is not able to complete successfully"),
        ("rate-limit", "Your IP address has been blocked"),
    ] {
        let heard = with_fault(&sandbox, fault, IMPORT);
        assert_eq!((heard.status(), heard.header("content-type")), (200, Some("text/html; charset=utf-8")));
        assert!(heard.text().contains(phrase), "{heard:?}");
        assert!(!was_imported(&sandbox), "{fault}");
        assert!(with_fault(&sandbox, &format!("{fault}-after"), IMPORT).text().contains(phrase));
        assert!(was_imported(&sandbox), "{fault}-after");
    }
    assert!(with_fault(&sandbox, "memory-exhausted", VERSION).text().starts_with("<br />"));
}

#[test]
fn empty_is_success_without_a_byte() {
    let sandbox = classic(Options::default());
    let heard = with_fault(&sandbox, "empty-after", IMPORT);
    assert_eq!((heard.status(), heard.body.len(), heard.end), (200, 0, None));
    assert!(was_imported(&sandbox));
    with_fault(&sandbox, "empty", IMPORT);
    assert!(!was_imported(&sandbox));
}

#[test]
fn redirects_lead_here_there_and_to_https() {
    let sandbox = classic(Options::default());
    let address = sandbox.address();
    for (fault, status, location) in [
        ("redirect", 302, "/api/".to_owned()),
        ("redirect=301", 301, "/api/".to_owned()),
        ("redirect=307,to=http://127.0.0.1:9/api/", 307, "http://127.0.0.1:9/api/".to_owned()),
        ("redirect=308", 308, "/api/".to_owned()),
        ("https-redirect=301", 301, format!("https://{address}/api/")),
    ] {
        let heard = with_fault(&sandbox, fault, IMPORT);
        assert_eq!((heard.status(), heard.header("location")), (status, Some(location.as_str())), "{fault}");
        assert!(!was_imported(&sandbox));
    }
}

#[test]
fn latin1_is_no_utf8() {
    let sandbox = classic(Options::default());
    post(&sandbox, &[], "content=record&format=csv&data=record_id%2Cfirst_name%0A99%2CJos%C3%A9");
    let heard = with_fault(&sandbox, "latin1", "content=record&format=csv&fields=first_name&records=99");
    assert_eq!(heard.header("content-type"), Some("text/csv; charset=utf-8"));
    assert_eq!(heard.body, b"first_name\nJos\xE9\n");
    // Where there is nothing to spoil, something comes in.
    assert_eq!(with_fault(&sandbox, "latin1", VERSION).body, b"17.4.1\xA0");
}

#[test]
fn gzip_compresses_unasked() {
    let sandbox = classic(Options::default());
    let heard = with_fault(&sandbox, "gzip", RECORDS);
    assert_eq!(
        (heard.header("content-encoding"), heard.header("vary")),
        (Some("gzip"), Some("accept-encoding"))
    );
    let mut packed = Vec::new();
    let mut rest = &heard.body[..];
    while let Some(line) = rest.windows(2).position(|window| window == b"\r\n") {
        let size =
            usize::from_str_radix(std::str::from_utf8(&rest[..line]).expect("a size"), 16).expect("a size");
        packed.extend_from_slice(&rest[line + 2..line + 2 + size]);
        rest = &rest[line + 4 + size..];
    }
    let mut text = String::new();
    flate2::read::GzDecoder::new(&packed[..]).read_to_string(&mut text).expect("compressed text");
    assert_eq!(text, post(&sandbox, &[], RECORDS).text());
}

#[test]
fn oversize_goes_on_after_the_answer() {
    let sandbox = classic(Options::default());
    let heard = with_fault(&sandbox, "oversize=1MB", VERSION);
    let blanks = heard.body.iter().filter(|byte| **byte == b' ').count();
    assert_eq!((blanks, heard.end), (1_000_000, None));
    assert!(heard.text().contains("17.4.1"));
}

#[test]
fn oversize_without_size_has_no_end() {
    let sandbox = classic(Options::default());
    let mut stream = std::net::TcpStream::connect(sandbox.address()).expect("the server listens");
    let form = format!("token={}&{VERSION}", crate::support::TOKEN);
    let text = format!(
        "POST /api/ HTTP/1.1\r\nhost: x\r\nx-sandbox-fault: oversize\r\n\
         content-type: application/x-www-form-urlencoded\r\ncontent-length: {}\r\n\r\n{form}",
        form.len()
    );
    std::io::Write::write_all(&mut stream, text.as_bytes()).expect("the server takes the request");
    let mut most = vec![0; 20 << 20];
    stream.read_exact(&mut most).expect("more than anybody wants");
}

#[test]
fn debug_text_comes_first() {
    let heard = with_fault(&classic(Options::default()), "debug-text", VERSION);
    let text = heard.text();
    assert!(text.find("select ").expect("the text") < text.find("17.4.1").expect("the answer"), "{text}");
}

#[test]
fn a_fault_is_played_as_often_as_asked() {
    let sandbox = classic(Options::default());
    sandbox.server().faults.arm("503,times=2".parse().expect("a fault"));
    let statuses: Vec<u16> = (0..4).map(|_| post(&sandbox, &[], VERSION).status()).collect();
    assert_eq!(statuses, [503, 503, 200, 200]);
    assert_eq!(sandbox.server().faults.list(), []);
}

#[test]
fn a_fault_lets_calls_pass_and_minds_its_method() {
    let sandbox = classic(Options::default());
    let faults = &sandbox.server().faults;
    faults.arm(Fault::new(Kind::Status(502, None)).of_method("export_records").skip(1).times(1));
    let ask = |form| post(&sandbox, &[], form).status();
    assert_eq!([VERSION, RECORDS, VERSION, RECORDS, RECORDS].map(ask), [200, 200, 200, 502, 200]);
    faults.arm(Fault::new(Kind::Empty).of_content("version"));
    assert_eq!(post(&sandbox, &[], VERSION).body.len(), 0);
    assert!(!post(&sandbox, &[], RECORDS).body.is_empty());
}

#[test]
fn the_options_arm_faults_again_after_a_reset() {
    let sandbox = classic(Options::default().fault(Fault::new(Kind::Status(500, None)).times(1)));
    assert_eq!([(); 2].map(|()| post(&sandbox, &[], VERSION).status()), [500, 200]);
    sandbox.server().reset();
    assert_eq!([(); 2].map(|()| post(&sandbox, &[], VERSION).status()), [500, 200]);
}

#[test]
fn a_header_that_names_no_fault_is_refused() {
    let heard = with_fault(&classic(Options::default()), "resett", IMPORT);
    assert_eq!(heard.status(), 400);
    assert!(heard.text().contains("did you mean `reset`?"), "{heard:?}");
}
