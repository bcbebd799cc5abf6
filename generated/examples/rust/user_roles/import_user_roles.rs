// Import User Roles: Adds user roles to a project or changes the rights of existing ones.
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

    // data: The roles to add or change.
    let answer = client
        .import_user_roles([
            redcap::user_roles::UserRole::new()
                .unique_role_name("")
                .role_label("Data entry")
                .calendar(true)
                .record_create(true)
                .forms([("visit", redcap::values::FormRight::OldEdit)]),
        ])
        .send()
        .await?;

    // Number of roles added or changed.
    println!("{answer}");
    Ok(())
}
