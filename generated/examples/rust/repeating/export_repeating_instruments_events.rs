// Export Repeating Instruments and Events: Lists which instruments and events of the project
// repeat.
// Rights needed: API Export. In REDCap since 8.2.0.

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

    let answer = client.export_repeating_instruments_events().send().await?;

    // The repeating instruments and events.
    println!("{}", serde_json::to_string_pretty(&answer)?);
    Ok(())
}
