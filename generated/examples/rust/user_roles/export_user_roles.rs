// Export User Roles: Exports the user roles of a project with the rights each one gives.
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

    let answer = client.export_user_roles().send().await?;

    // The roles of the project.
    println!("{}", serde_json::to_string_pretty(&answer)?);
    Ok(())
}
