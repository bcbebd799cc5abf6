// Made by `cargo run generate` from spec/methods/file_repository.yaml.
// Do not edit: change the source and run it again.

use redcap::Client;
use crate::mock::Reply;
use crate::{answered, sends, uploads};

#[test]
fn create_folder() {
    let call = |client: Client| {
        client.create_folder("Signed in 2026").folder_id(2025).send()
    };
    sends(
        call,
        "content=fileRepository&action=createFolder&format=json&returnFormat=json&name=Signed+in+2026&folder_id=2025",
    );
    let answer = answered(call, Reply::json("[{\"folder_id\":2031}]"));
    assert_eq!(answer.len(), 1);
    assert!(answer.iter().all(| item | item.other.is_empty()));
}

#[test]
fn list_file_repository() {
    let call = |client: Client| client.list_file_repository().folder_id(2025).send();
    sends(
        call,
        "content=fileRepository&action=list&format=json&returnFormat=json&folder_id=2025",
    );
    let answer = answered(
        call,
        Reply::json(
            "[{\"folder_id\":2027,\"name\":\"2026\"},{\"doc_id\":2026,\"name\":\"visit.txt\"}]",
        ),
    );
    assert_eq!(answer.len(), 2);
    assert!(answer.iter().all(| item | item.other.is_empty()));
}

#[test]
fn export_file_repository_file() {
    let call = |client: Client| client.export_file_repository_file(2024).send();
    sends(call, "content=fileRepository&action=export&returnFormat=json&doc_id=2024");
    let answer = answered(
        call,
        Reply::new(
            200,
            "text/plain; name=\"protocol.txt\";charset=UTF-8",
            "This is protocol.txt, an invented file.\n",
        ),
    );
    assert_eq!(answer.bytes(), "This is protocol.txt, an invented file.\n".as_bytes());
}

#[test]
fn import_file_repository_file() {
    let call = |client: Client| {
        client
            .import_file_repository_file(
                redcap::Upload::new("protocol.txt", "Study protocol, version 3\n"),
            )
            .folder_id(2025)
            .send()
    };
    uploads(
        call,
        &[
            "content=fileRepository",
            "action=import",
            "returnFormat=json",
            "folder_id=2025",
        ],
        ["file", "protocol.txt", "Study protocol, version 3\n"],
    );
    let () = answered(call, Reply::text(""));
}

#[test]
fn delete_file_repository_file() {
    let call = |client: Client| client.delete_file_repository_file(2024).send();
    sends(call, "content=fileRepository&action=delete&returnFormat=json&doc_id=2024");
    let () = answered(call, Reply::text(""));
}
