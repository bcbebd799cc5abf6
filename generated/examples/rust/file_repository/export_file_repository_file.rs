// Export a File from the File Repository: Exports a file of the File Repository as bytes.
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

    // doc_id: Id of the file, from the list of files and folders.
    let answer = client.export_file_repository_file(2024).send().await?;

    // The file, with its media type and original name.
    let name = "protocol.txt";
    std::fs::write(name, answer.bytes())?;
    println!("Saved as {name}");
    Ok(())
}
