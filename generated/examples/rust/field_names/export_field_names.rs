// Export List of Export Field Names (i.e. variables used during exports and imports): Exports the
// column names that record exports and imports use for each field.
// Rights needed: API Export. In REDCap since 6.4.0.

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

    // field: Only the columns of this one field.
    let answer = client.export_field_names().field("diary_meds").send().await?;

    // One item for each export column, of all fields or of the field asked for.
    println!("{}", serde_json::to_string_pretty(&answer)?);
    Ok(())
}
