//! Old servers: what they lack is refused before anything is sent.

use redcap::data_access_groups::EXPORT_DAGS;
use redcap::{Client, Error, ErrorKind, ServerVersion};
use redcap_client_tests::{CLINIC, World, quick};
use redcap_sandbox::Options;

/// What a server of 9.0.0 lacks, and the words about it.
async fn newer(client: &Client) -> [(&'static str, Result<u16, Error>); 6] {
    let blank = client.export_records().export_blank_for_gray_form_status(true);
    let combined = client.export_records().combine_checkbox_options(true);
    [
        ("11.3.0", client.export_user_roles().raw().await.map(|answer| answer.status())),
        ("14.7.0", client.randomize_record("1", 1).raw().await.map(|answer| answer.status())),
        ("exportBlankForGrayFormStatus", blank.raw().await.map(|answer| answer.status())),
        ("combineCheckboxOptions", combined.raw().await.map(|answer| answer.status())),
        ("11.3.3", client.rename_record("1", "2").raw().await.map(|answer| answer.status())),
        ("13.1.0", client.list_file_repository().raw().await.map(|answer| answer.status())),
    ]
}

async fn all_are_refused(client: &Client, version: &str) {
    for (words, result) in newer(client).await {
        let error = result.expect_err(words);
        assert_eq!((error.kind(), error.status()), (ErrorKind::Unsupported, None), "{words}");
        assert!(error.was_not_sent() && !error.is_retryable());
        let text = error.to_string();
        assert!(text.contains(words) && text.contains(version), "{words}: {text}");
    }
}

#[tokio::test]
async fn a_version_that_is_given_is_heeded() {
    let world = World::with(Options::default().version("9.0.0"));
    let builder = quick().server_version(ServerVersion::new(9, 0, 0));
    let client = builder.build(&world.sandbox.url(), CLINIC).expect("a client");
    all_are_refused(&client, "9.0.0").await;
    assert!(world.requests().is_empty());
    let rows = client.export_records().send().await.expect("what was there in 9.0.0");
    assert_eq!(rows.len(), 6);
}

#[tokio::test]
async fn a_version_that_is_asked_for_is_heeded_by_all_clones() {
    let world = World::with(Options::default().version("9.0.0"));
    let client = world.client(CLINIC);
    let clone = client.clone();
    assert_eq!(client.supports(&EXPORT_DAGS), None);
    let version = client.discover_server_version().await.expect("the version");
    assert_eq!(version, ServerVersion::new(9, 0, 0));
    assert_eq!(clone.discover_server_version().await.expect("known"), version);
    assert_eq!(world.requests().len(), 1);
    all_are_refused(&clone, "9.0.0").await;
    assert_eq!(world.requests().len(), 1);
}

#[tokio::test]
async fn the_server_itself_refuses_or_ignores_what_the_client_would_not_send() {
    let world = World::with(Options::default().version("9.0.0"));
    let client = world.client(CLINIC);
    for (words, result) in newer(&client).await {
        let status = result.expect("an answer of the server");
        let is_method = words.starts_with('1');
        assert_eq!(status == 200, !is_method, "{words}: {status}");
    }
    assert_eq!(world.requests().len(), 6);
}

#[tokio::test]
async fn nothing_is_refused_that_the_version_has() {
    let world = World::with(Options::default().version("11.4.0"));
    let client = world.client(CLINIC);
    client.discover_server_version().await.expect("the version");
    client.rename_record("1", "100").send().await.expect("new in 11.3.3");
    client.export_records().export_blank_for_gray_form_status(false).send().await.expect("new in 11.4.0");
}
