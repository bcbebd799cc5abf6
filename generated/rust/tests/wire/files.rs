// Made by `cargo run generate` from spec/methods/files.yaml.
// Do not edit: change the source and run it again.

use crate::mock::{Mock, Reply};
use crate::{TOKEN, client};

#[tokio::test]
async fn export_file_sends_its_example() {
    let mock = Mock::start(vec![Reply::text("")]);
    let client = client(&mock);
    let _ = client.export_file("1001", "consent_form").send().await;
    assert_eq!(
        mock.request().text(), format!("token={TOKEN}&{}",
        "content=file&action=export&returnFormat=json&record=1001&field=consent_form")
    );
}

#[tokio::test]
async fn export_file_reads_its_answer() {
    let mock = Mock::start(
        vec![
            Reply::new(200u16, "text/plain; name=\"consent.txt\";charset=UTF-8",
            "I agree to take part in the study.\n")
        ],
    );
    let client = client(&mock);
    let answer = client.export_file("1001", "consent_form").send().await.unwrap();
    assert_eq!(answer.bytes(), "I agree to take part in the study.\n".as_bytes());
}

#[tokio::test]
async fn import_file_sends_its_example() {
    let mock = Mock::start(vec![Reply::text("")]);
    let client = client(&mock);
    let _ = client
        .import_file(
            "1001",
            "consent_form",
            redcap::Upload::new("consent.txt", "I agree to take part in the study.\n"),
        )
        .send()
        .await;
    let request = mock.request();
    let (files, fields): (Vec<_>, Vec<_>) = request
        .parts()
        .into_iter()
        .partition(|part| part.file_name.is_some());
    let fields: Vec<(String, String)> = fields
        .into_iter()
        .map(|part| (part.name, String::from_utf8(part.bytes).unwrap()))
        .collect();
    assert_eq!(
        fields, [("token".to_owned(), TOKEN.to_owned()), ("content".to_owned(), "file"
        .to_owned()), ("action".to_owned(), "import".to_owned()), ("returnFormat"
        .to_owned(), "json".to_owned()), ("record".to_owned(), "1001".to_owned()),
        ("field".to_owned(), "consent_form".to_owned())]
    );
    assert_eq!(files.len(), 1);
    assert_eq!(files[0].name, "file");
    assert_eq!(files[0].file_name.as_deref(), Some("consent.txt"));
    assert_eq!(files[0].bytes, "I agree to take part in the study.\n".as_bytes());
}

#[tokio::test]
async fn import_file_reads_its_answer() {
    let mock = Mock::start(vec![Reply::new(200u16, "text/html; charset=UTF-8", "")]);
    let client = client(&mock);
    let () = client
        .import_file(
            "1001",
            "consent_form",
            redcap::Upload::new("consent.txt", "I agree to take part in the study.\n"),
        )
        .send()
        .await
        .unwrap();
}

#[tokio::test]
async fn delete_file_sends_its_example() {
    let mock = Mock::start(vec![Reply::text("")]);
    let client = client(&mock);
    let _ = client.delete_file("1001", "consent_form").send().await;
    assert_eq!(
        mock.request().text(), format!("token={TOKEN}&{}",
        "content=file&action=delete&returnFormat=json&record=1001&field=consent_form")
    );
}

#[tokio::test]
async fn delete_file_reads_its_answer() {
    let mock = Mock::start(vec![Reply::new(200u16, "text/html; charset=UTF-8", "")]);
    let client = client(&mock);
    let () = client.delete_file("1001", "consent_form").send().await.unwrap();
}
