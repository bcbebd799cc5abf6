//! Every fault of the sandbox, met by a read and by a write: what the client says of it, and how often it asked.

use std::collections::BTreeSet;
use std::time::Duration;

use redcap::{CallOptions, Error, ErrorKind, Record};
use redcap_client_tests::{CLINIC, World, quick};
use redcap_sandbox::server::faults::Fault;

use ErrorKind::{Api, Decode, Incomplete, NotRedcap, Redirect, Timeout, Transport};

/// What a call comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    Fine,
    Fails(ErrorKind, Option<u16>),
}

use End::{Fails, Fine};

/// A fault, and what a read and a write come to, each with the number of requests.
struct Case(&'static str, (End, usize), (End, usize));

const fn same(fault: &'static str, end: End, reads: usize) -> Case {
    Case(fault, (end, reads), (end, 1))
}

/// Those that end a call for good; played for ever.
const CASES: [Case; 45] = [
    same("reset-before", Fails(Transport, None), 3),
    same("reset-after", Fails(Transport, None), 3),
    same("500", Fails(NotRedcap, Some(500)), 1),
    same("500-after", Fails(NotRedcap, Some(500)), 1),
    same("502", Fails(NotRedcap, Some(502)), 3),
    same("502-after", Fails(NotRedcap, Some(502)), 3),
    same("503", Fails(NotRedcap, Some(503)), 3),
    same("503,retry-after=0", Fails(NotRedcap, Some(503)), 3),
    same("503-after", Fails(NotRedcap, Some(503)), 3),
    same("504", Fails(NotRedcap, Some(504)), 3),
    same("504-after", Fails(NotRedcap, Some(504)), 3),
    same("408", Fails(NotRedcap, Some(408)), 1),
    same("429", Fails(NotRedcap, Some(429)), 3),
    same("429,retry-after=date:0", Fails(NotRedcap, Some(429)), 3),
    same("login-page", Fails(NotRedcap, Some(200)), 1),
    same("login-page-after", Fails(NotRedcap, Some(200)), 1),
    same("maintenance-page", Fails(NotRedcap, Some(200)), 1),
    same("memory-exhausted", Fails(Api, Some(200)), 1),
    same("memory-exhausted-after", Fails(Api, Some(200)), 1),
    same("unknown-error", Fails(NotRedcap, Some(200)), 1),
    same("database-down", Fails(NotRedcap, Some(200)), 1),
    same("too-large", Fails(Api, Some(200)), 1),
    same("empty", Fails(Incomplete, Some(200)), 3),
    same("empty-after", Fails(Incomplete, Some(200)), 3),
    same("rate-limit", Fails(NotRedcap, Some(200)), 1),
    // A redirect to the same address, again and again: the first request and the three that are followed. A write
    // follows only what asks for the form again.
    Case("redirect=301", (Fails(Redirect, Some(301)), 4), (Fails(Redirect, Some(301)), 1)),
    Case("redirect=302", (Fails(Redirect, Some(302)), 4), (Fails(Redirect, Some(302)), 1)),
    Case("redirect=307", (Fails(Redirect, Some(307)), 4), (Fails(Redirect, Some(307)), 4)),
    Case("redirect=308", (Fails(Redirect, Some(308)), 4), (Fails(Redirect, Some(308)), 4)),
    // "See other" says that the request was carried out.
    same("redirect-after=303", Fails(Redirect, Some(303)), 1),
    same("redirect=302,to=https://elsewhere.example.org/api/", Fails(Redirect, Some(302)), 1),
    same("redirect=307,to=http://localhost:1/api/", Fails(Redirect, Some(307)), 1),
    same("https-redirect", Fails(Redirect, Some(302)), 1),
    same("https-redirect=308", Fails(Redirect, Some(308)), 1),
    same("delay-before=1ms", Fine, 1),
    same("delay-after=5s", Fails(Timeout, None), 3),
    same("reset-inside", Fails(Incomplete, Some(200)), 1),
    same("truncated", Fails(Incomplete, Some(200)), 1),
    same("short-body", Fails(Incomplete, Some(200)), 1),
    same("drip=1", Fails(Timeout, Some(200)), 3),
    same("drip=1MB", Fine, 1),
    // The bad byte comes in the place of the first blank: inside of a value, and in front of the count.
    Case("latin1", (Fine, 1), (Fails(Decode, Some(200)), 1)),
    same("gzip", Fails(Decode, Some(200)), 1),
    same("oversize=2MB", Fine, 1),
    same("debug-text", Fails(NotRedcap, Some(200)), 1),
];

fn end<T>(result: &Result<T, Error>) -> End {
    match result {
        Ok(_) => Fine,
        Err(error) => Fails(error.kind(), error.status()),
    }
}

fn row(id: &str) -> [Record; 1] {
    [Record::from([("record_id", id), ("first_name", "Neu")])]
}

/// A client that bears silence for a while only.
fn impatient(world: &World) -> redcap::Client {
    let silence = Duration::from_millis(600);
    quick().silence_timeout(silence).build(&world.sandbox.url(), CLINIC).expect("a client")
}

fn stored(world: &World, id: &str) -> bool {
    let slot = world.sandbox.server().store.project(1).expect("the clinic");
    slot.snapshot().project.record(id).is_some()
}

#[tokio::test]
async fn each_fault_is_told_as_what_it_is_and_no_write_is_repeated() {
    let world = World::new();
    let client = impatient(&world);
    for (number, Case(fault, read, write)) in CASES.iter().enumerate() {
        let id = format!("{}", 100 + number);
        let parsed: Fault = fault.parse().expect("a fault");
        world.calm();
        world.arm(fault);
        let result = client.export_records().fields(["record_id", "visit_start"]).send().await;
        assert_eq!((end(&result), world.requests().len()), *read, "read with {fault}: {result:?}");
        world.calm();
        world.arm(fault);
        let result = client.import_records(row(&id)).send().await;
        assert_eq!((end(&result), world.requests().len()), *write, "write with {fault}: {result:?}");
        let carried_out = parsed.when != redcap_sandbox::server::faults::When::Before || write.0 == Fine;
        assert_eq!(stored(&world, &id), carried_out, "{fault}");
        if let Err(error) = result {
            assert!(!error.was_not_sent() && !error.is_retryable(), "{fault}: {error:?}");
            assert_eq!(error.method(), Some("import_records"));
            assert_eq!(error.is_refusal(), error.kind() == Api);
            assert_eq!(error.is_too_large(), error.kind() == Api, "{fault}");
            assert_eq!(error.is_timeout(), error.kind() == Timeout);
        }
    }
}

#[test]
fn no_fault_of_the_sandbox_is_left_out() {
    let error = "no such fault at all".parse::<Fault>().expect_err("no fault").to_string();
    let (_, all) = error.split_once("there are ").expect("a list of all");
    let met: BTreeSet<&str> = CASES
        .iter()
        .map(|Case(fault, ..)| fault.split(['=', ',']).next().expect("a name"))
        .map(|name| name.trim_end_matches("-before").trim_end_matches("-after"))
        .collect();
    let missing: Vec<&str> = all.split(", ").filter(|name| !met.contains(name)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[tokio::test]
async fn a_read_that_fails_once_succeeds() {
    let world = World::new();
    let client = impatient(&world);
    let expected = client.export_records().send().await.expect("records");
    for fault in
        ["reset-before", "reset-after", "502", "503", "504", "429", "empty", "redirect=307", "delay=5s"]
    {
        world.calm();
        world.arm(&format!("{fault},times=1"));
        let rows = client.export_records().send().await.unwrap_or_else(|error| panic!("{fault}: {error:?}"));
        assert_eq!(rows, expected);
        assert_eq!(world.requests().len(), 2, "{fault}");
    }
}

#[tokio::test]
async fn a_change_that_may_be_repeated_is_repeated_only_if_nothing_was_done() {
    let world = World::new();
    let client = impatient(&world);
    for (fault, requests) in
        [("429", 3), ("503", 1), ("503-after", 1), ("reset-before", 1), ("empty-after", 1)]
    {
        world.calm();
        world.arm(fault);
        let result =
            client.import_users([redcap::users::User::new("newton").data_access_group("")]).send().await;
        assert!(result.is_err());
        assert_eq!(world.requests().len(), requests, "{fault}");
    }
}

#[tokio::test]
async fn the_server_is_given_the_time_it_asks_for() {
    let world = World::new();
    let patience = CallOptions::new().retry(redcap::RetryPolicy::attempts(3).total(Duration::from_secs(5)));
    for (fault, least, most) in [("503,retry-after=600", 600, 600), ("429,retry-after=date:600", 590, 600)] {
        world.calm();
        world.arm(fault);
        let client = world.client(CLINIC);
        let error = client.export_arms().with(patience.clone()).send().await.expect_err("an error");
        let wait = error.retry_after().expect("a wait").as_secs();
        assert!((least..=most).contains(&wait), "{fault}: {wait}");
        assert!(error.is_retryable());
        assert_eq!(world.requests().len(), 1, "there is no time to wait that long");
    }
    world.calm();
    world.arm("503,retry-after=1,times=1");
    let began = std::time::Instant::now();
    world.client(CLINIC).export_redcap_version().send().await.expect("the version");
    assert!(began.elapsed() >= Duration::from_secs(1));
}

#[tokio::test]
async fn the_token_goes_to_no_other_server() {
    let (world, other) = (World::new(), World::new());
    world.arm(&format!("redirect=307,to={}", other.sandbox.url()));
    let error = world.client(CLINIC).export_records().send().await.expect_err("a redirect");
    assert_eq!(error.kind(), Redirect);
    assert!(error.to_string().contains(&other.sandbox.url()), "{error}");
    assert!(other.requests().is_empty());
}

#[tokio::test]
async fn bytes_that_are_not_utf8_are_replaced_and_reported() {
    let world = World::new();
    let client = world.client(CLINIC);
    let plain = client.export_records().fields(["first_name"]).csv().await.expect("records");
    assert!(plain.is_utf8());
    world.arm("latin1");
    let csv = client.export_records().fields(["first_name"]).csv().await.expect("records");
    assert!(!csv.is_utf8());
    assert!(csv.text().contains("Bj\u{FFFD}rn"), "{}", csv.text());
    let rows = client.export_records().records(["2"]).send().await.expect("records");
    // JSON has no letters but ASCII, so the bad byte comes in the place of the first blank.
    assert!(rows[0].iter().any(|(_, value)| value.contains('\u{FFFD}')));
}

#[tokio::test]
async fn answers_in_other_formats_break_off_as_errors_too() {
    let world = World::new();
    let client = impatient(&world);
    for fault in ["reset-inside", "truncated", "short-body", "gzip", "login-page", "memory-exhausted"] {
        world.calm();
        world.arm(fault);
        for (format, result) in [
            ("csv", client.export_records().csv().await),
            ("xml", client.export_records().xml().await),
            ("odm", client.export_records().odm().await),
        ] {
            let kind = result.map_err(|error| error.kind()).expect_err(fault);
            let expected = match fault {
                "gzip" => Decode,
                "login-page" => NotRedcap,
                "memory-exhausted" => Api,
                _ => Incomplete,
            };
            assert_eq!(kind, expected, "{format} with {fault}");
        }
        let file = client.export_file("1", "consent_form").send().await.map_err(|error| error.kind());
        assert!(file.is_err(), "{fault}");
        assert!(
            client.export_file("1", "consent_form").raw().await.is_ok()
                != matches!(fault, "reset-inside" | "truncated" | "short-body")
        );
    }
}

#[tokio::test]
async fn a_download_that_breaks_off_leaves_no_file() {
    let world = World::new();
    let client = impatient(&world);
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("consent.txt");
    for fault in ["reset-inside", "truncated", "short-body"] {
        world.arm(&format!("{fault},times=1"));
        let download = client.export_file("1", "consent_form").download().await.expect("its beginning");
        let error = download.to_file(&path).await.expect_err("an end too early");
        assert_eq!(error.kind(), Incomplete, "{fault}");
        assert_eq!(std::fs::read_dir(folder.path()).expect("the folder").count(), 0);
    }
    let download = client.export_file("1", "consent_form").download().await.expect("a file");
    let length = download.to_file(&path).await.expect("all of it");
    assert_eq!(std::fs::metadata(&path).expect("the file").len(), length);
}

#[tokio::test]
async fn limits_of_the_server_are_told() {
    let options = redcap_sandbox::Options::default().requests_per_minute(2).most_bytes(20_000);
    let world = World::with(options);
    let client = world.client(CLINIC);
    let large = [Record::from([("record_id", "1"), ("notes", &*"x".repeat(30_000))])];
    let error = client.import_records(large).send().await.expect_err("too much");
    assert_eq!((error.kind(), error.status()), (NotRedcap, Some(413)));
    assert!(error.is_too_large());
    client.export_arms().raw().await.expect("an answer");
    let error = client.export_arms().send().await.expect_err("too often");
    assert_eq!((error.kind(), error.status()), (NotRedcap, Some(200)));
    assert!(error.body_excerpt().contains("blocked"));
}

#[tokio::test]
async fn an_answer_that_drips_is_cut_off_by_the_limit_of_the_call_and_not_asked_for_again() {
    let world = World::new();
    world.arm("drip=100");
    let patience = CallOptions::new().timeout(Duration::from_millis(500));
    let error = world.client(CLINIC).export_records().with(patience).send().await.expect_err("too slow");
    assert_eq!((error.kind(), error.status()), (Timeout, Some(200)));
    assert_eq!(world.requests().len(), 1);
}

#[tokio::test]
async fn a_server_that_is_not_there_saw_nothing() {
    let closed = std::net::TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr());
    let url = format!("http://{}/api/", closed.expect("a free port"));
    let client = quick().build(&url, CLINIC).expect("a client");
    let error = client.import_records(row("1")).send().await.expect_err("no server");
    assert_eq!((error.kind(), error.status()), (Transport, None));
    assert!(error.was_not_sent());
}
