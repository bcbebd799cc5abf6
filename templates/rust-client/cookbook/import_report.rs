//! `import_report FILE` imports the rows of a CSV file, 100 records at a time, and reports what became of them.

use std::error::Error;
use std::process::ExitCode;

use redcap::runtime::{Framer, ImportOutcome};
use redcap::{Client, Record};

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    match run().await {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

async fn run() -> Result<bool, Box<dyn Error>> {
    let file = std::env::args().nth(1).ok_or("usage: import_report FILE")?;
    let rows = rows(&file)?;
    let client = Client::from_env()?;
    let report = client.import_records(rows).batched(100).send().await?;
    for part in report.parts() {
        match &part.outcome {
            ImportOutcome::Imported { count } => println!("{count} records imported"),
            ImportOutcome::Refused(error) => {
                println!("{} records refused: {error}", part.records.len());
                // For the one who entered the data: this names records and values.
                for cell in error.refused_cells() {
                    println!("  {} {} {:?}: {}", cell.record, cell.field, cell.value, cell.message);
                }
            }
            ImportOutcome::Unknown(error) => {
                println!("{} records that may be stored or not: {error}", part.records.len());
            }
            other => println!("{} records not sent: {other:?}", part.records.len()),
        }
    }
    if report.warnings().next().is_some() {
        println!("the server took fewer records than were sent");
    }
    Ok(report.is_complete())
}

/// The rows of a CSV file, which may have a byte order mark.
fn rows(path: &str) -> Result<Vec<Record>, Box<dyn Error>> {
    let mut framer = Framer::csv("")?;
    framer.push(&std::fs::read(path)?)?;
    let mut rows = Vec::new();
    while let Some(batch) = framer.next_batch() {
        rows.extend(batch.records()?.rows);
    }
    for batch in framer.finish()? {
        rows.extend(batch.records()?.rows);
    }
    Ok(rows)
}
