// Made by `cargo run generate` from templates/rust-client/cookbook/several_projects.rs.
// Do not edit: change the source and run it again.

//! Counts the records of several projects at once, whose tokens are in `REDCAP_API_TOKENS` with blanks between them.
//!
//! A project that fails does not keep the others from being counted.

use std::collections::HashSet;
use std::error::Error;
use std::process::ExitCode;

use redcap::Client;

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
    let url = std::env::var("REDCAP_API_URL").map_err(|_| "REDCAP_API_URL is not set")?;
    let tokens = std::env::var("REDCAP_API_TOKENS").map_err(|_| "REDCAP_API_TOKENS is not set")?;
    // Each client has limits of its own, so each gets one call at a time.
    let builder = Client::builder().concurrency(1);
    let mut counts = Vec::new();
    for token in tokens.split_whitespace() {
        let client = builder.clone().build(&url, token)?;
        counts.push(tokio::spawn(async move { count(&client).await }));
    }
    let mut complete = true;
    for (place, count) in counts.into_iter().enumerate() {
        match count.await? {
            Ok((title, records)) => println!("{title}: {records} records"),
            Err(error) => {
                eprintln!("project {}: {error}", place + 1);
                complete = false;
            }
        }
    }
    Ok(complete)
}

async fn count(client: &Client) -> Result<(String, usize), redcap::Error> {
    let title = client.export_project_info().send().await?.project_title.unwrap_or_default();
    let names = client.export_field_names().send().await?;
    let Some(id) = names.first().map(|name| &name.original_field_name) else { return Ok((title, 0)) };
    let mut records = HashSet::new();
    let mut rows = client.export_records().fields([id]).stream().await?;
    while let Some(row) = rows.next().await.transpose()? {
        records.extend(row.get(id.as_str()).map(str::to_owned));
    }
    Ok((title, records.len()))
}
