// Export Events: Exports the events of a longitudinal project with their unique names.
// Rights needed: API Export. In REDCap since 4.7.0 or earlier.

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

    // arms: Only the events of these arm numbers.
    let answer = client.export_events().arms([1]).send().await?;

    // The events, of all arms or of the arms asked for.
    println!("{}", serde_json::to_string_pretty(&answer)?);
    Ok(())
}
