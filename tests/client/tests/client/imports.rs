//! Imports that are refused, cell by cell.

use redcap::{Error, ErrorKind, Record};
use redcap_client_tests::{CLINIC, TRIAL, World};

async fn refused(world: &World, token: &str, rows: Vec<Record>) -> Error {
    let error = world.client(token).import_records(rows).send().await.expect_err("a refusal");
    assert_eq!((error.kind(), error.status(), error.is_refusal()), (ErrorKind::Api, Some(400), true));
    assert_eq!(world.requests().len(), 1);
    error
}

#[tokio::test]
async fn each_bad_cell_is_named() {
    let world = World::new();
    let rows = vec![
        Record::from([("record_id", "1"), ("sex", "7"), ("age", ""), ("visit_date", "12.31.2026")]),
        Record::from([("record_id", "2"), ("heart_rate", "fast, very"), ("email", "nobody")]),
        Record::from([("record_id", "3"), ("heart_rate", "60")]),
    ];
    let error = refused(&world, CLINIC, rows).await;
    let cells = error.refused_cells();
    let named: Vec<_> = cells.iter().map(|cell| (&*cell.record, &*cell.field, &*cell.value)).collect();
    let expected = [
        ("1", "sex", "7"),
        ("1", "visit_date", "12.31.2026"),
        ("2", "email", "nobody"),
        ("2", "heart_rate", "fast, very"),
    ];
    for cell in &expected {
        assert!(named.contains(cell), "{cell:?} in {named:?}");
    }
    assert_eq!(named.len(), expected.len(), "{named:?}");
    assert!(cells.iter().all(|cell| !cell.message.is_empty()));
    let text = error.to_string();
    assert!(text.contains("4 values refused") && text.contains("heart_rate"), "{text}");
    let rows = world.client(CLINIC).export_records().records(["3"]).send().await.expect("the record");
    assert_eq!(rows[0].get("heart_rate"), Some(""), "one bad cell keeps all rows out");
}

#[tokio::test]
async fn cells_of_the_wrong_event_or_instrument_are_named() {
    let world = World::new();
    let wrong = Record::from([("record_id", "1"), ("redcap_event_name", "enrollment_arm_1"), ("score", "3")]);
    let cells = refused(&world, TRIAL, vec![wrong]).await.refused_cells();
    assert_eq!((&*cells[0].field, &*cells[0].value), ("score", "3"));
    assert!(cells[0].message.contains("not designated"), "{}", cells[0].message);
}

#[tokio::test]
async fn other_refusals_name_no_cells() {
    let world = World::new();
    let error = refused(&world, CLINIC, vec![Record::from([("record_id", "1"), ("shoe_size", "44")])]).await;
    assert!(error.refused_cells().is_empty());
    assert!(error.api_message().expect("a text").contains("shoe_size"));
}
