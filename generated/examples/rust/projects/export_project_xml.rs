// Export Entire Project as REDCap XML File (containing metadata and data): Exports the structure of
// the project, with or without its data, as one ODM document.
// Rights needed: API Export, Data Export Rights. In REDCap since 6.12.0.

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

    // returnMetadataOnly: Leave the data out.
    let answer = client.export_project_xml().return_metadata_only(true).send().await?;

    // The project as an ODM document.
    println!("{}", answer.text());
    Ok(())
}
