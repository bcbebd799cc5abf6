// Export REDCap Version: Tells the version number of the REDCap server.
// Rights needed: API Export. In REDCap since 6.0.0.

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

    let answer = client.export_redcap_version().send().await?;

    // The version, such as 14.7.3, as bare text in every format.
    println!("{}", answer.as_str());
    Ok(())
}
