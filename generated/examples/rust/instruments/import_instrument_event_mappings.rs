// Import Instrument-Event Mappings: Replaces which instruments belong to which events of a
// longitudinal project.
// Rights needed: API Import/Update, Project Design and Setup. In REDCap since 6.11.0.
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

    // data: The complete new mapping.
    let answer = client
        .import_instrument_event_mappings([
            redcap::instruments::InstrumentEventMapping::new(
                1,
                "enrollment_arm_1",
                "contact",
            ),
            redcap::instruments::InstrumentEventMapping::new(
                1,
                "enrollment_arm_1",
                "enrollment",
            ),
            redcap::instruments::InstrumentEventMapping::new(1, "week_1_arm_1", "visit"),
            redcap::instruments::InstrumentEventMapping::new(1, "week_1_arm_1", "diary"),
        ])
        .send()
        .await?;

    // Number of mappings imported.
    println!("{answer}");
    Ok(())
}
