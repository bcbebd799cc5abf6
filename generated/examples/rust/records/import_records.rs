// Import Records: Creates records or changes values of existing ones.
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

    // type: Whether `data` holds one row per record, event and instance (`flat`) or one row per
    // value (`eav`).
    // overwriteBehavior: Whether blank cells are passed over or erase what is stored.
    // data: The rows, in the format that `format` names: a JSON array of objects, CSV with a header
    // line, XML with the root `records` and one `item` per row, or an ODM document.
    let answer = client
        .import_records([
            redcap::Record::from([
                ("record_id", "1"),
                ("redcap_event_name", "week_4_arm_1"),
                ("score", "35"),
            ]),
            redcap::Record::from([
                ("record_id", "2"),
                ("redcap_event_name", "week_4_arm_1"),
                ("score", "58"),
            ]),
        ])
        .row_type(redcap::records::RecordType::Flat)
        .overwrite_behavior(redcap::records::OverwriteBehavior::Normal)
        .send()
        .await?;

    // Number of different records in the data, not of rows.
    println!("{}", serde_json::to_string_pretty(&answer)?);
    Ok(())
}
