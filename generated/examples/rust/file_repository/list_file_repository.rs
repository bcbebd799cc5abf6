// Export a List of Files/Folders from the File Repository: Exports the files and folders at one
// level of the File Repository.
// Rights needed: API Export, File Repository. In REDCap since 13.1.0.

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

    // folder_id: Id of the folder to list.
    let answer = client.list_file_repository().folder_id(2025).send().await?;

    // The files and folders directly in the folder.
    println!("{}", serde_json::to_string_pretty(&answer)?);
    Ok(())
}
