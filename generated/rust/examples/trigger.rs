// Made by `cargo run generate` from templates/rust-client/cookbook/trigger.rs.
// Do not edit: change the source and run it again.

//! Receives a Data Entry Trigger as a CGI program: the web server hands over the body on standard input.
//!
//! Nothing proves that such a call comes from REDCap, so it is only a hint: the project is compared, and what was saved
//! is exported with a token of one's own.

use std::error::Error;
use std::io::{self, Read, Write};
use std::process::ExitCode;

use redcap::Client;
use redcap::trigger::DataEntryTrigger;

/// No call of REDCap is as long as this.
const LONGEST: u64 = 64 * 1024;

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
    let mut body = Vec::new();
    io::stdin().lock().take(LONGEST).read_to_end(&mut body)?;
    // REDCap waits for the answer and does not look at it.
    print!("Content-Type: text/plain\r\n\r\n");
    io::stdout().flush()?;

    let saved = DataEntryTrigger::parse(&body)?;
    let client = Client::from_env()?;
    let project = client.export_project_info().send().await?;
    if project.project_id.map(i64::unsigned_abs) != Some(saved.project_id) {
        return Err("the call is about another project".into());
    }
    let mut export =
        client.export_records().records([saved.record.as_str()]).forms([saved.instrument.as_str()]);
    if let Some(event) = &saved.redcap_event_name {
        export = export.events([event.as_str()]);
    }
    let rows = export.send().await?;
    // The log of the web server is no place for the name of the record.
    eprintln!("{} was saved, as {:?}: {} rows", saved.instrument, saved.status, rows.len());
    Ok(())
}
