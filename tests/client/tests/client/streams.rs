//! Rows as they arrive, and exports and imports in batches.

use std::path::Path;

use redcap::runtime::{Format, ImportOutcome};
use redcap::{Client, Error, ErrorKind, Record};
use redcap_client_tests::{World, quick};
use redcap_sandbox::Options;
use redcap_sandbox::project::Project;

const RECORDS: usize = 500;

/// A world with one more project of many records, and a client for it.
fn large() -> (World, Client) {
    let world = World::with(Options::default());
    let seeded = world.sandbox.server().seed(Project::generate(RECORDS as u64, 8), None);
    let client = quick().build(&world.sandbox.url(), seeded.token).expect("a client");
    (world, client)
}

async fn names(client: &Client) -> Vec<String> {
    let rows = client.export_records().send().await.expect("records");
    rows.iter().map(|row| row.get("record_id").expect("the ID").to_owned()).collect()
}

/// All rows of a stream, or its error; a stream ends with the first error.
async fn streamed(client: &Client) -> Result<Vec<Record>, Error> {
    let mut rows = client.export_records().stream().await?;
    let mut all = Vec::new();
    while let Some(row) = rows.next().await {
        match row {
            Ok(row) => all.push(row),
            Err(error) => {
                assert!(rows.next().await.is_none(), "nothing comes after an error");
                return Err(error);
            }
        }
    }
    Ok(all)
}

#[tokio::test]
async fn a_stream_that_breaks_off_is_never_a_short_success() {
    let (world, client) = large();
    let all = streamed(&client).await.expect("all rows");
    assert_eq!(all.len(), RECORDS);
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("all");
    for (fault, kind) in [
        ("reset-inside", ErrorKind::Incomplete),
        ("truncated", ErrorKind::Incomplete),
        ("short-body", ErrorKind::Incomplete),
        ("gzip", ErrorKind::Decode),
        ("login-page", ErrorKind::NotRedcap),
        ("memory-exhausted", ErrorKind::Api),
        ("too-large", ErrorKind::Api),
        ("database-down", ErrorKind::NotRedcap),
    ] {
        world.calm();
        world.arm(fault);
        let error = streamed(&client).await.map(|rows| rows.len()).expect_err(fault);
        assert_eq!((error.kind(), world.requests().len()), (kind, 1), "{fault}: {error:?}");
        for format in [Format::Csv, Format::Json, Format::Xml] {
            let error = client.export_records().to_file(format, &path).await.expect_err(fault);
            assert_eq!(error.kind(), kind, "{fault} in {format:?}: {error:?}");
            assert!(is_empty(folder.path()), "{fault} in {format:?}");
        }
    }
}

fn is_empty(folder: &Path) -> bool {
    std::fs::read_dir(folder).expect("the folder").next().is_none()
}

#[tokio::test]
async fn a_batched_export_gives_each_record_once_and_in_order_whatever_happens_to_a_chunk() {
    let (world, client) = large();
    let expected = names(&client).await;
    for fault in
        ["reset", "reset-inside", "truncated", "short-body", "503", "empty", "too-large", "memory-exhausted"]
    {
        for skip in [0, 2, 4] {
            world.calm();
            world.arm(&format!("{fault},skip={skip},times=1,method=export_records"));
            let export = client.export_records().batched(50).concurrency(3);
            let rows = match export.stream().await {
                Ok(rows) => rows.all().await,
                Err(error) => Err(error),
            };
            let asked = world.requests().iter().filter(|one| one.fault.is_some()).count();
            assert_eq!(asked, 1, "{fault} was met");
            match rows {
                Ok(rows) => {
                    let names: Vec<_> = rows.iter().map(|row| row.get("record_id").unwrap()).collect();
                    assert_eq!(names, expected, "{fault} after {skip}");
                }
                // The list of names comes in one call, which cannot be split.
                Err(error) => assert!(skip == 0 && error.is_too_large(), "{fault} after {skip}: {error:?}"),
            }
        }
    }
    world.calm();
    world.arm("truncated,skip=3,method=export_records");
    let rows = client.export_records().batched(50).stream().await.expect("the names");
    let error = rows.all().await.expect_err("chunks that never come");
    assert_eq!(error.kind(), ErrorKind::Incomplete);
}

/// Rows for new records; one of them has a value that is refused.
fn rows(bad: usize) -> Vec<Record> {
    let row = |number: usize| {
        let row = Record::from([("record_id", format!("N{number:03}")), ("first_name", "Neu".to_owned())]);
        if number == bad { row.set("sex", "7") } else { row }
    };
    (0..60).map(row).collect()
}

fn stored(world: &World) -> Vec<String> {
    let slot = world.sandbox.server().store.project(1).expect("the clinic");
    let project = slot.snapshot().project;
    (0..60).map(|number| format!("N{number:03}")).filter(|name| project.record(name).is_some()).collect()
}

#[tokio::test]
async fn a_batched_import_tells_what_became_of_each_record() {
    let world = World::new();
    let client = world.client(redcap_client_tests::CLINIC);
    let report = client.import_records(rows(25)).batched(10).send().await.expect("a report");
    let outcomes: Vec<bool> = report
        .parts()
        .iter()
        .map(|part| matches!(part.outcome, ImportOutcome::Imported { count: 10 }))
        .collect();
    assert_eq!(outcomes, [true, true, false, true, true, true]);
    let ImportOutcome::Refused(error) = &report.parts()[2].outcome else { panic!("{report:?}") };
    assert_eq!(error.refused_cells()[0].record, "N025");
    assert_eq!(report.imported().collect::<Vec<_>>(), stored(&world));
    assert_eq!(report.not_imported().count(), 10);
    assert!(!report.is_complete());

    let report = client.import_records(rows(60)).batched(10).send().await.expect("a report");
    assert!(report.is_complete());
    assert_eq!(stored(&world).len(), 60);
}

#[tokio::test]
async fn an_import_stops_when_nobody_can_tell_and_says_so() {
    for (fault, was_stored) in
        [("503-before", false), ("503-after", true), ("reset-after", true), ("truncated", true)]
    {
        let world = World::new();
        let client = world.client(redcap_client_tests::CLINIC);
        world.arm(&format!("{fault},skip=2,times=1,method=import_records"));
        let report = client.import_records(rows(60)).batched(10).send().await.expect("a report");
        let unknown: Vec<&str> = report.unknown().collect();
        assert_eq!(
            (report.imported().count(), unknown.len(), report.not_imported().count()),
            (20, 10, 30),
            "{fault}"
        );
        assert!(report.parts()[3..].iter().all(|part| matches!(part.outcome, ImportOutcome::NotTried)));
        let stored = stored(&world);
        assert!(report.imported().all(|name| stored.iter().any(|one| one == name)));
        assert!(unknown.iter().all(|name| stored.iter().any(|one| one == name) == was_stored), "{fault}");
        assert_eq!(
            stored.len(),
            if was_stored { 30 } else { 20 },
            "nothing was done twice or without being told"
        );
        let imports =
            world.requests().iter().filter(|one| one.method.as_deref() == Some("import_records")).count();
        assert_eq!(imports, 3, "{fault}");
    }
}

#[tokio::test]
async fn an_import_that_is_too_large_is_split() {
    let world = World::with(Options::default().most_bytes(1500));
    let client = world.client(redcap_client_tests::CLINIC);
    let report = client.import_records(rows(60)).batched(60).send().await.expect("a report");
    assert!(report.is_complete() && report.parts().len() > 2, "{report:?}");
    assert_eq!(stored(&world).len(), 60);
}
