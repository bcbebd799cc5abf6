// Import Users: Adds users to a project or changes the rights of users who are in it.
// Rights needed: API Import/Update, User Rights. In REDCap since 6.11.0.

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

    // data: The users to add or change.
    let answer = client
        .import_users([
            redcap::users::User::new("berta_berlin")
                .expiration("2027-06-30")
                .data_access_group("berlin")
                .calendar(true)
                .api_export(true),
        ])
        .send()
        .await?;

    // Number of users added or changed.
    println!("{answer}");
    Ok(())
}
