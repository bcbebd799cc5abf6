// Generate Next Record Name: Tells which name a new record would get under automatic numbering.
// Rights needed: API Export. In REDCap since 6.18.0.

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

    let answer = client.generate_next_record_name().send().await?;

    // The name that is free, as bare text in every format.
    println!("{}", answer.as_str());
    Ok(())
}
