// Made by `cargo run generate` from spec/methods/files.yaml.
// Do not edit: change the source and run it again.

use redcap::Client;
use crate::mock::Reply;
use crate::{answered, sends, uploads};

#[test]
fn export_file() {
    let call = |client: Client| {
        client.export_file("1", "scan").event("week_1_arm_1").send()
    };
    sends(
        call,
        "content=file&action=export&returnFormat=json&record=1&field=scan&event=week_1_arm_1",
    );
    let answer = answered(
        call,
        Reply::new(
            200,
            "text/plain; name=\"scan_1.txt\";charset=UTF-8",
            "This is scan_1.txt, an invented file.\n",
        ),
    );
    assert_eq!(answer.bytes(), "This is scan_1.txt, an invented file.\n".as_bytes());
}

#[test]
fn import_file() {
    let call = |client: Client| {
        client
            .import_file(
                "2",
                "scan",
                redcap::Upload::new("scan_2.txt", "Scan of 14 January\n"),
            )
            .event("week_1_arm_1")
            .send()
    };
    uploads(
        call,
        &[
            "content=file",
            "action=import",
            "returnFormat=json",
            "record=2",
            "field=scan",
            "event=week_1_arm_1",
        ],
        ["file", "scan_2.txt", "Scan of 14 January\n"],
    );
    let () = answered(call, Reply::text(""));
}

#[test]
fn delete_file() {
    let call = |client: Client| {
        client.delete_file("1", "scan").event("week_1_arm_1").send()
    };
    sends(
        call,
        "content=file&action=delete&returnFormat=json&record=1&field=scan&event=week_1_arm_1",
    );
    let () = answered(call, Reply::text(""));
}
