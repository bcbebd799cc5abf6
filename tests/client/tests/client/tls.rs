//! HTTPS, with the certificate of an authority that only those trust who were given it.

use redcap::{Client, ErrorKind};
use redcap_client_tests::{CLINIC, World, quick};
use redcap_sandbox::Options;

#[tokio::test]
async fn an_authority_of_the_institution_is_trusted_once_it_is_given() {
    let world = World::with(Options::default().tls());
    let url = world.sandbox.url();
    assert!(url.starts_with("https://127.0.0.1:"));

    let error = world.client(CLINIC).export_records().send().await.expect_err("a stranger");
    assert_eq!((error.kind(), error.status()), (ErrorKind::Transport, None));
    assert!(error.was_not_sent() && !error.is_retryable());
    assert!(error.to_string().contains("certificate of the server is not trusted"), "{error}");
    assert!(world.requests().is_empty());

    let trusting = quick().root_certificate(world.sandbox.authority()).build(&url, CLINIC).expect("a client");
    assert_eq!(trusting.export_records().send().await.expect("records").len(), 6);

    // Nor may a server be called by a name that its certificate does not have.
    let elsewhere = World::with(Options::default().tls());
    let mixed = quick().root_certificate(world.sandbox.authority());
    let mixed = mixed.build(&elsewhere.sandbox.url(), CLINIC).expect("a client");
    let error = mixed.export_records().send().await.expect_err("another authority");
    assert_eq!(error.kind(), ErrorKind::Transport);
    assert!(elsewhere.requests().is_empty());
}

#[tokio::test]
async fn faults_are_told_through_tls_too() {
    let world = World::with(Options::default().tls());
    let client = quick().root_certificate(world.sandbox.authority());
    let client = client.build(&world.sandbox.url(), CLINIC).expect("a client");
    for (fault, kind, requests) in [
        ("reset", ErrorKind::Transport, 3),
        ("reset-inside", ErrorKind::Incomplete, 1),
        ("truncated", ErrorKind::Incomplete, 1),
        ("short-body", ErrorKind::Incomplete, 1),
        ("503", ErrorKind::NotRedcap, 3),
    ] {
        world.calm();
        world.arm(fault);
        let error = client.export_records().send().await.expect_err(fault);
        assert_eq!((error.kind(), world.requests().len()), (kind, requests), "{fault}: {error:?}");
    }
}

#[test]
fn a_certificate_that_is_none_is_refused_at_once() {
    let builder = Client::builder().root_certificate("-----BEGIN NOTHING-----");
    let error = builder.build("https://redcap.example.org/api/", CLINIC).expect_err("no certificate");
    assert!(error.to_string().contains("PEM"), "{error}");
}
