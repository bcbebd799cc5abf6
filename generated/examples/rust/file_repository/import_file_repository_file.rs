// Import a File into the File Repository: Stores a new file in the File Repository.
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

    // folder_id: Id of the folder that gets the file.
    // file: The file, as a multipart part with a file name.
    client
        .import_file_repository_file(redcap::Upload::path("protocol.txt"))
        .folder_id(2025)
        .send()
        .await?;

    // The file is stored.
    println!("Done.");
    Ok(())
}
