// Create a New Folder in the File Repository: Creates a folder in the File Repository and returns
// its id.
// Rights needed: API Import/Update, File Repository. In REDCap since 13.1.0.

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

    // name: Name of the folder.
    // folder_id: Id of the folder in which to create the new one.
    let answer = client.create_folder("Signed in 2026").folder_id(2025).send().await?;

    // One item with the id of the new folder.
    println!("{}", serde_json::to_string_pretty(&answer)?);
    Ok(())
}
