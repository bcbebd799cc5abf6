// Export Logging: Exports the log of who changed, exported or viewed what in the project, and when.
// Rights needed: API Export, Logging. In REDCap since 10.8.0.

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

    // logtype: Only entries of this kind.
    // beginTime: Only entries after this time, in the time zone of the server.
    // endTime: Only entries before this time, in the time zone of the server.
    let answer = client
        .export_logging()
        .logtype(redcap::logging::LogType::Record)
        .begin_time("2026-01-01 00:00")
        .end_time("2026-01-15 23:59")
        .send()
        .await?;

    // The entries that pass all filters, newest first.
    println!("{}", serde_json::to_string_pretty(&answer)?);
    Ok(())
}
