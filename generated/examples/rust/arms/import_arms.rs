// Import Arms: Adds arms to a longitudinal project or renames existing ones.
// Rights needed: API Import/Update, Project Design and Setup. In REDCap since 6.11.0.
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

    // override: Delete all arms before importing.
    // data: The arms to add or rename.
    let answer = client
        .import_arms([redcap::arms::Arm::new(3, "Placebo")])
        .override_all(false)
        .send()
        .await?;

    // Number of arms imported.
    println!("{answer}");
    Ok(())
}
