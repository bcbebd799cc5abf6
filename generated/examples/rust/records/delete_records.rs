// Delete Records: Deletes whole records, or only one arm, event, instrument or instance of them.
// Rights needed: Delete Records. In REDCap since 7.0.0 or earlier.
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

    // records: Names of the records.
    let answer = client.delete_records(["3", "4"]).send().await?;

    // Number of records deleted, or of records of which a part was deleted.
    println!("{answer}");
    Ok(())
}
