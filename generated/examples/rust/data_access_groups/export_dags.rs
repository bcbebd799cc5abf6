// Export DAGs: Exports the Data Access Groups of the project with their unique names.
// Rights needed: API Export, Data Access Groups. In REDCap since 10.8.0 or earlier.

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

    let answer = client.export_dags().send().await?;

    // All Data Access Groups of the project.
    println!("{}", serde_json::to_string_pretty(&answer)?);
    Ok(())
}
