//! The worked workflows with their default arguments: a table is saved, rows are imported, a file goes up and down.
//!
//! They run in a folder where their files are found: beside them, and below `workflow/` as in the folder of the language.

use std::fs;
use std::path::Path;

use serde_json::Value;

use super::failures::{WRONG, count, failed, message, told};
use super::{Verdict, verdict};
use crate::generated::GENERATED;
use crate::process::Done;
use crate::shown;
use crate::vector::Vector;
use crate::workshop::Workshop;
use crate::world::{OWNER, World, fresh_answer};

type Run = fn(&Workshop, &str) -> Verdict;

/// All of them, with their names.
pub const ALL: [(&str, Run); 6] = [
    ("export_table", export_table),
    ("import_rows", import_rows),
    ("import_rows_refused", import_rows_refused),
    ("files", files),
    ("files_named_by_a_stranger", files_named_by_a_stranger),
    ("wrong_token", wrong_token),
];

/// Two records, three rows, and a text that a careless reader or writer of CSV would break.
const ROWS: &str = "record_id,redcap_event_name,contact_name,score\n\
    1,enrollment_arm_1,\"Zoë \"\"Z\"\", of 'Çelik' & <Sons>\",\n\
    1,week_4_arm_1,,35\n\
    2,enrollment_arm_1,007,\n";

/// Not a number, where one is wanted.
const REFUSED_ROWS: &str = "record_id,redcap_event_name,score\n1,week_4_arm_1,35\n2,week_1_arm_1,many\n";

/// No text in any encoding.
const SCAN: &[u8] = b"%\x00\xFF\xFE\r\n\n\x80 scan \x1A\r";

fn start(
    shop: &Workshop,
    world: &World,
    workflow: &str,
    token: &str,
    folder: &Path,
    rows: &str,
) -> Result<Done, String> {
    let source = format!("workflow/{}", shop.language.file_name(workflow));
    if shop.text(&source).is_none() {
        return Err(format!("{source}: the file is missing"));
    }
    shop.ready()?;
    shop.build(&source)?;
    fs::create_dir_all(folder.join("workflow")).expect("a folder");
    for place in ["", "workflow/"] {
        fs::write(folder.join(format!("{place}rows.csv")), rows).expect("a file");
        fs::write(folder.join(format!("{place}scan.txt")), SCAN).expect("a file");
    }
    let url = world.url();
    Ok(shop.run(&source, folder, &[("REDCAP_API_URL", &url), ("REDCAP_API_TOKEN", token)]))
}

/// What every success has in common.
fn succeeded(done: &Done, world: &World, requests: usize) -> Vec<String> {
    let mut wrong = Vec::new();
    if !done.is_success() {
        wrong.push("exit status: expected 0".to_owned());
    }
    if done.said().contains(OWNER) {
        wrong.push("the token was printed".to_owned());
    }
    if done.stdout.trim().is_empty() {
        wrong.push("standard output: expected a word, found nothing".to_owned());
    }
    wrong.extend(count(world, requests));
    wrong
}

/// A call of the owner.
fn call(fields: &[(&str, &str)]) -> Vector {
    Vector {
        token: OWNER.to_owned(),
        token_field: GENERATED.view.model.api.token_field.clone(),
        fields: fields.iter().map(|&(name, value)| (name.to_owned(), value.to_owned())).collect(),
        file: None,
    }
}

/// All records, as JSON.
fn records(world: &World) -> Value {
    let answer = world.ask(&call(&[("content", "record"), ("format", "json"), ("type", "flat")]));
    serde_json::from_slice(&answer.bytes).expect("JSON")
}

fn export_table(shop: &Workshop, trial: &str) -> Verdict {
    let world = World::new();
    let folder = shop.scratch(trial);
    let done = start(shop, &world, "export_table", OWNER, &folder, ROWS)?;
    let mut wrong = succeeded(&done, &world, 1);
    let all = fresh_answer(&call(&[
        ("content", "record"),
        ("format", "csv"),
        ("type", "flat"),
        ("rawOrLabel", "raw"),
    ]));
    match fs::read(folder.join("records.csv")) {
        Ok(bytes) => wrong.extend(compare_tables(&table(&all.bytes), &table(&bytes))),
        Err(error) => wrong.push(format!("records.csv: {error}")),
    }
    told(wrong, &done, OWNER)
}

/// The lines of a table in CSV, its header first.
fn table(bytes: &[u8]) -> Result<Vec<Vec<String>>, String> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(bytes);
    let lines = reader.records().map(|line| line.map(|line| line.iter().map(str::to_owned).collect()));
    lines.collect::<Result<_, _>>().map_err(|error| error.to_string())
}

type Table = Result<Vec<Vec<String>>, String>;

fn compare_tables(expected: &Table, found: &Table) -> Vec<String> {
    let (expected, found) = match (expected, found) {
        (Ok(expected), Ok(found)) => (expected, found),
        (Err(error), _) | (_, Err(error)) => return vec![format!("records.csv: no table: {error}")],
    };
    let mut wrong = Vec::new();
    if expected.len() != found.len() {
        wrong.push(format!("records.csv: expected {} lines, found {}", expected.len(), found.len()));
    }
    let lines = expected.iter().zip(found).enumerate().filter(|(_, (expected, found))| expected != found);
    wrong.extend(lines.map(|(number, (expected, found))| {
        format!("records.csv, line {}: expected {expected:?}\n         found {found:?}", number + 1)
    }));
    wrong
}

