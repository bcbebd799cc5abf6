//! `survey_links INSTRUMENT [EVENT]` prints the personal survey link of each record, for a mail merge.
//!
//! Who has such a link can answer in the name of the participant.

use std::collections::BTreeSet;
use std::error::Error;
use std::process::ExitCode;

use redcap::Client;

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

async fn run() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let instrument = arguments.next().ok_or("usage: survey_links INSTRUMENT [EVENT]")?;
    let event = arguments.next();
    let client = Client::from_env()?;

    // The record ID field is the first one.
    let names = client.export_field_names().send().await?;
    let id = &names.first().ok_or("the project has no fields")?.original_field_name;
    let mut export = client.export_records().fields([id]);
    if let Some(event) = &event {
        export = export.events([event.as_str()]);
    }
    let rows = export.send().await?;
    let records: BTreeSet<&str> = rows.iter().filter_map(|row| row.get(id.as_str())).collect();

    for record in records {
        let mut link = client.export_survey_link(record, instrument.as_str());
        if let Some(event) = &event {
            link = link.event(event.as_str());
        }
        println!("{record},{}", link.send().await?);
    }
    Ok(())
}
