//! Files of records, the file repository, PDFs and external modules.

use std::collections::BTreeSet;

use redcap::Upload;
use redcap_client_tests::{CLINIC, World, call};

pub async fn calls() -> BTreeSet<String> {
    let world = World::new();
    fields(&world).await;
    repository(&world).await;
    pdfs(&world).await;
    modules(&world).await;
    world.calls()
}

async fn fields(world: &World) {
    let client = world.client(CLINIC);
    let file = call!(world, send: client.export_file("1", "consent_form"));
    assert_eq!((file.name(), file.content_type()), (Some("consent_ada.txt"), Some("text/plain")));
    let download = call!(world, download: client.export_file("1", "consent_form"));
    assert_eq!(download.name(), Some("consent_ada.txt"));
    assert_eq!(download.bytes().await.expect("the bytes"), file.bytes());
    let raw = call!(world, raw: client.export_file("1", "consent_form"));
    assert_eq!(raw.bytes(), file.bytes());

    let bytes: Vec<u8> = (0..=255).collect();
    call!(world, send: client.import_file("3", "consent_form", Upload::new("Zoë's \"scan\".bin", bytes.clone())));
    let stored = call!(world, send: client.export_file("3", "consent_form"));
    assert_eq!((stored.name(), stored.bytes()), (Some("Zoë's \"scan\".bin"), &*bytes));
    let upload = Upload::new("error.json", *br#"{"error":"no"}"#);
    assert_eq!(call!(world, raw: client.import_file("3", "consent_form", upload)).status(), 200);
    let stored = call!(world, send: client.export_file("3", "consent_form"));
    assert_eq!(stored.bytes(), br#"{"error":"no"}"#, "a file that looks like an error is a file");
    call!(world, send: client.delete_file("3", "consent_form"));
    assert_eq!(call!(world, raw: client.delete_file("2", "consent_form")).status(), 200);
    let gone = client.export_file("3", "consent_form").send().await.expect_err("no file");
    assert!(gone.is_refusal());
}

async fn repository(world: &World) {
    let client = world.client(CLINIC);
    let entries = call!(world, send: client.list_file_repository());
    let readme = entries.iter().find(|entry| entry.name == "readme.txt").expect("the file");
    let doc = readme.doc_id.expect("its number");
    let folder = entries.iter().find(|entry| entry.name == "Templates").expect("the folder").folder_id;
    assert!(call!(world, csv: client.list_file_repository()).text().contains("readme.txt"));
    assert!(call!(world, xml: client.list_file_repository()).text().contains("readme.txt"));
    assert_eq!(call!(world, raw: client.list_file_repository()).status(), 200);

    let file = call!(world, send: client.export_file_repository_file(doc));
    assert_eq!(file.name(), Some("readme.txt"));
    let mut download = call!(world, download: client.export_file_repository_file(doc));
    assert_eq!(download.chunk().await.expect("a part").expect("bytes"), file.bytes());
    assert!(download.chunk().await.expect("the end").is_none());
    assert_eq!(call!(world, raw: client.export_file_repository_file(doc)).bytes(), file.bytes());

    let new = call!(world, send: client.create_folder("2027").folder_id(folder.expect("its number")));
    assert!(call!(world, csv: client.create_folder("A")).text().starts_with("folder_id\n"));
    assert!(call!(world, xml: client.create_folder("B")).text().contains("folder_id"));
    assert_eq!(call!(world, raw: client.create_folder("C")).status(), 200);
    let into = |name: &str| {
        client.import_file_repository_file(Upload::new(name, b"text".to_vec())).folder_id(new[0].folder_id)
    };
    call!(world, send: into("a.txt"));
    assert_eq!(call!(world, raw: into("b.txt")).status(), 200);
    let inside = call!(world, send: client.list_file_repository().folder_id(new[0].folder_id));
    let docs: Vec<i64> = inside.iter().filter_map(|entry| entry.doc_id).collect();
    assert_eq!(docs.len(), 2);
    call!(world, send: client.delete_file_repository_file(docs[0]));
    assert_eq!(call!(world, raw: client.delete_file_repository_file(docs[1])).status(), 200);
    assert!(call!(world, send: client.list_file_repository().folder_id(new[0].folder_id)).is_empty());
}

async fn pdfs(world: &World) {
    let client = world.client(CLINIC);
    let pdf = call!(world, send: client.export_pdf().record("1").instrument("visit"));
    assert!(pdf.bytes().starts_with(b"%PDF"));
    assert_eq!(pdf.name(), None);
    let download = call!(world, download: client.export_pdf().all_records());
    assert!(download.bytes().await.expect("the bytes").starts_with(b"%PDF"));
    assert!(call!(world, raw: client.export_pdf()).bytes().starts_with(b"%PDF"));
}

async fn modules(world: &World) {
    let client = world.client(CLINIC);
    let echo = || client.call_external_module("sandbox_echo", "echo").field("planet", "Mars");
    let answer = call!(world, send: echo());
    assert!(String::from_utf8_lossy(answer.bytes()).contains("planet"));
    assert!(call!(world, raw: echo()).text().contains("planet"));
}
