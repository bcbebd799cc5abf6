// Made by `cargo run generate` from spec/methods/redcap.yaml.
// Do not edit: change the source and run it again.

use crate::mock::{Mock, Reply};
use crate::{TOKEN, client};

#[tokio::test]
async fn export_redcap_version_sends_its_example() {
    let mock = Mock::start(vec![Reply::text("")]);
    let client = client(&mock);
    let _ = client.export_redcap_version().send().await;
    assert_eq!(
        mock.request().text(), format!("token={TOKEN}&{}", "content=version&format=json")
    );
}

#[tokio::test]
async fn export_redcap_version_reads_its_answer() {
    let mock = Mock::start(
        vec![Reply::new(200u16, "text/html; charset=UTF-8", "14.7.3")],
    );
    let client = client(&mock);
    let answer = client.export_redcap_version().send().await.unwrap();
    assert_eq!(answer, "14.7.3");
}
