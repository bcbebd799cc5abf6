//! Records, reports and the log.

use std::collections::BTreeSet;

use redcap::Record;
use redcap::logging::LogType;
use redcap::records::OverwriteBehavior;
use redcap::runtime::{Format, Rows};
use redcap::values::{CsvDelimiter, RawOrLabel};
use redcap_client_tests::{CLINIC, TRIAL, World, call};

/// A row of the classic project in a type of the user's own.
#[derive(Debug, serde::Deserialize)]
struct Named {
    record_id: String,
    #[serde(default)]
    heart_rate: Option<u32>,
}

pub async fn calls() -> BTreeSet<String> {
    let world = World::new();
    exports(&world).await;
    imports(&world).await;
    changes(&world).await;
    randomization(&world).await;
    reports(&world).await;
    log(&world).await;
    world.calls()
}

async fn exports(world: &World) {
    let client = world.client(CLINIC);
    let rows =
        call!(world, send: client.export_records().records(["1", "10"]).fields(["record_id", "last_name"]));
    let expected = [("1", "Sample"), ("10", "Nobody")]
        .map(|(id, name)| Record::from([("record_id", id), ("last_name", name)]));
    assert_eq!(rows, expected);
    let labels = client.export_records().raw_or_label(RawOrLabel::Label).filter_logic("[sex] = '2'");
    let chen = call!(world, send: labels);
    assert_eq!((chen.len(), chen[0].get("sex")), (1, Some("Other")));
    let rows = call!(world, send_eav: client.export_records().records(["2"]).fields(["sex"]));
    assert_eq!((rows[0].record.as_str(), rows[0].field_name.as_str(), &*rows[0].value), ("2", "sex", "1"));
    let csv = client.export_records().records(["4"]).fields(["record_id", "postcode"]);
    let csv = call!(world, csv: csv.csv_delimiter(CsvDelimiter::Semicolon));
    assert_eq!(csv.text(), "record_id;postcode\n4;94103\n");
    assert!(call!(world, xml: client.export_records()).text().contains("<![CDATA[Björn]]>"));
    assert!(call!(world, odm: client.export_records()).text().contains("<ClinicalData"));
    assert_eq!(
        call!(world, raw: client.export_records()).header("content-type"),
        Some("application/json; charset=utf-8")
    );

    let named: Vec<Named> = call!(world, send_as: client.export_records().records(["4", "5"]));
    assert_eq!((named[1].record_id.as_str(), named[1].heart_rate), ("5", Some(88)));
    let rows: Rows<Named> = call!(world, stream_as: client.export_records());
    assert_eq!(rows.all().await.expect("all rows").len(), 6);
    let rows = call!(world, stream: client.export_records());
    let rows = rows.all().await.expect("all rows");
    assert_eq!(rows, call!(world, send: client.export_records()));
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("records.csv");
    let length = call!(world, to_file(Format::Csv, &path): client.export_records());
    let csv = call!(world, csv: client.export_records());
    assert_eq!(
        (std::fs::read(&path).expect("the file"), length),
        (csv.bytes().to_vec(), csv.bytes().len() as u64)
    );

    let trial = world.client(TRIAL);
    let diary = trial.export_records().records(["1"]).forms(["diary"]).events(["week_1_arm_1"]);
    let rows = call!(world, send: diary.fields(["record_id"]));
    let last = rows.last().expect("a row");
    assert_eq!(last.get("redcap_repeat_instance"), Some("2"));
    assert_eq!(last.get("diary_meds___b"), Some("1"));
}

async fn imports(world: &World) {
    let client = world.client(CLINIC);
    let row = |id: &str, name: &str| [Record::from([("record_id", id), ("first_name", name)])];
    assert_eq!(call!(world, send: client.import_records(row("20", "Uma"))).count, 1);
    let ids = call!(world, send_ids: client.import_records(row("021", "Vic")));
    assert_eq!(ids.iter().map(|id| id.as_str()).collect::<Vec<_>>(), ["021"], "zeros in front count");
    let auto = call!(world, send_auto_ids: client.import_records(row("x", "Wim")).force_auto_number(true));
    assert_eq!(auto, ["22,x"]);
    call!(world, send_nothing: client.import_records(row("20", "Uta")));
    let later = call!(world, send_background_process: client.import_records(row("20", "Ute")));
    assert!(later.success);
    let blank = client.import_records(row("20", "")).overwrite_behavior(OverwriteBehavior::Overwrite);
    assert_eq!(call!(world, raw: blank).status(), 200);
    let stored = call!(world, send: client.export_records().records(["20"]));
    assert_eq!(stored[0].get("first_name"), Some(""));
}

