// Import Repeating Instruments and Events: Replaces the setup of repeating instruments and events.
// Rights needed: API Import/Update, Project Design and Setup. In REDCap since 8.10.0.
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

    // data: All repeating instruments and events that the project is to have.
    let answer = client
        .import_repeating_instruments_events([
            redcap::repeating::RepeatingSetup::new("diary")
                .event_name("week_1_arm_1")
                .custom_form_label("[diary_day]"),
            redcap::repeating::RepeatingSetup::new("adverse_event")
                .event_name("week_1_arm_1")
                .custom_form_label("[ae_term]"),
            redcap::repeating::RepeatingSetup::new("visit")
                .event_name("week_4_arm_1")
                .custom_form_label(""),
        ])
        .send()
        .await?;

    // Number of repeating instruments and events imported.
    println!("{answer}");
    Ok(())
}
