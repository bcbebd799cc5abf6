//! The blocking client, in programs without asynchronous code.

use std::io::Read;
use std::time::Duration;

use redcap::{ErrorKind, Record, Upload};
use redcap_client_tests::{CLINIC, World, quick};

fn client(world: &World) -> redcap::blocking::Client {
    let client = quick().silence_timeout(Duration::from_millis(600)).build(&world.sandbox.url(), CLINIC);
    client.and_then(|client| client.blocking()).expect("a client")
}

#[test]
fn calls_return_their_answers() {
    let world = World::new();
    let client = client(&world);
    assert_eq!(client.export_redcap_version().send().expect("the version"), redcap::NEWEST_REDCAP);
    assert_eq!(client.discover_server_version().expect("the version").to_string(), redcap::NEWEST_REDCAP);
    let row = [Record::from([("record_id", "50"), ("last_name", "Blocking")])];
    assert_eq!(client.import_records(row).send().expect("a count").count, 1);
    let rows = client.export_records().records(["50"]).send().expect("rows");
    assert_eq!(rows[0].get("last_name"), Some("Blocking"));
    let csv = client.export_records().records(["50"]).fields(["last_name"]).csv().expect("rows");
    assert_eq!(csv.text(), "last_name\nBlocking\n");

    client.import_file("50", "consent_form", Upload::new("a.txt", b"abc".to_vec())).send().expect("stored");
    let mut text = String::new();
    let mut download = client.export_file("50", "consent_form").download().expect("a file");
    download.read_to_string(&mut text).expect("its text");
    assert_eq!((download.name(), &*text), (Some("a.txt"), "abc"));
    assert_eq!(client.delete_records(["50"]).send().expect("a count"), 1);
    let error = client.delete_records(["50"]).send().expect_err("it is gone");
    assert_eq!((error.kind(), error.status()), (ErrorKind::Api, Some(400)));
}

#[test]
fn faults_are_met_as_by_the_other_client() {
    let world = World::new();
    let client = client(&world);
    for (fault, kind, requests) in [
        ("503", ErrorKind::NotRedcap, 3),
        ("reset", ErrorKind::Transport, 3),
        ("truncated", ErrorKind::Incomplete, 1),
        ("login-page", ErrorKind::NotRedcap, 1),
        ("delay=5s", ErrorKind::Timeout, 3),
    ] {
        world.calm();
        world.arm(fault);
        let error = client.export_records().send().expect_err(fault);
        assert_eq!((error.kind(), world.requests().len()), (kind, requests), "{fault}");
        world.calm();
        world.arm(fault);
        let error = client.delete_records(["1"]).send().expect_err(fault);
        assert_eq!((error.kind(), world.requests().len()), (kind, 1), "{fault}");
    }
}

#[test]
fn asynchronous_code_is_told_to_use_the_other_client() {
    let world = World::new();
    let client = client(&world);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let error = runtime.block_on(async { client.export_arms().send() }).expect_err("no waiting there");
    assert_eq!(error.kind(), ErrorKind::InvalidRequest);
    assert!(world.requests().is_empty());
}
