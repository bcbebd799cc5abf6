// Import Project Information: Changes settings of the project, such as its title, purpose or
// modules.
// Rights needed: API Import/Update, Project Design and Setup. In REDCap since 7.0.0 or earlier.

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

    // data: The settings to change, in one item.
    let answer = client
        .import_project_info(
            redcap::projects::ProjectInfo::new()
                .project_title("Headache Trial II")
                .project_irb_number("IRB-2026-014"),
        )
        .send()
        .await?;

    // Number of settings taken from the item, unchanged ones included.
    println!("{answer}");
    Ok(())
}
