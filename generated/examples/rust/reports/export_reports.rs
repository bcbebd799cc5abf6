// Export Reports: Exports the data of a saved report.
// Rights needed: API Export, Data Export Rights. In REDCap since 6.0.0.

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

    // report_id: Number of the report, as the list of reports shows it.
    let answer = client.export_reports(2021).send().await?;

    // The rows of the report, with its fields as columns.
    println!("{}", serde_json::to_string_pretty(&answer)?);
    Ok(())
}
