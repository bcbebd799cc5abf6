// Export a File: Exports the file that a record holds in a file upload or signature field.
// Rights needed: API Export, Data Export Rights. In REDCap since 4.0.0 or earlier.

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
    let answer = client.export_file("1", "scan").event("week_1_arm_1").send().await?;

    // The file, with its media type and original name.
    let name = "scan_1.txt";
    std::fs::write(name, answer.bytes())?;
    println!("Saved as {name}");
    Ok(())
}
