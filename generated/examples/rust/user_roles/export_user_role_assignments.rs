// Export User-Role Assignments: Exports which user is assigned to which role.
// Rights needed: API Export, User Rights. In REDCap since 11.3.0.

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

    let answer = client.export_user_role_assignments().send().await?;

    // One item per user of the project.
    println!("{}", serde_json::to_string_pretty(&answer)?);
    Ok(())
}
