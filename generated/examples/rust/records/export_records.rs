// Export Records: Exports the data of records as rows, as single values or as a CDISC ODM document.
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

    // type: One row per record, event and instance (`flat`), or one row per stored value (`eav`).
    // records: Only these records.
    // fields: Only these fields, in addition to those of `forms`.
    // events: Only rows of these events, by unique name; longitudinal projects only.
    let answer = client
        .export_records()
        .records(["1", "2"])
        .fields(["record_id", "enrolled", "severity"])
        .events(["enrollment_arm_1"])
        .send()
        .await?;

    // One row per record, event and instance, with the project's fields as columns.
    println!("{}", serde_json::to_string_pretty(&answer)?);
    Ok(())
}
