// Imports the rows of a CSV file, whose columns are fields: import_rows [FILE]

use std::process::ExitCode;

use redcap::{Client, Record};

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    match run().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

async fn run() -> Result<(), Box<dyn std::error::Error>> {
    let file = std::env::args().nth(1).unwrap_or_else(|| "rows.csv".to_owned());
    let client = Client::from_env()?;
    let rows = rows(&file)?;

    match client.import_records(rows).send().await {
        Ok(imported) => println!("{} records imported", imported.count),
        Err(error) => {
            // The error shows no values by itself. REDCap's own words have record, field, value and reason: they are for the
            // one who entered the data, not for a log.
            if let Some(message) = error.api_message() {
                eprintln!("{message}");
            }
            return Err(error.into());
        }
    }
    Ok(())
}

/// The rows of a CSV file, which may begin with a byte order mark as those of Excel do.
fn rows(path: &str) -> Result<Vec<Record>, Box<dyn std::error::Error>> {
    let text = std::fs::read_to_string(path)?;
    let mut table = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let names = table.headers()?.clone();
    table.records().map(|row| Ok(names.iter().zip(&row?).collect())).collect()
}
