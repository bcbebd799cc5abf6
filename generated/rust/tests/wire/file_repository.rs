// Made by `cargo run generate` from spec/methods/file_repository.yaml.
// Do not edit: change the source and run it again.

use crate::mock::{Mock, Reply};
use crate::{TOKEN, client};

#[tokio::test]
async fn create_folder_sends_its_example() {
    let mock = Mock::start(vec![Reply::text("")]);
    let client = client(&mock);
    let _ = client.create_folder("Signed in 2025").folder_id(101).send().await;
    assert_eq!(
        mock.request().text(), format!("token={TOKEN}&{}",
        "content=fileRepository&action=createFolder&format=json&returnFormat=json&name=Signed+in+2025&folder_id=101")
    );
}

#[tokio::test]
async fn create_folder_reads_its_answer() {
    let mock = Mock::start(
        vec![
            Reply::new(200u16, "application/json; charset=utf-8",
            "[{\"folder_id\":102}]")
        ],
    );
    let client = client(&mock);
    let answer = client
        .create_folder("Signed in 2025")
        .folder_id(101)
        .send()
        .await
        .unwrap();
    assert_eq!(answer.len(), 1usize);
    assert!(answer.iter().all(| item | item.other.is_empty()));
}

#[tokio::test]
async fn list_file_repository_sends_its_example() {
    let mock = Mock::start(vec![Reply::text("")]);
    let client = client(&mock);
    let _ = client.list_file_repository().folder_id(101).send().await;
    assert_eq!(
        mock.request().text(), format!("token={TOKEN}&{}",
        "content=fileRepository&action=list&format=json&returnFormat=json&folder_id=101")
    );
}

#[tokio::test]
async fn list_file_repository_reads_its_answer() {
    let mock = Mock::start(
        vec![
            Reply::new(200u16, "application/json; charset=utf-8",
            "[{\"folder_id\":102,\"name\":\"Signed in 2025\"},{\"doc_id\":245,\"name\":\"consent_template.pdf\"}]")
        ],
    );
    let client = client(&mock);
    let answer = client.list_file_repository().folder_id(101).send().await.unwrap();
    assert_eq!(answer.len(), 2usize);
    assert!(answer.iter().all(| item | item.other.is_empty()));
}

#[tokio::test]
async fn export_file_repository_file_sends_its_example() {
    let mock = Mock::start(vec![Reply::text("")]);
    let client = client(&mock);
    let _ = client.export_file_repository_file(245).send().await;
    assert_eq!(
        mock.request().text(), format!("token={TOKEN}&{}",
        "content=fileRepository&action=export&returnFormat=json&doc_id=245")
    );
}

#[tokio::test]
async fn export_file_repository_file_reads_its_answer() {
    let mock = Mock::start(
        vec![
            Reply::new(200u16, "text/plain; name=\"protocol.txt\";charset=UTF-8",
            "Study protocol, version 3\n")
        ],
    );
    let client = client(&mock);
    let answer = client.export_file_repository_file(245).send().await.unwrap();
    assert_eq!(answer.bytes(), "Study protocol, version 3\n".as_bytes());
}

#[tokio::test]
async fn import_file_repository_file_sends_its_example() {
    let mock = Mock::start(vec![Reply::text("")]);
    let client = client(&mock);
    let _ = client
        .import_file_repository_file(
            redcap::Upload::new("protocol.txt", "Study protocol, version 3\n"),
        )
        .folder_id(101)
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
        fields, [("token".to_owned(), TOKEN.to_owned()), ("content".to_owned(),
        "fileRepository".to_owned()), ("action".to_owned(), "import".to_owned()),
        ("returnFormat".to_owned(), "json".to_owned()), ("folder_id".to_owned(), "101"
        .to_owned())]
    );
    assert_eq!(files.len(), 1);
    assert_eq!(files[0].name, "file");
    assert_eq!(files[0].file_name.as_deref(), Some("protocol.txt"));
    assert_eq!(files[0].bytes, "Study protocol, version 3\n".as_bytes());
}

#[tokio::test]
async fn import_file_repository_file_reads_its_answer() {
    let mock = Mock::start(vec![Reply::new(200u16, "text/html; charset=UTF-8", "")]);
    let client = client(&mock);
    let () = client
        .import_file_repository_file(
            redcap::Upload::new("protocol.txt", "Study protocol, version 3\n"),
        )
        .folder_id(101)
        .send()
        .await
        .unwrap();
}

#[tokio::test]
async fn delete_file_repository_file_sends_its_example() {
    let mock = Mock::start(vec![Reply::text("")]);
    let client = client(&mock);
    let _ = client.delete_file_repository_file(245).send().await;
    assert_eq!(
        mock.request().text(), format!("token={TOKEN}&{}",
        "content=fileRepository&action=delete&returnFormat=json&doc_id=245")
    );
}

#[tokio::test]
async fn delete_file_repository_file_reads_its_answer() {
    let mock = Mock::start(vec![Reply::new(200u16, "text/html; charset=UTF-8", "")]);
    let client = client(&mock);
    let () = client.delete_file_repository_file(245).send().await.unwrap();
}
