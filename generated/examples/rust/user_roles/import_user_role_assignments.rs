// Import User-Role Assignments: Assigns users to roles or takes them out of their roles.
// Rights needed: API Import/Update, User Rights. In REDCap since 11.3.0.

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

    // data: The assignments, one item per user.
    let answer = client
        .import_user_role_assignments([
            redcap::user_roles::UserRoleAssignment::new("berta_berlin", "U-HJIRO3NZV2"),
        ])
        .send()
        .await?;

    // Number of assignments imported.
    println!("{answer}");
    Ok(())
}
