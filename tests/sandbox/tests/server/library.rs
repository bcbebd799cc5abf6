//! The server inside a test.

use std::io::Read;
use std::net::{SocketAddr, TcpStream};
use std::sync::Arc;

use redcap_sandbox::{Options, Sandbox, Server};

use crate::support::project;
use crate::wire::{IMPORT, VERSION, classic, post, was_imported};

#[test]
fn dropping_a_server_ends_it_and_its_connections() {
    let sandbox = classic(Options::default());
    let address = sandbox.address();
    post(&sandbox, &[], VERSION);
    let mut idle = TcpStream::connect(address).expect("the server listens");
    drop(sandbox);
    let mut byte = [0];
    assert!(matches!(idle.read(&mut byte), Ok(0) | Err(_)));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_blocking_start_works_within_a_runtime_too() {
    let sandbox = Sandbox::start_blocking(Options::default()).expect("a free port");
    assert_ne!(sandbox.address().port(), 0);
    drop(sandbox);
}

#[test]
fn reset_goes_back_to_the_seeds() {
    let sandbox = classic(Options::default());
    let server = sandbox.server();
    post(&sandbox, &[], IMPORT);
    let more = server.seed(project("test_simple_project"), None);
    server.faults.arm("503".parse().expect("a fault"));
    server.clock.set(Some("2020-01-01 00:00:00")).expect("a time");
    server.reset();
    assert!(!was_imported(&sandbox));
    assert!(server.store.access(&more.token).is_some());
    assert_eq!((server.faults.list().len(), server.journal.requests().len()), (0, 0));
    assert!(!server.clock.now().starts_with("2020"));
}

#[tokio::test]
async fn plain_http_stays_on_the_machine() {
    let everywhere = SocketAddr::from(([0, 0, 0, 0], 0));
    let server = |options| Arc::new(Server::new(options).expect("the newest version"));
    let refused = Sandbox::serve(server(Options::default()), everywhere).await.expect_err("no");
    assert!(refused.to_string().contains("plain HTTP would show them every token"), "{refused}");
    let allowed = Options { allow_remote: true, ..Options::default() };
    for options in [allowed, Options::default().tls()] {
        assert!(Sandbox::serve(server(options), everywhere).await.is_ok());
    }
}

#[tokio::test]
async fn an_unknown_version_is_refused_with_the_nearest() {
    let refused = Sandbox::start(Options::default().version("13")).await.expect_err("no version");
    assert!(refused.to_string().contains("versions from 4.0.0 to"), "{refused}");
}

#[test]
fn links_have_the_public_address_or_the_own() {
    let public = classic(Options::default().public_url("https://redcap.example.org"));
    assert_eq!(public.server().base_url(), "https://redcap.example.org/");
    let own = classic(Options::default());
    assert_eq!(own.server().base_url(), format!("http://{}/", own.address()));
}

#[test]
fn a_token_is_not_shown_by_debug() {
    let sandbox = classic(Options::default());
    let seeded = sandbox.server().seed(project("test_simple_project"), Some("F00DF00D"));
    assert!(!format!("{seeded:?}").contains("F00DF00D"));
}
