// Rename Record: Gives a record a new name in all arms or in one arm.
// Rights needed: Rename Records. In REDCap since 11.3.3.
// Careful: what this deletes or replaces cannot be brought back.

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

async fn run() -> Result<(), Box<dyn std::error::Error>> {
    // REDCAP_API_URL and REDCAP_API_TOKEN, which never stands in a program. The client checks certificates,
    // sends the token nowhere else, and gives up after five minutes without a sign of the server.
    let client = Client::from_env()?;

    // record: Current name of the record.
    // new_record_name: New name of the record.
    client.rename_record("4", "104").send().await?;

    // The record was renamed.
    println!("Done: REDCap answered 1.");
    Ok(())
}
