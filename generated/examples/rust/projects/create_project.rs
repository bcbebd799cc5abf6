// Create A New Project: Creates a project with a super token and returns a token for it.
// In REDCap since 6.11.0.

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

    // data: Title, purpose and first settings of the project.
    let answer = client
        .create_project(
            redcap::projects::NewProject::new(
                    "Migraine Diary",
                    redcap::projects::ProjectPurpose::OtherPurpose,
                )
                .purpose_other("Method comparison")
                .is_longitudinal(true)
                .record_autonumbering_enabled(false),
        )
        .send()
        .await?;

    // The token of the caller for the new project, 32 characters in every format.
    println!("{}", answer.as_str());
    Ok(())
}