async fn changes(world: &World) {
    let client = world.client(CLINIC);
    assert_eq!(call!(world, send: client.generate_next_record_name()).as_str(), "23");
    assert_eq!(&*call!(world, raw: client.generate_next_record_name()).text(), "23");
    call!(world, send: client.rename_record("20", "30"));
    assert_eq!(&*call!(world, raw: client.rename_record("30", "31")).text(), "1");
    assert_eq!(call!(world, send: client.delete_records(["31", "021"])), 2);
    assert_eq!(&*call!(world, raw: client.delete_records(["22"])).text(), "1");
    assert_eq!(call!(world, send: client.export_records()).len(), 6);
}

async fn randomization(world: &World) {
    let client = world.client(TRIAL);
    let id = {
        let slot = world.sandbox.server().store.project(2).expect("the trial");
        i64::try_from(slot.snapshot().project.randomizations[0].id).expect("a small number")
    };
    let row = |id: &str| {
        Record::from([("record_id", id), ("redcap_event_name", "enrollment_arm_1"), ("severity", "1")])
    };
    assert_eq!(call!(world, send: client.import_records([row("7"), row("8")])).count, 2);
    let result = call!(world, send: client.randomize_record("3", id).return_alt(true));
    assert_eq!((result.randomization_id, result.record.as_str(), &*result.target_field), (id, "3", "P"));
    let csv = call!(world, csv: client.randomize_record("7", id));
    assert_eq!(csv.text(), format!("randomization_id,record,target_field\n{id},7,A\n"));
    assert!(call!(world, xml: client.randomize_record("8", id)).text().contains("P"));
    let again = world.client(TRIAL).randomize_record("8", id).raw().await.expect("an answer");
    assert_eq!(again.status(), 400);
    assert_eq!(call!(world, raw: client.randomize_record("8", id)).status(), 400);
}

async fn reports(world: &World) {
    let client = world.client(CLINIC);
    let id = {
        let slot = world.sandbox.server().store.project(1).expect("the clinic");
        i64::try_from(slot.snapshot().project.reports[0].id).expect("a small number")
    };
    let rows = call!(world, send: client.export_reports(id));
    let found: Vec<_> = rows.iter().map(|row| row.get("record_id").expect("the ID")).collect();
    assert_eq!(found, ["1", "4"], "those who snore, by age");
    assert!(
        call!(world, csv: client.export_reports(id)).text().starts_with("record_id,age,sex,symptoms___1")
    );
    assert!(call!(world, xml: client.export_reports(id)).text().contains("<records>"));
    assert!(call!(world, odm: client.export_reports(id)).text().contains("<ODM"));
    assert_eq!(call!(world, raw: client.export_reports(id)).status(), 200);
    streamed_reports(world, id).await;
}

async fn streamed_reports(world: &World, id: i64) {
    let client = world.client(CLINIC);
    let expected = call!(world, send: client.export_reports(id));
    let rows = call!(world, stream: client.export_reports(id));
    assert_eq!(rows.all().await.expect("all rows"), expected);
    let rows: Rows<Named> = call!(world, stream_as: client.export_reports(id));
    assert_eq!(rows.all().await.expect("all rows")[0].record_id, "1");
    let named: Vec<Named> = call!(world, send_as: client.export_reports(id));
    assert_eq!(named.len(), expected.len());
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("report.json");
    call!(world, to_file(Format::Json, &path): client.export_reports(id));
    assert!(std::fs::read_to_string(path).expect("the file").starts_with('['));
}

async fn log(world: &World) {
    let client = world.client(CLINIC);
    let entries = call!(world, send: client.export_logging().logtype(LogType::RecordDelete));
    assert_eq!(entries.len(), 3);
    assert!(entries[0].action.contains("Delete"), "{}", entries[0].action);
    assert_eq!(entries[0].username.as_str(), "sandbox_owner");
    assert!(call!(world, csv: client.export_logging()).text().starts_with("timestamp,username,action,"));
    assert!(call!(world, xml: client.export_logging()).text().contains("<timestamp>"));
    assert_eq!(call!(world, raw: client.export_logging()).status(), 200);
}
