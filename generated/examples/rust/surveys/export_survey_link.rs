// Export a Survey Link for a Participant: Exports the link under which one record fills in one
// survey.
// Rights needed: API Export, Survey Distribution Tools. In REDCap since 6.4.0.

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

    // record: The record whose link is wanted.
    // instrument: The instrument that is enabled as a survey.
    // event: Unique name of the event, not its label.
    let answer = client
        .export_survey_link("1", "contact")
        .event("enrollment_arm_1")
        .send()
        .await?;

    // The bare address, without quotes in every format.
    println!("{}", answer.as_str());
    Ok(())
}
