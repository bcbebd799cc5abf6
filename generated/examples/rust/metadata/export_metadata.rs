// Export Metadata (Data Dictionary): Exports the data dictionary, one item for each field of the
// project.
// Rights needed: API Export. In REDCap since 4.0.0 or earlier.

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

    // fields: Only these fields.
    let answer = client.export_metadata().fields(["severity", "score"]).send().await?;

    // The fields in the order of the dictionary.
    println!("{}", serde_json::to_string_pretty(&answer)?);
    Ok(())
}
