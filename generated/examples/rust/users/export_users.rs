// Export Users: Exports the users of a project with all their rights.
// Rights needed: API Export, User Rights. In REDCap since 4.7.0 or earlier.

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

    let answer = client.export_users().send().await?;

    // The users of the project, each with the rights that apply.
    println!("{}", serde_json::to_string_pretty(&answer)?);
    Ok(())
}
