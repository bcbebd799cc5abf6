// Delete Users: Removes users from a project together with their rights.
// Rights needed: API Import/Update, User Rights. In REDCap since 11.3.0.
// Careful: what this deletes or replaces cannot be brought back.

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

    // users: Names of the users to remove.
    let answer = client.delete_users(["berta_berlin"]).send().await?;

    // Number of users removed.
    println!("{answer}");
    Ok(())
}
