//! Rows one after another, answers into files, and batches.

use std::path::PathBuf;
use std::time::Duration;

use redcap::runtime::{
    CallOptions, Client, Error, ErrorKind, Format, ImportOutcome, Record, Request, RetryPolicy, Rows,
};

use crate::common::{EXPORT, IMPORT, TOKEN, failure, request};
use crate::mock::{Mock, Reply};

fn csv(body: &str) -> Reply {
    Reply::new(200, "text/csv; charset=utf-8", body)
}

/// The first cells of the rows that come, and the error that ends them.
async fn drained(mut rows: Rows<Record>) -> (Vec<String>, Option<Error>) {
    let mut names = Vec::new();
    while let Some(row) = rows.next().await {
        match row {
            Ok(row) => names.push(row.get("record_id").expect("the column").to_owned()),
            Err(error) => {
                assert!(rows.next().await.is_none(), "nothing comes after an error");
                return (names, Some(error));
            }
        }
    }
    (names, None)
}

#[tokio::test]
async fn rows_come_from_csv_and_from_json() {
    let (_mock, csv) = request(csv("record_id,name\n1,Ann\n2,\"Lee, Bo\"\n"));
    let (names, error) = drained(csv.rows().await.expect("an export")).await;
    assert!(error.is_none());
    assert_eq!(names, ["1", "2"]);
    let (mock, mut json) = request(Reply::json("[{\"record_id\":\"1\"},{\"record_id\":\"2\"}]"));
    json.with(CallOptions::new().rows_as_json());
    let (names, error) = drained(json.rows().await.expect("an export")).await;
    assert!(error.is_none());
    assert_eq!(names, ["1", "2"]);
    assert!(mock.request().text().contains("format=json"));
}

#[tokio::test]
async fn what_breaks_off_is_no_success() {
    let csv_rows = "record_id,name\n1,Ann\n2,Bo\n";
    for (reply, kind) in [
        (csv(csv_rows).cut_off(100), ErrorKind::Incomplete),
        (csv("record_id,name\n1,Ann\n2,B"), ErrorKind::Incomplete),
        (csv(&format!("{csv_rows}<br />\n<b>Fatal error</b>")), ErrorKind::Incomplete),
        (csv(&format!("{csv_rows}{{\"error\":\"REDCap ran out of server memory.\"}}")), ErrorKind::Api),
        (csv("<html>login</html>"), ErrorKind::NotRedcap),
        (csv("ERROR: no"), ErrorKind::Api),
    ] {
        let (_mock, request) = request(reply.clone());
        let (_, error) = drained(request.rows().await.expect("the beginning")).await;
        assert_eq!(error.expect("an error").kind(), kind, "{reply:?}");
        let place = place("broken");
        let (_mock, request) = crate::common::request(reply);
        failure(request.save(Format::Csv, &place).await);
        assert!(!place.exists() && !place.with_extension("csv.part").exists());
    }
}

fn place(name: &str) -> PathBuf {
    std::env::temp_dir().join(format!("redcap-{}-{name}.csv", std::process::id()))
}

#[tokio::test]
async fn whole_answers_become_files() {
    let place = place("whole");
    std::fs::write(&place, "old").expect("a file");
    let body = "record_id,name\n1,Ann\n";
    let (_mock, request) = request(csv(body));
    assert_eq!(request.save(Format::Csv, &place).await.expect("a file"), body.len() as u64);
    assert_eq!(std::fs::read_to_string(&place).expect("the file"), body);
    std::fs::remove_file(&place).expect("the file");
    let odm = "<?xml version=\"1.0\"?><ODM></ODM>";
    let (_mock, request) = crate::common::request(Reply::new(200, "text/xml", odm));
    assert_eq!(request.save(Format::Odm, &place).await.expect("a file"), odm.len() as u64);
    std::fs::remove_file(&place).expect("the file");
}

#[tokio::test]
async fn progress_is_told() {
    let told = std::sync::Arc::new(std::sync::Mutex::new(Vec::new()));
    let (_mock, mut request) = request(csv("record_id\n1\n"));
    let teller = std::sync::Arc::clone(&told);
    request.with(CallOptions::new().progress(move |progress| {
        teller.lock().expect("no panic").push((progress.bytes, progress.total));
    }));
    drained(request.rows().await.expect("an export")).await;
    assert_eq!(told.lock().expect("no panic").last(), Some(&(12, Some(12))));
}

fn batched(replies: Vec<Reply>, method: &'static redcap::runtime::Method) -> (Mock, Request) {
    let mock = Mock::start(replies);
    let policy = RetryPolicy::attempts(3).waits(Duration::from_millis(1), Duration::from_millis(1));
    let client = Client::builder().retry(policy).build(&mock.url(), TOKEN).expect("a client");
    (mock, Request::new(&client, method))
}

