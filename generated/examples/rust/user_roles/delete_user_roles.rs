// Delete User Roles: Deletes user roles by their unique names.
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

    // roles: Unique names of the roles to delete.
    let answer = client.delete_user_roles(["U-HJIRO3NZV2"]).send().await?;

    // Number of roles deleted.
    println!("{answer}");
    Ok(())
}
