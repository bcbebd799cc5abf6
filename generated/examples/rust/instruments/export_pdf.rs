// Export PDF file of Data Collection Instruments (either as blank or with data): Exports
// instruments as a PDF file, blank or filled with the data of records.
// Rights needed: API Export, Data Export Rights. In REDCap since 6.4.0.

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

    // record: The record whose data fill the document.
    // event: Unique name of the only event to show.
    // instrument: Unique name of the only instrument to show.
    let answer = client
        .export_pdf()
        .record("1")
        .event("enrollment_arm_1")
        .instrument("enrollment")
        .send()
        .await?;

    // The document.
    let name = "pdf.pdf";
    std::fs::write(name, answer.bytes())?;
    println!("Saved as {name}");
    Ok(())
}
