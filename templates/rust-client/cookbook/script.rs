//! A script without async: how many rows of each form are complete. Needs the feature `blocking`.

use std::collections::BTreeMap;
use std::process::ExitCode;

use redcap::Error;
use redcap::blocking::Client;

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), Error> {
    let client = Client::from_env()?;
    let codebook = client.codebook()?;
    let mut complete: BTreeMap<&str, usize> = BTreeMap::new();
    for record in client.export_records().stream()? {
        let record = record?;
        for column in codebook.columns().filter(|column| column.field.is_none()) {
            let count = complete.entry(column.form).or_default();
            *count += usize::from(record.get(column.name) == Some("2"));
        }
    }
    for (form, count) in complete {
        println!("{form}: {count} complete");
    }
    Ok(())
}