fn import_rows(shop: &Workshop, trial: &str) -> Verdict {
    let world = World::new();
    let before = records(&world);
    let done = start(shop, &world, "import_rows", OWNER, &shop.scratch(trial), ROWS)?;
    let mut wrong = succeeded(&done, &world, 1);
    if !done.stdout.contains('2') {
        wrong.push("standard output: expected the number of records, 2".to_owned());
    }
    let expected = imported(before, &table(ROWS.as_bytes()).expect("a table"));
    let found = records(&world);
    for (expected, found) in
        expected.as_array().into_iter().flatten().zip(found.as_array().into_iter().flatten())
    {
        // A calculation follows the score.
        let pairs = expected.as_object().into_iter().flatten().filter(|(name, _)| *name != "change");
        let wrong_pairs = pairs.filter(|(name, value)| found[name.as_str()] != **value);
        wrong.extend(wrong_pairs.map(|(name, value)| {
            format!(
                "record {}: expected {name} = {value}, found {}",
                found["record_id"],
                found[name.as_str()]
            )
        }));
    }
    told(wrong, &done, OWNER)
}

/// The records with the filled cells of a table in their place.
fn imported(mut records: Value, table: &[Vec<String>]) -> Value {
    let (header, rows) = table.split_first().expect("a header");
    for row in rows {
        let places = records.as_array_mut().into_iter().flatten();
        let same = |one: &&mut Value| {
            one["record_id"] == row[0].as_str()
                && one["redcap_event_name"] == row[1].as_str()
                && one["redcap_repeat_instance"] == ""
        };
        let place = places.into_iter().find(same).expect("the demo project has the row");
        for (name, value) in header.iter().zip(row).filter(|(_, value)| !value.is_empty()) {
            place[name.as_str()] = Value::from(value.as_str());
        }
    }
    records
}

fn import_rows_refused(shop: &Workshop, trial: &str) -> Verdict {
    let world = World::new();
    let before = records(&world);
    let done = start(shop, &world, "import_rows", OWNER, &shop.scratch(trial), REFUSED_ROWS)?;
    let mut wrong = failed(&done, OWNER);
    wrong.extend(count(&world, 1));
    wrong.extend(lacks_message(&world, &done));
    if records(&world) != before {
        wrong.push("the project: expected no change".to_owned());
    }
    told(wrong, &done, OWNER)
}

/// What of the message of the first answer was not shown.
fn lacks_message(world: &World, done: &Done) -> Vec<String> {
    let requests = world.requests();
    let Some(answer) = requests.first().and_then(|request| request.answer.as_ref()) else {
        return Vec::new();
    };
    let message = message(&String::from_utf8_lossy(&answer.bytes));
    let missing = shown::missing(&[message], &done.stderr);
    missing.into_iter().map(|text| format!("standard error output: REDCap's message {text}")).collect()
}

fn files(shop: &Workshop, trial: &str) -> Verdict {
    up_and_down(shop, trial, &World::new(), "scan.txt")
}

/// A name of a file may come from anybody, and must not lead out of the folder.
fn files_named_by_a_stranger(shop: &Workshop, trial: &str) -> Verdict {
    let world = World::new();
    world.name_files("../../stranger.txt");
    up_and_down(shop, trial, &world, "stranger.txt")
}

fn up_and_down(shop: &Workshop, trial: &str, world: &World, name: &str) -> Verdict {
    let folder = shop.scratch(trial);
    let done = start(shop, world, "files", OWNER, &folder, ROWS)?;
    let mut wrong = succeeded(&done, world, 2);
    let journal = world.sandbox.server().journal.requests();
    let methods: Vec<&str> = journal.iter().filter_map(|request| request.method.as_deref()).collect();
    if methods != ["import_file", "export_file"] {
        wrong.push(format!("methods: expected import_file, then export_file, found {methods:?}"));
    }
    match fs::read(folder.join("downloads").join(name)) {
        Ok(bytes) if bytes == SCAN => {}
        Ok(bytes) => wrong.push(format!("downloads/{name}: expected {SCAN:?}\n         found {bytes:?}")),
        Err(error) => wrong.push(format!("downloads/{name}: {error}")),
    }
    wrong.extend(
        shown::missing(&[name.to_owned()], &done.stdout).into_iter().map(|text| format!("name {text}")),
    );
    told(wrong, &done, OWNER)
}

fn wrong_token(shop: &Workshop, trial: &str) -> Verdict {
    let mut wrong = Vec::new();
    for workflow in ["export_table", "import_rows", "files"] {
        let world = World::new();
        let folder = shop.scratch(&format!("{trial}::{workflow}"));
        let done = start(shop, &world, workflow, WRONG, &folder, ROWS)?;
        let mut found = failed(&done, WRONG);
        found.extend(count(&world, 1));
        found.extend(lacks_message(&world, &done));
        if folder.join("records.csv").exists() || folder.join("downloads/scan.txt").exists() {
            found.push("files: expected none".to_owned());
        }
        wrong.extend(told(found, &done, WRONG).err().map(|found| format!("{workflow}:\n{found}")));
    }
    verdict(wrong)
}
