// Delete a File: Removes the file from a file upload or signature field of a record.
// Rights needed: API Import/Update. In REDCap since 4.0.0 or earlier.
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

    // record: Name of the record that holds the file.
    // field: Name of the file upload or signature field.
    // event: Unique name of the event, not its label.
    client.delete_file("1", "scan").event("week_1_arm_1").send().await?;

    // The file is deleted.
    println!("Done.");
    Ok(())
}