/// The answer to the question for the names of records.
fn named(names: &[&str]) -> Reply {
    let rows: Vec<String> =
        names.iter().map(|name| format!(r#"{{"record_id":"{name}","id":"{name}"}}"#)).collect();
    Reply::json(&format!("[{}]", rows.join(",")))
}

#[tokio::test]
async fn batches_count_records_once_and_repeat_what_breaks_off() {
    let (mock, request) = batched(
        vec![
            Reply::json(r#"[{"original_field_name":"record_id","export_field_name":"record_id"}]"#),
            Reply::json(""),
            named(&["1", "1", "2", "3"]),
            csv("record_id,redcap_event_name\n1,a\n1,b\n").cut_off(30),
            csv("record_id,redcap_event_name\n1,a\n1,b\n2,a\n"),
            csv("record_id,redcap_event_name\n3,a\n"),
        ],
        &EXPORT,
    );
    let rows = request.batched_export(2).concurrency(1).stream().await.expect("the names");
    let (names, error) = drained(rows).await;
    assert!(error.is_none(), "{error:?}");
    assert_eq!(names, ["1", "1", "2", "3"]);
    let last = mock.requests().pop().expect("requests").form();
    assert!(last.contains(&("records[0]".to_owned(), "3".to_owned())));
}

#[tokio::test]
async fn a_record_that_is_left_out_is_an_error() {
    let (_mock, request) = batched(vec![named(&["1", "2"]), csv("id\n1\n"), named(&["2"])], &EXPORT);
    let batches = request.batched_export(5).record_id_field("id");
    let mut rows = batches.stream().await.expect("the names");
    let error = rows.next().await.expect("an end").expect_err("an error");
    assert_eq!(error.kind(), ErrorKind::Incomplete);
    assert!(error.to_string().contains("left out 1 of 2 records"), "{error}");
}

#[tokio::test]
async fn imports_report_what_became_of_each_record() {
    let refused = r#"{"error":"\"3\",\"age\",\"x\",\"This value is no number.\""}"#;
    let (mock, mut request) = batched(
        vec![
            Reply::json("{\"count\":2}"),
            Reply::new(400, "application/json", refused),
            Reply::json("{\"count\":0}"),
            Reply::new(504, "text/html", ""),
        ],
        &IMPORT,
    );
    let names = ["1", "2", "1", "3", "4", "5", "6"];
    request.set_rows("data", names.map(|name| Record::from([("id", name), ("age", "x")])));
    let report = request.batched_import(2).record_id_field("id").send().await.expect("a report");
    assert_eq!(mock.requests().len(), 3, "records 1 and 2, 3 and 4, 5 and 6");
    assert_eq!(report.imported().collect::<Vec<_>>(), ["1", "2", "5", "6"]);
    assert_eq!(report.not_imported().collect::<Vec<_>>(), ["3", "4"]);
    assert_eq!(report.parts()[0].rows, 3);
    assert_eq!(report.warnings().count(), 1, "the server took nothing of the last part");
    assert!(!report.is_complete());
    let ImportOutcome::Refused(error) = &report.parts()[1].outcome else { panic!("{report:?}") };
    assert_eq!(error.refused_cells()[0].field, "age");
}

#[tokio::test]
async fn imports_stop_where_nobody_can_tell_and_split_what_is_too_large() {
    let (mock, mut request) = batched(
        vec![
            Reply::new(413, "text/html", "<html>too large</html>"),
            Reply::json("{\"count\":1}"),
            Reply::new(504, "text/html", ""),
        ],
        &IMPORT,
    );
    request.set_rows("data", ["1", "2", "3"].map(|name| Record::from([("id", name)])));
    let report = request.batched_import(2).record_id_field("id").send().await.expect("a report");
    assert_eq!(mock.requests().len(), 3);
    assert_eq!(report.imported().collect::<Vec<_>>(), ["1"]);
    assert_eq!(report.unknown().collect::<Vec<_>>(), ["2"]);
    assert_eq!(report.not_imported().collect::<Vec<_>>(), ["3"]);
    assert!(matches!(report.parts()[2].outcome, ImportOutcome::NotTried));
}

#[tokio::test]
async fn an_import_that_crashed_may_have_been_stored() {
    let memory = r#"<b>Fatal error</b>{"error":"REDCap ran out of server memory."}"#;
    for reply in [Reply::json(memory), Reply::new(500, "text/plain", "Internal error")] {
        let (mock, mut request) = batched(vec![reply, Reply::json("{\"count\":1}")], &IMPORT);
        request.set_rows("data", ["1", "2"].map(|name| Record::from([("id", name)])));
        let report = request.batched_import(2).record_id_field("id").send().await.expect("a report");
        assert_eq!(mock.requests().len(), 1, "nothing is sent twice");
        assert_eq!(report.unknown().collect::<Vec<_>>(), ["1", "2"]);
    }
}

#[tokio::test]
async fn batches_know_deleted_records_from_unknown_names() {
    // All records of a call are gone, and the server does not list them any more.
    let (_mock, request) =
        batched(vec![named(&["1", "2"]), csv("id\n1\n"), csv("\n"), named(&["1"])], &EXPORT);
    let batches = request.batched_export(1).concurrency(1).record_id_field("id");
    assert_eq!(batches.stream().await.expect("the names").all().await.expect("record 1").len(), 1);
    // The server lists a name that it does not find: it is hashed or damaged.
    let replies = vec![named(&["1", "M\u{fffd}ller"]), csv("id\n1\n"), named(&["1", "M\u{fffd}ller"])];
    let (_mock, request) = batched(replies, &EXPORT);
    let batches = request.batched_export(2).record_id_field("id").stream().await.expect("the names");
    assert_eq!(failure(batches.all().await).kind(), ErrorKind::Incomplete);
}

#[tokio::test]
async fn a_wrong_record_id_field_is_no_empty_export() {
    let (_mock, request) = batched(vec![Reply::json(r#"[{"age":"3"}]"#)], &EXPORT);
    let error = failure(request.batched_export(2).record_id_field("id").stream().await);
    assert_eq!(error.kind(), ErrorKind::Decode);
}

#[tokio::test]
async fn batches_can_have_labels_as_headers() {
    let rows = csv("\"Study ID\",Age\n1,30\n2,40\n");
    let (_mock, mut request) = batched(vec![named(&["1", "2"]), rows], &EXPORT);
    request.set("rawOrLabelHeaders", "label");
    let rows = request.batched_export(2).record_id_field("id").stream().await.expect("the names");
    assert_eq!(rows.all().await.expect("both records").len(), 2);
}

#[tokio::test]
async fn dropped_batches_end_their_calls() {
    let replies = vec![named(&["1", "2"]), Reply::silence(), Reply::silence(), Reply::json("[]")];
    let mock = Mock::start(replies);
    let client = Client::builder().concurrency(2).build(&mock.url(), TOKEN).expect("a client");
    let batches = Request::new(&client, &EXPORT).batched_export(1).record_id_field("id");
    let rows = batches.stream().await.expect("the names");
    while mock.requests().len() < 3 {
        tokio::task::yield_now().await;
    }
    drop(rows);
    let next = Request::new(&client, &EXPORT).records();
    let next = tokio::time::timeout(Duration::from_secs(9), next).await.expect("a turn that is free again");
    assert!(next.expect("an answer").is_empty());
}

#[tokio::test]
async fn documents_are_whole_rows() {
    for (body, kind) in [
        ("record_id,name\n1,Ann\n2,B", ErrorKind::Incomplete),
        ("record_id,name\n1,Ann\n2\n", ErrorKind::Incomplete),
        ("record_id,name\n1,Ann\n<br />\n<b>Fatal error</b>\n", ErrorKind::Incomplete),
        ("record_id\n1\n<br />\n<b>Fatal error</b>: Out of memory\n", ErrorKind::Incomplete),
        ("record_id\n1\nERROR: Out of memory\n", ErrorKind::Api),
    ] {
        let (_mock, request) = request(csv(body));
        assert_eq!(failure(request.document(Format::Csv).await).kind(), kind, "{body}");
    }
    for body in ["", "\n", "record_id;name\n1;\"Lee\nBo\"\n"] {
        let (_mock, mut request) = request(csv(body));
        request.set("csvDelimiter", ";");
        assert_eq!(request.document(Format::Csv).await.expect("a document").bytes(), body.as_bytes());
    }
}

#[tokio::test]
async fn xml_does_not_end_with_any_empty_element() {
    let place = place("xml");
    let long = format!("<ODM><Data>{}", "<Item Value=\"1\"/>".repeat(20_000));
    for (body, whole) in [("<ODM/>", true), ("<ODM><Item/>", false), (&long, false)] {
        let (_mock, request) = request(Reply::new(200, "text/xml", body));
        assert_eq!(request.document(Format::Odm).await.is_ok(), whole);
        let (_mock, request) = crate::common::request(Reply::new(200, "text/xml", body));
        assert_eq!(request.save(Format::Odm, &place).await.is_ok(), whole);
    }
    std::fs::remove_file(&place).expect("the whole document");
}

#[tokio::test]
async fn json_with_a_complaint_inside_is_not_saved() {
    let body = "[{\"record_id\":\"1\",<br />\n<b>Warning</b>: out of memory<br />\"name\":\"Ann\"}]";
    let place = place("json");
    let (_mock, request) = request(Reply::json(body));
    assert_eq!(failure(request.save(Format::Json, &place).await).kind(), ErrorKind::Decode);
    assert!(!place.exists());
}
