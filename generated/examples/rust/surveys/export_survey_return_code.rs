// Export a Survey Return Code for a Participant: Exports the code with which a participant resumes
// a survey that was left unfinished.
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

    // record: The record whose code is wanted.
    // instrument: The instrument that is enabled as a survey.
    // event: Unique name of the event, not its label.
    let answer = client
        .export_survey_return_code("1", "contact")
        .event("enrollment_arm_1")
        .send()
        .await?;

    // The bare code, without quotes in every format.
    println!("{}", answer.as_str());
    Ok(())
}
