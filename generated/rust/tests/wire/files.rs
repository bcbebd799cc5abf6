// Made by `cargo run generate` from spec/methods/files.yaml.
// Do not edit: change the source and run it again.

use redcap::Client;
use crate::mock::Reply;
use crate::{answered, sends, uploads};

#[test]
fn export_file() {
    let call = |client: Client| client.export_file("1001", "consent_form").send();
    sends(
        call,
        "content=file&action=export&returnFormat=json&record=1001&field=consent_form",
    );
    let answer = answered(
        call,
        Reply::new(
            200,
            "text/plain; name=\"consent.txt\";charset=UTF-8",
            "I agree to take part in the study.\n",
        ),
    );
    assert_eq!(answer.bytes(), "I agree to take part in the study.\n".as_bytes());
}

#[test]
fn import_file() {
    let call = |client: Client| {
        client
            .import_file(
                "1001",
                "consent_form",
                redcap::Upload::new(
                    "consent.txt",
                    "I agree to take part in the study.\n",
                ),
            )
            .send()
    };
    uploads(
        call,
        &[
            "content=file",
            "action=import",
            "returnFormat=json",
            "record=1001",
            "field=consent_form",
        ],
        ["file", "consent.txt", "I agree to take part in the study.\n"],
    );
    let () = answered(call, Reply::text(""));
}

#[test]
fn delete_file() {
    let call = |client: Client| client.delete_file("1001", "consent_form").send();
    sends(
        call,
        "content=file&action=delete&returnFormat=json&record=1001&field=consent_form",
    );
    let () = answered(call, Reply::text(""));
}
