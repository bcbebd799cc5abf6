// Randomize Record: Randomizes a record and returns the group that it was allocated to.
// Rights needed: Randomize. In REDCap since 14.7.0.

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

    // record: Name of the record.
    // randomization_id: Number of the randomization, as the Randomization page of the project and
    // the API Playground show it.
    let answer = client.randomize_record("3", 2020).send().await?;

    // The allocation.
    println!("{}", serde_json::to_string_pretty(&answer)?);
    Ok(())
}
