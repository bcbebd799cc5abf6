// Export Instruments (Data Entry Forms): Exports the unique names and the labels of all
// instruments.
// Rights needed: API Export. In REDCap since 5.8.2 or earlier.

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

    let answer = client.export_instruments().send().await?;

    // All instruments, in the order of the project.
    println!("{}", serde_json::to_string_pretty(&answer)?);
    Ok(())
}
